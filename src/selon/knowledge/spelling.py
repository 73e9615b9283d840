"""Spellings of one name: accents, ligatures, hyphens, apostrophes and capitals that name nothing else."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from selon.tables import filled, one_of, read_table

_LIGATURES = str.maketrans(
    {"œ": "oe", "æ": "ae", "Œ": "Oe", "Æ": "Ae", "ß": "ss", "ı": "i", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L"}
)
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'"})
_PLAIN = {ord(c): unicodedata.normalize("NFD", c)[0] for c in map(chr, range(0xC0, 0x250))} | _LIGATURES | _APOSTROPHES
_HYPHENS = re.compile(r"[‐‑‒–-]")
_GAPS = re.compile(r"[\s‐‑‒–-]+")
_WORD_GAPS = re.compile(r"[\s'’‐‑‒–-]+")
_ACCENTED_CAPITAL = re.compile(r"[ÀÂÄÇÉÈÊËÎÏÔÖÙÛÜÅŒÆ]")
_HEAD = re.compile(r"[^\W\d_]{1,3}(?=[ '-])")


def plain(text: str) -> str:
    """Take accents and ligatures off a text and make its apostrophes straight; case and gaps stay."""
    text = text if text.isascii() else text.translate(_PLAIN)
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", "".join(c for c in decomposed if not unicodedata.combining(c)))


def fold(text: str) -> str:
    """Reduce a name to its key: lower case, no accents, ligatures or full stops, one space for hyphens and gaps.

    "États-Unis", "ETATS UNIS" and "Etats‑Unis" fold alike. Case is lost: whether the words carry a capital in the
    text is for the caller to see.
    """
    key = plain(text).replace(".", "").lower()
    if key.isascii():
        return " ".join(key.replace("-", " ").split())  # as below, in half the time
    return _GAPS.sub(" ", key).strip()


def straight(text: str) -> str:
    """Make the apostrophes of a text straight and its hyphens plain, one character for one."""
    if text.isascii():
        return text.replace("`", "'")
    return _HYPHENS.sub("-", text.translate(_APOSTROPHES))


def unaccented_capitals(text: str) -> str:
    """Take the accents off the capitals of a text: "Élysée" becomes "Elysée"."""
    return text if text.isascii() else _ACCENTED_CAPITAL.sub(lambda match: plain(match[0]), text)


def spellings(name: str) -> tuple[str, ...]:
    """Give the spellings of a name that keep its letters and case, the name itself first.

    They differ in accents on capitals, ligatures, hyphens against spaces, straight or curly apostrophes, and a small
    letter on a leading article ("Le Caire", "le Caire").
    """
    names = [name]
    if _HEAD.match(name):
        names.append(_small_article(name))
    if not name.isascii():
        names += map(unaccented_capitals, names[:])
        names += [known.translate(_LIGATURES) for known in names]
    if "-" in name:
        names += [known.replace("-", " ") for known in names]
    if "'" in name:
        names += [known.replace("'", "’") for known in names]
    return tuple(dict.fromkeys(names))


def capitalisations(name: str) -> tuple[str, ...]:
    """Give a title of several words with the capitals the press gives it, the name itself first.

    "Conseil de sécurité" also gives "conseil de sécurité" and "Conseil de Sécurité"; a single word stays as it is.
    """
    words = name.split(" ")
    if len(words) < 2:
        return (name,)
    high = " ".join(_raise(word) for word in words)
    low = name if len(words[0]) > 1 and words[0].isupper() else name[:1].lower() + name[1:]
    return tuple(dict.fromkeys((name, low, high)))


def same_capitals(name: str, words: str) -> bool:
    """Tell whether words that fold like a name also have its capitals; those of a leading article are free."""
    own, given = (_WORD_GAPS.split(text) for text in (name, words))
    if len(own) != len(given) or fold(name) != fold(words):
        return False
    if len(own) > 1 and _is_article(own[0]):
        own, given = own[1:], given[1:]
    return all(_as_high(*pair) for pair in zip(own, given, strict=True))


def without_swallowed_article(name: str) -> str:
    """Take off a leading "Le" or "Les", which contracts with "à" and "de"; other names stay."""
    return re.sub(r"^Les? ", "", name)


def has_capital(words: str) -> bool:
    """Tell whether one of the words other than an article begins with a capital."""
    return any(word[:1].isupper() and not _is_article(word) for word in _WORD_GAPS.split(words))


def by_surface(rows: Iterable[tuple[str, Iterable[str]]]) -> dict[str, tuple[str, ...]]:
    """Gather (code, names) pairs into a map from each name to its codes, in the order they come."""
    found: dict[str, dict[str, None]] = {}
    for code, names in rows:
        for name in names:
            found.setdefault(name, {})[code] = None
    return {name: tuple(codes) for name, codes in found.items()}


def cells(cell: str) -> tuple[str, ...]:
    """Split the values of a cell at "|"; an empty cell has none."""
    return tuple(cell.split("|")) if cell else ()


def list_cell(cell: str) -> bool:
    """Accept an empty cell, or values parted by "|" with none empty, padded or doubled."""
    if "|" not in cell:
        return cell == cell.strip()
    values = cell.split("|")
    return all(value and value == value.strip() for value in values) and len(set(values)) == len(values)


def _as_high(own: str, given: str) -> bool:
    own, given = plain(own), plain(given)
    return given in (own, own.upper(), own[:1].upper() + own[1:])


def _raise(word: str) -> str:
    head, mark, tail = word.rpartition("'")
    return word if tail.lower() in _small_words() else head + mark + tail[:1].upper() + tail[1:]


def _small_article(name: str) -> str:
    head = _HEAD.match(name)
    return head[0].lower() + name[head.end() :] if head and _is_article(head[0]) else name


def _is_article(word: str) -> bool:
    return _small_words().get(word.lower(), False)


@cache
def _small_words() -> dict[str, bool]:
    rows = read_table("selon.knowledge", "small_words.tsv", {"word": filled, "article": one_of("yes", "no")})
    return {row["word"]: row["article"] == "yes" for row in rows}
