import pytest
from hypothesis import given
from hypothesis import strategies as st

from selon.languages.fr.governors import Governor, load_governors
from selon.languages.fr.phrases import find_rest, word_variants, words_of


def statuses(word: str, complement: str, pos: str | None = None) -> set[str]:
    return {g.status for g in load_governors()[word] if complement in g.complement and pos in (None, g.pos)}


@pytest.mark.parametrize(
    ("word", "complement", "status"),
    [
        ("peut", "inf", "possible"),
        ("pourraient", "inf", "possible"),
        ("veut", "inf", "planned"),
        ("va", "inf", "planned"),
        ("entendent", "inf", "planned"),
        ("envisage", "inf:de", "possible"),
        ("prévoit", "inf:de", "planned"),
        ("refuse", "inf:de", "negated"),
        ("renonçait", "inf:à", "negated"),
        ("empêché", "inf:de", "negated"),
        ("évite", "inf:de", "negated"),
        ("menace", "inf:de", "possible"),
        ("exhorte", "inf:à", "demanded"),
        ("ordonna", "inf:de", "demanded"),
        ("promis", "inf:de", "planned"),
        ("soupçonné", "inf:de", "alleged"),
        ("commence", "inf:à", "actual"),
        ("parvient", "inf:à", "actual"),
        ("déjouées", "np", "negated"),
        ("refus", "inf:de", "negated"),
        ("menaces", "de-np", "possible"),
        ("projets", "de-np", "planned"),
        ("risque", "de-np", "possible"),
        ("appels", "à-np", "demanded"),
        ("soupçons", "de-np", "alleged"),
        ("absence", "de-np", "negated"),
        ("présumées", "noun", "alleged"),
        ("éventuelle", "noun", "possible"),
        ("prévues", "noun", "planned"),
        ("prête", "inf:à", "planned"),
        ("peut-être", "clause", "possible"),
        ("apparemment", "clause", "alleged"),
        ("si", "clause", "possible"),
    ],
)
def test_a_governor_sets_the_status_of_its_complement(word: str, complement: str, status: str) -> None:
    assert status in statuses(word, complement)


def test_the_tense_of_devoir_tells_a_demand_from_a_forecast_and_a_deed() -> None:
    assert statuses("doivent", "inf") == {"demanded"}
    assert statuses("devrait", "inf") == {"planned"}
    assert statuses("dû", "inf") == {"actual"}


def test_what_could_be_done_and_was_done_is_no_possibility() -> None:
    assert statuses("pu", "inf") == {"actual"}


def test_an_attempt_still_going_on_is_a_deed_and_a_past_one_failed() -> None:
    assert statuses("tentent", "inf:de", "verb") == {"actual"}
    assert statuses("tenté", "inf:de", "verb") == {"negated"}


def test_one_accused_in_the_passive_is_only_said_to_have_done_it() -> None:
    assert statuses("accusés", "inf:de") == {"alleged"}
    assert statuses("accuse", "inf:de") == {"actual"}


def test_a_governor_of_several_words_is_found_whole() -> None:
    (governor,) = (g for g in load_governors()["sur"] if g.lemma == "sur le point de")
    assert governor.rest_at(["sur", "le", "point", "d'", "attaquer"], 0) == range(1, 4)
    assert governor.rest_at(["sur", "le", "terrain"], 0) is None


def test_a_reflexive_governor_says_so() -> None:
    assert {g.before for g in load_governors()["engage"] if g.lemma == "s'engager"} == {("s'",)}


def test_every_row_names_a_complement() -> None:
    governors: set[Governor] = {g for found in load_governors().values() for g in found}
    assert len(governors) > 350
    assert all(g.complement for g in governors)


def test_words_are_cut_as_in_a_text() -> None:
    assert words_of("tirer la sonnette d'alarme") == ("tirer", "la", "sonnette", "d'", "alarme")
    assert {"du", "d'"} < word_variants("de")
    assert word_variants("sa") >= {"leur", "notre"}
    assert word_variants("fin") == {"fin"}


@given(st.lists(st.sampled_from(["en", "garde", ",", "hier"]), max_size=8), st.integers(0, 9), st.integers(0, 3))
def test_the_rest_of_a_phrase_is_found_only_where_it_stands(words: list[str], head: int, gap: int) -> None:
    found = find_rest(words, head, [frozenset(["en"]), frozenset(["garde"])], gap)
    if found is not None:
        assert [words[i] for i in found] == ["en", "garde"]
        assert head < found.start <= head + 1 + gap
