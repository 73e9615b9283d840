"""`selon times` prints the times of texts."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from selon.cli import app

REPORT = (
    "Talks resume\n\nThe rebels said on Monday that the army had left the town in late December and would not return.\n"
)
FRENCH = "Le retrait\n\nLe gouverneur a annoncé lundi que les soldats quitteraient la ville avant le 31 mars.\n"


@pytest.fixture
def report(tmp_path: Path) -> str:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return str(path)


def run(*args: str, code: int = 0, given: str | None = None) -> str:
    result = CliRunner().invoke(app, ["times", *args], input=given)
    assert result.exit_code == code, result.output
    return result.stdout


def test_times_are_json_lines_in_a_pipe(report: str) -> None:
    first, second = (json.loads(line) for line in run(report, "--published", "2022-01-17", "--lang", "en").splitlines())
    assert (first["span"]["text"], first["value"]) == ("Monday", "2022-01-17")
    assert (second["value"], second["mod"], second["begin"]) == ("2021-12", "END", "2021-12-21")
    assert REPORT.rstrip("\n")[first["span"]["start"] : first["span"]["end"]] == "Monday"
    assert first["article"] == second["article"]


def test_a_table_has_a_line_a_time_under_its_columns(report: str) -> None:
    head, *lines = run(report, "--published", "2022-01-17", "--lang", "en", "--to", "table").splitlines()
    assert head.split() == ["time", "type", "value", "mod", "edtf", "begin", "end"]
    assert [line.split()[0] for line in lines] == ["Monday", "late"]


def test_standard_input_is_read_in_the_language_it_is_in() -> None:
    lines = run("--published", "2022-01-17", given=FRENCH).splitlines()
    assert [json.loads(line)["value"] for line in lines] == ["2022-01-17", "2022-03-31"]


@pytest.mark.parametrize("option", [("--lang", "xx"), ("--published", "soon")])
def test_a_language_without_times_or_a_date_that_is_none_is_wrong_use(report: str, option: tuple[str, str]) -> None:
    run(report, *option, code=2)


def test_a_missing_file_fails(report: str) -> None:
    assert run(report, "/none/such", "--lang", "en", code=1)
    run("/none/such", code=3)
