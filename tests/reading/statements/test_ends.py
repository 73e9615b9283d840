import pytest

from selon.reading.document import Document
from selon.reading.model import parse_text
from selon.reading.model.contents import Content
from selon.reading.quotations import find_quotations
from selon.reading.statements.drafts import Draft
from selon.reading.statements.ends import SURE_LONGER, weigh_ends
from selon.reading.text import split_sentences
from selon.reading.tree import Tree

TEXT = (
    "Le maire annonce une crue, suivie de glissements. Il promet de rebâtir le pont, comme l'exige la loi. "
    "Il demande de voter pour gagner du temps. Il souhaite manger tôt, et de boire."
)
PHRASE, INFINITIVE, CLAUSE = 40, 50, 60


def ended(found: str, seen: str, *, weight: int, score: float = 0.95, cue: str = "annonce") -> str:
    """Give the words of a draft of a weight once they are weighed against what the model sees."""
    sentences = split_sentences(TEXT)
    trees = tuple(Tree(p) for p in parse_text(TEXT, sentences))
    document = Document(TEXT, sentences, trees, find_quotations(TEXT, sentences))
    at = TEXT.index(cue), TEXT.index(cue) + len(cue)
    own, other = TEXT.index(found), TEXT.index(seen)
    draft = Draft(None, at, "say", "indirect", ((own, own + len(found)),), weight)
    content = Content(other, other + len(seen), score, at, "say", None, True)
    ((start, end),) = next(weigh_ends(document, [content], [draft])).content
    return TEXT[start:end]


def test_a_noun_phrase_goes_on_behind_a_comma_where_the_model_sees_that_it_does():
    assert ended("une crue", "une crue, suivie de glissements", weight=PHRASE) == "une crue, suivie de glissements"


@pytest.mark.parametrize(
    ("seen", "weight", "score"),
    [
        ("une crue, suivie de glissements", PHRASE, SURE_LONGER - 0.1),
        ("une crue, suivie", PHRASE, 0.95),
        ("crue, suivie de glissements", PHRASE, 0.95),
        ("une crue, suivie de glissements", 90, 0.95),
    ],
)
def test_a_content_stays_where_the_model_is_not_sure_or_sees_no_edge(seen: str, weight: int, score: float) -> None:
    assert ended("une crue", seen, weight=weight, score=score) == "une crue"


def test_an_infinitive_ends_before_the_narrators_clause():
    whole = "rebâtir le pont, comme l'exige la loi"
    assert ended(whole, "rebâtir le pont", weight=INFINITIVE, cue="promet") == "rebâtir le pont"


def test_a_clause_goes_on_or_ends_where_the_model_is_sure():
    assert ended("rebâtir le pont", "rebâtir le pont, comme l'exige la loi", weight=CLAUSE, cue="promet").endswith(
        "loi"
    )
    assert ended("une crue, suivie de glissements", "une crue", weight=CLAUSE) == "une crue"


def test_no_content_is_cut_behind_a_conjunction():
    whole = "rebâtir le pont, comme l'exige la loi"
    assert ended(whole, "rebâtir le pont, comme", weight=CLAUSE, cue="promet") == whole


def test_no_word_of_a_phrase_is_cut_off():
    assert ended("rebâtir le pont", "rebâtir", weight=INFINITIVE, cue="promet") == "rebâtir le pont"


def test_what_stands_before_its_cue_keeps_its_end():
    found, seen = "une crue", "une crue, suivie de glissements"
    assert ended(found, seen, weight=PHRASE, cue="promet") == "une crue"


def test_a_purpose_is_left_to_the_narrator_and_a_second_infinitive_is_not():
    whole = "manger tôt, et de boire"
    assert ended("de voter pour gagner", "de voter", weight=INFINITIVE, cue="demande") == "de voter"
    assert ended(whole, "manger tôt", weight=INFINITIVE, cue="souhaite") == whole
