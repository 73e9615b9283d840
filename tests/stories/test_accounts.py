from collections.abc import Callable

import pytest

from selon import Reading
from selon.stories import Happening, accounts, stories
from selon.stories.accounts import accounts_of


@pytest.fixture(scope="module")
def happenings(reports: list[Reading]) -> tuple[Happening, ...]:
    return accounts(stories(reports)[0], reports)


def with_trigger(happenings: tuple[Happening, ...], stem: str) -> Happening:
    return next(h for h in happenings if any(t.startswith(stem) for t in h.triggers))


def test_one_voice_counts_once_however_often_it_is_reprinted(happenings: tuple[Happening, ...]) -> None:
    bombing = with_trigger(happenings, "bombard")
    assert str(bombing.tally) == "6 articles, 6 outlets, 3 origins (Agence France-Presse, Le Phare, Radio Fleuve)"
    ministry = {a.stance: a.tally for a in bombing.accounts if a.voice.name.endswith("ministère malien de la Défense")}
    assert ministry.keys() == {"says it took place", "denies it"}
    assert ministry["says it took place"].articles == 5
    assert ministry["says it took place"].origins == ("Agence France-Presse", "Radio Fleuve")
    assert ministry["denies it"].origins == ("Le Phare",)


def test_who_denies_an_act_stands_beside_who_says_it_took_place(happenings: tuple[Happening, ...]) -> None:
    killing = next(h for h in happenings if "tue" in h.triggers)
    assert "occurrence" in killing.disagreements
    stances = {(a.voice.name, a.stance) for a in killing.accounts}
    assert stances == {
        ("Le gouvernement malien", "denies it"),
        ("Les rebelles", "says it took place"),
        ("Un porte-parole des rebelles", "says it took place"),
    }
    everywhere = {(a.voice.name, a.stance) for h in happenings for a in h.accounts}
    assert ("Un porte-parole des rebelles", "says it took place") in everywhere


def test_figures_stay_with_who_gives_them(happenings: tuple[Happening, ...]) -> None:
    figures = {(a.voice.name, f.low) for h in happenings for a in h.accounts for f in a.figures}
    assert {("Un porte-parole des rebelles", 40), ("un médecin de l'hôpital", 27)} <= figures


def test_the_words_of_an_account_are_those_of_the_article(
    happenings: tuple[Happening, ...], reports: list[Reading]
) -> None:
    texts = {r.article.id: r.article.text for r in reports}
    words = [w for h in happenings for a in h.accounts for w in a.words]
    assert words
    assert all(texts[w.article][w.span.start : w.span.end] == w.span.text for w in words)


def test_every_event_is_in_one_account(happenings: tuple[Happening, ...], reports: list[Reading]) -> None:
    told = sum(len(a.words) for h in happenings for a in h.accounts)
    assert told == sum(len(r.events) for r in reports if r.article.id.startswith("a"))


def test_articles_of_other_stories_are_passed_over(happenings: tuple[Happening, ...]) -> None:
    assert not {w.article for h in happenings for a in h.accounts for w in a.words} & {"b1", "b2"}


def test_the_order_of_the_readings_does_not_matter(reports: list[Reading]) -> None:
    story = stories(reports)[0]
    assert accounts(story, reports) == accounts(story, reports[::-1])


def test_figures_that_cannot_both_hold_are_told_apart(told: Callable[..., Reading]) -> None:
    found = accounts_of([
        told("Selon la police, 2 000 personnes ont manifesté mardi à Lyon.", "Le Phare"),
        told("Selon les syndicats, 10 000 personnes ont manifesté mardi à Lyon.", "Radio Fleuve"),
    ])  # fmt: skip
    march = with_trigger(found, "manifest")
    assert march.disagreements == ("figures",)
    assert {f.low for a in march.accounts for f in a.figures} == {2000, 10000}


def test_attacks_on_different_days_are_two_happenings(told: Callable[..., Reading]) -> None:
    found = accounts_of([
        told("Les rebelles ont attaqué lundi la ville de Kidal.", "Le Phare"),
        told("Les rebelles ont attaqué la ville de Kidal le 12 janvier.", "Radio Fleuve"),
    ])  # fmt: skip
    assert [h.tally.articles for h in found if h.type == "ASSAULT"] == [1, 1]


def test_two_unnamed_officials_of_two_origins_are_two_voices(told: Callable[..., Reading]) -> None:
    found = accounts_of([
        told("L'armée malienne a bombardé un camp à Kidal, selon un diplomate.", "Le Phare"),
        told("Hier, selon un diplomate, l'armée malienne a bombardé un camp militaire à Kidal.", "Radio Fleuve"),
    ])  # fmt: skip
    assert len(with_trigger(found, "bombard").accounts) == 2
