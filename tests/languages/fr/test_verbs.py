import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selon.languages.fr import verbs
from selon.languages.fr.verbs import Form, analyse, auxiliary, conjugate, verb_models


def readings(word: str, lemma: str) -> set[tuple[str, str, int, str, str]]:
    return {(f.mood, f.tense, f.person, f.number, f.gender) for f in analyse(word) if f.lemma == lemma}


@pytest.mark.parametrize(
    ("word", "lemma", "mood", "tense", "person", "number"),
    [
        ("déclara", "déclarer", "indicative", "past", 3, "s"),
        ("affirmaient", "affirmer", "indicative", "imperfect", 3, "p"),
        ("exigea", "exiger", "indicative", "past", 3, "s"),
        ("dénonçait", "dénoncer", "indicative", "imperfect", 3, "s"),
        ("annonçons", "annoncer", "imperative", "present", 1, "p"),
        ("révèle", "révéler", "indicative", "present", 3, "s"),
        ("révélera", "révéler", "indicative", "future", 3, "s"),
        ("révèlera", "révéler", "indicative", "future", 3, "s"),
        ("appellerait", "appeler", "conditional", "present", 3, "s"),
        ("martèle", "marteler", "indicative", "present", 3, "s"),
        ("rejettent", "rejeter", "indicative", "present", 3, "p"),
        ("lèvera", "lever", "indicative", "future", 3, "s"),
        ("déploie", "déployer", "indicative", "present", 3, "s"),
        ("déploieront", "déployer", "indicative", "future", 3, "p"),
        ("paye", "payer", "indicative", "present", 3, "s"),
        ("paie", "payer", "indicative", "present", 3, "s"),
        ("enverra", "envoyer", "indicative", "future", 3, "s"),
        ("agrée", "agréer", "indicative", "present", 3, "s"),
        ("allègue", "alléguer", "indicative", "present", 3, "s"),
        ("avertissent", "avertir", "indicative", "present", 3, "p"),
        ("dément", "démentir", "indicative", "present", 3, "s"),
        ("soutient", "soutenir", "indicative", "present", 3, "s"),
        ("soutint", "soutenir", "indicative", "past", 3, "s"),
        ("convînt", "convenir", "subjunctive", "imperfect", 3, "s"),
        ("prétendit", "prétendre", "indicative", "past", 3, "s"),
        ("apprennent", "apprendre", "indicative", "present", 3, "p"),
        ("promettra", "promettre", "indicative", "future", 3, "s"),
        ("craignait", "craindre", "indicative", "imperfect", 3, "s"),
        ("enjoignit", "enjoindre", "indicative", "past", 3, "s"),
        ("conduisit", "conduire", "indicative", "past", 3, "s"),
        ("écrivait", "écrire", "indicative", "imperfect", 3, "s"),
        ("dites", "dire", "indicative", "present", 2, "p"),
        ("interdisez", "interdire", "indicative", "present", 2, "p"),
        ("reconnaît", "reconnaître", "indicative", "present", 3, "s"),
        ("reconnait", "reconnaître", "indicative", "present", 3, "s"),
        ("entraine", "entraîner", "indicative", "present", 3, "s"),
        ("acquièrent", "acquérir", "indicative", "present", 3, "p"),
        ("offre", "offrir", "imperative", "present", 2, "s"),
        ("accueillera", "accueillir", "indicative", "future", 3, "s"),
        ("meurent", "mourir", "indicative", "present", 3, "p"),
        ("assied", "asseoir", "indicative", "present", 3, "s"),
        ("assoit", "asseoir", "indicative", "present", 3, "s"),
        ("puisse", "pouvoir", "subjunctive", "present", 3, "s"),
        ("faudra", "falloir", "indicative", "future", 3, "s"),
        ("soient", "être", "subjunctive", "present", 3, "p"),
        ("eut", "avoir", "indicative", "past", 3, "s"),
        ("iront", "aller", "indicative", "future", 3, "p"),
        ("fassent", "faire", "subjunctive", "present", 3, "p"),
        ("vainquit", "vaincre", "indicative", "past", 3, "s"),
        ("haïssent", "haïr", "indicative", "present", 3, "p"),
    ],
)
def test_a_finite_form_is_read_with_its_mood_tense_and_person(
    word: str, lemma: str, mood: str, tense: str, person: int, number: str
) -> None:
    assert (mood, tense, person, number, "") in readings(word, lemma)


@pytest.mark.parametrize(
    ("word", "lemma", "number", "gender"),
    [
        ("tuées", "tuer", "p", "f"),
        ("mort", "mourir", "s", "m"),
        ("reçues", "recevoir", "p", "f"),
        ("dû", "devoir", "s", "m"),
        ("dus", "devoir", "p", "m"),
        ("pris", "prendre", "p", "m"),
        ("contraintes", "contraindre", "p", "f"),
        ("dissoute", "dissoudre", "s", "f"),
        ("conquise", "conquérir", "s", "f"),
        ("née", "naître", "s", "f"),
        ("inclus", "inclure", "p", "m"),
        ("exclue", "exclure", "s", "f"),
    ],
)
def test_a_past_participle_is_read_with_its_agreement(word: str, lemma: str, number: str, gender: str) -> None:
    assert ("participle", "past", 0, number, gender) in readings(word, lemma)


def test_dit_is_present_and_past_and_a_participle() -> None:
    assert readings("dit", "dire") == {
        ("indicative", "present", 3, "s", ""),
        ("indicative", "past", 3, "s", ""),
        ("participle", "past", 0, "s", "m"),
    }


def test_a_word_of_two_verbs_has_readings_of_both() -> None:
    assert {f.lemma for f in analyse("suis")} == {"être", "suivre"}


def test_an_invariable_participle_has_one_form() -> None:
    assert [f.text for f in conjugate("être") if f.mood == "participle" and f.tense == "past"] == ["été"]


def test_a_defective_verb_has_only_its_persons() -> None:
    assert {f.person for f in conjugate("falloir") if f.person} == {3}
    assert not analyse("falle")


@pytest.mark.parametrize("word", ["", "maison", "Déclara", "gouvernement", "le", "kljhg"])
def test_a_word_that_is_no_verb_form_has_no_reading(word: str) -> None:
    assert analyse(word) == ()


def test_an_unlisted_verb_follows_its_ending() -> None:
    assert "zorbe" in {f.text for f in conjugate("zorber")}
    assert "zézède" in {f.text for f in conjugate("zézéder")}
    assert "glabissent" in {f.text for f in conjugate("glabir")}
    assert conjugate("maison") == ()


def test_a_reflexive_verb_has_the_forms_of_the_verb() -> None:
    assert conjugate("se réjouir") == conjugate("réjouir")
    assert conjugate("s'inquiéter") == conjugate("inquiéter")


def test_verbs_of_motion_take_etre() -> None:
    assert [auxiliary(v) for v in ("arriver", "sortir", "frapper")] == ["être", "both", "avoir"]


def test_the_list_is_large_and_every_verb_has_a_whole_paradigm() -> None:
    defective = {"falloir", "gésir", "pleuvoir", "repleuvoir", "échoir"}
    assert len(verb_models()) > 3000
    assert all(len(conjugate(v)) >= 39 for v in verb_models() if v not in defective)


def test_the_index_is_built_fast() -> None:
    verbs._index.cache_clear()
    analyse.cache_clear()
    start = time.process_time()
    analyse("frappa")
    assert time.process_time() - start < 1.0


@given(st.sampled_from(sorted(verb_models())))
def test_every_form_is_found_again(lemma: str) -> None:
    for form in conjugate(lemma):
        assert isinstance(form, Form)
        assert form in analyse(form.text)
        assert form.text == form.text.lower()
