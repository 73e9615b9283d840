"""Make French articles with ready readings, so that a corpus can be tried at any size without the reader.

usage: python -m benchmarks.generate NUMBER FOLDER [--seed N] [--read]

Writes JSON Lines of articles to FOLDER; with --read also what selon reads in them. Of every hundred articles about 15
are copies (the same text under another outlet), 15 are updates (the text of an earlier article and more), 10 contradict
an earlier one (its acts, denied by others). Names, countries and words follow Zipf's law.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cache
from itertools import accumulate, islice
from pathlib import Path
from typing import Any

from selon.records import (
    Article,
    Event,
    Mention,
    Quantity,
    ReaderInfo,
    Reading,
    Span,
    Statement,
    Time,
    When,
    record_id,
    text_hash,
)

FIRST_DAY = date(2020, 1, 1)
DAYS = 1461
PEOPLE = 50_000
COPIES, UPDATES, CONTRADICTIONS = 0.15, 0.15, 0.10
INFO = ReaderInfo("generated", "none")


@dataclass(slots=True)
class Zipf:
    """Draws from a list, the first items most often."""

    items: Sequence[Any]
    weights: list[float] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.weights = list(accumulate((n + 2) ** -1.07 for n in range(len(self.items))))

    def draw(self, chance: random.Random) -> Any:
        return chance.choices(self.items, cum_weights=self.weights)[0]


@cache
def stock() -> dict[str, Any]:
    """Give what articles are made of."""
    from selon.knowledge.countries import load_countries

    with (Path(__file__).parent / "generate.toml").open("rb") as file:
        made: dict[str, Any] = tomllib.load(file)
    chance = random.Random(7)
    words = _words()
    chance.shuffle(words)
    countries = [c for c in load_countries().rows.values() if not c.belongs_to and c.name[0].isupper()]
    chance.shuffle(countries)
    return {**made, "words": Zipf(words), "countries": Zipf(countries), "people": Zipf(range(PEOPLE))}


@cache
def somebody(number: int) -> tuple[str, Any]:
    """Give a person by number: name and country."""
    chance, made = random.Random(number), stock()
    surname = "".join(chance.choice(made["syllables"]) for _ in range(chance.randint(2, 4))).capitalize()
    return f"{chance.choice(made['given'])} {surname}", made["countries"].draw(chance)


def _words() -> list[str]:
    """Give the French words of all tables of the language: some thousands, to fill sentences with."""
    from importlib.resources import files

    tables = [f for f in files("selon.languages.fr").iterdir() if f.name.endswith(".tsv")]
    lines = [line for f in tables for line in f.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return sorted({word for line in lines for word in re.findall(r"[a-zà-ÿ]{4,}", line)})


@dataclass(slots=True)
class Draft:
    """An article in the making: its text so far, and its records."""

    day: date
    outlet: str
    text: str = ""
    mentions: list[Mention] = field(default_factory=list)
    statements: list[dict[str, Any]] = field(default_factory=list)
    events: list[dict[str, Any]] = field(default_factory=list)
    times: list[Time] = field(default_factory=list)
    quantities: list[Quantity] = field(default_factory=list)

    def put(self, words: str) -> Span:
        start = len(self.text)
        self.text += words
        return Span(start, len(self.text), words)

    def reading(self, number: int) -> Reading:
        """Give the reading, its ids derived from the text as a reader's are."""
        digest = text_hash(self.text)
        ids = [record_id("s", digest, *s["content"]) for s in self.statements]
        statements = tuple(
            Statement(id=i, **s, confidence=_confidence(i)) for i, s in zip(ids, self.statements, strict=True)
        )
        events = tuple(
            Event(id=i, **{**e, "according_to": tuple(ids[n] for n in e["according_to"])}, confidence=_confidence(i))
            for e in self.events
            for i in [record_id("e", digest, e["trigger"])]
        )
        slug = f"https://exemple.org/{self.day:%Y/%m/%d}/{number}.html"
        article = Article(self.text, f"g{number}", "fr", str(self.day), self.outlet, slug, self.text.split("\n", 1)[0])
        records = (tuple(self.times), tuple(self.quantities), tuple(self.mentions), statements, events)
        return Reading(article, INFO, *records)


def _confidence(id_: str) -> float:
    """Give a record some confidence, the same for the same id."""
    return round(int(id_[-2:], 16) / 255, 2)


def generate(seed: int = 1) -> Iterator[Reading]:
    """Give readings without end, the same for the same seed."""
    chance = random.Random(seed)
    earlier: list[Reading] = []
    number = 0
    while True:
        kind = chance.random() if len(earlier) > 20 else 1.0
        old = chance.choice(earlier) if kind < 1.0 else None
        if old and kind < COPIES:
            yield copied(old, number, chance)
        else:
            if old and kind < COPIES + UPDATES:
                reading = written(chance, number, old.article.text)
            elif old and kind < COPIES + UPDATES + CONTRADICTIONS:
                reading = written(chance, number, against=old)
            else:
                reading = written(chance, number)
            earlier = [*earlier[-200:], reading]
            yield reading
        number += 1


def copied(old: Reading, number: int, chance: random.Random) -> Reading:
    """Give the same text under another outlet and address."""
    outlet = chance.choice([name for name in stock()["outlets"] if name != old.article.outlet])
    url = f"https://copie.exemple.org/{number}.html"
    return replace(old, article=replace(old.article, id=f"g{number}", outlet=outlet, url=url))


def written(chance: random.Random, number: int, before: str = "", against: Reading | None = None) -> Reading:
    """Write an article, an update of an earlier text, or one that denies the acts of an earlier one."""
    outlet = stock()["outlets"][min(int(chance.expovariate(0.25)), len(stock()["outlets"]) - 1)]
    draft = Draft(FIRST_DAY + timedelta(days=chance.randrange(DAYS)), outlet)
    draft.put(f"{_filler(chance).rstrip('.')} : point {number}\n\n")
    for event in against.events[:2] if against else ():
        sentence(draft, chance, denied=event)
    for _ in range(chance.randint(3, 7)):
        sentence(draft, chance)
        for _ in range(chance.randint(1, 3)):
            draft.put(_filler(chance) + " ")
        draft.put("\n")
    if before:
        draft.put("\n" + before.split("\n\n", 1)[-1])
    return draft.reading(number)


def _filler(chance: random.Random) -> str:
    words = stock()["words"]
    text = str(chance.choice(stock()["fillers"]))
    for slot in ("{A}", "{a}", "{b}"):
        while slot in text:
            word = str(words.draw(chance))
            text = text.replace(slot, word.capitalize() if slot == "{A}" else word, 1)
    return text


def sentence(draft: Draft, chance: random.Random, denied: Event | None = None) -> None:
    """Write a sentence with an act, in the outlet's voice or somebody's."""
    attributed = denied is not None or chance.random() < 0.6
    speaker = cue = None
    act = "say"
    if attributed:
        speaker = person(draft, chance)
        draft.put(" ")
        words, act = (chance.choice(stock()["denials"]), "deny") if denied else chance.choice(stock()["cues"])
        cue = draft.put(words)
        draft.put(f" {chance.choice(stock()['times'])} que ")
        draft.times.append(_time(draft, len(draft.text) - 5))
    start = len(draft.text)
    event = clause(draft, chance, denied)
    if attributed:
        content = Span.of(draft.text, start, len(draft.text))
        form = {"act": act, "form": "indirect", "content": (content,), "addressee": None}
        draft.statements.append({"speaker": speaker, "cue": cue, **form})
        event["according_to"] = (len(draft.statements) - 1,)
    draft.events.append(event)
    draft.put(". ")


def _time(draft: Draft, end: int) -> Time:
    """Give the day just written, the last one of its name before the article."""
    start = draft.text.rindex(" ", 0, end) + 1
    span = Span.of(draft.text, start, end)
    back = (draft.day.weekday() - stock()["times"].index(span.text)) % 7
    day = str(draft.day - timedelta(days=back))
    return Time(span, "DATE", day, None, day, day, day, "published", "past")


def clause(draft: Draft, chance: random.Random, denied: Event | None) -> dict[str, Any]:
    """Write who did what to whom, where and when."""
    actor = country(draft, chance, denied.actors[0] if denied else None)
    same = [act for act in stock()["acts"] if denied and act[1] == denied.trigger.text]
    auxiliary, trigger, after, type_, status = chance.choice(same or stock()["acts"])
    no = "n’" if auxiliary[0] == "a" else "ne "
    draft.put(f" {no}{auxiliary}pas " if denied else f" {auxiliary}")
    span = draft.put(trigger)
    draft.put(after)
    recipient = country(draft, chance, denied.recipients[0] if denied else None)
    places, when = [], None
    if chance.random() < 0.5:
        draft.put(" à ")
        town = draft.put(chance.choice(stock()["towns"]))
        places = [Mention(town, "place", "name", town.text, recipient.country)]
        draft.mentions += places
    if chance.random() < 0.5:
        draft.put(" ")
        draft.put(chance.choice(stock()["times"]))
        time = _time(draft, len(draft.text))
        draft.times.append(time)
        when = When(time.span, time.begin, time.end, time.edtf)
    return {
        "trigger": span,
        "type": type_,
        "status": "negated" if denied else status,
        "actors": (actor,),
        "recipients": (recipient,),
        "places": tuple(places),
        "when": when,
        "according_to": (),
    }


def country(draft: Draft, chance: random.Random, same: Mention | None = None) -> Mention:
    """Write a country, by its name."""
    if same and same.name:
        name, code, qid = same.name, same.country, same.entity
    else:
        row = stock()["countries"].draw(chance)
        name, code, qid = row.name, row.code, row.qid
    mention = Mention(draft.put(name), "state", "name", name, code, qid, "name")
    draft.mentions.append(mention)
    return mention


def person(draft: Draft, chance: random.Random) -> Mention:
    """Write a person, by full name or, without a name, by office."""
    if chance.random() < 0.2:
        words = chance.choice(["Le porte-parole", "Un témoin", "Le gouverneur", "Une source diplomatique"])
        mention = Mention(draft.put(words), "person", "description")
    else:
        name, row = somebody(stock()["people"].draw(chance))
        mention = Mention(draft.put(name), "person", "name", name, row.code, None, "name")
    draft.mentions.append(mention)
    return mention


def write_files(readings: Sequence[Reading], folder: Path, files: int = 1) -> None:
    """Write the articles as JSON Lines, spread over some files."""
    folder.mkdir(parents=True, exist_ok=True)
    for n in range(files):
        with (folder / f"articles-{n:03}.jsonl").open("w", encoding="utf-8") as out:
            for reading in readings[n::files]:
                a = reading.article
                row = {
                    "id": a.id,
                    "text": a.text,
                    "published": a.published,
                    "outlet": a.outlet,
                    "url": a.url,
                    "lang": "fr",
                }
                out.write(json.dumps(row, ensure_ascii=False) + "\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("number", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--read", action="store_true", help="also write what selon reads in them")
    given = parser.parse_args()
    made = list(islice(generate(given.seed), given.number))
    write_files(made, given.folder)
    if given.read:
        from selon import Reader
        from selon.exports.json import to_jsonl

        articles = (reading.article for reading in made)
        with (given.folder / "readings.jsonl").open("w", encoding="utf-8") as out:
            out.writelines(line + "\n" for line in to_jsonl(Reader().pipe(articles)))


if __name__ == "__main__":
    main()
