"""The verb with its auxiliaries, clitics and negation, read from forms and positions rather than from the parse."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from selon.languages.fr.grammar import words
from selon.languages.fr.verbs import Form, analyse
from selon.reading.tree import Tree

AUXILIARIES = words("auxiliaries")
CLITICS = words("clitics")
REFLEXIVE = words("reflexive")
NEGATIVE = words("negative")
NE_ALONE = words("ne_alone")
QUE = words("que")
QUOTES = frozenset(['"', "«", "»", "“", "”"])
ADVERBS_BETWEEN = 3
ASIDE = 7
NOUS_REACH = 6
OWN_REACH = 4
SUBJECT_CLITIC = words("subject_clitics")


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """A verb at word `main`, its group from word `first`; mood and tense are those of its finite or leading form."""

    first: int
    main: int
    mood: str
    tense: str
    compound: bool
    passive: bool
    reflexive: bool
    negated: bool
    clitics: tuple[int, ...]
    inverted_subject: int | None

    @property
    def finite(self) -> bool:
        """Tell whether the group has a person and a tense."""
        return self.mood in {"indicative", "conditional", "subjunctive", "imperative"}


@lru_cache(maxsize=32768)
def is_auxiliary(word: str) -> bool:
    """Tell whether a lower-cased word can be a form of avoir or être."""
    return any(f.lemma in AUXILIARIES for f in analyse(word))


@lru_cache(maxsize=32768)
def can_be_infinitive(word: str) -> bool:
    """Tell whether a lower-cased word can be an infinitive."""
    return any(f.mood == "infinitive" for f in analyse(word))


@lru_cache(maxsize=32768)
def is_participle(word: str) -> bool:
    """Tell whether a lower-cased word can be a past participle."""
    return any(f.mood == "participle" and f.tense == "past" for f in analyse(word)) or word.endswith(
        ("é", "ée", "és", "ées")
    )


def verb_group(tree: Tree, main: int) -> VerbGroup:
    """Read the group of the verb at a word."""
    known = tree.memo.get(("verb_group", main))
    if not isinstance(known, VerbGroup):
        known = tree.memo["verb_group", main] = _read_group(tree, main)
    return known


def _read_group(tree: Tree, main: int) -> VerbGroup:
    words = tree.words
    first, auxiliaries, inverted = main, [], None
    j, skipped = main - 1, 0
    while is_participle(words[main].lower) and j >= 0 and skipped <= ADVERBS_BETWEEN:
        lower = words[j].lower
        if is_auxiliary(lower):
            auxiliaries.append(j)
            first, skipped = j, 0
        elif lower in SUBJECT_CLITIC:
            inverted = j
        elif lower == "," and not auxiliaries:
            j = _before_aside(tree, j)
        elif _may_stand_between(tree, j, main):
            skipped += 1
        else:
            break
        j -= 1
    if not auxiliaries and (parsed := _parsed_auxiliaries(tree, main)):  # "avaient pour leur part invité"
        auxiliaries, first = parsed, parsed[-1]
    clitics = _clitics(tree, first)
    if main + 1 < len(words) and words[main + 1].lower in SUBJECT_CLITIC:
        inverted = main + 1
    lead = _leading_form(words[first].lower, first == main, words[first - 1].lower if first else "")
    passive = _is_passive(tree, main, auxiliaries, clitics)
    reflexive = _is_reflexive(tree, first, clitics)
    return VerbGroup(
        first,
        main,
        lead[0],
        lead[1],
        bool(auxiliaries),
        passive and not reflexive,
        reflexive,
        _is_negated(tree, first, main, clitics),
        clitics,
        inverted,
    )


def _parsed_auxiliaries(tree: Tree, main: int) -> list[int]:
    """Give the auxiliaries that the parse ties to a participle, nearest first."""
    if not is_participle(tree.words[main].lower):
        return []
    own = [c for c in tree.children[main] if c < main and tree.words[c].dep in {"aux:tense", "aux:pass"}]
    return [c for c in reversed(own) if is_auxiliary(tree.words[c].lower)]


def is_exhortation(tree: Tree, group: VerbGroup) -> bool:
    """Tell whether a verb in the first person plural has no "nous" before it: "rappelons que"."""
    forms = [f for f in analyse(tree.words[group.first].lower) if f.mood in {"indicative", "imperative"}]
    if not forms or any(f.person != 1 or f.number != "p" for f in forms):
        return False
    before = tree.words[max(0, group.first - NOUS_REACH) : group.first + 2]
    return not any(w.lower in {"nous", "-nous"} for w in before)


def _may_stand_between(tree: Tree, j: int, main: int) -> bool:
    """Tell whether a word may stand between an auxiliary and its participle: an adverb, or one used as such."""
    word = tree.words[j]
    adverbial = word.head == main and word.dep in {"advmod", "mark"}
    return (
        word.text in QUOTES or word.lower in NEGATIVE or word.pos == "ADV" or word.lower.endswith("ment") or adverbial
    )


def _before_aside(tree: Tree, comma: int) -> int:
    """Step over an aside between commas ("a, dès mercredi, acté"): give its opening comma, or the comma itself."""
    for j in range(comma - 1, max(0, comma - ASIDE), -1):
        if tree.words[j].text == ",":
            return j if is_auxiliary(tree.words[j - 1].lower) else comma
        if tree.words[j].pos in {"VERB", "AUX"}:
            return comma
    return comma


def _clitics(tree: Tree, first: int) -> tuple[int, ...]:
    found = []
    j = first - 1
    while j >= 0 and tree.words[j].lower in CLITICS:
        found.append(j)
        j -= 1
    return tuple(reversed(found))


def _is_reflexive(tree: Tree, first: int, clitics: tuple[int, ...]) -> bool:
    """Tell whether a pronoun of the subject's own person stands before a verb: "nous nous retirons", "m'engager"."""
    for c in clitics:
        lower = tree.words[c].lower
        if lower not in REFLEXIVE or tree.words[c].pos == "DET":
            continue
        if lower in {"nous", "vous"}:
            own = any(w.lower == lower for w in tree.words[max(0, c - OWN_REACH) : c])
        else:
            own = lower in {"se", "s'"} or not _only_third_person(tree.words[first].lower)
        if own:
            return True
    return False


@lru_cache(maxsize=8192)
def _only_third_person(word: str) -> bool:
    """Tell whether a form has a person, and none but the third."""
    persons = {f.person for f in analyse(word)}
    return persons == {3}


MOODS = ("indicative", "conditional", "subjunctive", "infinitive", "participle", "imperative")


def _leading_form(word: str, alone: bool, before: str) -> tuple[str, str]:
    """Pick the likeliest mood and tense of a form: a bare participle is one only when nothing finite fits."""
    forms = analyse(word)
    if not forms:
        return ("participle", "past") if alone and is_participle(word) else ("indicative", "present")
    best = min(forms, key=lambda f: (_rank(f, before), MOODS.index(f.mood) if f.mood in MOODS else 9))
    return best.mood, best.tense


def _rank(form: Form, before: str) -> int:
    first_person = form.person in {1, 2} and before not in {"je", "j'", "tu", "nous", "vous"}
    return int(first_person) + int(form.mood == "imperative")


def _is_passive(tree: Tree, main: int, auxiliaries: list[int], clitics: tuple[int, ...]) -> bool:
    if not auxiliaries:
        return is_participle(tree.words[main].lower) and not any(
            f.mood == "indicative" and f.tense == "present" for f in analyse(tree.words[main].lower)
        )
    lowers = [tree.words[a].lower for a in auxiliaries]
    been = any(f.lemma == "être" for f in analyse(lowers[0]))
    return been and not _moves(tree.words[main].lower)


@lru_cache(maxsize=8192)
def _moves(participle: str) -> bool:
    """Tell whether a participle makes its compound tenses with être (arrivé, intervenu), so is no passive."""
    from selon.languages.fr.verbs import auxiliary

    return any(auxiliary(f.lemma) == "être" for f in analyse(participle) if f.mood == "participle")


def _is_negated(tree: Tree, first: int, main: int, clitics: tuple[int, ...]) -> bool:
    words = tree.words
    if not any(words[c].lower in {"ne", "n'"} for c in clitics):
        before = words[first - 1].lower if first else ""
        return before in {"pas", "jamais"} and first >= 2 and words[first - 2].lower in {"ne", "n'"}
    window = [w.lower for w in words[first : min(len(words), main + 6)]]
    left = [w.lower for w in words[max(0, first - 6) : first]]
    if any(w in NEGATIVE for w in window) or _is_denied_by_ne(words[main].lower, window[main - first + 1 :]):
        return True
    return any(w in {"aucun", "aucune", "personne", "rien", "nul", "ni", "jamais"} for w in left)


def _is_denied_by_ne(verb: str, behind: Sequence[str]) -> bool:
    """Tell the verbs that "ne" denies without "pas": "ne cesse de", "ne saurait"; "ne peut que" is no denial."""
    return any(f.lemma in NE_ALONE for f in analyse(verb)) and QUE.isdisjoint(behind)
