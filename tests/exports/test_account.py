import subprocess
import sys
from dataclasses import replace
from io import StringIO

import pytest
from rich.console import Console

from selon.exports.account import account, account_lines
from selon.records import Article, Note, ReaderInfo, Reading, Span, Statement


def printed(reading: Reading, width: int, colour: bool = False) -> str:
    out = StringIO()
    Console(file=out, width=width, force_terminal=colour, color_system="truecolor" if colour else None).print(
        account(reading)
    )
    return out.getvalue()


def test_every_event_is_a_line_with_its_status_in_words(sample: Reading) -> None:
    lines = [line for line in account_lines(sample) if line.kind == "event"]
    assert len(lines) == len(sample.events)
    for event, line in zip(sorted(sample.events, key=lambda e: e.trigger.start), lines, strict=True):
        assert f", {event.status}: {event.trigger.text}" in line.text


def test_a_statement_says_speaker_cue_act_form_and_content(sample: Reading) -> None:
    line = next(line for line in account_lines(sample) if line.kind == "statement")
    assert str(line) == (
        "  s1 Anders Hvalberg (NRL) « a annoncé » announce/indirect: "
        "son pays et la Valdavie organiseraient des exercices conjoints en février ou en mars"
    )


def test_a_statement_within_another_is_set_in_under_it(sample: Reading) -> None:
    depths = [line.depth for line in account_lines(sample) if line.kind == "statement"]
    assert depths == [1, 1, 1, 2, 1, 1, 1, 1, 2, 1, 2, 3]


def test_times_quantities_notes_and_open_questions_are_told(sample: Reading) -> None:
    text = str(account(sample))
    assert "février ou en mars: February or March 2022" in text
    assert "plus de 12.000 militaires: at least 12,000 militaires (troops)" in text
    assert "the page gives 18 January 2022" in text
    assert "events without an actor: déploiement, pourparlers" in text


def test_a_reading_with_nothing_says_why() -> None:
    note = Note("no-trigger", "The text names no act and no statement.")
    empty = Reading(Article("Il fera beau demain."), ReaderInfo("0", "none"), notes=(note,))
    text = str(account(empty))
    assert "Nothing found" in text
    assert note.message in text


def test_a_statement_without_a_speaker_says_so() -> None:
    article = Article("« Assez », lit-on.")
    free = Statement("s", None, None, None, "say", "free", (Span.of(article.text, 2, 7),))
    text = str(account(Reading(article, ReaderInfo("0", "none"), statements=(free,))))
    assert "a speaker left out say/free: Assez" in text
    assert "statements without a speaker: Assez (s1)" in text


@pytest.mark.parametrize("width", [40, 80, 120])
def test_no_printed_line_is_wider_than_the_terminal_or_ends_in_spaces(sample: Reading, width: int) -> None:
    for line in printed(sample, width).splitlines():
        assert len(line) <= width
        assert line == line.rstrip()


def test_a_pipe_gets_the_same_words_without_colour(sample: Reading) -> None:
    plain = printed(sample, 100)
    assert "\x1b" not in plain
    assert "\x1b" in printed(sample, 100, colour=True)
    assert plain.split() == str(account(sample)).split()


def test_escape_codes_and_markup_in_a_text_do_not_reach_the_terminal(sample: Reading) -> None:
    odd = replace(sample, article=replace(sample.article, title="[red]Alerte[/red] \x1b[2J\u202efin"))
    text = printed(odd, 100)
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "[red]Alerte[/red]" in text


def test_importing_the_account_loads_neither_rich_nor_pydantic() -> None:
    code = "import sys, selon.exports.account; sys.exit(bool({'rich', 'pydantic', 'spacy'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
