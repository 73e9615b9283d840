"""What the documentation shows is true: its blocks run, its links lead somewhere, its made parts are in sync."""

import json
import os
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from benchmarks import report
from tests.sources import made
from typer.testing import CliRunner

from selon import Reader
from selon.cli import app
from selon.sources import read_path

ROOT = Path(__file__).parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
REPORT = (ROOT / "docs" / "example.txt").read_text(encoding="utf-8")
UNDATED = "Le gouverneur de la province a annoncé lundi que les soldats quitteraient la ville dans la semaine.\n"
PAGE = f"""<html lang="fr"><head><title>La trêve tient</title><meta property="article:published_time" content="2023-01-17">
</head><body><article><h1>La trêve tient</h1><p>{UNDATED}</p><p>Les habitants ont manifesté jeudi pour réclamer le retour
des réfugiés et la libération de tous les prisonniers.</p></article></body></html>"""
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Write the files that the recipes name, and stand in their folder."""
    article = {
        "id": "a1",
        "title": "Un retrait",
        "text": UNDATED,
        "published": "2023-01-17",
        "outlet": "Agence du Nord",
    }
    inputs = {
        "report.txt": REPORT,
        "docs/example.txt": REPORT,
        "undated.txt": UNDATED,
        "reports/un.txt": REPORT,
        "reports/deux.txt": UNDATED,
        "articles.jsonl": json.dumps(article) + "\n",
        "page.html": PAGE,
        "crawled.txt": f"date 2023-01 https://example.org/20230117/un-retrait.html\n\nUn retrait\n\n{UNDATED}",
    }
    for name, text in inputs.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    message, page = made.mail(), ("https://www.courrier-nord.example/2021/03/04/a.html", "text/html", PAGE, 200)
    exports = {
        "europresse.html": made.europresse(made.europresse_article()),
        "factiva.txt": made.factiva_record().encode(),
        "nexis.docx": made.document(made.nexis_lines()),
        "articles.csv": f"titre;contenu\nUn retrait;{UNDATED}".encode(),
        "feed.xml": made.feed(made.ENTRY),
        "letter.eml": message.as_bytes(),
        "box.mbox": b"From a@b.example Thu Mar  4 10:00:00 2021\n" + message.as_bytes(),
        "note.pdf": made.pdf([made.TITLE, made.LEAD]),
        "note.docx": made.document([made.LEAD], made.TITLE),
        "crawl.warc.gz": made.warc(page, packed=True),
        "all.zip": made.archive({"a.txt": REPORT, "b/c.html": PAGE}),
    }
    for name, data in exports.items():
        (tmp_path / name).write_bytes(data)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def blocks(page: Path) -> list[tuple[str, str]]:
    return BLOCK.findall(page.read_text(encoding="utf-8"))


def run_console(block: str) -> None:
    """Run the `selon` commands of a block in this process, with `<`, `>` and patterns of file names as a shell has them."""
    for line in re.findall(r"^\$ (.*)$", block, re.MULTILINE):
        program, *words = shlex.split(line)
        assert program == "selon", line
        given, words = after("<", words)
        written, words = after(">", words)
        args = [name for word in words for name in expanded(word)]
        result = CliRunner().invoke(app, args, input=Path(given).read_bytes() if given else None)
        assert result.exit_code == 0, f"{line}\n{result.stderr}"
        assert result.stdout.strip(), line
        if written:
            Path(written).write_bytes(result.stdout_bytes)


def after(mark: str, words: list[str]) -> tuple[str, list[str]]:
    if mark not in words:
        return "", words
    at = words.index(mark)
    return words[at + 1], words[:at] + words[at + 2 :]


def expanded(word: str) -> Iterator[str]:
    yield from sorted(map(str, Path().glob(word))) if "*" in word else [word]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_commands_and_the_python_of_a_page_run(
    page: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert os.getcwd() == str(folder)
    for language, block in blocks(page):
        if language == "console":
            run_console(block)
        elif language == "python":
            exec(compile(block, f"{page.name}: {block[:60]!r}", "exec"), {"__name__": "__main__"})
            assert capsys.readouterr().out or "write(" in block, block


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_block_says_what_it_is_and_json_is_json(page: Path) -> None:
    for language, block in blocks(page):
        assert language in {"", "text", "console", "python", "json"}
        if language == "json":
            assert json.loads(block)
        if not language:
            assert not re.search(r"^(\$ |import |from )", block, re.MULTILINE), "a block that nothing runs"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_relative_link_leads_to_a_file(page: Path) -> None:
    for target in LINK.findall(page.read_text(encoding="utf-8")):
        if "://" not in target:
            assert (page.parent / target.split("#")[0]).exists(), target


@pytest.mark.parametrize("page", report.PAGES, ids=lambda page: page.name)
def test_the_made_parts_are_what_is_made_now(page: Path, reader: Reader) -> None:
    (found,) = read_path(report.EXAMPLE)
    assert found.article
    article = found.article
    text = page.read_text(encoding="utf-8")
    made = report.fill(text, report.parts(lambda: reader.read_article(article), report.load_figures()))
    assert text == made, "run python -m benchmarks.report"


def test_the_readme_quotes_the_example_as_it_is() -> None:
    body = " ".join(REPORT.split("\n\n")[2].split())
    quoted = re.findall(r"^> (.*)$", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert " ".join(quoted) == body


def test_the_documented_notes_are_those_of_the_code() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "src" / "selon").rglob("*.py"))
    known = set(re.findall(r"\bNote\(\s*\"([a-z-]+)\"", code))
    for name in ("how-to.md", "records.md"):
        text = (ROOT / "docs" / name).read_text(encoding="utf-8").split("otes\n")[-1]
        named = re.findall(
            r"^\| `([a-z-]+)`" if name == "how-to.md" else r"`([a-z-]+)`", text.split("notes mean")[-1], re.MULTILINE
        )
        assert set(named) == known, name


def test_figures_make_both_tables() -> None:
    found = {"P": 50.0, "R": 40.0, "F": 44.4}
    part = {"gold": 12, "typed": found, "right among typed": {"status": 90.0, "when": None}}
    figures = {"version": "0", "articles events": {"held back": part, "seen": part}}
    assert "| Events: trigger and type | 12 | 44.4 | – |" in report.main_table(figures)
    assert "| Events: trigger and type | 12 | 50.0 | 40.0 | 44.4 | 44.4 | – |" in report.found_table(figures)
    assert "| Status of a typed event | 90.0 | 90.0 |" in report.right_table(figures)
