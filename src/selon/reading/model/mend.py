"""Relations of a parse that cannot stand beside its other words, put right: a subject behind "de", a second subject."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from selon.languages.fr.grammar import words
from selon.languages.fr.titles import title_rows
from selon.reading.parse import Parse, Word
from selon.reading.verb_groups import is_participle

NOUNS = frozenset(["NOUN", "PROPN"])
VERBAL = frozenset(["VERB", "AUX"])
SUBJECTS = frozenset(["nsubj", "nsubj:pass"])
WITHOUT_CASE = SUBJECTS | {"obj"}
DE = frozenset(["de", "d'", "du"])
LINKS = DE | {"par"}
OBLIQUE = frozenset(["à", "au", "aux", "contre", "sur", "avec", "dans", "pour", "chez", "vers", "envers", "auprès"])
FRONTED = frozenset(["obj", "obl:mod"])
AGENT = frozenset(["obl:agent"])
QUE = words("que")
BARE = frozenset(["nsubj", "obl:mod"])
CLITICS = words("clitics") - {"y", "en"}
TIMES, BEFORE_NOUNS = words("time_nouns"), words("before_nouns")
NOT = frozenset(["ne", "n'"])
DEGREES = words("quantity_adverbs")


def mend(parse: Parse) -> Parse:
    """Give a parse of one sentence with relations changed where two of them contradict each other."""
    found = list(parse)
    for step in STEPS:
        for i in range(len(found)):
            step(found, i)
    return tuple(found)


def _verb_with_auxiliary(found: list[Word], i: int) -> None:
    """Make a participle behind an auxiliary a verb, whatever it is taken for: "a nié", "a nié avoir tiré"."""
    word = found[i]
    if word.pos in VERBAL or not is_participle(word.lower):
        return
    before = found[i - 1] if i else word
    own = any(w.head == i and w.dep.startswith("aux") for w in found[max(0, i - 5) : i])
    if own:
        found[i] = replace(word, pos="VERB")
    if word.head > i + 1 and (own or (before.dep.startswith("aux") and before.head == word.head)):
        _govern_infinitive(found, i, word.head)


def _govern_infinitive(found: list[Word], i: int, inner: int) -> None:
    """Hang the second verb of "a nié avoir tiré" on the first, and what stands before the first on it."""
    if not any(w.head == inner and w.dep.startswith("aux") for w in found[i + 1 : inner]):
        return
    second = found[inner]
    top = i if second.head == inner else second.head
    for k in range(i):
        if found[k].head == inner:
            found[k] = replace(found[k], head=i)
    found[i] = replace(found[i], pos="VERB", dep=second.dep, head=top)
    found[inner] = replace(second, dep="xcomp", head=i)


def _number_of(found: list[Word], i: int) -> None:
    """Make the noun the head in "plus de dix soldats", where the adverb may be taken for it, and "de" no case of it."""
    word = found[i]
    if word.lower not in DEGREES or i + 1 == len(found) or found[i + 1].lower not in DE:
        return
    if any(w.lower in NOT for w in found[max(0, i - 3) : i]):
        return  # "ne veut plus de"
    noun = found[i + 1].head
    if noun <= i or found[noun].pos not in NOUNS or found[i + 1].dep != "case":
        return
    if word.dep in SUBJECTS and found[noun].dep in SUBJECTS and found[noun].head == word.head:
        found[i] = replace(word, head=noun, dep="advmod")
    if found[noun].head == i and word.head != i:
        dep = word.dep if word.dep in WITHOUT_CASE else _missing_subject(found, word.head, noun)
        if dep:
            found[noun] = replace(found[noun], head=word.head, dep=dep)
            found[i] = replace(word, head=noun, dep="advmod")
    if found[noun].dep in WITHOUT_CASE:
        found[i + 1] = replace(found[i + 1], head=i, dep="fixed")


def _adjective_before_noun(found: list[Word], i: int) -> None:
    """Hang an adjective on the noun behind it where both are taken for one subject or object: "un haut responsable"."""
    word = found[i]
    if word.dep not in WITHOUT_CASE or i + 1 == len(found) or not (word.pos == "ADJ" or word.lower in BEFORE_NOUNS):
        return
    noun = found[i + 1]
    if noun.pos == "NOUN" and (noun.dep, noun.head) == (word.dep, word.head):
        for k in _children(found, i):
            found[k] = replace(found[k], head=i + 1)
        found[i] = replace(word, pos="ADJ", dep="amod", head=i + 1)


def _fronted_subject(found: list[Word], i: int) -> None:
    """Take the noun before a verb without a subject for it, not for an object: "Un raid a été mené", "… a tué"."""
    word, verb = found[i], found[i].head
    if word.dep not in FRONTED or verb <= i or word.pos not in NOUNS or word.lower in TIMES:
        return
    children = _children(found, verb)
    relations = {found[c].dep for c in children}
    if "aux:pass" in relations:
        passive = word.dep == "obj" and not relations & SUBJECTS
        found[i] = replace(word, dep="nsubj:pass") if passive else word
        return
    first = i == min(c for c in children if found[c].pos != "PUNCT")
    before = any(found[c].dep in SUBJECTS and c < verb for c in children)
    if first and not before and "aux:tense" in relations and _is_bare(found, i):
        found[i] = replace(word, dep="nsubj")


def _missing_subject(found: list[Word], verb: int, noun: int) -> str | None:
    """Give the relation of a noun before a verb that has no subject."""
    if found[verb].pos != "VERB" or noun > verb:
        return None
    deps = {found[c].dep for c in _children(found, verb)}
    if deps & SUBJECTS:
        return None
    return "nsubj:pass" if "aux:pass" in deps else "nsubj"


def _figure(found: list[Word], i: int) -> None:
    """Join the parts of a figure written with spaces: "10 000"."""
    word, before = found[i], found[i - 1]
    if i and len(word.text) == 3 and word.text.isdigit() and before.text.isdigit() and not _is_below(found, i - 1, i):
        found[i] = replace(word, pos="NUM", dep="flat", head=i - 1)


def _civility(found: list[Word], i: int) -> None:
    """Hang a name on the civility right before it, which is a noun: "Mme X" stands where either of the two does."""
    word, name = found[i], found[i + 1] if i + 1 < len(found) else None
    if name is None or name.pos != "PROPN" or not word.text[0].isupper():
        return
    title = title_rows().get(word.lower)
    if title is None or title.kind != "civility":
        return
    found[i] = replace(word, pos="NOUN")
    if name.head == i:
        return
    if word.head == i + 1 or word.dep in {"det", "case"}:
        found[i] = replace(found[i], dep=name.dep, head=i if name.head == i + 1 else name.head)
    elif _is_below(found, i, i + 1):
        return
    for k in range(i):
        if found[k].head == i + 1:
            found[k] = replace(found[k], head=i)
    found[i + 1] = replace(name, dep="flat:name", head=i)


def _behind_preposition(found: list[Word], i: int) -> None:
    """Hang a noun with "de" or "par" on the noun right before that: it is no subject of the verb."""
    word = found[i]
    if word.pos not in NOUNS or word.dep not in SUBJECTS | {"nmod"} or word.head < i:
        return
    case = _preposition(found, i)
    if case is None or case == 0 or found[case - 1].lower in DEGREES or found[case].dep == "fixed":
        return
    noun = case - 1
    while noun and found[noun].pos == "ADJ" and not _is_bare(found, noun):
        noun -= 1
    if found[noun].pos not in NOUNS and not _is_bare(found, noun):
        return
    if found[case].lower == "par":
        while found[noun].dep == "nmod" and found[noun].head < noun:
            noun = found[noun].head
    if _is_below(found, noun, i):
        return
    found[i] = replace(word, head=noun, dep="nmod")
    found[case] = replace(found[case], head=i, dep="case")


def _behind_case(found: list[Word], i: int) -> None:
    """Take a noun behind a preposition that begins no object for an oblique: "a demandé à la Norvège de …"."""
    word = found[i]
    if word.dep != "obj" or word.pos not in NOUNS:
        return
    if any(w.head == i and w.dep == "case" and w.lower in OBLIQUE for w in found[max(0, i - 4) : i]):
        found[i] = replace(word, dep="obl:arg")


def _second_subject(found: list[Word], i: int) -> None:
    """Take a bare noun right behind an active verb for its object, for the subject of an incise: ", a dit la radio"."""
    word, verb = found[i], found[i].head
    if word.pos not in NOUNS or word.dep not in BARE | AGENT or verb >= i or found[verb].pos != "VERB":
        return
    if word.lower not in TIMES and _contradicts(found, i):
        found[i] = replace(word, dep="obj")
        return
    if word.lower in TIMES or not _is_bare(found, i) or not _follows(found, verb, i):
        return
    children = _children(found, verb)
    if any(found[c].dep in {"obj", "aux:pass", "ccomp", "xcomp"} or found[c].lower in CLITICS for c in children):
        return
    if any(found[c].dep == "nsubj" and c < verb for c in children):
        found[i] = replace(word, dep="obj")
    elif found[verb].dep.startswith("parataxis") and not any(found[c].dep == "nsubj" for c in children):
        found[i] = replace(word, dep="nsubj")


def _contradicts(found: Sequence[Word], i: int) -> bool:
    """Tell a subject or agent with no preposition behind an active verb with its subject before it and no object."""
    word = found[i]
    if word.dep not in SUBJECTS | AGENT or any(found[c].dep == "case" for c in _children(found, i)):
        return False
    children = _children(found, word.head)
    if any(found[c].dep in {"obj", "aux:pass", "ccomp"} or found[c].lower in CLITICS for c in children):
        return False
    return any(found[c].dep == "nsubj" and c < word.head and found[c].lower not in QUE for c in children)


def _agreeing(found: list[Word], i: int) -> None:
    """Hang a participle on the noun right before it where that one agrees with it and the parsed one does not."""
    word, near = found[i], found[i - 1]
    if i < 2 or word.dep not in {"acl", "amod"} or not is_participle(word.lower) or near.pos not in NOUNS:
        return
    if (
        near.lower not in TIMES
        and word.head < i - 1
        and not _is_below(found, i - 1, i)
        and not _agree(word, found[word.head])
        and _agree(word, near)
    ):
        found[i] = replace(word, head=i - 1)


def _describing(found: list[Word], i: int) -> None:
    """Hang a bare participle that is taken for a clause, or of another noun, on the nearest one its ending agrees with.

    "La tenue d'exercices en mars annoncée par X a été confirmée": the participle is the holding's.
    """
    word = found[i]
    clause = word.dep in {"ccomp", "advcl"} and word.head > i
    if not (clause or _astray(found, i)) or not is_participle(word.lower) or word.lower[-1] not in "es":
        return
    if any(found[c].dep.startswith("aux") or found[c].dep in {"mark", "cop"} for c in _children(found, i)):
        return
    plural, feminine = word.lower.endswith("s"), word.lower.rstrip("s").endswith("e")
    for k in range(i - 1, -1, -1):
        noun = found[k]
        if noun.pos == "PUNCT" or noun.pos in VERBAL:
            return
        agrees = (noun.plural, noun.feminine) == (plural, feminine)
        if noun.pos == "NOUN" and noun.lower not in TIMES and agrees and not _is_below(found, k, i):
            found[i] = replace(word, head=k, dep="acl", plural=plural, feminine=feminine)
            return


def _astray(found: Sequence[Word], i: int) -> bool:
    """Tell whether a participle hangs on a time or a noun of another number before it, or on a verb behind it."""
    noun, plural = found[found[i].head], found[i].lower.endswith("s")
    if found[i].dep != "acl":
        return False
    return noun.pos in VERBAL if found[i].head > i else noun.lower in TIMES or (noun.plural and not plural)


def _between(found: list[Word], i: int) -> None:
    """Hang a phrase between a noun and its participle on the noun before it: "des exercices en mars annoncés par X"."""
    word, below = found[i], found[i].head
    if word.pos != "NOUN" or not word.dep.startswith("obl") or below <= i or found[below].dep != "acl":
        return
    first = min([i, *(c for c in _children(found, i) if c < i)])
    for k in range(first - 1, found[below].head - 1, -1):
        if found[k].pos == "NOUN" and not _is_below(found, k, i):
            found[i] = replace(word, head=k, dep="nmod")
            return


def _agree(one: Word, other: Word) -> bool:
    return (one.plural, one.feminine) == (other.plural, other.feminine)


STEPS: tuple[Callable[[list[Word], int], None], ...] = (
    _verb_with_auxiliary,
    _figure,
    _civility,
    _number_of,
    _adjective_before_noun,
    _fronted_subject,
    _behind_preposition,
    _behind_case,
    _second_subject,
    _agreeing,
    _describing,
    _between,
)


def _children(found: Sequence[Word], i: int) -> list[int]:
    return [k for k, w in enumerate(found) if w.head == i and k != i]


def _is_below(found: Sequence[Word], i: int, top: int) -> bool:
    """Tell whether a word hangs on another, so that the other cannot hang on it."""
    for _ in found:
        if i == top:
            return True
        i = found[i].head
    return False


def _preposition(found: Sequence[Word], i: int) -> int | None:
    """Give "de" or "par" before a noun, as its case or standing right before its phrase."""
    first = min([i, *(c for c in _children(found, i) if c < i)])
    for k in (first, first - 1):
        if k >= 0 and found[k].lower in LINKS and found[k].pos == "ADP":
            return k
    return None


def _is_bare(found: Sequence[Word], i: int) -> bool:
    """Tell whether a noun has a determiner or number and no preposition."""
    before = [found[c] for c in _children(found, i) if c < i]
    return any(w.dep in {"det", "nummod"} for w in before) and not any(w.dep in {"case", "mark"} for w in before)


def _follows(found: Sequence[Word], verb: int, noun: int) -> bool:
    """Tell whether only words of a noun's own phrase, days and adverbs stand between a verb and it."""
    between = range(verb + 1, noun)
    return all(found[k].head == noun or found[k].lower in TIMES or found[k].pos == "ADV" for k in between)
