"""Statements given by a preposition: selon X, d'après X, aux dires de X, de source proche de X."""

from __future__ import annotations

from collections.abc import Iterator

from selon.languages.fr.cues import load_cues
from selon.languages.fr.grammar import words
from selon.languages.fr.roles import load_roles
from selon.reading.document import trim
from selon.reading.noun_phrases import noun_phrase
from selon.reading.statements.asides import phrase_stop
from selon.reading.statements.drafts import CITING_WEIGHT, Draft, Stretch
from selon.reading.statements.incises import in_relative, is_finite
from selon.reading.statements.passage import Passage
from selon.reading.statements.speakers import QUANTIFYING, nominal_after
from selon.reading.tree import Tree
from selon.reading.verb_groups import SUBJECT_CLITIC, is_participle

NO_SPEAKER = words("not_speakers")
CONNECTIVES = words("connectives")
QUE = words("que")
RELATIVES = QUE | words("relative")
SELF_RELATIVE = words("relative")
ENDS = frozenset([".", "!", "?", "…", "...", ";"])
JOINTS = words("clause_joints")
SELON = words("selon")
PERSONAL = words("stressed_pronouns")
BEFORE_QUE = words("before_comparative_que")
OF = frozenset(["de", "d'", "du", "des"])
MAKER_REACH = 8
COMPLETING = frozenset(["obj", "xcomp", "ccomp", "obl:agent", "nsubj", "nsubj:pass"])


def prepositional_statements(passage: Passage) -> Iterator[Draft]:
    """Give the statements of a sentence that a preposition attributes."""
    cues = load_cues()
    lowers = [w.lower for w in passage.tree.words]
    i = 0
    while i < len(lowers):
        match = cues.preposition_at(lowers, i)
        if match:
            draft = _read(passage, i, match[0] - 1, match[1].act)
            if draft:
                yield draft
        i = match[0] if match else i + 1


def _read(passage: Passage, first: int, last: int, act: str) -> Draft | None:
    tree = passage.tree
    head = _speaker(tree, last)
    if head is None or tree.words[head].lower in NO_SPEAKER:
        return None
    if tree.words[last].lower == "par" and not (_opens_clause(tree, first) or tree.words[first].lower[:4] == "cité"):
        return None
    if tree.words[first].lower == "pour" and not (_opens_clause(tree, first) and _is_person(tree, head)):
        return None
    end = max(noun_phrase(tree, head, coordination=True)[1], head)
    content = _quoted_behind(passage, end) or _clause_behind(passage, first, end)
    content = content or _content(passage, first, head, end)
    if not content:
        return None
    head = _maker(tree, head)
    cue: Stretch = (tree.words[first].start, tree.words[last].end)
    weight = CITING_WEIGHT if tree.words[first].lower.startswith("cit") else 65
    return Draft((passage.number, head), cue, act, "prepositional", content, weight)


def _quoted_behind(passage: Passage, end: int) -> tuple[Stretch, ...]:
    """Give the quotation behind "selon X :"."""
    words = passage.tree.words
    if end + 2 >= len(words) or words[end + 1].text != ":":
        return ()
    return tuple((q.start, q.end) for q in passage.quotations if q.outer_start == words[end + 2].start)


def _clause_behind(passage: Passage, first: int, end: int) -> tuple[Stretch, ...]:
    """Give the clause of the verb that a source hangs on: "On apprend de source policière que …"."""
    tree, stop = passage.tree, _last_word(passage.tree)
    if tree.words[first].lower not in OF or end + 2 > stop or tree.words[end + 1].lower not in QUE:
        return ()
    return (trim(passage.document.text, tree.words[end + 2].start, tree.words[stop].end),)


def _is_person(tree: Tree, head: int) -> bool:
    """Tell whether "pour" names who thinks: a person, a group, a state by its name, not a place or a thing."""
    word = tree.words[head]
    if word.lower in PERSONAL or word.text[:1].isupper():
        return len(word.text) > 1
    if word.lower in QUANTIFYING:
        return any(_is_role(tree, j) for j in tree.subtree(head) if j > head)
    return _is_role(tree, head)


def _is_role(tree: Tree, j: int) -> bool:
    roles, lower = load_roles(), tree.words[j].lower
    found = roles.get(lower, ()) or [r for part in lower.split("-") for r in roles.get(part, ())]
    kinds = [r for r in found if r.role_class not in {"text", "government"}]
    return any(r.kind in {"person", "people", "group", "outlet"} or r.role_class == "organisation" for r in kinds)


def _opens_clause(tree: Tree, first: int) -> bool:
    return first == 0 or tree.words[first - 1].text in {'"', "«", ","}


def _speaker(tree: Tree, preposition: int) -> int | None:
    """Give the head of the noun phrase behind a preposition, or the "source" that the preposition itself names."""
    if tree.words[preposition].lower in {"source", "sources"}:
        return preposition
    for j in range(preposition + 1, min(preposition + 8, len(tree.words))):
        word = tree.words[j]
        if word.pos in {"NOUN", "PROPN", "PRON", "X"} or (word.pos == "NUM" and j + 1 == len(tree.words)):
            return word.head if word.pos == "PROPN" and word.dep == "det" and word.head > j else j
        if word.pos in {"VERB", "PUNCT", "SCONJ", "CCONJ"} and word.text not in {'"', "«"}:
            return _used_as_noun(tree, preposition, j)
    return None


def _used_as_noun(tree: Tree, preposition: int, stop: int) -> int | None:
    """Give the adjective or figure that stands for a noun: "selon plusieurs officiels", "selon ces derniers"."""
    opens = tree.words[preposition + 1].pos in {"DET", "NUM"}
    words = range(preposition + 2, stop)
    return next((j for j in words if opens and tree.words[j].pos in {"ADJ", "NUM"}), None)


def _maker(tree: Tree, head: int) -> int:
    """Give who made a text that is named as speaker: "une étude menée par X" is X's, "une étude de X" the study's."""
    lower = tree.words[head].lower
    if lower not in load_cues().nouns and not any(r.role_class == "text" for r in load_roles().get(lower, ())):
        return head
    for j in range(head + 1, min(head + MAKER_REACH, len(tree.words) - 1)):
        if tree.words[j].text in ENDS | {","}:
            break
        if tree.words[j].lower == "par" and is_participle(tree.words[j - 1].lower):
            maker = nominal_after(tree, j)
            return maker if maker is not None else head
    return head


def _content(passage: Passage, first: int, head: int, end: int) -> tuple[Stretch, ...]:
    """Give the clause around the phrase: behind it when it opens the clause, before it, or both."""
    tree, text = passage.tree, passage.document.text
    opening, closing = _participle_clause(tree, first) or _clause(tree, first)
    relative = opening > 0 and tree.words[opening - 1].lower in RELATIVES
    opening = _behind_connective(tree, opening, first)
    apposed = _apposition(tree, opening, first, end)
    if apposed is not None:
        return (trim(text, tree.words[apposed].start, tree.words[first].start),)
    set_off = first == opening or tree.words[first - 1].text == ","
    opens = not any(tree.words[j].pos not in {"PUNCT", "CCONJ", "ADV"} for j in range(opening, first))
    stop = phrase_stop(tree, head, end, closing) if opens or set_off else end
    edge = _earlier_attribution(passage, opening, first)
    before = trim(text, tree.words[opening].start, tree.words[edge].start) if first > opening and not opens else (0, 0)
    after = _after(passage, stop, closing)
    completes = not opens and _completes(tree, first, stop, closing)
    if (
        not opens
        and not completes
        and (_is_whole(tree, opening, first, relative) or (set_off and tree.words[stop].text != ","))
    ):
        after = (0, 0)
    if not opens and (figure := _is_estimate(tree, first, opening)) is not None and tree.words[first - 1].text != ",":
        before, after = trim(text, tree.words[figure].start, tree.words[first].start), (0, 0)
    sentence = passage.document.sentences[passage.number]
    pieces = [_unquoted(passage, p) for p in (before, after) if p[1] - p[0] > 3 or text[p[0]].isdigit()]
    return tuple(p for p in pieces if sentence.start <= p[0] < p[1])


def _participle_clause(tree: Tree, first: int) -> tuple[int, int] | None:
    """Give the first and last word of a clause that a comma sets off, with a participle right before the phrase.

    ", tuant selon l'ONU onze civils", ", soutenus selon Kiev par Moscou,".
    """
    verb = _before(tree, first)
    if verb < 1 or tree.words[verb].pos != "VERB" or tree.words[verb - 1].text != ",":
        return None
    if not (is_participle(tree.words[verb].lower) or tree.words[verb].lower.endswith("ant")):
        return None
    inside = max(tree.subtree(verb))
    if inside < first:
        inside = next((j for j in range(first, len(tree.words)) if tree.words[j].text == ","), _last_word(tree))
    return verb, _without_mark(tree, inside)


def _before(tree: Tree, first: int) -> int:
    """Give the word before a phrase and the comma that may set it off."""
    return first - 2 if first > 1 and tree.words[first - 1].text == "," else first - 1


def _without_mark(tree: Tree, last: int) -> int:
    return last - 1 if tree.words[last].pos == "PUNCT" else last


def _completes(tree: Tree, first: int, stop: int, closing: int) -> bool:
    """Tell whether the verb before the phrase has its object, subject or agent, or an auxiliary its verb, behind it."""
    verb = _before(tree, first)
    if tree.words[verb].pos == "AUX":
        return tree.words[verb].dep.startswith("aux") and tree.words[verb].head > stop
    objects = (w for w in tree.words[stop + 1 : closing + 1] if w.head == verb)
    return tree.words[verb].pos == "VERB" and any(w.dep in COMPLETING for w in objects)


def _apposition(tree: Tree, opening: int, first: int, end: int) -> int | None:
    """Give where an apposition that alone is attributed begins: "Le suspect, | proche d'un parti selon X, est …"."""
    commas = [j for j in range(opening, first - 1) if tree.words[j].text == ","]
    if not commas or end + 1 >= len(tree.words) or tree.words[end + 1].text != "," or tree.words[first - 1].text == ",":
        return None
    start = commas[-1] + 1
    if any(is_finite(tree, j) for j in range(opening, first)) or tree.words[start].pos not in {"ADJ", "NOUN", "VERB"}:
        return None
    return start


def _earlier_attribution(passage: Passage, opening: int, first: int) -> int:
    """Give where the content before "cité par X" ends: at another attribution of it, or at the phrase itself."""
    if passage.tree.words[first - 1].lower in SUBJECT_CLITIC:
        return next((j for j in range(first - 1, opening, -1) if passage.tree.words[j].text == ","), first)
    if not passage.tree.words[first].lower.startswith("cit"):
        return first
    marks = [i.mark for i in passage.incises if opening < i.mark < first]
    marks += [j for j in range(opening + 1, first) if passage.tree.words[j].lower in SELON]
    return min(marks, default=first)


def _after(passage: Passage, stop: int, closing: int) -> Stretch:
    words = passage.tree.words
    if stop + 1 > closing:
        return 0, 0
    return trim(passage.document.text, words[stop + 1].start, words[closing].end)


def _is_whole(tree: Tree, first: int, stop: int, relative: bool) -> bool:
    """Tell whether a stretch is a clause of its own: it has a finite verb, and more than the verb behind it.

    `relative` tells that the stretch stands in a relative clause, so that a verb in one counts.
    """
    top = relative or in_relative(tree, stop)
    last = stop - 1 if tree.words[stop - 1].text != "," else stop - 2
    return any(is_finite(tree, j) and (top or not in_relative(tree, j)) for j in range(first, last))


def _clause(tree: Tree, first: int) -> tuple[int, int]:
    """Give the first and last word of the clause a phrase stands in, without its conjunction or relative pronoun."""
    opening, closing = 0, _last_word(tree)
    joint = first - 2 if first > 1 and tree.words[first - 1].text == "," else first - 1
    if joint > 0 and tree.words[joint].lower in JOINTS:
        return first, closing
    for j in range(first - 1, -1, -1):
        word = tree.words[j]
        subordinate = word.lower in QUE and j > 0 and tree.words[j - 1].lower in BEFORE_QUE
        relative = word.lower in RELATIVES and word.dep != "obj" and not subordinate
        if word.text in {";", ":"} or (relative and _reaches(tree, j, first) and not _is_of_all(tree, j, first)):
            opening = j - 1 if word.lower in RELATIVES and j > 0 and tree.words[j - 1].lower == "ce" else j + 1
            break
    for j in range(first, closing):
        if tree.words[j].text == ";":
            closing = j - 1
            break
    return opening, closing


def _reaches(tree: Tree, opener: int, first: int) -> bool:
    """Tell whether the clause behind "qui" or "que" goes on up to a phrase: no verb outside it stands between."""
    verb = tree.words[opener].head
    if verb <= opener or verb > first:
        return True
    inside = set(tree.subtree(verb))
    later = [j for j in range(verb + 1, first) if is_finite(tree, j) and j not in inside]
    return not later


def _is_of_all(tree: Tree, opener: int, first: int) -> bool:
    """Tell whether a phrase that a comma sets off at the end of a sentence hangs on a word before a relative clause."""
    if tree.words[first - 1].text != "," or any(is_finite(tree, j) for j in range(first, len(tree.words))):
        return False
    noun = tree.words[first].head
    return noun > first and tree.words[noun].head < opener and tree.words[opener].lower in SELF_RELATIVE


def _last_word(tree: Tree) -> int:
    end = len(tree.words) - 1
    while end > 0 and tree.words[end].text in ENDS:
        end -= 1
    return end


def _behind_connective(tree: Tree, opening: int, first: int) -> int:
    """Step over a connective that opens the clause: "Ainsi, selon X, …"."""
    for length in (3, 2, 1):
        lowers = [w.lower for w in tree.words[opening : opening + length] if w.text != ","]
        if " ".join(lowers) in CONNECTIVES and opening + length <= first:
            step = opening + length
            return step + 1 if step < first and tree.words[step].text == "," else step
    return opening


def _is_estimate(tree: Tree, first: int, opening: int) -> int | None:
    """Give the first word of a bare figure before the phrase: "…, 14 000 personnes selon la police"."""
    if first > opening and _is_figure(tree, first - 1):
        figure = first - 1
        while figure > opening and _is_figure(tree, figure - 1):
            figure -= 1
        return figure if tree.words[figure - 1].lower not in {"h", "heures", "en"} else None
    for j in range(first - 1, opening - 1, -1):
        if tree.words[j].text == "," or tree.words[j].text == "(":
            return j + 1 if tree.words[j + 1].pos == "NUM" or tree.words[j + 1].text[:1].isdigit() else None
        if is_finite(tree, j):
            return None
    return None


def _is_figure(tree: Tree, j: int) -> bool:
    return tree.words[j].text[:1].isdigit()


def _unquoted(passage: Passage, stretch: Stretch) -> Stretch:
    """Leave out quotation marks that enclose the whole stretch; a quotation cut by the sentence goes on to its end."""
    start, end = passage.with_whole_quotation(stretch)
    for q in passage.quotations:
        if q.outer_start == start and abs(q.outer_end - end) <= 1:
            return q.start, q.end
    return start, end
