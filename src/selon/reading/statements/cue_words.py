"""Cue words found in a sentence by their inflected forms, homographs told by their neighbours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from selon.languages.fr.cues import Cue, load_cues
from selon.languages.fr.grammar import words
from selon.languages.fr.verbs import analyse
from selon.reading.statements.adverbials import behind_adverbials, stances
from selon.reading.statements.drafts import Stretch
from selon.reading.tree import Tree
from selon.reading.verb_groups import VerbGroup, can_be_infinitive, is_auxiliary, verb_group

DETERMINERS = words("determiners")
ARTICLES = words("articles")
JOINS = words("joining_words")
SENTENCE_MARKS = frozenset([";", ":", "»", "”"])
AUXILIARY_REACH = 30
ATTRIBUTE_REACH = 20
DEGREE = words("degree_adverbs")
QUOTES = frozenset(['"', "«", "“"])


@dataclass(frozen=True, slots=True)
class CueVerb:
    """A cue verb at word `index`; its words end at `last` ("faire valoir": the second)."""

    index: int
    last: int
    cue: Cue
    group: VerbGroup


def cue_verbs(tree: Tree) -> Iterator[CueVerb]:
    """Give the cue verbs of a sentence, in order; the longest entries win at a word, one for each complement."""
    by_form = load_cues().by_form
    lowers = [w.lower for w in tree.words]
    present = frozenset(lowers)
    for i, word in enumerate(tree.words):
        cues = [c for c in by_form.get(word.lower, ()) if not c.rest_forms or not c.rest_forms[0].isdisjoint(present)]
        if is_auxiliary(word.lower):
            cues = [c for c in cues if c.rest or word.pos != "AUX"]
        elif _is_nominal(tree, i, any(c.homograph for c in cues)):
            continue
        if not cues:
            continue
        group = full_group(tree, i)
        matches = [
            (_last(rest, i), c)
            for c in cues
            if (rest := _rest(tree, lowers, c, i)) is not None and _before_fits(tree, c, group)
        ]
        longest = max((last for last, _ in matches), default=i)
        attributive = group.passive and any(c.attributive for last, c in matches)
        for last, cue in matches:
            if cue.attributive and ((group.compound and not group.passive) or _is_said_of_oneself(tree, i)):
                continue
            if last == longest and (cue.attributive or not attributive):
                yield CueVerb(i, last, cue, group)


def _rest_behind(tree: Tree, cue: Cue, i: int) -> range | None:
    """Find the adjective of a reflexive phrase behind adverbials: "s'est dit jeudi sur la chaîne LCI prêt"."""
    if not cue.reflexive or len(cue.rest_forms) != 1 or cue.rest_forms[0].isdisjoint(stances()):
        return None
    j = behind_adverbials(tree, i + 1)
    return range(j, j + 1) if tree.words[j].lower in cue.rest_forms[0] else None


def _is_said_of_oneself(tree: Tree, i: int) -> bool:
    """Tell whether an adjective is the attribute of a verb that gives it as the speaker's: "se dit très inquiet"."""
    first = i
    while first > 0 and (tree.words[first - 1].lower in DEGREE or tree.words[first - 1].text in QUOTES):
        first -= 1
    for j in range(first - 1, max(-1, first - ATTRIBUTE_REACH), -1):
        reflexive = any(c.reflexive and "attr" in c.takes for c in load_cues().by_form.get(tree.words[j].lower, ()))
        if reflexive and verb_group(tree, j).reflexive:
            return behind_adverbials(tree, j + 1) == first
    return False


def cue_stretch(tree: Tree, found: CueVerb) -> Stretch:
    """Give the offsets of a cue: the verb with its auxiliaries when they stand together, else the verb alone."""
    first = found.group.first
    joined = all(_auxiliary_like(tree, k) for k in range(first, found.index))
    parted = found.cue.reflexive and len(found.cue.rest) == 1 and found.last > found.index + 1
    last = found.index if parted else found.last
    return tree.words[first if joined else found.index].start, tree.words[last].end


def _auxiliary_like(tree: Tree, k: int) -> bool:
    return any(f.lemma in {"avoir", "être"} for f in analyse(tree.words[k].lower))


def _last(rest: range, head: int) -> int:
    return rest[-1] if len(rest) else head


def full_group(tree: Tree, verb: int) -> VerbGroup:
    """Read the group of a verb, its auxiliary far from it included."""
    return _rejoined(tree, verb_group(tree, verb))


def _rejoined(tree: Tree, group: VerbGroup) -> VerbGroup:
    """Give a participle its distant auxiliary: "a de son côté affirmé", "a réuni ses ministres et indiqué"."""
    if (group.mood, group.tense) != ("participle", "past") or group.compound:
        return group
    joined = any(w.lower in JOINS for w in tree.words[max(0, group.main - 3) : group.main])
    for j in range(group.main - 1, max(-1, group.main - AUXILIARY_REACH), -1):
        word = tree.words[j]
        if word.text in SENTENCE_MARKS or (word.lower in {"qui", "que", "qu'"} and not joined):
            return group
        if word.pos in {"AUX", "VERB"} and _is_have(word.lower):
            return replace(group, first=j, mood="indicative", compound=True, passive=False)
        if word.pos == "VERB" and not joined:
            return group
    return group


def _is_have(word: str) -> bool:
    return any(f.lemma == "avoir" and f.mood not in {"participle", "infinitive"} for f in analyse(word))


def _rest(tree: Tree, lowers: Sequence[str], cue: Cue, i: int) -> range | None:
    rest = cue.rest_at(lowers, i)
    return rest if rest is not None and _rest_fits(tree, i, rest) else _rest_behind(tree, cue, i)


def _rest_fits(tree: Tree, i: int, rest: range) -> bool:
    """Tell whether the rest of a phrase is no complement of its own: not "a lancé X dans un message"."""
    return not len(rest) or rest[0] == i + 1 or tree.words[rest[0] - 1].pos != "ADP"


def _before_fits(tree: Tree, cue: Cue, group: VerbGroup) -> bool:
    """Tell whether the words that a cue wants before its head stand there."""
    if cue.reflexive:
        return group.reflexive
    if not cue.before and not cue.rest and any(tree.words[c].lower in {"se", "s'"} for c in group.clitics):
        return False
    if "ne" in cue.before:
        return group.negated
    if cue.before == ("en",):
        return any(tree.words[c].lower == "en" for c in group.clitics)
    return True


def _is_nominal(tree: Tree, i: int, homograph: bool) -> bool:
    word = tree.words[i]
    before = tree.words[i - 1] if i else None
    if before and before.lower in DETERMINERS and before.lower not in {"en", "leur"}:
        return not (word.pos == "VERB" and can_be_infinitive(word.lower))
    if before and before.lower in ARTICLES and (before.pos == "DET" or word.pos == "NOUN"):
        return before.pos != "PRON"
    if word.pos == "AUX" and is_auxiliary(word.lower):
        return True
    if word.pos in {"VERB", "AUX"}:
        return False
    if homograph and word.pos in {"NOUN", "ADP", "PROPN", "DET", "SCONJ", "ADV"}:
        return not (
            before and (before.pos in {"PRON", "PROPN", "CCONJ"} or before.lower in {"ne", "n'", ",", '"', "»", "”"})
        )
    return word.pos in {"ADP", "DET"}
