import json
from pathlib import Path

import pytest
from tests.stories.conftest import reports  # noqa: F401
from typer.testing import CliRunner, Result

from selon import Reading
from selon.cli import app
from selon.corpus import open_corpus
from selon.exports.json import to_jsonl


def run(*args: str) -> Result:
    return CliRunner().invoke(app, list(args))


@pytest.fixture
def stored(reports: list[Reading], tmp_path: Path) -> str:  # noqa: F811
    path = tmp_path / "readings.jsonl"
    path.write_text("\n".join(to_jsonl(reports)) + "\n", encoding="utf-8")
    return str(path)


def test_stories_are_json_lines_in_a_pipe(stored: str) -> None:
    found = [json.loads(line) for line in run("stories", stored).stdout.splitlines()]
    assert [s["tally"]["articles"] for s in found] == [6, 2]


def test_stories_of_few_articles_can_be_left_out(stored: str) -> None:
    assert len(run("stories", stored, "--at-least", "3").stdout.splitlines()) == 1


def test_accounts_take_the_id_of_a_story_or_of_an_article(stored: str) -> None:
    story = json.loads(run("stories", stored).stdout.splitlines()[0])["id"]
    assert run("accounts", story, stored).stdout == run("accounts", "a5", stored).stdout != ""


def test_accounts_read_as_text(stored: str) -> None:
    text = run("accounts", "a1", stored, "--to", "account").stdout
    assert "3 origins (Agence France-Presse, Le Phare, Radio Fleuve)" in text
    assert "accounts differ on occurrence" in text
    assert "Un porte-parole des rebelles says it took place: 40 civils" in text


def test_an_unknown_story_is_wrong_use(stored: str) -> None:
    result = run("accounts", "nothing", stored)
    assert result.exit_code == 2
    assert "no story or article has the id 'nothing'" in result.stderr


def test_a_corpus_gives_its_stories_reprints_counted(reports: list[Reading], tmp_path: Path) -> None:  # noqa: F811
    from dataclasses import replace

    path = tmp_path / "my.corpus"
    reprint = replace(
        reports[0], article=replace(reports[0].article, id="z9", outlet="Le Matin", url="http://m.example")
    )
    with open_corpus(path) as corpus:
        for reading in [*reports, reprint]:
            corpus.add_reading(reading)
    first = json.loads(run("stories", str(path)).stdout.splitlines()[0])
    assert (first["tally"]["articles"], len(first["tally"]["outlets"])) == (7, 7)
    assert len(first["tally"]["origins"]) == 3
