"""Indirect speech: a cue verb and the clause, infinitive or noun phrase it gives as content."""

from __future__ import annotations

from collections.abc import Iterator

from selon.languages.fr.cues import Cue
from selon.languages.fr.grammar import words
from selon.languages.fr.verbs import analyse
from selon.reading.document import Document
from selon.reading.noun_phrases import noun_phrase
from selon.reading.statements.clauses import clause_end
from selon.reading.statements.cue_words import CueVerb, cue_verbs
from selon.reading.statements.drafts import Draft, Stretch, WordAt
from selon.reading.statements.speakers import CLAUSE_STOPS, RELATIVE, speaker_of
from selon.reading.tree import Tree

QUE = words("que")
NOT_COMPLEMENT = words("before_comparative_que")
QUESTIONS = words("interrogatives")
PREPOSITIONS = {f"{p}-np": p for p in ("de", "à", "contre", "sur", "pour", "en", "avec", "comme")}
REACH = 14
NEGATIVE_ACTS = frozenset(["deny", "refuse"])
INTENTIONS = frozenset(["HOPE_FEAR"])
PASSIVE_ACTS = frozenset(["announce", "confirm", "deny"])


def indirect_statements(document: Document, number: int, tree: Tree) -> Iterator[Draft]:
    """Give the indirect statements of a sentence."""
    for found in cue_verbs(tree):
        draft = _complement(document, number, tree, found)
        if draft and not _is_own_thought(document, tree, found, draft):
            yield draft


def _is_own_thought(document: Document, tree: Tree, found: CueVerb, draft: Draft) -> bool:
    """Tell a thought of the quoted speaker's own ("nous pensons que …") from a statement: it adds no voice."""
    if draft.speaker is None or tree.words[draft.speaker[1]].lower.lstrip("-") not in FIRST_PERSON:
        return False
    return found.cue.act in {"estimate", "say"} and document.quoted(tree.words[found.index].start) is not None


FIRST_PERSON = words("first_person")


def _complement(document: Document, number: int, tree: Tree, found: CueVerb) -> Draft | None:
    takes = found.cue.takes
    content: tuple[int, int] | None = None
    weight = 0
    if "que" in takes and (start := _que(tree, found)) is not None:
        content, weight = (start, clause_end(tree, start, found.index)), 60
    elif "si" in takes and (start := _question(tree, found)) is not None:
        content, weight = (start, clause_end(tree, start, found.index)), 55
    elif found.cue.cue_class not in INTENTIONS and (start := _infinitive(tree, found)) is not None:
        content, weight = (start, clause_end(tree, start, found.index)), 50
    elif found.cue.condition == "any" and (phrase := _phrase(tree, found)):
        content, weight = phrase, 40
        if not _gives_words(found):
            return None
    if content is None or content[1] < content[0]:
        return None
    stretch = _stretch(document, tree, *content)
    if stretch is None:
        return None
    speaker = speaker_of(tree, found.group)
    if speaker is not None and tree.words[speaker].lower in {"il", "-t-il"} and found.group.passive:
        speaker = None
    form = "mixed" if _has_quotation(document, stretch) else "indirect"
    at: WordAt | None = (number, speaker) if speaker is not None else None
    return Draft(at, cue_stretch(tree, found), found.cue.act, form, (stretch,), weight, _addressee(number, tree, found))


def _gives_words(found: CueVerb) -> bool:
    """Tell whether a cue over a mere noun phrase gives somebody's words: not where it is denied, hoped, or a label."""
    if found.group.negated and found.cue.act not in NEGATIVE_ACTS:
        return False
    if found.cue.cue_class == "CHARACT" and found.group.passive:
        return False
    return found.cue.cue_class not in INTENTIONS


def cue_stretch(tree: Tree, found: CueVerb) -> Stretch:
    """Give the offsets of a cue: the verb with its auxiliaries when they stand together, else the verb alone."""
    first = found.group.first
    joined = all(_auxiliary_like(tree, k) for k in range(first, found.index))
    return tree.words[first if joined else found.index].start, tree.words[found.last].end


def _auxiliary_like(tree: Tree, k: int) -> bool:
    return any(f.lemma in {"avoir", "être"} for f in analyse(tree.words[k].lower))


def _que(tree: Tree, found: CueVerb) -> int | None:
    """Find the first word behind the complementiser of a cue."""
    for j in range(found.last + 1, min(found.last + REACH, len(tree.words) - 1)):
        word = tree.words[j]
        if word.lower in QUE and j + 1 < len(tree.words):
            before = tree.words[j - 1].lower
            if before in NOT_COMPLEMENT or (
                word.dep in {"obj"} and word.pos == "PRON" and tree.words[j - 1].pos == "NOUN"
            ):
                return None
            if (
                found.group.clitics
                and tree.words[found.group.clitics[0]].lower in {"ne", "n'"}
                and not found.group.negated
            ):
                return None  # ne … que
            return _skip_comma(tree, j + 1)
        if word.text in {";", ":", ".", "!", "?"} or word.lower in RELATIVE or word.lower in QUESTIONS - {"s'"}:
            return None
        if word.pos in {"VERB", "AUX"} and j > found.last and not analyse_is_participle(word.lower):
            return None
    return None


def analyse_is_participle(word: str) -> bool:
    """Tell whether a word can be a participle only, so ends no search for the clause."""
    forms = analyse(word)
    return bool(forms) and all(f.mood in {"participle"} for f in forms)


def _skip_comma(tree: Tree, j: int) -> int:
    return j + 1 if j < len(tree.words) and tree.words[j].text == "," else j


def _question(tree: Tree, found: CueVerb) -> int | None:
    for j in range(found.last + 1, min(found.last + 6, len(tree.words) - 1)):
        word = tree.words[j]
        if word.lower in QUESTIONS:
            return j + 1 if word.lower in {"si", "s'"} else j
        if word.lower == "ce" and tree.words[j + 1].lower in {"que", "qui", "qu'"}:
            return j
        if word.text in CLAUSE_STOPS or word.pos in {"VERB", "NOUN"}:
            return None
    return None


def _infinitive(tree: Tree, found: CueVerb) -> int | None:
    """Find the infinitive a cue governs: "appelle X à cesser", "promet de partir", "dit vouloir"."""
    marks = {"de": {"de", "d'"}, "à": {"à"}, "pour": {"pour"}}
    wanted = {t.partition(":")[2] for t in found.cue.takes if t.startswith("inf")}
    for j in range(found.last + 1, min(found.last + REACH, len(tree.words))):
        word = tree.words[j]
        if word.text in {";", ":", ".", "!", "?"} or word.lower in RELATIVE or word.lower in QUE:
            return None
        if not _is_infinitive(tree, j):
            if word.pos == "VERB" and not analyse_is_participle(word.lower):
                return None
            continue
        k = j - 1
        while k > found.last and (tree.words[k].lower in CLITIC_OR_NEGATION or tree.words[k].pos == "ADV"):
            k -= 1
        mark = tree.words[k].lower
        if k == found.last or k < found.last:
            return k + 1 if "" in wanted else None
        if any(mark in forms and name in wanted for name, forms in marks.items()):
            return k + 1
        if tree.words[k].text in {'"', "«", "“"} and any(
            tree.words[k - 1].lower in marks[n] for n in marks if n in wanted
        ):
            return k
        if mark in {"de", "d'", "à", "pour", "sans", "par"}:
            continue
        return None
    return None


CLITIC_OR_NEGATION = words("before_infinitive")


def _is_infinitive(tree: Tree, j: int) -> bool:
    forms = analyse(tree.words[j].lower)
    return any(f.mood == "infinitive" for f in forms) and tree.words[j].pos in {"VERB", "AUX"}


def _phrase(tree: Tree, found: CueVerb) -> tuple[int, int] | None:
    """Find the noun phrase a cue gives as content: its object, or the complement in its preposition."""
    takes = found.cue.takes
    for name, preposition in PREPOSITIONS.items():
        if name in takes and (head := _prepositional(tree, found, preposition)) is not None:
            return _extent(tree, head, found)
    if "np" not in takes:
        return None
    if found.group.passive and found.cue.act not in PASSIVE_ACTS and found.cue.lemma != "revendiquer":
        return None
    head = _subject_of_passive(tree, found) if found.group.passive else _object(tree, found)
    if head is None:
        return None
    if found.group.passive:
        return noun_phrase(tree, head, coordination=True)
    return _extent(tree, head, found)


def _prepositional(tree: Tree, found: CueVerb, preposition: str) -> int | None:
    for child in tree.children[found.index]:
        if (
            child > found.last
            and tree.case(child) == preposition
            and tree.words[child].pos in {"NOUN", "PROPN", "PRON", "NUM"}
        ):
            return child
    return None


def _object(tree: Tree, found: CueVerb) -> int | None:
    for child in tree.children[found.index]:
        word = tree.words[child]
        if (
            word.dep == "obj"
            and child > found.last
            and word.pos in {"NOUN", "PROPN", "PRON", "NUM"}
            and word.lower not in QUE | RELATIVE
        ):
            return child
    return None


def _subject_of_passive(tree: Tree, found: CueVerb) -> int | None:
    for child in tree.children[found.index]:
        if tree.words[child].dep in {"nsubj:pass", "nsubj"} and tree.words[child].pos in {"NOUN", "PROPN"}:
            return child
    return None


def _extent(tree: Tree, head: int, found: CueVerb) -> tuple[int, int] | None:
    """Give the words of a noun phrase with all its complements up to the end of the clause."""
    first, _ = noun_phrase(tree, head)
    while first - 1 > found.last and tree.words[first - 1].text in {'"', "«", "“"}:
        first -= 1
    last = clause_end(tree, first, found.index)
    for j in range(head + 1, last):
        if (
            tree.words[j].text == ","
            and tree.words[j + 1].pos in {"DET", "PROPN", "NOUN", "ADP", "PRON", "SCONJ"}
            and not _coordinated_on(tree, j)
        ):
            return first, j - 1
    return (first, last) if last >= head else None


def _coordinated_on(tree: Tree, comma: int) -> bool:
    """Tell whether a comma joins members of a list rather than setting off an apposition."""
    following = next((w for w in tree.words[comma + 1 : comma + 5] if w.pos in {"NOUN", "PROPN"}), None)
    return following is not None and following.dep == "conj"


def _addressee(number: int, tree: Tree, found: CueVerb) -> WordAt | None:
    wanted = found.cue.addressee
    for child in tree.children[found.index] if wanted else ():
        word = tree.words[child]
        if (
            word.pos not in {"NOUN", "PROPN", "PRON"}
            or word.dep in {"nsubj", "nsubj:pass", "expl:comp"}
            or word.lower in QUE | RELATIVE
        ):
            continue
        if (
            ("obj" in wanted and word.dep == "obj")
            or ("à" in wanted and word.dep == "iobj")
            or tree.case(child) in wanted
        ):
            return number, child
    return None


def _stretch(document: Document, tree: Tree, first: int, last: int) -> Stretch | None:
    """Give the offsets from one word to another, the outer quotation marks left out."""
    start, end = tree.words[first].start, tree.words[last].end
    for q in document.quotations:
        if q.outer_start == start and q.outer_end >= end - 1 and q.outer_end <= end + 1:
            start, end = q.start, min(q.end, end)
    return (start, end) if start < end else None


def _has_quotation(document: Document, stretch: Stretch) -> bool:
    return any(
        stretch[0] - 2 <= q.outer_start and q.start < stretch[1] for q in document.quotations if q.end > stretch[0]
    )


def takes_quote(cue: Cue) -> bool:
    """Tell whether a cue may introduce or follow direct speech."""
    return "quote" in cue.takes
