from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selon.errors import TableError
from selon.languages.fr import cues
from selon.languages.fr.cues import Cue, load_cues


def verb(form: str, lemma: str, complement: str) -> Cue:
    (cue,) = (c for c in load_cues().by_form[form] if c.lemma == lemma and complement in c.takes)
    return cue


def every_cue() -> set[Cue]:
    lexicon = load_cues()
    indexes: Iterable[Iterable[tuple[Cue, ...]]] = (lexicon.by_form.values(), lexicon.nouns.values())
    return {cue for index in indexes for found in index for cue in found} | set(lexicon.prepositions.values())


def test_the_lexicon_covers_thirty_classes() -> None:
    assert len({(cue.pos, cue.lemma) for cue in every_cue()}) >= 1200
    assert len({cue.cue_class for cue in every_cue()}) == 30


@pytest.mark.parametrize(
    ("form", "lemma", "complement", "act"),
    [
        ("annonce", "annoncer", "que", "announce"),
        ("annoncées", "annoncer", "np", "announce"),
        ("dénonçait", "dénoncer", "np", "criticise"),
        ("fustige", "fustiger", "np", "criticise"),
        ("salué", "saluer", "np", "praise"),
        ("estimèrent", "estimer", "que", "estimate"),
        ("réclament", "réclamer", "np", "demand"),
        ("exigea", "exiger", "que", "demand"),
        ("demandera", "demander", "inf:de", "demand"),
        ("demandait", "demander", "si", "ask"),
        ("appellent", "appeler", "inf:à", "ask"),
        ("exhorté", "exhorter", "inf:à", "demand"),
        ("accusant", "accuser", "inf:de", "accuse"),
        ("dément", "démentir", "que", "deny"),
        ("reconnaissent", "reconnaître", "inf", "admit"),
        ("promet", "promettre", "inf:de", "promise"),
        ("menaçait", "menacer", "inf:de", "threaten"),
        ("prévient", "prévenir", "que", "warn"),
        ("refuse", "refuser", "inf:de", "refuse"),
        ("regrette", "regretter", "que", "regret"),
        ("défend", "défendre", "inf:de", "refuse"),
        ("défend", "défendre", "np", "say"),
        ("suggère", "suggérer", "que", "say"),
        ("suggère", "suggérer", "inf:de", "propose"),
        ("soutient", "soutenir", "que", "say"),
        ("exclut", "exclure", "que", "deny"),
        ("exclut", "exclure", "inf:de", "refuse"),
    ],
)
def test_the_complement_tells_the_act(form: str, lemma: str, complement: str, act: str) -> None:
    assert verb(form, lemma, complement).act == act


def test_a_verb_that_is_mostly_no_cue_needs_a_clause_or_a_quotation() -> None:
    for form, lemma in (("poursuit", "poursuivre"), ("lance", "lancer"), ("glisse", "glisser"), ("trouve", "trouver")):
        assert verb(form, lemma, "que").condition == "que"
    assert verb("sourit", "sourire", "quote").condition == "quote"


@pytest.mark.parametrize(
    "form", ["note", "estime", "indique", "montre", "charge", "somme", "juge", "presse", "appelle"]
)
def test_a_word_that_is_often_something_else_is_marked(form: str) -> None:
    verbs = [c for c in load_cues().by_form[form] if c.pos == "verb" and not c.reflexive]
    assert verbs
    assert all(c.homograph for c in verbs)


def test_the_one_addressed_follows_the_verb() -> None:
    assert verb("exhorte", "exhorter", "inf:à").addressee == {"obj"}
    assert verb("dit", "dire", "que").addressee == {"à"}
    assert verb("accuse", "accuser", "de-np").addressee == {"obj"}


def test_a_reflexive_verb_says_so() -> None:
    assert verb("réjouit", "se réjouir", "que").reflexive
    assert not verb("dit", "dire", "que").reflexive


def test_a_phrase_is_found_by_its_head_and_its_rest() -> None:
    cue = verb("fait", "faire valoir", "que")
    assert (cue.head, cue.rest) == ("faire", ("valoir",))
    assert cue.rest_at(["il", "a", "fait", "valoir", "que"], 2) == range(3, 4)
    assert cue.rest_at(["il", "a", "fait", "lui", "aussi", "valoir", "que"], 2) == range(5, 6)
    assert cue.rest_at(["il", "a", "fait", ",", "valoir"], 2) is None
    assert cue.rest_at(["il", "a", "fait"], 2) is None


def test_an_elided_word_of_a_phrase_is_a_word() -> None:
    cue = verb("tire", "tirer la sonnette d'alarme", "que")
    assert cue.rest == ("la", "sonnette", "d'", "alarme")


def test_possessives_and_adjectives_of_a_phrase_agree() -> None:
    assert verb("présentent", "présenter ses excuses", "quote").rest_at(["présentent", "leurs", "excuses"], 0)
    assert verb("rend", "rendre responsable", "de-np").rest_at(["rend", "responsables"], 0)


def test_an_attribute_is_found_by_its_agreements() -> None:
    for form in ("convaincu", "convaincue", "convaincus", "convaincues"):
        assert verb(form, "être convaincu", "que").before == ("être",)


def test_the_head_of_a_phrase_is_no_cue_by_itself() -> None:
    lexicon = load_cues()
    assert not any(lexicon.is_cue(form) for form in ("fait", "ayant", "est", "mis", "maison"))
    assert all(lexicon.is_cue(form) for form in ("précisant", "ajouté", "convaincue"))


def test_a_noun_is_found_in_both_numbers() -> None:
    lexicon = load_cues()
    assert [c.act for c in lexicon.nouns["promesses"]] == ["promise"]
    (warning,) = (c for c in lexicon.nouns["mises"] if c.lemma == "mise en garde")
    assert warning.rest_at(["mises", "en", "garde"], 0) == range(1, 3)


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("selon le ministre", 1),
        ("d' après la police", 2),
        ("aux dires du maire", 3),
        ("de l' aveu d' un proche", 4),
        ("à en croire les rebelles", 3),
        ("citées par le quotidien", 2),
    ],
)
def test_the_longest_preposition_is_found(text: str, length: int) -> None:
    found = load_cues().preposition_at(text.split(), 0)
    assert found is not None
    assert found[0] == length


def test_no_preposition_is_found_where_there_is_none() -> None:
    assert load_cues().preposition_at(["après", "la", "police"], 0) is None
    assert load_cues().preposition_at([], 0) is None


@given(st.lists(st.sampled_from(["fait", "état", "de", ",", "hier", "valoir", "-t-il"]), max_size=8), st.integers(0, 8))
def test_the_rest_lies_after_the_head(words: list[str], head: int) -> None:
    for cue in load_cues().by_form["fait"]:
        found = cue.rest_at(words, head)
        assert found is None or (found.start > head and len(found) == len(cue.rest))


def test_two_rows_of_a_lemma_that_share_a_complement_are_refused() -> None:
    cue = verb("dit", "dire", "que")
    with pytest.raises(TableError, match="two rows"):
        cues._check([cue, cue])
