"""From bytes to characters: marks first, then UTF-8, then the old encodings French was written in."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from itertools import islice

from selon.records import Note

SAMPLE = 50_000
"""Bytes shown to charset-normalizer, and stretches of high bytes weighed for the old encodings."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
OLD = ("cp1252", "iso8859-15", "mac_roman", "cp850")
_HIGH = re.compile(rb"[\x00-\x7f]?[\x80-\xff]{1,8}")
_FRENCH = re.compile(r"[éèêëàâäîïôöùûüÿçœæ«»’‘“”…–—·°€\xa0]|(?<![a-zà-ÿœ])[ÉÈÊËÀÂÄÎÏÔÖÙÛÜŸÇŒÆ]")
_MOJIBAKE = re.compile(r"Ã[\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€[\x80-\xbf™œ˜¦”“\u0093\u0094]|Â[«»\xa0°]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text with the encoding it was read in; not certain when that was guessed or bytes were lost (U+FFFD)."""

    text: str
    encoding: str
    certain: bool


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """Decode bytes; never fails.

    A byte order mark decides, then strict UTF-8, then the declared encoding where the bytes follow it, then the old
    encoding under which the high bytes become French letters, then charset-normalizer's guess.
    """
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return _lossy(data[len(mark) :], codec)
    wide = unicode_codec(data[:SAMPLE])
    if wide:
        return Decoded(data.decode(wide, "replace"), wide, False)
    try:
        return Decoded(data.decode("utf-8"), "utf-8", True)
    except UnicodeDecodeError as error:
        reason = error
    if _is_damaged_utf8(data, reason):
        return _lossy(data, "utf-8")
    codec = _declared(data, declared) or _old(data) or _guessed(data) or "cp1252"
    return Decoded(_strict(data, codec) or data.decode(codec, "replace"), codec, False)


def encoding_notes(decoded: Decoded) -> tuple[Note, ...]:
    """Say what the reader should know of how a text was decoded: a guess, lost characters, UTF-8 once misread."""
    notes = []
    lost = decoded.text.count("\ufffd")
    if lost:
        notes.append(Note("encoding", f"U+FFFD stands for lost characters: {lost}; read as {decoded.encoding}"))
    elif not decoded.certain:
        notes.append(Note("encoding", f"not UTF-8; read as {decoded.encoding}"))
    if broken := _MOJIBAKE.search(decoded.text):
        notes.append(Note("mojibake", f"letters like {broken.group()!r}: UTF-8 once read as cp1252; left as they are"))
    return tuple(notes)


def unicode_codec(head: bytes) -> str | None:
    """Name the UTF-16 or UTF-32 encoding that a mark, or null bytes in every other place, betray."""
    for mark, codec in _MARKS[1:]:
        if head.startswith(mark):
            return codec
    pairs = len(head) // 2
    if pairs < 4:
        return None
    even, odd = head[0 : 2 * pairs : 2].count(0) / pairs, head[1 : 2 * pairs : 2].count(0) / pairs
    if odd > 0.7 and even < 0.1:
        return "utf-16-le"
    return "utf-16-be" if even > 0.7 and odd < 0.1 else None


def _lossy(data: bytes, codec: str) -> Decoded:
    try:
        return Decoded(data.decode(codec), codec, True)
    except UnicodeDecodeError:
        return Decoded(data.decode(codec, "replace"), codec, False)


def _strict(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except (UnicodeDecodeError, LookupError):
        return None


def _is_damaged_utf8(data: bytes, error: UnicodeDecodeError) -> bool:
    """Tell UTF-8 with a few bad or cut bytes from text in another encoding."""
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = sum(len(run) for run in re.findall(r"[^\x00-\x7f\ufffd]+", text))
    cut = bad == 1 and error.end == len(data)
    return good >= 3 * bad or (cut and good > 0)


def _declared(data: bytes, declared: str | None) -> str | None:
    """Give the declared encoding when the bytes follow it; what calls itself Latin-1 is cp1252, as browsers have it."""
    if not declared:
        return None
    try:
        name = codecs.lookup(declared).name
    except (LookupError, ValueError):
        return None
    name = "cp1252" if name in ("iso8859-1", "ascii") else name
    return name if name.startswith(("cp", "iso8859", "mac", "koi8")) and _strict(data, name) is not None else None


def _old(data: bytes) -> str | None:
    """Give the old encoding under which nearly all high bytes are French, None when there is none."""
    stretches = [m.group() for m in islice(_HIGH.finditer(data), SAMPLE)]
    shares = [(_french_share(stretches, codec), -rank, codec) for rank, codec in enumerate(OLD)]
    share, _, codec = max(shares)
    return codec if share >= 0.85 else None


def _french_share(stretches: list[bytes], codec: str) -> float:
    texts = [stretch.decode(codec, "replace") for stretch in stretches]
    high = sum(sum(ch > "\x7f" for ch in text) for text in texts)
    return sum(len(_FRENCH.findall(text)) for text in texts) / high if high else 0.0


def _guessed(data: bytes) -> str | None:
    from charset_normalizer import from_bytes

    first = next(_HIGH.finditer(data), None)
    start = max(0, first.start() - SAMPLE // 2) if first else 0
    best = from_bytes(data[start : start + SAMPLE]).best()
    return best.encoding if best and _strict(data, best.encoding) is not None else None
