"""The status of an act where scopes, the statement that tells it, its time and the model differ, with no parser."""

from dataclasses import replace
from typing import cast

import pytest
from examples import Sentence

from selon import Reader
from selon.languages.fr.triggers import load_triggers
from selon.reading.events.scopes import Verdict
from selon.reading.events.status import status_of
from selon.reading.events.triggers import Found
from selon.reading.events.verdicts import status_in_content, verdict_of
from selon.reading.events.weighing import weigh
from selon.reading.model.opinions import Opinions, TriggerOpinion
from selon.reading.tree import Tree
from selon.records import Act, Event, Span, Statement, StatementForm, Status, When

Rows = list[tuple[str, str, str, int]]


def tree(*rows: tuple[str, str, str, int]) -> Tree:
    return Sentence(list(rows)).tree()


def found(at: int, word: str, verbal: bool) -> Found:
    entry = next(e for e in load_triggers().by_form[word] if e.head_is_verb == verbal and not e.rest)
    return Found(at, at, entry, verbal, (), (), "", "", range(0))


def span(made: Tree, first: int, last: int) -> Span:
    words = made.words[first : last + 1]
    return Span(words[0].start, words[-1].end, " ".join(w.text for w in words))


def told(made: Tree, first: int, last: int, act: Act, form: StatementForm = "indirect") -> Statement:
    return Statement("s1", None, None, span(made, 1, 1), act, form, (span(made, first, last),))


ASKED_FOR = tree(
    ("Elle", "PRON", "nsubj", 1),
    ("réclame", "VERB", "ROOT", -1),
    ("une", "DET", "det", 3),
    ("digue", "NOUN", "obj", 1),
    ("que", "PRON", "obj", 6),
    ("Paris", "PROPN", "nsubj", 6),
    ("refuse", "VERB", "acl:relcl", 3),
)
ASIDE = tree(
    ("Elle", "PRON", "nsubj", 1),
    ("promet", "VERB", "ROOT", -1),
    ("de", "ADP", "mark", 3),
    ("revoir", "VERB", "xcomp", 1),
    ("le", "DET", "det", 5),
    ("traité", "NOUN", "obj", 3),
    ("accusé", "VERB", "acl", 5),
)
RELEASE = tree(
    ("Elle", "PRON", "nsubj", 1),
    ("réclame", "VERB", "ROOT", -1),
    ("la", "DET", "det", 3),
    ("libération", "NOUN", "obj", 1),
    ("et", "CCONJ", "cc", 6),
    ("le", "DET", "det", 6),
    ("départ", "NOUN", "conj", 3),
)
QUOTED = tree(
    ("Je", "PRON", "nsubj", 2),
    ("vous", "PRON", "iobj", 2),
    ("demande", "VERB", "ROOT", -1),
    ("du", "ADP", "case", 4),
    ("temps", "NOUN", "obj", 2),
)


def test_a_content_asks_for_what_it_names_and_for_what_is_joined_to_that() -> None:
    statement = told(RELEASE, 2, 6, "demand")
    assert status_in_content(RELEASE, 3, False, statement) == "demanded"
    assert status_in_content(RELEASE, 6, False, statement) == "demanded"


def test_what_a_content_tells_of_something_in_it_is_not_asked_for() -> None:
    assert status_in_content(ASKED_FOR, 6, True, told(ASKED_FOR, 2, 6, "demand")) == "actual"
    assert status_in_content(ASIDE, 6, True, told(ASIDE, 3, 6, "promise")) == "actual"


def test_a_quoted_sentence_with_a_subject_is_not_what_is_asked_for() -> None:
    assert status_in_content(QUOTED, 2, True, told(QUOTED, 0, 4, "ask", "direct")) == "actual"


@pytest.mark.parametrize(("determiner", "status"), [("cette", "actual"), ("une", "negated")])
def test_who_answers_a_speech_act_does_not_deny_that_it_was_made(determiner: str, status: Status) -> None:
    made = tree(
        ("Paris", "PROPN", "nsubj", 1),
        ("nie", "VERB", "ROOT", -1),
        (determiner, "DET", "det", 3),
        ("accusation", "NOUN", "obj", 1),
    )
    assert status_of(made, 3, verbal=False, speech=True).status == status


def test_aucun_under_a_denied_verb_is_denied_once() -> None:
    made = tree(
        ("Ils", "PRON", "nsubj", 3),
        ("n'", "ADV", "advmod", 3),
        ("ont", "AUX", "aux:tense", 3),
        ("mené", "VERB", "ROOT", -1),
        ("aucune", "DET", "det", 5),
        ("attaque", "NOUN", "obj", 3),
    )
    assert status_of(made, 5, verbal=False, speech=False).status == "negated"


@pytest.mark.parametrize(("restricted", "status"), [(False, "actual"), (True, "negated")])
def test_ne_alone_denies_some_verbs_but_ne_que_does_not(restricted: bool, status: Status) -> None:
    only: Rows = [("que", "ADV", "advmod", 2)] if restricted else []
    made = tree(
        ("Ils", "PRON", "nsubj", 2),
        ("ne", "ADV", "advmod", 2),
        ("cessent", "VERB", "ROOT", -1),
        *only,
        ("d'", "ADP", "mark", 4 + len(only)),
        ("attaquer", "VERB", "xcomp", 2),
    )
    assert status_of(made, 4 + len(only), verbal=True, speech=False).status == status


def test_what_is_hard_to_check_is_not_impossible() -> None:
    made = tree(
        ("Des", "DET", "det", 1),
        ("exécutions", "NOUN", "nsubj", 5),
        ("impossibles", "ADJ", "amod", 1),
        ("à", "ADP", "mark", 4),
        ("vérifier", "VERB", "xcomp", 2),
        ("circulent", "VERB", "ROOT", -1),
    )
    assert status_of(made, 1, verbal=False, speech=False).status == "actual"


CONDITIONAL = tree(
    ("L'", "DET", "det", 1),
    ("armée", "NOUN", "nsubj", 2),
    ("attaquerait", "VERB", "ROOT", -1),
    ("Valdor", "PROPN", "obj", 2),
)
UNDER_CONDITION = tree(
    ("L'", "DET", "det", 1),
    ("armée", "NOUN", "nsubj", 2),
    ("attaquerait", "VERB", "ROOT", -1),
    ("si", "SCONJ", "mark", 5),
    ("Valdor", "PROPN", "nsubj", 5),
    ("refusait", "VERB", "advcl", 2),
)


@pytest.mark.parametrize(
    ("form", "status"),
    [(None, "alleged"), ("prepositional", "alleged"), ("indirect", "planned"), ("direct", "possible")],
)
def test_a_conditional_means_what_the_form_of_the_statement_makes_of_it(
    form: StatementForm | None, status: Status
) -> None:
    assert status_of(CONDITIONAL, 2, True, False, form).status == status


@pytest.mark.parametrize("form", [None, "indirect"])
def test_a_conditional_under_a_condition_is_possible(form: StatementForm | None) -> None:
    assert status_of(UNDER_CONDITION, 2, True, False, form).status == "possible"


def ahead(*rows: tuple[str, str, str, int], at: int, word: str) -> Status:
    made = tree(*rows)
    when = When(None, "2022-03-10", "2022-03-10")
    return verdict_of(made, found(at, word, True), (), when, "2022-03-08").status


def test_a_past_tense_is_not_planned_however_its_day_is_resolved() -> None:
    subject = ("Ils", "PRON", "nsubj", 2)
    assert (
        ahead(subject, ("ont", "AUX", "aux:tense", 2), ("attaqué", "VERB", "ROOT", -1), at=2, word="attaqué")
        == "actual"
    )
    assert ahead(("Ils", "PRON", "nsubj", 1), ("attaquent", "VERB", "ROOT", -1), at=1, word="attaquent") == "planned"


def test_what_must_be_done_on_a_day_to_come_is_planned() -> None:
    rows = (("Ils", "PRON", "nsubj", 1), ("doivent", "VERB", "ROOT", -1), ("négocier", "VERB", "xcomp", 1))
    assert ahead(*rows, at=2, word="négocier") == "planned"
    assert status_of(tree(*rows), 2, True, False).status == "demanded"


class Sees:
    """A model with one opinion of every word."""

    def __init__(self, statuses: dict[Status, float]) -> None:
        self.statuses = statuses

    def sure_type(self, offset: int, least: float) -> None:
        return None

    def of_trigger(self, offset: int, kind: str) -> TriggerOpinion:
        return TriggerOpinion(0.9, 0.9, self.statuses)


def weighed(verdict: Verdict, statuses: dict[Status, float], verbal: bool = False) -> Status:
    at = found(3, "attaque", verbal)
    event = Event("e1", Span(0, 7, "attaque"), "ASSAULT", verdict.status)
    return weigh(cast(Opinions, Sees(statuses)), event, at, verdict, event.type).status


UNDER_NOUN = tree(
    ("La", "DET", "det", 1),
    ("suspension", "NOUN", "ROOT", -1),
    ("des", "ADP", "case", 3),
    ("attaques", "NOUN", "nmod", 1),
)
DENIED = tree(
    ("Ils", "PRON", "nsubj", 2),
    ("n'", "ADV", "advmod", 2),
    ("attaquent", "VERB", "ROOT", -1),
    ("pas", "ADV", "advmod", 2),
)


def test_the_model_makes_a_deed_of_what_a_word_above_puts_in_doubt_only_where_it_is_surer() -> None:
    verdict = status_of(UNDER_NOUN, 3, False, False)
    assert verdict.status == "negated"
    assert weighed(verdict, {"actual": 0.99, "negated": 0.01}) == "actual"
    assert weighed(verdict, {"actual": 0.8, "negated": 0.2}) == "negated"


def test_the_model_never_makes_a_deed_of_what_the_verb_itself_denies() -> None:
    assert weighed(status_of(DENIED, 2, True, False), {"actual": 1.0, "negated": 0.0}, verbal=True) == "negated"


def test_the_model_never_makes_a_deed_of_what_somebody_denies_having_done() -> None:
    made = tree(
        ("Ils", "PRON", "nsubj", 1),
        ("nient", "VERB", "ROOT", -1),
        ("avoir", "AUX", "aux:tense", 3),
        ("attaqué", "VERB", "xcomp", 1),
    )
    assert weighed(status_of(made, 3, True, False), {"actual": 1.0, "negated": 0.0}, verbal=True) == "negated"


def test_the_model_is_believed_sooner_where_no_scope_was_read() -> None:
    verdict = status_of(UNDER_NOUN, 3, False, False)
    unsure: dict[Status, float] = {"possible": 0.7, "actual": 0.1, "negated": 0.2}
    assert weighed(replace(verdict, status="actual", scopes=()), unsure) == "possible"
    assert weighed(verdict, unsure) == "negated"


def test_the_act_of_a_suspect_is_alleged() -> None:
    made = tree(
        ("L'", "DET", "det", 1),
        ("auteur", "NOUN", "nsubj", 6),
        ("présumé", "ADJ", "amod", 1),
        ("de", "ADP", "case", 5),
        ("l'", "DET", "det", 5),
        ("attaque", "NOUN", "nmod", 1),
        ("fuit", "VERB", "ROOT", -1),
    )
    assert status_of(made, 5, verbal=False, speech=False).status == "alleged"


def test_an_act_that_somebody_does_not_exclude_is_possible() -> None:
    made = tree(
        ("Ils", "PRON", "nsubj", 2),
        ("n'", "ADV", "advmod", 2),
        ("excluent", "VERB", "ROOT", -1),
        ("pas", "ADV", "advmod", 2),
        ("d'", "ADP", "mark", 5),
        ("attaquer", "VERB", "xcomp", 2),
    )
    verdict = status_of(made, 5, True, False)
    assert verdict.status == "possible"
    assert weighed(verdict, {"negated": 1.0, "possible": 0.0}, verbal=True) == "possible"


def test_the_model_never_makes_a_deed_of_what_was_foiled() -> None:
    made = tree(
        ("Ils", "PRON", "nsubj", 1),
        ("déjouent", "VERB", "ROOT", -1),
        ("l'", "DET", "det", 3),
        ("attaque", "NOUN", "obj", 1),
    )
    assert weighed(status_of(made, 3, False, False), {"actual": 1.0, "negated": 0.0}) == "negated"


def test_sanctions_that_were_imposed_are_no_plan() -> None:
    (event,) = Reader().read("L'UE a imposé des sanctions à Minsk.").events
    assert (event.trigger.text, event.status) == ("sanctions", "actual")
    assert [m.country for m in event.recipients] == ["BLR"]


def test_what_somebody_has_just_done_is_no_plan() -> None:
    (event,) = Reader().read("Le gouvernement malien vient de rencontrer les rebelles.").events
    assert event.status == "actual"


@pytest.mark.parametrize(
    "text",
    ["Rien n'indique que l'armée ait tiré sur la foule.", "Aucune preuve ne montre que l'armée ait tiré."],
)
def test_a_subjunctive_under_a_negation_tells_no_deed(text: str) -> None:
    (event,) = Reader().read(text).events
    assert event.status in {"alleged", "negated"}
