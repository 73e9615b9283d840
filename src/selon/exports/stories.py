"""Stories and accounts as plain text."""

from __future__ import annotations

from collections.abc import Iterator

from selon.exports.dates import interval_phrase
from selon.exports.vocabulary import wording
from selon.exports.wording import clean
from selon.stories import Account, Happening, Story

WORDS = 160


def story_text(story: Story) -> str:
    """Say a story in two lines: its id, title and days, then how many articles, outlets and origins it has."""
    days = interval_phrase(story.begin, story.end) or "no date"
    return f"{story.id}  {clean(story.title, 90)} ({days})\n    {story.tally}"


def happening_text(happening: Happening) -> str:
    """Say a happening and each account of it, a line or two each."""
    return "\n".join(_lines(happening))


def _lines(happening: Happening) -> Iterator[str]:
    who = ", ".join(clean(a, 50) for a in happening.actors[:3]) or "no actor named"
    whom = ", ".join(clean(r, 50) for r in happening.recipients[:3])
    where = f" · in {', '.join(clean(p, 40) for p in happening.places[:2])}" if happening.places else ""
    words = ", ".join(happening.triggers[:4])
    kind = wording("type", happening.type).word
    yield f"{happening.id}  {who}{f' → {whom}' if whom else ''} — {kind}: {words}{where}"
    open_slots = f" · accounts differ on {', '.join(happening.disagreements)}" if happening.disagreements else ""
    yield f"    {happening.tally}{open_slots}"
    for account in happening.accounts:
        yield from _account(account)


def _account(account: Account) -> Iterator[str]:
    chain = " > ".join(clean(name, 60) for name in account.voice.chain) or f"{account.voice.name}, in its own voice"
    figures = f": {', '.join(clean(f.text, 50) for f in account.figures)}" if account.figures else ""
    days = "; ".join(phrase for begin, end in account.days if (phrase := interval_phrase(begin, end)))
    yield f"  • {chain} {account.stance}{figures}{f' ({days})' if days else ''} — {account.tally}"
    yield f"      « {clean(account.words[0].span.text, WORDS)} » {clean(account.words[0].outlet or '', 40)}".rstrip()
