import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selon.exports.html import reading_fragment, reading_page
from selon.records import Article, Event, Mention, Note, ReaderInfo, Reading, Span, Statement

NASTY = "<script>alert(1)</script> \"x\" 'y' & &amp; <b>é</b>\r\n\u2028\x85\ufeff🜂e\u0301</style>--> ]]>"
VOID = {"meta", "br", "img", "link", "input", "hr"}


class Page(HTMLParser):
    """Collects the text of the article, the tags, ids and links of a page, and checks that tags are paired."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.article = ""
        self.all_text = ""
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[tuple[str, bool]] = []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append((tag, dict(attrs).get("class") == "selon-text"))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        if any(inside for _, inside in self.open):
            self.article += data
        if self.open and self.open[-1][0] not in ("style", "script"):
            self.all_text += data

    def values(self, attribute: str) -> list[str]:
        return [attrs[attribute] or "" for _, attrs in self.tags if attribute in attrs]


def marked(text: str, spans: list[tuple[int, int]]) -> Reading:
    """Make a reading whose events, statements and mentions lie at the spans."""
    cut = [Span.of(text, start, end) for start, end in spans]
    events = tuple(
        Event(f"e{n}", s, "ASSAULT", "alleged", s.text, actors=(Mention(s, "group", "name", s.text, s.text),))
        for n, s in enumerate(cut)
    )
    statements = tuple(
        Statement(f"s{n}", Mention(s, "person", "name", s.text), None, s, "say", "free", (s,))
        for n, s in enumerate(cut)
    )
    article = Article(text, "x", text[:3], text[:10], text, text, text)
    return Reading(article, ReaderInfo(text, text), events=events, statements=statements, notes=(Note(text, text),))


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    odd = st.sampled_from(["<script>", "&amp;", '"', "'", "\r\n", "\n\n", "</p>", "<!--", "\u2028", "é", "🜂", "&#13;"])
    characters = st.characters(exclude_categories=["Cs"], exclude_characters="\x00")
    text = "".join(draw(st.lists(odd | st.text(characters, max_size=6), max_size=8)))
    offsets = st.integers(0, len(text))
    pairs = draw(st.lists(st.tuples(offsets, offsets), max_size=5))
    return marked(text, [(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]])


@given(readings())
def test_the_visible_text_of_the_article_is_the_text(reading: Reading) -> None:
    assert Page(reading_page([reading])).article == reading.article.text
    assert Page(reading_fragment(reading)).article == reading.article.text


@given(readings())
def test_no_text_becomes_markup(reading: Reading) -> None:
    tags = [tag for tag, _ in Page(reading_page([reading])).tags]
    assert tags.count("script") == tags.count("style") == 1
    assert not {"b", "img", "iframe"} & set(tags)


def test_a_nasty_text_is_shown_as_it_is() -> None:
    page = Page(reading_page([marked(NASTY, [(0, 8), (4, 30), (10, len(NASTY))])]))
    assert page.article == NASTY
    assert [tag for tag, _ in page.tags].count("script") == 1
    assert not [name for _, attrs in page.tags for name in attrs if name.startswith("on")]


def test_what_html_cannot_hold_is_shown_as_a_replacement() -> None:
    reading = Reading(Article("a\x00b\ud800c"), ReaderInfo("0", "none"))
    html = reading_page([reading])
    html.encode()
    assert Page(html).article == "a\ufffdb\ufffdc"


def test_a_page_asks_for_nothing_outside_and_allows_its_own_style_and_script_alone(sample: Reading) -> None:
    html = reading_page([sample])
    policy = next(a["content"] or "" for tag, a in Page(html).tags if a.get("http-equiv") == "Content-Security-Policy")
    assert policy.startswith("default-src 'none';")
    for tag in ("style", "script"):
        content = re.search(f"<{tag}>(.*?)</{tag}>", html, re.DOTALL)
        assert content
        digest = base64.b64encode(hashlib.sha256(content[1].encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert not re.search(r"url\(|@import|<link|<img|\ssrc=|\sstyle=", html)


@pytest.mark.parametrize("write", [lambda r: reading_page([r, r]), reading_fragment])
def test_every_link_in_the_page_has_its_target_once(write: object, sample: Reading) -> None:
    assert callable(write)
    page = Page(write(sample))
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    assert {link[1:] for link in page.values("href") if link.startswith("#")} <= set(ids)


def test_every_record_has_a_card_that_the_words_light(sample: Reading) -> None:
    page = Page(reading_page([sample]))
    lit = {name for names in page.values("data-r") for name in names.split()}
    assert lit == set(page.values("data-for"))
    assert len([i for i in lit if i[0] in "es"]) == len(sample.events) + len(sample.statements)


def test_a_status_is_told_by_word_sign_and_line_not_by_colour_alone(sample: Reading) -> None:
    page = Page(reading_page([sample]))
    for event in sample.events:
        words = [a for _, a in page.tags if a.get("title") == f"{event.type}, {event.status}"]
        assert words
        assert all(f"selon-{event.status}" in (a["class"] or "").split() for a in words)
        assert all(bool(a.get("data-mark")) == (event.status != "actual") for a in words)
        assert event.status in page.all_text


def test_voices_and_open_fields_are_in_plain_words(sample: Reading) -> None:
    text = Page(reading_page([sample])).all_text
    assert "According to Dagsposten, citing un diplomate" in text
    assert "In the outlet's own voice (Agence du Nord)" in text
    assert "not named" in text
    assert "un diplomate unresolved" in text
    assert "The same act as déployés" in text


def test_several_readings_have_an_index_and_one_has_none(sample: Reading) -> None:
    empty = Reading(Article("Beau temps"), ReaderInfo("0", "none"), notes=(Note("none", "The text names no act."),))
    several = reading_page([sample, empty])
    assert '<a href="#r2" lang="">Beau temps</a>' in several
    assert "The text names no act." in several
    assert "<nav" not in reading_page([sample])


def test_a_page_of_no_readings_is_still_a_page() -> None:
    assert "0 readings" in reading_page([])


def test_only_web_addresses_become_links(sample: Reading) -> None:
    def of(url: str) -> str:
        return reading_page([replace(sample, article=replace(sample.article, url=url))])

    assert 'href="https://example.org/a?b=1&amp;c=2"' in of("https://example.org/a?b=1&c=2")
    assert "javascript:" not in of("javascript:alert(1)")


def test_a_fragment_has_no_script_and_keeps_its_style_to_itself(sample: Reading) -> None:
    html = reading_fragment(sample)
    assert "<script" not in html
    style = re.search(r"<style>(.*?)</style>", html, re.DOTALL)
    assert style
    selectors = re.sub(r"\{[^{}]*\}", "\n", re.sub(r"@media[^{]*\{", "", style[1])).replace("}", "")
    assert all("selon" in selector for selector in selectors.split("\n") if selector.strip())
    assert sample._repr_html_() == html


def test_a_page_is_the_same_each_time(sample: Reading) -> None:
    assert reading_page([sample]) == reading_page([sample])
