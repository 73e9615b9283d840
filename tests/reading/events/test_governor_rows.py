"""Every row of the governor table sets the status of an act in a sentence of its own, with no parser."""

import pytest
from examples import Sentence

from selon.languages.fr.governors import Governor, load_governors
from selon.languages.fr.grammar import words as grammar_words
from selon.languages.fr.verbs import bare_infinitive, conjugate
from selon.reading.events.scopes import COMBINE, Verdict, combined
from selon.reading.events.status import status_of
from selon.reading.tree import Tree

ROWS = sorted(
    {g for found in load_governors().values() for g in found},
    key=lambda g: (g.pos, g.lemma, sorted(g.complement), sorted(g.forms)),
)
PREPOSITIONS = {"inf:de": "de", "inf:à": "à", "inf:par": "par", "inf:pour": "pour"}
NOUN_CASES = {"de-np": "de", "à-np": "à", "pour-np": "pour"}
CASES = [(g, c) for g in ROWS if g.pos in {"verb", "noun", "adjective"} for c in sorted(g.complement)]


def head_form(governor: Governor) -> tuple[str, str]:
    """Give a form of a governing word that its row holds for, and the auxiliary before it."""
    if governor.pos != "verb":
        return governor.head, ""
    forms = conjugate(bare_infinitive(governor.head))
    wanted = governor.forms
    if not wanted or "present" in wanted:
        fits = [f for f in forms if f.mood == "indicative" and f.tense == "present" and f.person == 3]
        return fits[0].text, ""
    if "participle" in wanted:
        return next(f.text for f in forms if f.mood == "participle" and f.tense == "past"), "a"
    if "conditional" in wanted:
        return next(f.text for f in forms if f.mood == "conditional" and f.person == 3), ""
    return next(f.text for f in forms if f.mood == "indicative" and f.tense in wanted and f.person == 3), ""


def sentence(governor: Governor, complement: str) -> tuple[Tree, int, bool]:
    """Give "le ministre GOVERNOR (de) attaquer / l'attaque / que l'armée attaque", where the act is, and if a verb."""
    made = Sentence()
    form, auxiliary = head_form(governor)
    verbal = governor.pos == "verb"
    subject = -1
    if complement not in {"subj", "noun"}:
        subject = made.phrase("", "ministre", "nsubj", -1)
    marks = [made.add(w, "PRON", "expl:comp", -1) for w in governor.before]
    if complement in {"subj", "noun"}:
        act = made.phrase("", "attaque", "nsubj", -1)
    marks += [made.add(auxiliary, "AUX", "aux:tense", -1)] if auxiliary else []
    head = made.add(form, "VERB" if verbal else "NOUN" if governor.pos == "noun" else "ADJ", "ROOT", -1)
    for k in (subject, *marks):
        if k >= 0:
            made.hang(k, head)
    for word in governor.rest:
        if not (word in grammar_words("prepositions") and word == governor.rest[-1]):
            made.add(word, "NOUN", "fixed", head)
        else:
            made.add(word, "ADP", "fixed", head)
    if complement == "noun":
        made.hang(head, act)
        made.rows[head] = (form, "ADJ", "amod", act)
        verb = made.add("inquiète", "VERB", "ROOT", -1)
        made.rows[act] = ("attaque", "NOUN", "nsubj", verb)
        return made.tree(), act, False
    if complement == "subj":
        made.hang(act, head)
        return made.tree(), act, False
    if complement.startswith("inf"):
        preposition = PREPOSITIONS.get(complement)
        mark = made.add(preposition, "ADP", "mark", -1) if preposition else -1
        act = made.add("attaquer", "VERB", "xcomp", head)
        if mark >= 0:
            made.hang(mark, act)
        return made.tree(), act, True
    if complement == "que":
        que = made.add("que", "SCONJ", "mark", -1)
        army = made.phrase("", "armée", "nsubj", -1)
        act = made.add("attaque", "VERB", "ccomp", head)
        made.hang(que, act)
        made.hang(army, act)
        return made.tree(), act, True
    act = made.phrase(
        NOUN_CASES.get(complement, ""), "attaque", "obj" if complement == "np" and verbal else "nmod", head
    )
    return made.tree(), act, False


@pytest.mark.parametrize(("governor", "complement"), CASES, ids=[f"{g.pos} {g.lemma} {c} {g.status}" for g, c in CASES])
def test_a_row_sets_the_status_of_its_complement(governor: Governor, complement: str) -> None:
    tree, act, verbal = sentence(governor, complement)
    assert status_of(tree, act, verbal, speech=False).status == governor.status


@pytest.mark.parametrize(("nearer", "outer"), list(COMBINE))
def test_a_pair_of_scopes_keeps_what_made_it_so(nearer: str, outer: str) -> None:
    from selon.reading.events.scopes import Scope

    inner = Verdict("actual") if nearer == "actual" else combined(Verdict("actual"), Scope(nearer, "a", (1,)))  # type: ignore[arg-type]
    both = combined(inner, Scope(outer, "b", (2,)))  # type: ignore[arg-type]
    assert both.status == COMBINE[nearer, outer]
    assert both.scopes[-1].rule == "b"
