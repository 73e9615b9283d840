from types import SimpleNamespace
from typing import Any, cast

from selon.reading.events.parties import Framed, weigh_parties
from selon.reading.mentions.resolve import Resolver
from selon.reading.model.opinions import Opinions
from selon.reading.tree import Tree
from selon.records import Mention, Span

LIST = "Lanvers , le Quillan et la Corbie ont frappé le port"
MEETING = "Roche verra lundi à Valdor la maire , qui attend"
POS = {
    ",": "PUNCT", "le": "DET", "la": "DET", "et": "CCONJ", "ont": "AUX", "frappé": "VERB", "verra": "VERB",
    "qui": "PRON", "à": "ADP", "attend": "VERB",
}  # fmt: skip


def weighed(
    text: str,
    heads: list[str],
    chances: dict[str, float],
    mutual: bool = False,
    none: float = 0.1,
    settled: tuple[bool, bool] = (False, False),
) -> list[str]:
    """Give the actors at a text's first verb, its words parted by blanks, each mention one word."""
    words: list[Any] = []
    at = 0
    for word in text.split(" "):
        pos = POS.get(word, "PROPN")
        words.append(
            SimpleNamespace(text=word, lower=word.lower(), pos=pos, dep="dep", start=at, end=at + len(word), head=0)
        )
        at += len(word) + 1
    index = {w.text: k for k, w in enumerate(words)}
    likely = [(words[index[w]].start, c) for w, c in chances.items()]
    opinions = SimpleNamespace(of_party=lambda _, relation: (none, likely) if relation == "actor" else (1.0, []))
    mentions = [Mention(Span.of(text, w.start, w.end), "organisation", "name", w.text) for w in words]
    resolver = SimpleNamespace(mention_at=lambda at: mentions[at[1]], mentions_at=lambda at: [mentions[at[1]]])
    found, _ = weigh_parties(
        cast(Opinions, opinions), cast(Resolver, resolver), Tree(tuple(words)), 0, Span.of(text, 0, 1),
        Framed([index[h] for h in heads], [], mutual, settled),
    )  # fmt: skip
    return [words[k].text for k in found]


def test_the_frames_party_stays_where_the_model_agrees() -> None:
    assert weighed(LIST, ["Corbie"], {"Corbie": 0.9}) == ["Corbie"]


def test_a_sure_word_stands_for_a_party_the_model_gives_little() -> None:
    assert weighed(MEETING, ["Valdor"], {"Roche": 0.8}) == ["Roche"]


def test_where_no_party_is_framed_a_word_likelier_than_none_is_one() -> None:
    assert weighed(MEETING, [], {"Roche": 0.35}, none=0.3) == ["Roche"]
    assert weighed(MEETING, [], {"Roche": 0.35}, none=0.45) == []


def test_all_of_a_list_come_along() -> None:
    likely = {"Lanvers": 0.2, "Quillan": 0.2, "Corbie": 0.5}
    assert sorted(weighed(LIST, ["Corbie"], likely)) == ["Corbie", "Lanvers", "Quillan"]


def test_a_comma_alone_makes_no_list() -> None:
    assert weighed("Lanvers , Quillan , ont frappé le port", ["Lanvers"], {"Lanvers": 0.6, "Quillan": 0.3}) == [
        "Lanvers"
    ]


def test_a_word_with_no_chance_ends_a_list() -> None:
    assert weighed(LIST, ["Corbie"], {"Corbie": 0.9, "Lanvers": 0.1, "Quillan": 0.02}) == ["Corbie"]


def test_a_mutual_act_has_its_other_side() -> None:
    likely = {"Roche": 0.6, "maire": 0.15, "Valdor": 0.1, "qui": 0.3}
    assert weighed(MEETING, ["Roche"], likely, mutual=True) == ["Roche", "maire"]
    assert weighed(MEETING, ["Roche"], likely) == ["Roche"]


def test_a_mutual_act_with_both_sides_has_no_third() -> None:
    assert weighed(MEETING, ["Roche", "maire"], {"Roche": 0.4, "maire": 0.3, "Valdor": 0.2}, mutual=True) == [
        "Roche",
        "maire",
    ]


def test_who_stands_on_both_sides_is_where_the_model_sees_more() -> None:
    text = "Lanvers a frappé"
    words: list[Any] = [
        SimpleNamespace(text=w, lower=w.lower(), pos=POS.get(w, "PROPN"), start=at, end=at + len(w), head=0)
        for w, at in (("Lanvers", 0), ("a", 8), ("frappé", 10))
    ]
    mentions = [Mention(Span.of(text, w.start, w.end), "organisation", "name", w.text) for w in words]
    resolver = SimpleNamespace(mention_at=lambda at: mentions[at[1]], mentions_at=lambda at: [mentions[at[1]]])

    def sides(actor: float, recipient: float) -> tuple[list[int], list[int]]:
        chances = {"actor": actor, "recipient": recipient}
        opinions = SimpleNamespace(of_party=lambda _, relation: (0.1, [(0, chances[relation])]))
        at = Span.of(text, 10, 16)
        both = Framed([0], [0])
        return weigh_parties(cast(Opinions, opinions), cast(Resolver, resolver), Tree(tuple(words)), 0, at, both)

    assert sides(0.2, 0.7) == ([], [0])
    assert sides(0.7, 0.2) == ([0], [])


def test_a_list_of_the_frames_stays_or_goes_as_one() -> None:
    text = "Des combats opposent Lanvers et la Corbie"
    assert weighed(text, ["Lanvers", "Corbie"], {"Lanvers": 0.27, "Corbie": 0.02}, none=0.7) == ["Lanvers", "Corbie"]
    assert weighed(text, ["Lanvers", "Corbie"], {"Lanvers": 0.02, "Corbie": 0.02}, none=0.9) == []


def test_whom_the_words_name_beyond_doubt_stays_whatever_the_model_thinks() -> None:
    assert weighed(MEETING, ["Valdor"], {"Roche": 0.8}, settled=(True, False)) == ["Valdor"]
    assert weighed(MEETING, ["Valdor"], {}, none=0.99, settled=(True, False)) == ["Valdor"]


def test_a_relative_pronoun_makes_no_list() -> None:
    text = "Quillan , que Lanvers a frappé"
    assert weighed(text, ["Lanvers"], {"Quillan": 0.3, "Lanvers": 0.55}) == ["Lanvers"]
