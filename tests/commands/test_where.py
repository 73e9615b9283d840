import json

from typer.testing import CliRunner

from selon.cli import app

RUN = CliRunner()


def chosen(*words: str) -> str | None:
    data = json.loads(RUN.invoke(app, ["where", *words, "--json"]).stdout)
    return None if data["chosen"] is None else data["places"][data["chosen"]]["country"]


def test_it_lists_what_a_name_can_mean() -> None:
    result = RUN.invoke(app, ["where", "Gao", "--json"])
    data = json.loads(result.stdout)
    assert result.exit_code == 0
    assert {p["country"] for p in data["places"]} == {"MLI", "BFA"}
    assert data["places"][data["chosen"]]["division"] == "région de Gao"
    assert data["places"][data["chosen"]]["precision"] == "town"


def test_what_stands_near_decides() -> None:
    assert chosen("Tripoli") == "LBY"
    assert chosen("Tripoli", "--near", "Liban") == "LBN"
    assert chosen("Tripoli", "--country", "LBN") == "LBN"
    assert chosen("Portland", "--near", "Oregon") == "USA"


def test_comparable_places_stay_open() -> None:
    assert chosen("Brest") is None


def test_the_table_marks_the_place_that_would_be_chosen() -> None:
    result = RUN.invoke(app, ["where", "Gao"])
    assert [line for line in result.stdout.splitlines() if line.startswith("→") and "Mali" in line]


def test_an_unknown_name_is_told_on_stderr_with_a_status() -> None:
    result = RUN.invoke(app, ["where", "Nulleparville"])
    assert (result.exit_code, result.stdout) == (1, "")
    assert "Nulleparville" in result.stderr


def test_a_context_that_is_no_place_is_wrong_use() -> None:
    assert RUN.invoke(app, ["where", "Gao", "--near", "Nulleparville"]).exit_code == 2
