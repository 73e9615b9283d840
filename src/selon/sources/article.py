"""Make an article of what an input gives: put title and body together, fill in what is missing, say what is odd."""

from __future__ import annotations

import re
from datetime import date

from selon.records import Article, Note
from selon.sources.dates import Candidate, choose_date, parse_date, url_date
from selon.sources.header import Header, is_date_line, read_header
from selon.sources.language import detect_language, language_code, language_name
from selon.sources.outlets import choose_outlet, url_host

TITLE = 250
"""Characters of the longest first line that is taken for a title."""

_SURROGATE = re.compile("[\ud800-\udfff]")


def make_article(
    text: str,
    *,
    id: str | None = None,
    url: str | None = None,
    title: str | None = None,
    published: str | None = None,
    outlet: str | None = None,
    lang: str | None = None,
    today: date | None = None,
) -> tuple[Article, tuple[Note, ...]]:
    """Make an article and say what the reader should know of it.

    A title given apart goes above the text, with an empty line between, unless the text begins with it; else a first
    line that stands apart is the title. The date of publication (ISO, at its best precision) is chosen among what is
    given, the URL and what is printed above the story, the outlet likewise; the language is detected. Lone surrogates,
    which no UTF-8 file can hold, become U+FFFD, here and nowhere later; other characters stay as they are.
    """
    lone = sum(len(_SURROGATE.findall(value)) for value in (text, title, url, published, outlet, id) if value)
    text, title = writable(text), writable(title or "").strip() or None
    id, url, outlet = (writable(value or "").strip() or None for value in (id, url, outlet))
    text = with_title(text, title) if title else text
    header = read_header(text, url_host(url))
    day, dated = _published(writable(published or "").strip(), url, header, today)
    code, spoken = _language(text, lang)
    article = Article(
        text=text,
        id=id or "",
        lang=code,
        published=day,
        outlet=choose_outlet(outlet, header.outlets, url, header.agencies),
        url=url,
        title=title or first_line_title(text),
    )
    return article, (*_odd_characters(text, lone), *dated, *spoken)


def with_title(text: str, title: str) -> str:
    """Put a title above a text, an empty line between, unless the text begins with it."""
    title = re.sub(r"[\r\n\t\v\f]+", " ", title.strip())
    if begins_with(text, title):
        return text
    body = text.lstrip("\r\n")
    return f"{title}\n\n{body}" if body else title


def begins_with(text: str, title: str) -> bool:
    """Tell whether a text begins with a title, whatever the shape of blanks, quotation marks and apostrophes."""
    start, wanted = _flat(text.lstrip()[: 2 * len(title) + 50]), _flat(title)
    if not wanted or not start.startswith(wanted):
        return False
    after = start[len(wanted) : len(wanted) + 1]
    return not after.isalnum() or (after.isupper() and not wanted[-1].isupper())


def first_line_title(text: str) -> str | None:
    """Give the first line where it is a title: it stands above more text and is neither a sentence nor a date."""
    text = text.lstrip()
    first = re.match(r"[^\r\n]+", text[: TITLE + 1])
    line = first[0].rstrip() if first else ""
    above = len(line) <= TITLE and text[len(line) :].strip() and text[len(line) :].lstrip(" \t\xa0")[0] in "\r\n"
    sentence = line.rstrip('»"”) \xa0').endswith(".") and not line.endswith("...")
    return line if line and above and not sentence and not is_date_line(line) else None


def writable(text: str) -> str:
    """Put U+FFFD for each lone surrogate, which UTF-8 cannot hold."""
    return _SURROGATE.sub("\ufffd", text)


def _published(given: str, url: str | None, header: Header, today: date | None) -> tuple[str | None, tuple[Note, ...]]:
    candidates: list[Candidate] = []
    notes: list[Note] = []
    value = parse_date(given) if given else None
    if value:
        candidates.append(Candidate(value, "given"))
    elif given:
        notes.append(Note("bad-date", f"{given[:60]!r} is no date selon can read (YYYY-MM-DD); looked elsewhere"))
    candidates += [found for found in [url_date(url) if url else None] if found]
    day, chosen = choose_date([*candidates, *header.dates], today)
    return day, (*notes, *chosen)


def _language(text: str, given: str | None) -> tuple[str | None, tuple[Note, ...]]:
    """Take the language given, and say so where the text plainly is in another; else the one detected."""
    detected = detect_language(text)
    if not given or not given.strip():
        return (detected[0] if detected else None), ()
    code = language_code(writable(given))
    if detected and detected[0] != code and detected[1] >= 0.95:
        said = f"given as {language_name(code)} ({code}), reads like {language_name(detected[0])} ({detected[0]})"
        return code, (Note("language-conflict", said),)
    return code, ()


def _odd_characters(text: str, lone: int) -> tuple[Note, ...]:
    notes = []
    if not text.strip():
        notes.append(Note("empty", "nothing to read"))
    if lone:
        notes.append(Note("surrogates", f"lone surrogates replaced by U+FFFD: {lone}"))
    if nulls := text.count("\x00"):
        notes.append(Note("nulls", f"null characters kept in the text: {nulls}"))
    return tuple(notes)


def _flat(text: str) -> str:
    text = re.sub(r"\s+", " ", text)
    return re.sub(r"[’‘ʼ]", "'", re.sub(r" ?[«»“”„\"] ?", '"', text)).strip()
