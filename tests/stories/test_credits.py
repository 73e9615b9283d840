import pytest

from selon.records import Article
from selon.stories.credits import credited

BODY = "Les négociateurs se sont quittés sans accord mardi à Genève. " * 12


def article(start: str = "", end: str = "", outlet: str | None = None) -> Article:
    return Article(f"Un titre\n\n{start}{BODY}{end}", outlet=outlet, title="Un titre")


@pytest.mark.parametrize(
    "end",
    ["(AFP)", "\n\nAFP", "\nPar AFP", "\nLe Courrier avec AFP", "\n(avec l'AFP)", "\nSource : AFP", "\n© 2022 AFP",
     "\n(Source: AFP)", "© Agence France-Presse"],
)  # fmt: skip
def test_a_credit_at_the_end_is_found(end: str) -> None:
    assert credited(article(end=end)) == ("Agence France-Presse",)


@pytest.mark.parametrize("start", ["GENÈVE, 3 mars (Reuters) - ", "Reuters - ", "GENÈVE — Reuters — "])
def test_a_credit_of_the_dateline_is_found(start: str) -> None:
    assert credited(article(start)) == ("Reuters",)


def test_two_agencies_are_two_credits() -> None:
    assert credited(article(end="\n(avec AFP et Reuters)")) == ("Agence France-Presse", "Reuters")
    assert credited(article(end="\nAFP/Reuters")) == ("Agence France-Presse", "Reuters")


def test_an_agency_is_its_own_origin() -> None:
    assert credited(article(outlet="AFP")) == ("Agence France-Presse",)
    assert credited(article(outlet="Le Courrier avec AFP")) == ("Agence France-Presse",)


@pytest.mark.parametrize(
    "end",
    ["Il l'a dit à l'AFP.", "Selon l'AFP, rien n'est joué.", "a déclaré un diplomate à Reuters.",
     "d'après une source citée par Reuters, qui requiert l'anonymat."],
)  # fmt: skip
def test_an_agency_that_is_cited_is_not_credited(end: str) -> None:
    assert credited(article(end=end)) == ()


def test_a_caption_in_the_middle_is_no_credit() -> None:
    assert credited(Article(f"Un titre\n\n{BODY}(AFP){BODY}", title="Un titre")) == ()
