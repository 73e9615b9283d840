from hypothesis import given
from hypothesis import strategies as st

from selon.reading.quotations import find_quotations
from selon.reading.text import split_sentences


def quoted(text: str) -> list[str]:
    return [text[q.start : q.end] for q in find_quotations(text, split_sentences(text))]


def test_guillemets_straight_and_curly_marks_are_paired() -> None:
    assert quoted('«\u00a0Oui\u00a0», "non" et “peut-être”.') == ["Oui", "non", "peut-être"]


def test_a_quotation_inside_another_has_its_own_level() -> None:
    text = "« Il a dit “jamais” hier », répète le maire."
    found = find_quotations(text, split_sentences(text))
    assert [(text[q.start : q.end], q.level) for q in found] == [("Il a dit “jamais” hier", 0), ("jamais", 1)]


def test_a_stray_mark_costs_no_more_than_its_paragraph() -> None:
    assert quoted('Une marque " perdue ici.\n\nIl a dit "oui" hier.') == ["oui"]


def test_a_quotation_that_is_never_closed_ends_with_its_paragraph() -> None:
    assert quoted("« Nous partons.\nIl pleut.") == ["Nous partons."]


def test_a_straight_mark_glued_to_a_sentence_end_closes() -> None:
    assert quoted('Il promet "la paix".Le reste suit "demain".') == ["la paix", "demain"]


@given(st.text(alphabet='ab «»“”"\n.,', max_size=120))
def test_no_mixture_of_marks_ever_fails(text: str) -> None:
    for q in find_quotations(text, split_sentences(text)):
        assert 0 <= q.outer_start < q.start < q.end <= q.outer_end <= len(text)


def test_a_quotation_closed_in_a_later_line_is_one() -> None:
    text = 'Il note : "La pièce est légère.\nElle plaît aux enfants.\nNous la rejouerons." La salle rit.'
    assert quoted(text) == ["La pièce est légère.\nElle plaît aux enfants.\nNous la rejouerons."]


def test_a_quotation_opened_anew_in_each_paragraph_has_one_part_in_each() -> None:
    assert quoted("« Nous partons.\n« Rien ne nous retient. »") == ["Nous partons.", "Rien ne nous retient."]


@given(st.integers(min_value=0, max_value=60), st.sampled_from('«»“”"'))
def test_a_stray_mark_costs_its_own_paragraph_at_most(at: int, mark: str) -> None:
    first = "Le maire a dit que la digue tiendrait, et le préfet a souri."
    second = "« La route rouvrira jeudi », a assuré le préfet."
    text = f"{first[:at]}{mark}{first[at:]}\n\n{second}"
    start = text.index("La route")
    found = find_quotations(text, split_sentences(text))
    assert any((q.start, text[q.start : q.end]) == (start, "La route rouvrira jeudi") for q in found)
