from selon.reading.document import Document
from selon.reading.model import parse_text
from selon.reading.model.contents import Content
from selon.reading.quotations import find_quotations
from selon.reading.statements.drafts import Draft
from selon.reading.statements.proposed import SURE, SURE_WITHOUT_CUE, proposed_statements
from selon.reading.text import split_sentences
from selon.reading.tree import Tree

TEXT = "La rumeur court chez les dockers : le port sera vendu. Le « grand », glisse Arnel, « soir » viendra."


def drafts(*contents: Content) -> list[Draft]:
    sentences = split_sentences(TEXT)
    trees = tuple(Tree(p) for p in parse_text(TEXT, sentences))
    document = Document(TEXT, sentences, trees, find_quotations(TEXT, sentences))
    return list(proposed_statements(document, contents, ()))


def content(
    words: str, *, cue: str | None = None, speaker: str | None = None, settled: bool = True, score: float = 0.95
) -> Content:
    start = TEXT.index(words)
    at = None if cue is None else (TEXT.index(cue), TEXT.index(cue) + len(cue))
    who = None if speaker is None else TEXT.index(speaker)
    return Content(start, start + len(words), score, at, "say" if cue else None, who, settled)


def words_of(draft: Draft) -> list[str]:
    return [TEXT[a:b] for a, b in draft.content]


def test_a_content_becomes_a_statement_with_its_speaker():
    (found,) = drafts(content("le port sera vendu", cue="rumeur", speaker="dockers"))
    assert words_of(found) == ["le port sera vendu"]
    assert found.speaker is not None
    number, word = found.speaker
    assert split_sentences(TEXT)[number].tokens[word].text == "dockers"
    assert (found.act, found.form) == ("say", "indirect")


def test_a_content_whose_speaker_is_unsettled_is_left_out():
    assert drafts(content("le port sera vendu", settled=False)) == []


def test_parts_that_one_cue_breaks_are_one_statement():
    (found,) = drafts(content("grand", cue="glisse"), content("soir", cue="glisse"))
    assert words_of(found) == ["grand", "soir"]
    assert found.form == "direct"


def test_parts_of_two_cues_are_two_statements():
    assert len(drafts(content("le port sera vendu", cue="rumeur"), content("soir", cue="glisse"))) == 2


def test_words_without_a_cue_are_free():
    (found,) = drafts(content("le port sera vendu"))
    assert (found.cue, found.speaker, found.form) == (None, None, "free")


def test_parts_in_two_sentences_are_two_statements():
    parts = (content("le port sera vendu", cue="rumeur"), content("viendra", cue="rumeur"))
    assert [words_of(d) for d in drafts(*parts)] == [["le port sera vendu"]]


def test_a_scrap_of_a_phrase_is_no_statement():
    assert drafts(content("les dockers : le", cue="court"), content("vendu", cue="court")) == []


def test_a_conjunction_at_the_end_is_left_out():
    text = "Le maire réclame des vivres et des tentes."
    sentences = split_sentences(text)
    trees = tuple(Tree(p) for p in parse_text(text, sentences))
    document = Document(text, sentences, trees, ())
    end = text.index(" des tentes")
    seen = Content(text.index("des vivres"), end, 0.95, (8, 15), "demand", 3, True)
    (found,) = proposed_statements(document, [seen], ())
    assert found.content == ((text.index("des vivres"), text.index(" et")),)


def test_a_cue_makes_a_less_sure_content_a_statement():
    assert drafts(content("le port sera vendu", score=(SURE + SURE_WITHOUT_CUE) / 2)) == []
    assert drafts(content("le port sera vendu", cue="rumeur", score=(SURE + SURE_WITHOUT_CUE) / 2))
    assert drafts(content("le port sera vendu", cue="rumeur", score=SURE - 0.1)) == []
