"""Statements that a noun introduces: "les affirmations du gouvernement selon lesquelles …", "l'appel de X à …"."""

from __future__ import annotations

from collections.abc import Iterator

from selon.languages.fr.cues import Cue, load_cues
from selon.languages.fr.grammar import words
from selon.languages.fr.roles import load_roles
from selon.languages.fr.triggers import load_triggers
from selon.languages.fr.verbs import analyse
from selon.reading.statements.clauses import clause_end
from selon.reading.statements.complements import NOT_COMPLEMENT
from selon.reading.statements.drafts import Draft, WordAt
from selon.reading.statements.incises import is_finite
from selon.reading.statements.passage import Passage
from selon.reading.statements.speakers import TIME_NOUNS, can_speak
from selon.reading.tree import Tree
from selon.reading.verb_groups import can_be_infinitive

POSSESSIVES = words("third_person_possessives")
WHICH = words("which")
QUE = words("que")
JOINING = QUE | words("relative") | words("joining_words") | words("interrogatives") | frozenset(["dont", "comme"])
DE = frozenset(["de", "d'"])
TO = frozenset(["à", "au", "aux"])
REACH = 12
RUNNING = words("running_verbs")


def nominal_statements(passage: Passage) -> Iterator[Draft]:
    """Give the statements of a sentence that a noun cue introduces."""
    document, number, tree = passage.document, passage.number, passage.tree
    nouns = load_cues().nouns
    lowers = [w.lower for w in tree.words]
    for i, word in enumerate(tree.words):
        if word.pos not in {"NOUN", "X"}:
            continue
        for cue in nouns.get(word.lower, ()):
            if cue.rest and cue.rest_at(lowers[: i + 1 + len(cue.rest)], i) is None:
                continue
            running = _running(tree, i, cue)
            start = running or _content_start(tree, i, cue) or _named(tree, i, cue)
            if start is None or (tree.words[start - 1].lower in QUE and _is_cleft(tree, i)):
                continue
            end = _before_main_verb(tree, start, clause_end(passage, start, i, "phrase"))
            if end < start:
                continue
            stretch = (tree.words[start].start, tree.words[end].end)
            speaker = _speaker(tree, i, start)
            if speaker is None and running is None and tree.words[start - 1].lower not in WHICH:
                continue
            at: WordAt | None = (number, speaker) if speaker is not None else None
            mixed = any(stretch[0] <= q.outer_start < stretch[1] for q in document.quotations)
            yield Draft(at, (word.start, word.end), cue.act, "mixed" if mixed else "indirect", (stretch,), 45)
            break


def _content_start(tree: Tree, noun: int, cue: Cue) -> int | None:
    """Find the clause behind a noun cue: "selon lequel P", "que P", "à" or "de" with an infinitive."""
    words = tree.words
    for j in range(noun + 1, min(noun + REACH, len(words) - 1)):
        if words[j].lower == "selon" and words[j + 1].lower in WHICH and j + 2 < len(words):
            return j + 2
        if (
            words[j].lower in {"que", "qu'"}
            and "que" in cue.takes
            and words[j - 1].lower not in NOT_COMPLEMENT
            and words[j - 1].pos != "VERB"
            and words[j].dep in {"mark", "dep", "obj"}
        ):
            return j + 1 if words[j].dep != "obj" else None
        if words[j].lower in {"de", "d'", "à"} and _takes_infinitive(cue, words[j].lower) and _infinitive(tree, j + 1):
            return j + 1
        if words[j].text in {",", ";", ":", "."} or words[j].pos == "VERB":
            return None
    return None


def _running(tree: Tree, noun: int, cue: Cue) -> int | None:
    """Find the clause of what is only said to go round: "la rumeur court que …"."""
    words = tree.words
    for j in range(noun + 1, min(noun + 3, len(words) - 2)):
        if "que" in cue.takes and words[j + 1].lower in {"que", "qu'"} and _goes_round(words[j].lower):
            return j + 2
    return None


def _goes_round(word: str) -> bool:
    return any(f.lemma in RUNNING for f in analyse(word))


def _before_main_verb(tree: Tree, start: int, end: int) -> int:
    """Cut a content before the verb of the clause its noun stands in: "l'annonce que le pont fermerait | a surpris"."""
    spare = 1 if tree.words[start - 1].lower in QUE | WHICH else 0
    for j in range(start, end + 1):
        if j > start and (tree.words[j].lower in JOINING or tree.words[j].text == ","):
            return end
        if is_finite(tree, j):
            if spare == 0:
                return max(start, j - 1)
            spare -= 1
    return end


def _named(tree: Tree, noun: int, cue: Cue) -> int | None:
    """Find the bare noun or phrase that a noun cue names: "accusations de fraude", "son appel à la grève"."""
    words = tree.words
    for j in range(noun + 1, min(noun + REACH, len(words) - 1)):
        if words[j].lower in DE and "de-np" in cue.takes and _is_bare_act(tree, j + 1, cue, j == noun + 1):
            return j + 1
        if words[j].lower in TO and cue.act == "ask" and "à-np" in cue.takes and words[j + 1].pos in {"DET", "NOUN"}:
            return j + 1
        if words[j].lower == "concernant" and "sur-np" in cue.takes:
            return j + 1
        if words[j].text in {",", ";", ":", "."} or words[j].pos in {"VERB", "AUX"}:
            return None
    return None


def _is_bare_act(tree: Tree, j: int, cue: Cue, first: bool) -> bool:
    """Tell whether a bare noun behind "de" is what is said, not who says it.

    `first` tells that it stands right behind the noun cue, where a text is no speaker: "soupçons de projet d'attentat".
    """
    word = tree.words[j]
    if word.pos == "ADJ" and j + 1 < len(tree.words):
        word = tree.words[j + 1]
    heard = can_speak(tree, j) and not (first and _is_text(word.lower))
    named = word.pos == "NOUN" and word.lower not in TIME_NOUNS and not heard
    acts = load_triggers().by_form.get(word.lower, ())
    return named and (not cue.homograph or any(not act.head_is_verb for act in acts))


def _is_text(noun: str) -> bool:
    roles = load_roles().get(noun, ())
    return bool(roles) and all(r.role_class == "text" for r in roles)


def _is_cleft(tree: Tree, noun: int) -> bool:
    """Tell whether the clause behind a noun is that of "c'est … que"."""
    lowers = [w.lower for w in tree.words[:noun]]
    return "c'" in lowers or ("ce" in lowers and "n'" in lowers) or "tel" in [w.lower for w in tree.words[noun:]]


def _takes_infinitive(cue: Cue, mark: str) -> bool:
    return ("inf:à" if mark == "à" else "inf:de") in cue.takes


def _infinitive(tree: Tree, j: int) -> bool:
    while j < len(tree.words) and tree.words[j].lower in {"ne", "pas", "se", "s'", "n'", "le", "la", "les", "y", "en"}:
        j += 1
    return j < len(tree.words) and can_be_infinitive(tree.words[j].lower) and tree.words[j].pos == "VERB"


def _speaker(tree: Tree, noun: int, stop: int) -> int | None:
    for child in tree.children[noun]:
        word = tree.words[child]
        if word.lower in POSSESSIVES and child < noun:
            return child
        if noun < child < stop and tree.case(child) in {"de", "par"} and word.pos in {"NOUN", "PROPN", "PRON"}:
            return child
    return None
