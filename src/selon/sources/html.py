"""Saved web pages: trafilatura finds the text, the title, the date, the outlet; scripts never appear."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from selon.records import Note
from selon.sources.article import begins_with, make_article
from selon.sources.encoding import Decoded, decode, encoding_notes
from selon.sources.found import Found, failure
from selon.sources.language import detect_language, language_code, language_name

TAGS = 50_000
"""Elements beyond which a page is not parsed: the time that extraction takes grows with their square."""

SHORT = 1000
"""Characters of a text without paragraphs that is looked at twice."""

_HEAD = 4096
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_SAVED = re.compile(r"<!--\s*saved from url=\(\d+\)(https?://\S+)\s*-->")
_LANG = re.compile(r"<html\b[^>]{0,1000}?\blang\s*=\s*[\"']?([A-Za-z-]{2,20})", re.IGNORECASE)


def decode_page(data: bytes) -> Decoded:
    """Decode a page; the encoding it declares counts where its bytes follow it and are not UTF-8."""
    declared = _CHARSET.search(data[:_HEAD])
    return decode(data, declared[1].decode("ascii") if declared else None)


def read_html(decoded: Decoded, where: str, today: date | None = None, url: str | None = None) -> Iterator[Found]:
    """Give the one article of a saved page, or say that there is none; no page, however broken, raises.

    The address it was had from is used where the page names none.
    """
    html = decoded.text
    if html.count("<") - html.count("</") > TAGS:
        yield failure(where, f"a page of more than {TAGS} elements; save the article alone", "too-large")
        return
    page = _extract(html)
    if page is None or not (page.text or "").strip():
        yield failure(where, "no article text found in this page; save it as plain text", "no-article", html)
        return
    title, body = _apart(page.title, page.text)
    lang, spoken = _language(html, page.text)
    saved = _SAVED.search(html[:_HEAD])
    article, notes = make_article(
        body,
        title=title,
        url=page.url or (saved[1] if saved else url),
        published=_date(page.date, html),
        outlet=(page.sitename or "").lstrip("@") or None,
        lang=lang,
        today=today,
    )
    yield Found(article, encoding_notes(decoded) + notes + spoken, where)


def _extract(html: str) -> Any:
    """Run trafilatura; None when it finds nothing or fails.

    Below 250 characters it gives up the paragraphs of a page; where it finds the same words with them, these are taken.
    """
    page = html if re.search(r"<html[\s>]", html, re.IGNORECASE) else f"<html><body><div>{html}</div></body></html>"
    try:
        found = _bare(page)
        if found and found.text and "\n" not in found.text and len(found.text) < SHORT:
            finer = _bare(page, smallest=50)
            return finer if finer and len(finer.text or "") >= 0.8 * len(found.text) else found
        return found
    except Exception:  # whatever a hostile page brings about in the libraries, it costs this page only
        return None


def _bare(page: str, smallest: int | None = None) -> Any:
    from trafilatura import bare_extraction
    from trafilatura.settings import DEFAULT_CONFIG

    config = copy.deepcopy(DEFAULT_CONFIG)
    if smallest:
        config["DEFAULT"]["MIN_EXTRACTED_SIZE"] = str(smallest)
    dates = {"original_date": True, "extensive_search": False, "max_date": "2099-12-31"}
    return bare_extraction(
        page, fast=True, with_metadata=True, include_comments=False, date_extraction_params=dates, config=config
    )


def _apart(title: str | None, text: str) -> tuple[str | None, str]:
    """Take the heading off the text where it repeats the title."""
    first, _, rest = text.partition("\n")
    same = title and rest and begins_with(first, title) and begins_with(title, first)
    return title, rest if same else text


def _date(found: str | None, html: str) -> str | None:
    """Give up the day where the page writes none: a date known to the month only comes with a day made up."""
    if not found:
        return None
    year, month, day = found[:4], f"0?{int(found[5:7])}", f"0?{int(found[8:10])}"
    forms = (
        rf"{year}[-/.]?{month}[-/.]?{day}(?!\d)",
        rf"(?<!\d)(?:{day}[-/. ]{month}|{month}/{day})[-/. ]{year}",
        rf"(?<!\d){day}(?:er|st|nd|rd|th)?\s\w{{3,9}}\.?,?\s{year}",
        rf"\w\.?\s{day}(?:st|nd|rd|th)?,?\s{year}",
    )
    return found if re.search("|".join(forms), html) else found[:7]


def _language(html: str, text: str) -> tuple[str | None, tuple[Note, ...]]:
    """Take the language the page declares unless its text plainly is in another, as templates often are."""
    match = _LANG.search(html[:20_000])
    declared = language_code(match[1]) if match else None
    detected = detect_language(text)
    if not declared or not detected or detected[0] == declared:
        return detected[0] if detected else declared, ()
    if detected[1] < 0.95:
        return declared, ()
    said = f"declared {language_name(declared)} ({declared}), read as {language_name(detected[0])} ({detected[0]})"
    return detected[0], (Note("language-conflict", said),)
