"""Every row of the tables of words that carry an act does what it says in a sentence of its own, with no parser."""

from functools import cache

import pytest
from examples import Sentence

from selon.languages.fr.governors import Governor, load_governors
from selon.languages.fr.light_verbs import Carrier, load_carriers
from selon.languages.fr.occurrence import load_occurrence
from selon.languages.fr.verbs import analyse
from selon.reading.events.carried import carried, carried_by
from selon.reading.events.status import status_of
from selon.reading.tree import Tree

GOVERNORS = sorted(
    {g for found in load_governors().values() for g in found},
    key=lambda g: (g.pos, g.lemma, sorted(g.complement), sorted(g.forms)),
)
ADVERBS = [g for g in GOVERNORS if g.pos == "adverb"]
CONJUNCTIONS = [g for g in GOVERNORS if g.pos == "conjunction"]
PREPOSITIONS = [(g, c) for g in GOVERNORS if g.pos == "preposition" for c in sorted(g.complement)]


@cache
def by_lemma(table: str) -> list[tuple[str, str]]:
    """Give a form in the third person for each verb of a table of forms, with its lemma."""
    forms = load_occurrence() if table == "occurrence" else load_carriers().verbs
    found: dict[str, str] = {}
    for form in sorted(forms):
        for f in analyse(form):
            if f.mood == "indicative" and f.tense == "future" and f.person == 3 and f.number == "s":
                found.setdefault(f.lemma, form)
    return sorted(found.items())


OCCURRENCE = [(v, r) for _, v in by_lemma("occurrence") for r in sorted(load_occurrence()[v])]
VERBS = [(v, c) for _, v in by_lemma("carriers") for c in load_carriers().verbs[v]]


@pytest.mark.parametrize(("verb", "role"), OCCURRENCE)
def test_a_verb_of_occurrence_gives_its_act_its_tense(verb: str, role: str) -> None:
    made = Sentence()
    first = made.phrase("", "attaque" if role == "subject" else "rebelles", "nsubj", -1)
    head = made.add(verb, "VERB", "ROOT", -1)
    made.hang(first, head)
    act = first if role == "subject" else made.phrase("", "attaque", "obj", head)
    assert status_of(made.tree(), act, verbal=False, speech=False).status == "planned"


def said_of(made: Sentence, carrier: Carrier, verb: int) -> int:
    """Put down the object, the dative or the victim that an act as subject befalls."""
    if carrier.who == "object":
        return made.phrase("", "rebelles", "obj", verb)
    death = made.phrase("", "mort" if carrier.who == "victim" else "vie", "obj", verb)
    if carrier.who == "victim":
        return made.phrase("de", "rebelles", "nmod", death)
    return made.phrase("à", "rebelles", "obl:arg", verb)


@pytest.mark.parametrize(("verb", "carrier"), VERBS, ids=[f"{v} {c.preposition} {c.party}" for v, c in VERBS])
def test_a_light_verb_names_the_party_of_its_act(verb: str, carrier: Carrier) -> None:
    made = Sentence()
    if carrier.preposition == "subj":
        act = made.phrase("", "attaque", "nsubj", -1)
        head = made.add(verb, "VERB", "ROOT", -1)
        made.hang(act, head)
        party = said_of(made, carrier, head)
    else:
        subject = made.phrase("", "rebelles", "nsubj", -1)
        head = made.add(verb, "VERB", "ROOT", -1)
        made.hang(subject, head)
        other = made.phrase("", "habitants", "obj", head) if carrier.who == "object" else None
        act = made.phrase(carrier.preposition, "attaque", "obl" if carrier.preposition else "obj", head)
        party = subject if other is None else other
        if carrier.who == "dative":
            party = made.phrase("à", "assaillants", "obl:arg", head)
    assert party in carried(made.tree(), act, carrier.party)


def clause(governor: Governor) -> tuple[Tree, int]:
    """Give "CONJUNCTION l'armée attaque", or the clause with the adverb behind its verb, and where the verb is."""
    made, words = Sentence(), [governor.head, *governor.rest]
    if governor.pos == "conjunction":
        marks = [made.add(w, "SCONJ", "mark", -1) for w in words]
        subject = made.phrase("", "armée", "nsubj", -1)
        verb = made.add("attaque", "VERB", "ROOT", -1)
    else:
        subject = made.phrase("", "armée", "nsubj", -1)
        verb = made.add("attaque", "VERB", "ROOT", -1)
        marks = [made.add(w, "ADV", "advmod" if w == words[0] else "fixed", verb) for w in words]
    for k in (subject, *marks):
        made.hang(k, verb)
    return made.tree(), verb


@pytest.mark.parametrize("governor", [*ADVERBS, *CONJUNCTIONS], ids=lambda g: f"{g.pos} {g.lemma}")
def test_an_adverb_or_conjunction_sets_the_status_of_its_clause(governor: Governor) -> None:
    tree, verb = clause(governor)
    assert status_of(tree, verb, verbal=True, speech=False).status == governor.status


@pytest.mark.parametrize(("governor", "complement"), PREPOSITIONS, ids=[f"{g.lemma} {c}" for g, c in PREPOSITIONS])
def test_a_preposition_sets_the_status_of_what_stands_behind_it(governor: Governor, complement: str) -> None:
    made, words = Sentence(), [governor.head, *governor.rest]
    subject = made.phrase("", "armée", "nsubj", -1)
    verb = made.add("avance", "VERB", "ROOT", -1)
    made.hang(subject, verb)
    marks = [made.add(w, "ADP", "case" if complement == "np" else "mark", -1) for w in words]
    noun = complement == "np"
    act = made.add("attaque" if noun else "attaquer", "NOUN" if noun else "VERB", "obl:mod" if noun else "advcl", verb)
    for k in marks:
        made.hang(k, act)
    assert status_of(made.tree(), act, verbal=not noun, speech=False).status == governor.status


NOUNS = [(n, c) for n, c in sorted({(f, c) for f, found in load_carriers().nouns.items() for c in found}, key=str)]


@pytest.mark.parametrize(("noun", "carrier"), NOUNS, ids=[f"{n} {c.preposition} {c.party}" for n, c in NOUNS])
def test_a_carrier_noun_is_said_of_the_subject_it_stands_with(noun: str, carrier: Carrier) -> None:
    made = Sentence()
    subject = made.phrase("", "rebelles", "nsubj", -1)
    copula = made.add("sont", "AUX", "cop", -1)
    head = made.phrase("", noun, "ROOT", -1)
    made.hang(subject, head)
    made.hang(copula, head)
    act = made.phrase(carrier.preposition, "attaque", "nmod", head)
    assert carried_by(made.tree(), act, carrier.party) == subject


@pytest.mark.parametrize(("noun", "carrier"), NOUNS, ids=[f"{n} {c.preposition} {c.party}" for n, c in NOUNS])
def test_a_carrier_noun_names_the_party_itself_only_where_its_row_says_so(noun: str, carrier: Carrier) -> None:
    made = Sentence()
    head = made.phrase("", noun, "nsubj", -1)
    act = made.phrase(carrier.preposition, "attaque", "nmod", head)
    verb = made.add("inquiètent", "VERB", "ROOT", -1)
    made.hang(head, verb)
    assert carried_by(made.tree(), act, carrier.party) == (head if carrier.itself else None)
