"""Later mentions of an act point at its first."""

import pytest

from selon import Reader


@pytest.mark.parametrize(
    ("text", "first", "again"),
    [
        ("L'UE a imposé des sanctions à Minsk. Minsk a dénoncé ces sanctions.", "sanctions", "sanctions"),
        ("L'armée a bombardé la ville. Paris a condamné ces frappes.", "bombardé", "frappes"),
        ("L'ONU a appelé à une trêve. Le gouvernement a rejeté cet appel.", "appelé", "appel"),
    ],
)
def test_a_noun_with_a_demonstrative_repeats_the_last_act_of_its_type(text: str, first: str, again: str) -> None:
    events = Reader().read(text).events
    told, repeated = (next(e for e in order if e.trigger.text == word) for order, word in
                      ((events, first), (events[::-1], again)))  # fmt: skip
    assert repeated.same_as == told.id != repeated.id


def test_a_noun_with_an_article_of_another_act_repeats_none() -> None:
    events = Reader().read("L'UE a imposé des sanctions à Minsk. Londres a imposé des sanctions à Moscou.").events
    assert [e.same_as for e in events] == [None, None]
