"""Stories: articles on the same happenings, put together by those named, the acts, their days and the words."""

from __future__ import annotations

import hashlib
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from selon.records import Reading
from selon.stories.copies import Copies, copies_of
from selon.stories.profiles import Profile, profile
from selon.stories.tally import Tally, origins_of, tally

if TYPE_CHECKING:
    from selon.stories.prints import Print

WINDOW = 3
ALIKE = 0.24
COMMON = 0.2
ENOUGH = 5
FEW = 5_000
"""Articles below which counts say little of rarity: features are weighed as among so many."""


@dataclass(frozen=True, slots=True)
class Story:
    """Articles on the same happenings, by id and first publication; the id is that of its first article's.

    `begin` and `end` are the first and last day of publication; `copies` the groups of reprints among the articles.
    """

    id: str
    articles: tuple[str, ...]
    begin: str | None
    end: str | None
    title: str
    tally: Tally
    copies: tuple[Copies, ...] = ()


def stories(readings: Iterable[Reading]) -> tuple[Story, ...]:
    """Group readings into stories, each article in one; a story may hold one article only.

    Deterministic, and the order of the readings does not matter: they are taken in the order of publication, with the
    rarity of each feature counted over all of them. Copies share their story.
    """
    titles: dict[str, str] = {}
    profiles = []
    for reading in readings:
        profiles.append(profile(reading))
        titles[reading.article.id] = reading.article.title or reading.article.text.strip().split("\n", 1)[0]
    return stories_of(profiles, titles)


def stories_of(profiles: Iterable[Profile], titles: dict[str, str]) -> tuple[Story, ...]:
    """Group profiles into stories; titles by article id."""
    ordered = sorted({p.print.id: p for p in profiles}.values(), key=lambda p: p.print.order)
    groups = copies_of([p.print for p in ordered], [p.fingerprint for p in ordered])
    grouper = Grouper(ordered)
    kin = {article: group.articles[0] for group in groups for article in group.articles}
    for p in ordered:
        grouper.add(p, kin.get(p.print.id))
    return tuple(_story([p.print for p in members], groups, titles) for members in grouper.members)


def _story(prints: Sequence[Print], groups: Sequence[Copies], titles: dict[str, str]) -> Story:
    ids = {p.id for p in prints}
    inside = tuple(group for group in groups if ids.issuperset(group.articles))
    days = sorted(p.published for p in prints if p.published)
    return Story(
        id=story_id(prints[0].id),
        articles=tuple(p.id for p in prints),
        begin=days[0] if days else None,
        end=days[-1] if days else None,
        title=titles.get(prints[0].id, ""),
        tally=tally(prints, origins_of(prints, inside)),
        copies=inside,
    )


def story_id(first: str) -> str:
    """Give the id of the story that an article begins."""
    return "st" + hashlib.sha256(first.encode("utf-8", "surrogatepass")).hexdigest()[:10]


@dataclass
class Grouper:
    """Puts profiles one by one into the story they are most alike, else into a new one.

    Likeness is the cosine of the features, weighted by rarity, with the story's mean; only stories with an article at
    most three days away, and that share a feature which is not common, are compared.
    """

    known: Sequence[Profile]
    members: list[list[Profile]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._counts: Counter[int] = Counter()
        for p in self.known:
            self._counts.update(p.features.tolist())
        self._sums: list[dict[int, float]] = []
        self._holders: defaultdict[int, list[int]] = defaultdict(list)
        self._last: list[int | None] = []
        self._story_of: dict[str, int] = {}

    def add(self, p: Profile, kin: str | None = None) -> int:
        """Put one article into a story, that of its kin (an article it copies) where that has one; give its number."""
        weighted = self._weighted(p)
        number = self._story_of.get(kin or "")
        if number is None:
            number = self._nearest(p, weighted)
        if number is None:
            number = len(self.members)
            self.members.append([])
            self._sums.append({})
            self._last.append(None)
        self._join(number, p, weighted)
        return number

    def _weighted(self, p: Profile) -> dict[int, float]:
        """Weigh features by rarity and bring them to length one."""
        total = max(len(self.known), FEW) + 1
        raw = {
            f: w * math.log(total / self._counts[f] + 1)
            for f, w in zip(p.features.tolist(), p.weights.tolist(), strict=True)
        }
        length = math.sqrt(sum(w * w for w in raw.values())) or 1.0
        return {f: w / length for f, w in raw.items()}

    def _nearest(self, p: Profile, weighted: dict[int, float]) -> int | None:
        limit = max(ENOUGH, COMMON * len(self.known))
        shared: Counter[int] = Counter()
        for feature in weighted:
            if self._counts[feature] <= limit:
                shared.update(s for s in reversed(self._holders.get(feature, ())) if self._is_near(s, p))
        best = max(((self._likeness(s, weighted), -s) for s, count in shared.items() if count > 1), default=(0.0, 0))
        return -best[1] if best[0] >= ALIKE else None

    def _is_near(self, story: int, p: Profile) -> bool:
        last = self._last[story]
        return last is None or p.day is None or abs(p.day - last) <= WINDOW

    def _likeness(self, story: int, weighted: dict[int, float]) -> float:
        sums = self._sums[story]
        length = math.sqrt(sum(w * w for w in sums.values())) or 1.0
        return sum(w * sums.get(f, 0.0) for f, w in weighted.items()) / length

    def _join(self, number: int, p: Profile, weighted: dict[int, float]) -> None:
        self.members[number].append(p)
        self._story_of[p.print.id] = number
        self._last[number] = p.day if p.day is not None else self._last[number]
        sums = self._sums[number]
        for feature, weight in weighted.items():
            if feature not in sums:
                self._holders[feature].append(number)
            sums[feature] = sums.get(feature, 0.0) + weight
