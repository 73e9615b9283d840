"""The parties of an act that the frames name, weighed against those the model links to its trigger.

The model shares its chances out among all the parties of an act, so that each of several has but a part: once one is
told, a small chance is enough for those that stand in one list with it, and for the other side of a mutual act.

The thresholds were chosen among few, on reports that neither the model nor its closer look had seen (docs/model.md).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from selon.languages.fr.grammar import words as grammar_words
from selon.reading.behind import preposition_of
from selon.reading.mentions.heads import names_text
from selon.reading.mentions.resolve import Resolver
from selon.reading.model.opinions import Opinions, share_of
from selon.reading.tree import Tree
from selon.records import Mention, Span

SURE_NONE = 0.5
"""Chance that an act has no such party, above which one without a share is dropped."""

NOBODY = 0.9
"""Chance that an act has no recipient, from which even one that the words name beyond doubt is weighed."""

NO_SHARE = 0.25
"""Share of the model's chances below which a party has none; a list stays whole while one of it has a share."""

ASIDE = 0.5
"""Share of all the frames' parties below which the model looks elsewhere."""

SURE_PARTY = 0.5
"""Chance of a mention's words from which it is a party where the frames name none, or the model looks elsewhere."""

LIKELIEST = 0.25
"""Chance of a mention's words from which, being likelier than none at all, it is a party where the frames name none."""

ONE_MORE = 0.15
"""Chance of a word from which it joins a party: in one list with it, or as the other side of a mutual act."""

RELATIONS = ("actor", "recipient")

LOCATIVE = frozenset(["à", "dans", "en"])
"""Prepositions before a place that make it the stage of an act rather than a party, unless a frame names it."""


@dataclass(frozen=True)
class Linked:
    """The words of one sentence, and what the model thinks of them as a party of one act."""

    resolver: Resolver
    tree: Tree
    number: int
    staged: bool
    none: float
    chances: Sequence[tuple[int, float]]

    def mention(self, k: int) -> Mention:
        """Give the mention of a head word."""
        return self.resolver.mention_at((self.number, k))

    def share(self, k: int) -> float:
        """Give the share of the chances that the words of a party have."""
        return share_of(self.mention(k).span, self.chances)

    def words(self, least: float) -> list[int]:
        """Give the likeliest word of each mention whose words have a chance together, in the order of the text."""
        found: list[int] = []
        for offset, _ in sorted(self.chances, key=lambda c: -c[1]):
            k = self.tree.at(offset)
            if k is None or self.share(k) < least or self._is_stage(k):
                continue
            if not any(self._overlap(k, other) for other in found):
                found.append(k)
        return sorted(found)

    def likeliest(self, framed: Sequence[int], others: Sequence[int]) -> list[int]:
        """Give the likeliest word where no party is framed, if it is likelier than none and none of the other side."""
        best = None if framed else max(self.words(LIKELIEST), key=self.share, default=None)
        fits = best is not None and self.share(best) > self.none and self.apart(best, others)
        return [best, *_listed(self, [best])] if fits and best is not None else []

    def _is_stage(self, k: int) -> bool:
        """Tell a place that a phrase gives as where something is done: "a menacé lundi à Damas de …"."""
        return (
            self.staged
            and preposition_of(self.tree, k) in LOCATIVE
            and (self.resolver.mention_at((self.number, k), acts=False).kind == "place")
        )

    def _overlap(self, k: int, other: int) -> bool:
        return self.mention(k).span.overlaps(self.mention(other).span)

    @cached_property
    def likely(self) -> list[int]:
        """Give the nouns and names that may join a party, likeliest first."""
        order = sorted(self.chances, key=lambda c: -c[1])
        found = (self.tree.at(offset) for offset, chance in order if chance >= ONE_MORE)
        return [k for k in found if k is not None and self.tree.words[k].pos not in NO_MEMBERS]

    def apart(self, k: int, others: Sequence[int]) -> bool:
        """Tell whether a word is in none of some parties, and means none of them."""
        return not any(_same(self.mention(k), self.mention(other)) for other in others)


NO_MEMBERS = frozenset(["PRON", "DET", "VERB", "AUX", "ADV"])
SMALL = frozenset(["DET", "ADP"])
JOINERS = grammar_words("list_joiners")


@dataclass(frozen=True)
class Framed:
    """What the frames say of an act's parties, by their head words.

    `mutual` tells that the act has two sides, both actors; `settled` whether the words name the actors, and the
    recipients, beyond doubt; `critic` is no actor; `verbal` tells a verb's act, which a place behind "à" only stages.
    """

    actors: Sequence[int]
    recipients: Sequence[int]
    mutual: bool = False
    settled: tuple[bool, bool] = (False, False)
    critic: Mention | None = None
    verbal: bool = True


def weigh_parties(
    opinions: Opinions, resolver: Resolver, tree: Tree, number: int, trigger: Span, framed: Framed
) -> tuple[list[int], list[int]]:
    """Give the head words of an act's actors and recipients: those that the frames name, or better ones of the model.

    Who stands on both sides is where the model sees it more.
    """
    doing, undergoing = (
        Linked(resolver, tree, number, framed.verbal, *opinions.of_party(trigger.start, relation))
        for relation in RELATIONS
    )
    sure_actors = framed.settled[0]
    sure_recipients = framed.settled[1] and undergoing.none < NOBODY and not _only_places(undergoing, framed.recipients)
    actors = _parties(doing, framed.actors, sure_actors, framed.recipients if sure_recipients else ())
    recipients = _parties(undergoing, framed.recipients, sure_recipients, framed.actors if sure_actors else ())
    if sure_actors:
        recipients = [k for k in recipients if k in framed.recipients or undergoing.apart(k, actors)]
    if sure_recipients:
        actors = [k for k in actors if k in framed.actors or doing.apart(k, recipients)]
    actors = actors or doing.likeliest(framed.actors, recipients)
    if framed.critic is not None:
        actors = [k for k in actors if k in framed.actors or not _same(doing.mention(k), framed.critic)]
    recipients = recipients or undergoing.likeliest(framed.recipients, actors)
    if framed.mutual:
        actors += _other_side(doing, actors)
    both = [(k, m) for k in actors for m in recipients if k == m or doing.mention(k).span == doing.mention(m).span]
    moved = {k for k, _ in both if not framed.mutual and not sure_actors and undergoing.share(k) > doing.share(k)}
    kept = {m for k, m in both if k not in moved}
    actors = [k for k in actors if k not in moved and not names_text(tree, k)]
    return actors, [k for k in recipients if k not in kept and not names_text(tree, k)]


def _only_places(linked: Linked, heads: Sequence[int]) -> bool:
    """Tell whether whom an act befalls are places alone, which are as often only where it happens."""
    return all(linked.mention(k).kind == "place" for k in heads)


def _parties(linked: Linked, heads: Sequence[int], settled: bool, taken: Sequence[int]) -> list[int]:
    found = list(heads) if settled else _weighed(linked, heads, taken)
    return found + _listed(linked, found)


def _weighed(linked: Linked, heads: Sequence[int], taken: Sequence[int]) -> list[int]:
    """Give the framed parties, or others the model is sure of that are not taken by the other side."""
    shares = [linked.share(head) for head in heads]
    if sum(shares) < ASIDE:
        sure = [k for k in linked.words(SURE_PARTY) if k in heads or linked.apart(k, taken)]
        if sure:
            return sure
    return list(heads) if linked.none < SURE_NONE or any(share >= NO_SHARE for share in shares) else []


def _listed(linked: Linked, found: Sequence[int]) -> list[int]:
    """Give the likely words that stand in one list with a party: "X, Y et Z"."""
    more = [k for k in linked.likely if found and linked.apart(k, found)]
    members = sorted([*found, *more])
    return [k for row in _rows(linked, members) if not row.isdisjoint(found) for k in more if k in row]


def _rows(linked: Linked, members: Sequence[int]) -> Iterator[set[int]]:
    """Give the lists that words make: nothing but commas, conjunctions and small words between, one "et" at least."""
    row: set[int] = set()
    joined = False
    for first, second in pairwise(members):
        joint = _joint(linked, first, second)
        if joint is None:
            if joined:
                yield row
            row, joined = set(), False
        else:
            row |= {first, second}
            joined = joined or joint
    if joined:
        yield row


def _joint(linked: Linked, first: int, second: int) -> bool | None:
    """Tell whether a conjunction joins two parties; null where something other than a list stands between them."""
    tree = linked.tree
    last, start = tree.at(linked.mention(first).span.end - 1), tree.at(linked.mention(second).span.start)
    if last is None or start is None or start <= last:
        return None
    between = tree.words[last + 1 : start]
    if not all(w.text == "," or w.pos in SMALL or w.lower in JOINERS for w in between):
        return None
    lowers = [w.lower for w in between]
    if "que" in lowers and "ainsi" not in lowers:  # "X, que Y a attaqué"
        return None
    joint = any(lower in JOINERS for lower in lowers)
    return joint if joint or any(w.text == "," for w in between) else None


def _other_side(linked: Linked, found: Sequence[int]) -> list[int]:
    """Give the likeliest other side of a mutual act of which one alone is told."""
    if len(found) != 1 or len(linked.resolver.mentions_at((linked.number, found[0]))) > 1:
        return []
    return [k for k in linked.likely if linked.apart(k, found)][:1]


def _same(one: Mention, other: Mention) -> bool:
    """Tell whether two mentions share words or mean the same."""
    if one.span.overlaps(other.span):
        return True
    if one.name or other.name:
        return one.name == other.name
    return one.country is not None and one.country == other.country and one.kind == other.kind == "state"
