from collections.abc import Callable

from selon import Reading
from selon.stories import stories


def test_reports_of_one_affair_are_one_story(reports: list[Reading]) -> None:
    assert [set(s.articles) for s in stories(reports)] == [{"a1", "a2", "a3", "a4", "a5", "a6"}, {"b1", "b2"}]


def test_reprints_are_one_origin(reports: list[Reading]) -> None:
    story = stories(reports)[0]
    assert str(story.tally) == "6 articles, 6 outlets, 3 origins (Agence France-Presse, Le Phare, Radio Fleuve)"
    assert [set(c.articles) for c in story.copies] == [{"a1", "a2", "a3", "a4"}]


def test_a_reprint_without_a_credit_has_the_origin_of_what_it_copies(reports: list[Reading]) -> None:
    chosen = [r for r in reports if r.article.id in ("a2", "a3")]
    assert stories(chosen)[0].tally.origins == ("Agence France-Presse",)


def test_the_order_of_the_readings_does_not_matter(reports: list[Reading]) -> None:
    assert stories(reports) == stories(reports[::-1]) == stories([*reports[3:], *reports[:3]])


def test_a_reading_given_twice_counts_once(reports: list[Reading]) -> None:
    assert stories([*reports, *reports]) == stories(reports)


def test_the_same_acts_a_month_later_are_another_story(reports: list[Reading], told: Callable[..., Reading]) -> None:
    later = told("Hier, l'armée malienne a bombardé un camp rebelle près de Kidal.", "Le Phare", "2022-02-18")
    assert (later.article.id,) in [s.articles for s in stories([*reports, later])]


def test_no_readings_are_no_stories() -> None:
    assert stories([]) == ()
