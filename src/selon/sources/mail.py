"""E-mail messages: the subject as title, the text (else the page) as body, attachments read as files of their own."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import Message
from email.utils import parseaddr, parsedate_tz

from selon.sources.article import make_article
from selon.sources.context import DEPTH, Context
from selon.sources.encoding import decode, encoding_notes
from selon.sources.found import Found, failure, left_out
from selon.sources.paragraphs import html_paragraphs, unwrap

_PARTS = 500


def read_mail(data: bytes, where: str, context: Context) -> Iterator[Found]:
    """Give the article of a message, then those of its attachments (place "file!name"); pictures are left out."""
    message = message_from_bytes(data.lstrip(b"\r\n"), policy=policy.default)
    parts = _parts(message)
    yield _article(message, parts, where, context)
    for number, part in enumerate(parts, 1):
        if _is_attached(part):
            name = _header(part, "filename") or f"part {number}"
            yield from _attached(part, f"{where}!{name}", context)


def _parts(message: Message) -> list[Message]:
    """Give the parts that hold something, those of attached messages not."""
    found: list[Message] = []
    rest = [message]
    while rest and len(found) < _PARTS:
        part = rest.pop(0)
        inner = part.get_payload()
        if part.get_content_maintype() == "multipart" and isinstance(inner, list):
            rest = [p for p in inner if isinstance(p, Message)] + rest
        else:
            found.append(part)
    return found


def _article(message: Message, parts: list[Message], where: str, context: Context) -> Found:
    shown = [part for part in parts if not _is_attached(part)]
    plain = [decode(_payload(p), p.get_content_charset()) for p in shown if p.get_content_type() == "text/plain"]
    pages = [decode(_payload(p), p.get_content_charset()) for p in shown if p.get_content_type() == "text/html"]
    body = "\n".join(line for d in plain for line in unwrap(d.text.splitlines()))
    page = "\n".join(line for d in pages for line in html_paragraphs(d.text))
    used = plain if 2 * len(body) >= len(page) else pages
    body = body if used is plain else page
    if not body.strip():
        return failure(where, "a message without text", "no-text", _header(message, "subject"))
    name, address = parseaddr(_header(message, "from"))
    article, notes = make_article(
        body,
        id=_header(message, "message-id").strip("<> "),
        title=_header(message, "subject"),
        published=_day(_header(message, "date")),
        outlet=name or address.rpartition("@")[2],
        today=context.today,
    )
    odd = tuple(dict.fromkeys(note for d in used for note in encoding_notes(d) if note.code == "mojibake"))
    return Found(article, (*odd, *notes), where)


def _attached(part: Message, where: str, context: Context) -> Iterator[Found]:
    from selon.sources.stream import read_stream

    if part.get_content_maintype() in ("image", "audio", "video"):
        yield left_out(where, f"an attachment that is no text ({part.get_content_type()}); left out", "attachment")
        return
    if context.depth >= DEPTH:
        yield failure(where, f"more than {DEPTH} files within each other; take it out and give it", "too-deep")
        return
    inner = part.get_payload()
    if part.get_content_type() == "message/rfc822" and isinstance(inner, list) and isinstance(inner[0], Message):
        data = inner[0].as_bytes(policy=policy.compat32)
    else:
        data = _payload(part)
    context.budget.take(len(data))
    for found in read_stream(io.BytesIO(data), where, context.within()):
        yield replace(found, code="attachment", skipped=True) if found.code == "binary" else found


def _is_attached(part: Message) -> bool:
    kind = part.get_content_type()
    return part.get_content_disposition() == "attachment" or kind not in ("text/plain", "text/html")


def _payload(part: Message) -> bytes:
    """Give the bytes of a part, decoded from base64 or quoted-printable, those that are damaged as they are."""
    try:
        data = part.get_payload(decode=True)
    except (ValueError, LookupError, AssertionError):
        data = None
    return data if isinstance(data, bytes) else str(part.get_payload()).encode("utf-8", "surrogateescape")


def _header(message: Message, name: str) -> str:
    """Give a header, or the name of an attached file, as one line; what is damaged there counts as missing."""
    try:
        value = message.get_filename() if name == "filename" else message.get(name)
    except Exception:  # the email package raises many kinds of errors on damaged headers
        return ""
    return " ".join(str(value or "").split())


def _day(written: str) -> str | None:
    parsed = parsedate_tz(written)
    return f"{parsed[0]:04}-{parsed[1]:02}-{parsed[2]:02}" if parsed else None
