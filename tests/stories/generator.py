"""Makes reports of invented affairs, reprints of them as outlets make them, and reports that only share background."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace

from selon.records import Article

PEOPLE = [
    "le gouverneur",
    "la ministre",
    "un porte-parole",
    "le colonel",
    "la préfète",
    "le négociateur",
    "l'émissaire",
    "la procureure",
]
ACTS = [
    "a annoncé",
    "a démenti",
    "a confirmé",
    "a dénoncé",
    "a évoqué",
    "a reconnu",
    "a regretté",
    "a promis",
    "a rejeté",
    "a détaillé",
]
THINGS = [
    "le retrait",
    "la trêve",
    "les pourparlers",
    "les arrestations",
    "le blocus",
    "les renforts",
    "la grève",
    "les sanctions",
    "le couvre-feu",
]
SIDES = [
    "des rebelles",
    "de la garnison",
    "des dockers",
    "du gouvernement",
    "de la coalition",
    "des mineurs",
    "de l'opposition",
]
FIRST = ["Val", "Port", "Mont", "Roche", "Fort", "Pont", "Saint", "Bourg", "Haute", "Pierre", "Clair", "Noir"]
SECOND = ["ence", "avie", "ande", "oral", "igny", "ombe", "usson", "eville", "ac", "ieux", "arde", "oste", "ure", "ain"]
LINKS = ["tandis que", "alors que", "après que", "bien que", "avant que"]


@dataclass(frozen=True)
class Made:
    """Articles and, for each by id, the report it is a copy of (itself when it is none)."""

    articles: tuple[Article, ...]
    of: dict[str, str]

    def pairs(self) -> set[tuple[str, str]]:
        groups: dict[str, list[str]] = {}
        for article, report in self.of.items():
            groups.setdefault(report, []).append(article)
        return {(a, b) for group in groups.values() for a in group for b in group if a < b}


def make(reports: int, seed: int = 7) -> Made:
    """Make reports; a third of them are reprinted one to four times, a tenth has a follow-up with its background."""
    rng = random.Random(seed)
    articles: list[Article] = []
    of: dict[str, str] = {}

    def keep(article: Article, report: str) -> None:
        articles.append(article)
        of[article.id] = report

    for n in range(reports):
        day = f"2022-{1 + n % 12:02}-{1 + n % 28:02}"
        body = paragraphs(rng, rng.randint(5, 10))
        report = f"r{n}"
        keep(article_of(rng, report, day, body, "Gazette"), report)
        if rng.random() < 1 / 3:
            for k in range(rng.randint(1, 4)):
                keep(article_of(rng, f"r{n}c{k}", day, reprint(rng, body), f"Outlet {k}"), report)
        if rng.random() < 0.1:
            half = len(body) // 2
            keep(article_of(rng, f"r{n}f", day, [*paragraphs(rng, len(body) - half), *body[-half:]], "Suite"), f"r{n}f")
    rng.shuffle(articles)
    return Made(tuple(articles), of)


def article_of(rng: random.Random, id: str, day: str, body: list[str], outlet: str) -> Article:
    title = sentence(rng).rstrip(".")
    return Article("\n\n".join([title, *body]), id, "fr", day, outlet, title=title)


def paragraphs(rng: random.Random, count: int) -> list[str]:
    return [" ".join(sentence(rng) for _ in range(rng.randint(2, 4))) for _ in range(count)]


def sentence(rng: random.Random) -> str:
    place = rng.choice(FIRST) + rng.choice(SECOND)
    who, act, thing, side = rng.choice(PEOPLE), rng.choice(ACTS), rng.choice(THINGS), rng.choice(SIDES)
    more = f"{rng.choice(LINKS)} {rng.randint(2, 900)} personnes quittaient {rng.choice(FIRST)}{rng.choice(SECOND)}"
    return f"{who.capitalize()} de {place} {act} {thing} {side}, {more}."


def reprint(rng: random.Random, body: list[str]) -> list[str]:
    """Cut up to half of the paragraphs from below, add a local one, change a word in forty, credit the agency."""
    kept = body[: max(2, len(body) - rng.randint(0, len(body) // 2))]
    changed = [" ".join(w if rng.random() > 1 / 40 else "notamment" for w in p.split(" ")) for p in kept]
    if rng.random() < 0.5:
        changed.insert(rng.randint(0, len(changed)), paragraphs(rng, 1)[0])
    return [*changed, "(AFP)"] if rng.random() < 0.5 else changed


def shuffled(made: Made, seed: int) -> Made:
    articles = list(made.articles)
    random.Random(seed).shuffle(articles)
    return replace(made, articles=tuple(articles))
