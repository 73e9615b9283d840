from dataclasses import dataclass

import pytest

from selon.reading.document import Document
from selon.reading.model import parse_text
from selon.reading.quotations import find_quotations
from selon.reading.statements.weighing import weigh_speakers
from selon.reading.text import split_sentences
from selon.reading.tree import Tree
from selon.records import Mention, Statement

TEXT = "Le préfet du Loirel et la mairie se taisent. Le port rouvrira, assure Arnel."
SENTENCES = split_sentences(TEXT)
TREES = tuple(Tree(p) for p in parse_text(TEXT, SENTENCES))
DOCUMENT = Document(TEXT, SENTENCES, TREES, find_quotations(TEXT, SENTENCES))


@dataclass
class Seen:
    """Stands for the model's opinions: chances by word, asked for one relation at one word."""

    chances: dict[str, float]
    asked: tuple[int, str] = (0, "")

    def of_party(self, offset: int, relation: str) -> tuple[float, list[tuple[int, float]]]:
        self.asked = (offset, relation)
        return 0.0, [(TEXT.index(word), chance) for word, chance in self.chances.items()]


def mention(words: str) -> Mention:
    start = TEXT.index(words)
    return Mention(DOCUMENT.span(start, start + len(words)), "person", "description")


def mention_at(at: tuple[int, int]) -> Mention:
    return mention(DOCUMENT.trees[at[0]].words[at[1]].text)  # type: ignore[union-attr]


def statement(speaker: str | None, cue: str | None = "assure") -> Statement:
    start = TEXT.index("Le port rouvrira")
    found = DOCUMENT.span(TEXT.index(cue), TEXT.index(cue) + len(cue)) if cue else None
    content = (DOCUMENT.span(start, start + len("Le port rouvrira")),)
    return Statement("s1", mention(speaker) if speaker else None, None, found, "say", "direct", content)


def speaker_of(seen: Seen, told: Statement) -> str | None:
    (found,) = weigh_speakers(seen, DOCUMENT, mention_at, [told])  # type: ignore[arg-type]
    return found.speaker.span.text if found.speaker else None


def test_a_speaker_of_whom_the_model_is_sure_takes_the_place_of_another():
    assert speaker_of(Seen({"Arnel": 0.95, "mairie": 0.03}), statement("la mairie")) == "Arnel"


def test_a_speaker_of_whom_the_model_is_sure_fills_a_gap():
    assert speaker_of(Seen({"Arnel": 0.95}), statement(None)) == "Arnel"


def test_a_speaker_in_whom_the_model_believes_a_little_stays():
    assert speaker_of(Seen({"Arnel": 0.7, "mairie": 0.24}), statement("la mairie")) == "la mairie"


@pytest.mark.parametrize("speaker", ["la mairie", None])
def test_where_the_model_is_not_sure_nothing_changes(speaker: str | None):
    assert speaker_of(Seen({"Arnel": 0.5}), statement(speaker)) == speaker


@pytest.mark.parametrize(
    ("cue", "asked"), [("assure", ("assure", "cue_speaker")), (None, ("Le port", "content_speaker"))]
)
def test_the_cue_is_asked_where_there_is_one_else_the_content(cue: str | None, asked: tuple[str, str]):
    seen = Seen({})
    speaker_of(seen, statement(None, cue))
    assert seen.asked == (TEXT.index(asked[0]), asked[1])
