import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from tests.exports.conftest import sample_reading
from typer.testing import CliRunner, Result

from selon import Reading
from selon.cli import app
from selon.exports.json import to_json


def run(*args: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(app, ["export", *args], input=stdin)


@pytest.fixture
def stored(tmp_path: Path) -> str:
    path = tmp_path / "readings.jsonl"
    path.write_text(to_json(sample_reading()) + "\n", encoding="utf-8")
    return str(path)


def test_stored_readings_are_not_read_again(stored: str) -> None:
    lines = run("--to", "jsonl", stored).stdout.split("\n")
    assert Reading.from_dict(json.loads(lines[0])) == sample_reading()


def test_reports_are_read(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text("La nuit au nord\n\nLes rebelles ont attaqué la ville lundi.\n", encoding="utf-8")
    result = run("--to", "gdelt", "--published", "2022-01-19", str(path))
    assert result.stdout.split("\t")[1] == "20220117"


def test_reports_and_stored_readings_may_be_mixed(stored: str, tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text("La nuit au nord\n\nLes rebelles ont attaqué la ville lundi.\n", encoding="utf-8")
    lines = run("--to", "jsonl", str(path), stored, "--published", "2022-01-19").stdout.strip().split("\n")
    assert [json.loads(line)["article"]["id"] == "sample" for line in lines] == [False, True]


def test_readings_come_through_a_pipe() -> None:
    assert run("--to", "polecat", stdin=to_json(sample_reading()) + "\n").stdout.startswith("Event ID\t")


def test_what_is_left_out_is_told_and_data_stays_apart(stored: str) -> None:
    result = run("--to", "gdelt", stored)
    assert "8 events left out: not told as done (--all-status)" in result.stderr
    assert "2 events left out: told by somebody (--all-voices)" in result.stderr
    assert len(result.stdout.strip().split("\n")) == 5


def test_with_all_status_and_all_voices_nothing_is_left_out(stored: str) -> None:
    result = run("--to", "gdelt", "--all-status", "--all-voices", stored)
    assert result.stderr == ""
    assert len(result.stdout.strip().split("\n")) == 15


@pytest.mark.parametrize("to", ["csv", "timeline", "ftm", "web-annotation"])
def test_each_text_format_goes_to_a_file_too(stored: str, tmp_path: Path, to: str) -> None:
    result = run("--to", to, "--out", str(tmp_path / "out"), stored)
    assert result.stdout == ""
    assert (tmp_path / "out").read_bytes() == run("--to", to, stored).stdout_bytes


def test_parquet_goes_to_a_file(stored: str, tmp_path: Path) -> None:
    run("--to", "parquet", "--table", "statements", "--out", str(tmp_path / "s.parquet"), stored)
    assert pq.read_table(tmp_path / "s.parquet").num_rows == len(sample_reading().statements)


def test_gold_is_one_file_an_article(stored: str, tmp_path: Path) -> None:
    run("--to", "gold", "--out", str(tmp_path / "gold"), stored)
    assert json.loads((tmp_path / "gold" / "sample.json").read_text(encoding="utf-8"))["id"] == "sample"


def test_a_binary_format_without_a_file_is_wrong_use(stored: str) -> None:
    assert run("--to", "parquet", stored).exit_code == 2


def test_a_bad_line_costs_only_itself(tmp_path: Path) -> None:
    path = tmp_path / "readings.jsonl"
    path.write_text(f'{to_json(sample_reading())}\n{{"article": {{}}}}\nnot json\n', encoding="utf-8")
    result = run("--to", "jsonl", str(path))
    assert result.exit_code == 1
    assert len(result.stdout.strip().split("\n")) == 1
    assert "readings.jsonl:2: not a reading" in result.stderr
    assert "readings.jsonl:3:" in result.stderr
