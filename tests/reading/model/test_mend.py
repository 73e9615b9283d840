"""Relations that contradict each other are put right; a parse stays a tree."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from selon.reading.model.mend import mend
from selon.reading.parse import Parse, Word


def parse(*words: tuple[str, str, str, int]) -> Parse:
    return tuple(Word(i, i + 1, text, text.lower(), pos, dep, head, False, False)
                 for i, (text, pos, dep, head) in enumerate(words))  # fmt: skip


def relations(found: Parse) -> list[tuple[str, int]]:
    return [(w.dep, w.head) for w in found]


def test_a_noun_behind_de_is_no_subject() -> None:
    found = mend(parse(
        ("Une", "DET", "det", 1), ("série", "NOUN", "nsubj:pass", 5), ("de", "ADP", "case", 3),
        ("frappes", "NOUN", "nsubj:pass", 5), ("est", "AUX", "aux:pass", 5), ("menée", "VERB", "ROOT", 5),
    ))  # fmt: skip
    assert relations(found)[3] == ("nmod", 1)


def test_a_second_subject_behind_an_active_verb_is_its_object() -> None:
    found = mend(parse(
        ("Un", "DET", "det", 1), ("raid", "NOUN", "nsubj", 2), ("tue", "VERB", "ROOT", 2),
        ("dix", "NUM", "nummod", 4), ("soldats", "NOUN", "nsubj", 2),
    ))  # fmt: skip
    assert relations(found)[4] == ("obj", 2)


def test_a_second_subject_behind_adjuncts_and_before_an_infinitive_is_the_object_too() -> None:
    found = mend(parse(
        ("Berlin", "PROPN", "nsubj", 2), ("a", "AUX", "aux:tense", 2), ("autorisé", "VERB", "ROOT", 2),
        ("à", "ADP", "case", 4), ("Valdor", "PROPN", "obl:mod", 2), ("le", "DET", "det", 6),
        ("maire", "NOUN", "nsubj", 2), ("à", "ADP", "mark", 8), ("partir", "VERB", "xcomp", 2),
    ))  # fmt: skip
    assert relations(found)[6] == ("obj", 2)


def test_a_bare_noun_before_an_active_verb_without_subject_is_its_subject() -> None:
    found = mend(parse(
        ("Des", "DET", "det", 1), ("combats", "NOUN", "obj", 3), ("ont", "AUX", "aux:tense", 3),
        ("opposé", "VERB", "ROOT", 3), ("l'", "DET", "det", 5), ("armée", "NOUN", "nsubj", 3),
    ))  # fmt: skip
    assert [relations(found)[k] for k in (1, 5)] == [("nsubj", 3), ("obj", 3)]


def test_a_participle_is_not_of_a_month_nor_of_a_noun_of_another_number() -> None:
    def announced(head: int) -> Parse:
        words = [
            Word(0, 1, "La", "la", "DET", "det", 1, False, True), Word(1, 2, "tenue", "tenue", "NOUN", "nsubj:pass", 7, False, True),
            Word(2, 3, "d'", "d'", "ADP", "case", 3, False, False), Word(3, 4, "exercices", "exercices", "NOUN", "nmod", 1, True, False),
            Word(4, 5, "en", "en", "ADP", "case", 5, False, False), Word(5, 6, "mars", "mars", "NOUN", "nmod", 3, False, False),
            Word(6, 7, "annoncée", "annoncée", "VERB", "acl", head, False, True), Word(7, 8, "tient", "tient", "VERB", "ROOT", 7, False, False),
        ]  # fmt: skip
        return tuple(words)

    assert {relations(mend(announced(head)))[6] for head in (1, 3, 5, 7)} == {("acl", 1)}


def test_an_object_before_a_passive_verb_without_subject_is_its_subject() -> None:
    found = mend(parse(
        ("Une", "DET", "det", 1), ("offensive", "NOUN", "obj", 4), ("a", "AUX", "aux:tense", 4),
        ("été", "AUX", "aux:pass", 4), ("lancée", "VERB", "ROOT", 4),
    ))  # fmt: skip
    assert relations(found)[1] == ("nsubj:pass", 4)


def test_plus_is_no_second_subject_beside_its_noun() -> None:
    found = mend(parse(
        ("plus", "ADV", "nsubj:pass", 5), ("de", "ADP", "case", 3), ("dix", "NUM", "nummod", 3),
        ("soldats", "NOUN", "nsubj:pass", 5), ("sont", "AUX", "aux:pass", 5), ("massés", "VERB", "ROOT", 5),
    ))  # fmt: skip
    assert relations(found)[0] == ("advmod", 3)
    assert relations(found)[3] == ("nsubj:pass", 5)


def test_the_noun_is_the_head_of_an_amount_with_an_adverb() -> None:
    found = mend(parse(
        ("Plus", "ADV", "nsubj", 4), ("de", "ADP", "case", 3), ("dix", "NUM", "nummod", 3),
        ("soldats", "NOUN", "obl:arg", 0), ("arrivent", "VERB", "ROOT", 4),
    ))  # fmt: skip
    assert relations(found) == [("advmod", 3), ("fixed", 0), ("nummod", 3), ("nsubj", 4), ("ROOT", 4)]


def test_the_noun_of_an_amount_is_the_subject_the_verb_lacks() -> None:
    found = mend(parse(
        ("plus", "ADV", "nummod", 6), ("de", "ADP", "case", 3), ("dix", "NUM", "nummod", 3),
        ("soldats", "NOUN", "obl:arg", 0), ("ont", "AUX", "aux:tense", 6), ("été", "AUX", "aux:pass", 6),
        ("massés", "VERB", "ROOT", 6),
    ))  # fmt: skip
    assert relations(found)[3] == ("nsubj:pass", 6)


def test_plus_de_behind_ne_is_no_amount() -> None:
    given = parse(
        ("ne", "ADV", "advmod", 1), ("veulent", "VERB", "ROOT", 1), ("plus", "ADV", "advmod", 1),
        ("de", "ADP", "case", 4), ("roi", "NOUN", "obl:arg", 2),
    )  # fmt: skip
    assert mend(given) == given


def test_a_figure_whose_parts_hang_the_other_way_round_is_left_as_it_is() -> None:
    given = parse(
        ("10", "NUM", "nummod", 2), ("000", "NOUN", "nsubj", 3), ("personnes", "NOUN", "nmod", 1),
        ("défilent", "VERB", "ROOT", 3),
    )  # fmt: skip
    assert mend(given) == given


def test_the_parts_of_a_figure_with_a_space_are_one_number() -> None:
    found = mend(parse(
        ("10", "NUM", "nummod", 2), ("000", "NOUN", "nsubj", 3), ("personnes", "NOUN", "nsubj", 3),
        ("défilent", "VERB", "ROOT", 3),
    ))  # fmt: skip
    assert (found[1].pos, relations(found)[1]) == ("NUM", ("flat", 0))


def test_a_bare_participle_taken_for_a_clause_describes_the_noun_it_agrees_with() -> None:
    given = parse(
        ("tenue", "NOUN", "nsubj:pass", 6), ("exercices", "NOUN", "nmod", 0), ("en", "ADP", "case", 3),
        ("mars", "NOUN", "obl:mod", 4), ("annoncée", "VERB", "ccomp", 6), ("est", "AUX", "aux:pass", 6),
        ("confirmée", "VERB", "ROOT", 6),
    )  # fmt: skip
    agreeing = tuple(replace(w, feminine=i == 0, plural=i == 1) for i, w in enumerate(given))
    found = relations(mend(agreeing))
    assert (found[3], found[4]) == (("nmod", 1), ("acl", 0))


TEXTS = st.sampled_from(["plus", "ne", "10", "000", "de", "soldats", "arrêtée", "par", "frappe", ",", "la"])
CLASSES = st.sampled_from(["NOUN", "VERB", "ADP", "ADJ", "DET", "ADV"])
DEPS = st.sampled_from(["nsubj", "nmod", "case", "obj", "acl", "det", "obl:mod", "parataxis"])


@st.composite
def trees(draw: st.DrawFn) -> Parse:
    order = draw(st.permutations(range(draw(st.integers(1, 8)))))
    heads = {k: order[draw(st.integers(0, n - 1))] if n else k for n, k in enumerate(order)}
    return parse(*(
        (draw(TEXTS), draw(CLASSES), "ROOT" if heads[k] == k else draw(DEPS), heads[k]) for k in range(len(order))
    ))  # fmt: skip


@given(trees())
def test_a_mended_parse_is_still_a_tree(words: Parse) -> None:
    found = mend(words)
    for i in range(len(found)):
        seen = set()
        while found[i].head != i:
            assert i not in seen
            seen.add(i)
            i = found[i].head


def test_an_adjective_taken_for_the_subject_is_the_nouns_behind_it() -> None:
    found = mend(parse(
        ("Un", "DET", "det", 1), ("haut", "NOUN", "nsubj", 4), ("responsable", "NOUN", "nsubj", 4),
        ("a", "AUX", "aux:tense", 4), ("parlé", "VERB", "ROOT", 4),
    ))  # fmt: skip
    assert relations(found)[:3] == [("det", 2), ("amod", 2), ("nsubj", 4)]


def test_a_noun_behind_a_preposition_is_no_object() -> None:
    found = mend(parse(
        ("Tokyo", "PROPN", "nsubj", 2), ("a", "AUX", "aux:tense", 2), ("demandé", "VERB", "ROOT", 2),
        ("à", "ADP", "case", 4), ("Séoul", "PROPN", "obj", 2), ("de", "ADP", "mark", 6), ("négocier", "VERB", "xcomp", 2),
    ))  # fmt: skip
    assert relations(found)[4] == ("obl:arg", 2)


def test_a_civility_is_a_noun_and_stands_where_its_name_does() -> None:
    found = mend(parse(
        ("Selon", "ADP", "case", 2), ("Mme", "DET", "det", 2), ("Lenoir", "PROPN", "obl:mod", 4),
        (",", "PUNCT", "punct", 2), ("tient", "VERB", "ROOT", 4),
    ))  # fmt: skip
    assert relations(found)[:3] == [("case", 1), ("obl:mod", 4), ("flat:name", 1)]
    assert found[1].pos == "NOUN"


def test_a_name_that_hangs_elsewhere_hangs_on_its_civility() -> None:
    found = mend(parse(
        ("tient", "VERB", "ROOT", 0), ("chaîne", "NOUN", "obl:mod", 0), ("Mme", "NOUN", "nsubj", 0),
        ("Lenoir", "PROPN", "appos", 1),
    ))  # fmt: skip
    assert relations(found)[2:] == [("nsubj", 0), ("flat:name", 2)]
