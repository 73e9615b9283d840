"""Trigger words found in a sentence, homographs and senses decided by their dependents and company."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from selon.languages.fr.grammar import words as grammar_words
from selon.languages.fr.other_senses import OtherSense, load_other_senses
from selon.languages.fr.phrases import MAX_GAP, find_rest
from selon.languages.fr.triggers import Trigger, load_fixed_phrases, load_triggers
from selon.languages.fr.verbs import analyse
from selon.reading.events.arguments import group_of
from selon.reading.events.conditions import Context, holds
from selon.reading.events.frames import NOBODY, Filled, IsAdjective, fill
from selon.reading.events.nearby import VERBAL
from selon.reading.events.topic import Topic
from selon.reading.tree import Tree
from selon.reading.verb_groups import VerbGroup, can_be_infinitive, is_auxiliary, is_participle

# Acts that are events in any report; the others are everyday words outside politics ("rencontre", "visite", "aide").
CONFLICT = frozenset(["ASSAULT", "COERCE", "ACCUSE", "SANCTION", "PROTEST", "THREATEN"])

# Slots of a noun that tell who does its act as often as whom it befalls.
AMBIGUOUS = frozenset(["de", "poss"])

# Conditions that ask for no party of the act, so can be tried before the parties are looked for.
CHEAP = frozenset(["with", "adj", "plural", "refl", "norefl", "passive", "prep", "conflict", "que", "inf"])


@dataclass(frozen=True, slots=True)
class Found:
    """A trigger in a sentence: the head word of its entry, the word annotated as trigger, and its fillers.

    `rest` holds the other words of a phrase; the slots are those of the frame that the parties fill; `other_sense` is
    the sense that their company gives the words instead: then they name no act.
    """

    head: int
    word: int
    entry: Trigger
    verbal: bool
    actors: tuple[int, ...]
    recipients: tuple[int, ...]
    actor_slot: str
    recipient_slot: str
    rest: range
    other_sense: str = ""


def find_triggers(tree: Tree, relational: IsAdjective, is_place: IsAdjective, topic: Topic) -> Iterator[Found]:
    """Give the triggers of a sentence that name acts, in order, one a word; a phrase hides the single words in it."""
    yield from (f for f in find_candidates(tree, relational, is_place, topic) if not f.other_sense)


def find_candidates(tree: Tree, relational: IsAdjective, is_place: IsAdjective, topic: Topic) -> Iterator[Found]:
    """Give the triggers of a sentence, in order, those in another sense too.

    `relational` tells the adjectives of countries, `is_place` the words of place names. Where the article is not on
    politics or conflict only strong entries of conflict count.
    """
    lowers = tuple(word.lower for word in tree.words)
    search = _Search(tree, lowers, relational, is_place, topic, tuple(_fixed_phrases(lowers)))
    taken: set[int] = set()
    for i in range(len(tree.words)):
        if i not in taken and (match := search.at(i, taken)):
            found, words = match
            taken.update(words)
            head = search.head_alone(found) if found.word != i else None
            yield from (f for f in (head, found) if f)


def _fixed_phrases(lowers: tuple[str, ...]) -> Iterator[frozenset[int]]:
    """Give the words of each phrase that names no act: "à l'aide de", "guerre froide"."""
    phrases = load_fixed_phrases()
    for i, lower in enumerate(lowers):
        for rest in phrases.get(lower, ()):
            if (found := find_rest(lowers, i, rest, gap=0)) is not None:
                yield frozenset([i, *found])


@dataclass(frozen=True, slots=True)
class _Search:
    """The sentence that is searched, and what is known of its words."""

    tree: Tree
    lowers: tuple[str, ...]
    relational: IsAdjective
    is_place: IsAdjective
    topic: Topic
    fixed: tuple[frozenset[int], ...]

    def at(self, i: int, taken: set[int]) -> tuple[Found, set[int]] | None:
        """Find the first entry that holds at a head word, and the words it takes up, none of them taken."""
        entries = load_triggers().by_form.get(self.lowers[i])
        if not entries:
            return None
        acronym = _is_acronym(self.tree, i)
        as_verb = used_as_verb(self.tree, i)
        other = None
        for entry in self._candidates(i):
            if entry.head_is_verb != as_verb or (acronym and not entry.acronym):
                continue
            rest = entry.rest_at(self.lowers, i)
            if rest is None or not taken.isdisjoint(rest) or not self._joined(i, rest) or self._is_fixed(i, rest):
                continue
            found = self._match(entry, i, rest)
            if found and (rest or not found.other_sense):  # a phrase in another sense hides its words too
                return found, {i, *rest}
            other = other or found
        return (other, {i}) if other else None

    def _is_fixed(self, i: int, rest: range) -> bool:
        """Tell whether a phrase that names no act holds these words; a row of all of it may."""
        own = {i, *rest}
        return any(not own.isdisjoint(phrase) and not phrase <= own for phrase in self.fixed)

    def _candidates(self, i: int) -> list[Trigger]:
        """Give the entries of a head, longest first, phrases only where their next word is near."""
        phrases, single = _by_next_word(self.lowers[i])
        near = {place: e for word in self.lowers[i + 1 : i + 2 + MAX_GAP] for place, e in phrases.get(word, ())}
        return [*sorted((near[place] for place in sorted(near)), key=_specificity), *single]

    def _joined(self, i: int, rest: range) -> bool:
        """Tell whether no other verb stands between a head and its rest."""
        between = self.tree.words[i + 1 : rest[0]] if rest else ()
        return all(word.pos not in VERBAL for word in between)

    def head_alone(self, found: Found) -> Found | None:
        """Find the act that the verb of a phrase names beside the phrase's own: "exige le départ de X" names two."""
        for entry in load_triggers().by_form[self.lowers[found.head]]:
            speaks = entry.speech and entry.head_is_verb and not entry.rest
            if speaks and entry.type != found.entry.type and (alone := self._match(entry, found.head, range(0))):
                return alone
        return None

    def _match(self, entry: Trigger, i: int, rest: range) -> Found | None:
        tree, verbal = self.tree, entry.head_is_verb
        group = group_of(tree, i) if verbal else None
        if group is not None and not _pronouns_fit(tree, entry, group):
            return None
        context = Context(tree, group, i, rest, (), (), entry.head, self.is_place, self.topic)
        if not all(holds(context, c) for c in entry.requires if c.name in CHEAP):
            return None
        if any(holds(context, c) for c in entry.unless if c.name in CHEAP):
            return None
        violent = entry.type == "ASSAULT"
        actors = fill(tree, i, verbal, _slots(entry.actors, "head", "forces"), self.relational, rest)
        recipients = fill(tree, i, verbal, _undergoing(entry.recipients), self.relational, rest, violent)
        if not verbal and not entry.mutual and (agents := fill(tree, i, verbal, ("par",), self.relational, rest)).heads:
            # "l'attaque de la ville par les rebelles": with an agent told, "de" introduces who undergoes the act
            actors = agents
            if not recipients.heads:
                recipients = fill(tree, i, verbal, ("de", "poss"), self.relational, rest)
        if entry.mutual:
            slots = " ".join(f.slot for f in (actors, recipients) if f.heads)
            actors, recipients = Filled(slots, (*actors.heads, *recipients.heads)), NOBODY
        found = Found(
            i,
            entry.marked(self.lowers, i, rest),
            entry,
            verbal,
            tuple(dict.fromkeys(actors.heads)),
            tuple(r for r in recipients.heads if r not in actors.heads),
            actors.slot,
            recipients.slot,
            rest,
        )
        if entry.strength != "strong" and not rest and _is_attribute(tree, i, group):
            return None
        context = replace(context, actors=found.actors, recipients=found.recipients)
        if not all(holds(context, c) for c in entry.requires if c.name not in CHEAP):
            return None
        if any(holds(context, c) for c in entry.unless if c.name not in CHEAP):
            return None
        if not _is_strong_enough(found, self.topic.political):
            return None
        senses = load_other_senses().get(entry.type, ())
        return replace(found, other_sense=next((s.sense for s in senses if _means(context, s)), ""))


def _means(context: Context, sense: OtherSense) -> bool:
    """Tell whether the words around a candidate are those of another sense of its type."""
    return all(holds(context, c) for c in sense.requires) and not any(holds(context, c) for c in sense.unless)


@lru_cache(maxsize=65536)
def _by_next_word(form: str) -> tuple[dict[str, list[tuple[int, Trigger]]], list[Trigger]]:
    """Part the entries of a head into phrases with their place in the table, by next word, and single words."""
    phrases: dict[str, list[tuple[int, Trigger]]] = {}
    single: list[Trigger] = []
    for place, entry in enumerate(load_triggers().by_form[form]):
        for word in entry.rest_forms[0] if entry.rest_forms else ():
            phrases.setdefault(word, []).append((place, entry))
        if not entry.rest_forms:
            single.append(entry)
    return phrases, sorted(single, key=_specificity)


def _specificity(entry: Trigger) -> tuple[int, bool, int]:
    """Put longer phrases first, of one length those that accept fewer words, and a reflexive verb before the bare one.

    "livrer ses armes" is no "livrer des armes", "jeter des pierres" no "jeter la pierre".
    """
    return -len(entry.rest), not entry.reflexive, sum(len(forms) for forms in entry.rest_forms)


def _is_acronym(tree: Tree, i: int) -> bool:
    """Tell the RAID from a raid: capitals alone among words that are not."""
    text = tree.words[i].text
    return text.isupper() and len(text) > 2 and not all(w.text.isupper() for w in tree.words if w.text.isalpha())


def _is_attribute(tree: Tree, i: int, group: VerbGroup | None) -> bool:
    """Tell a participle that only describes a noun, with nothing of its own: "un soutien accru"."""
    if group is None or group.mood != "participle" or group.compound:
        return False
    alone = all(tree.words[c].dep in {"advmod", "punct", "cc", "conj"} for c in tree.children[i])
    return alone and tree.words[i].dep in {"amod", "acl", "conj"}


def _slots(listed: tuple[str, ...], *carriers: str) -> tuple[str, ...]:
    """Give the slots of a party, then the words that carry the act where it has that party at all."""
    return (*listed, *carriers) if listed else ()


def _undergoing(listed: tuple[str, ...]) -> tuple[str, ...]:
    """Give the slots of the recipients with the words that carry the act before "de": "subir les frappes de X"."""
    if not listed or not AMBIGUOUS.intersection(listed):
        return _slots(listed, "undergoes")
    first = next(k for k, slot in enumerate(listed) if slot in AMBIGUOUS)
    return (*listed[:first], "undergoes", *listed[first:])


def _is_strong_enough(found: Found, political: bool) -> bool:
    """Ask a weak entry for both parties; ask for a strong one of conflict where the report is not political."""
    if not political:
        return found.entry.strength == "strong" and found.entry.type in CONFLICT
    return found.entry.strength != "weak" or (bool(found.actors) and len(found.actors) + len(found.recipients) > 1)


def _pronouns_fit(tree: Tree, entry: Trigger, group: VerbGroup) -> bool:
    """Tell whether a verb has the pronouns of its entry: "se retirer" is no "retirer", "appeler" no "en appeler"."""
    if not entry.before <= {tree.words[c].lower for c in group.clitics}:
        return False
    return group.reflexive == entry.reflexive or any(c.name == "refl" for c in entry.requires)


def used_as_verb(tree: Tree, i: int) -> bool:
    """Tell a verb form from a noun or adjective of the same spelling by its left neighbour, then by the parse."""
    word = tree.words[i]
    if not analyse(word.lower):
        if any(not e.head_is_verb for e in load_triggers().by_form.get(word.lower, ())):
            return False
        return word.pos in {"VERB", "AUX"} or (word.pos == "ADJ" and word.lower.endswith(("é", "ée", "és", "ées")))
    before = tree.words[i - 1] if i else None
    if before is None:
        return word.pos in {"VERB", "AUX", "ADJ"}
    if is_auxiliary(before.lower) and before.pos != "NOUN":
        return is_participle(word.lower)
    if before.lower in grammar_words("before_verb") or before.pos == "PRON":
        return True
    if before.lower in grammar_words("before_noun") and not can_be_infinitive(word.lower):
        return before.lower in grammar_words("clitics") and before.pos != "DET" and word.pos in {"VERB", "AUX"}
    if word.pos in {"VERB", "AUX"} or _between_noun_and_object(tree, i) or _only_finite_verb(tree, i):
        return True
    return word.pos == "ADJ" and _participle_only(word.lower)


def _between_noun_and_object(tree: Tree, i: int) -> bool:
    """Tell a finite verb that the parse took for a noun by its neighbours: "l'armée attaque les rebelles"."""
    if i + 1 >= len(tree.words) or tree.words[i - 1].pos not in {"NOUN", "PROPN"}:
        return False
    behind = tree.words[i + 1].lower
    return behind in grammar_words("phrase_determiners") and _third_person(tree.words[i].lower)


def _only_finite_verb(tree: Tree, i: int) -> bool:
    """Tell the verb of a clause that the parse left without one: "la hausse des taux frappe de plein fouet …"."""
    if tree.words[i - 1].pos != "NOUN" or not _third_person(tree.words[i].lower):
        return False
    if tree.words[0].lower not in grammar_words("phrase_determiners"):
        return False
    return not any(w.pos in VERBAL and group_of(tree, k).finite for k, w in enumerate(tree.words) if k != i)


@lru_cache(maxsize=8192)
def _third_person(word: str) -> bool:
    return any(f.mood == "indicative" and f.person == 3 for f in analyse(word))


@lru_cache(maxsize=8192)
def _participle_only(word: str) -> bool:
    return all(f.mood == "participle" for f in analyse(word))
