import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.stories.generator import Made, make, shuffled

from selon.records import Article
from selon.stories import copies
from selon.stories.sketches import overlap, sketch


@pytest.fixture(scope="module")
def made() -> Made:
    return make(400)


def pairs(made: Made) -> set[tuple[str, str]]:
    return {(a, b) for group in copies(made.articles) for a in group.articles for b in group.articles if a < b}


def test_copies_are_found_and_little_else(made: Made) -> None:
    found, known = pairs(made), made.pairs()
    assert len(found & known) / len(found) > 0.98
    assert len(found & known) / len(known) > 0.98


def test_the_order_of_the_articles_does_not_matter(made: Made) -> None:
    assert copies(made.articles) == copies(shuffled(made, 3).articles)


def test_the_first_published_comes_first() -> None:
    text = "Titre\n\n" + " ".join(f"mot{n}" for n in range(80))
    late, early = Article(text + " fin", "a", published="2022-01-02"), Article(text, "b", published="2022-01-01")
    assert copies([late, early])[0].articles == ("b", "a")


def test_a_digest_does_not_tie_the_reports_it_holds() -> None:
    reports = [" ".join(f"r{k}mot{n}" for n in range(60)) for k in range(12)]
    articles = [Article(f"T{k}\n\n{text}", f"r{k}") for k, text in enumerate(reports)]
    assert copies([*articles, Article("Le fil\n\n" + "\n\n".join(reports), "digest")]) == ()


def test_no_articles_and_one_article_have_no_copies() -> None:
    assert copies([]) == copies([Article("Un seul texte")]) == ()


def test_empty_texts_are_no_copies_of_one_another() -> None:
    assert copies([Article("", "a"), Article("…", "b")]) == ()


@given(st.text(max_size=200))
def test_a_text_is_held_by_itself(text: str) -> None:
    one = sketch(text)
    assert overlap(one, one) == ((1.0, 1.0) if len(one) else (0.0, 0.0))


def test_accents_and_capitals_do_not_count() -> None:
    plain, printed = sketch("L'ARMEE A BOMBARDE LE CAMP MARDI"), sketch("L’armée a bombardé le camp mardi")
    assert plain.tolist() == printed.tolist()
