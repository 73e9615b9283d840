"""Tell the language of a text."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from selon.tables import anything, filled, read_table

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

LETTERS = 40
"""Letters below which no language is told."""

SURE = 0.5
"""Probability below which no language is told."""

SAMPLE = 4000
"""Characters of the beginning that are looked at."""


def detect_language(text: str) -> tuple[str, float] | None:
    """Give the ISO 639-1 code of a text's language and how sure that is (0 to 1); None below 40 letters or 0.5.

    A text plainly French by its function words is told at once (1.0); others go to py3langid's model, restricted to
    the languages of languages.tsv, which takes most of a second and 130 MB to load.
    """
    sample = text[:SAMPLE]
    if sum(map(str.isalpha, sample)) < LETTERS:
        return None
    if _is_plainly_french(sample):
        return "fr", 1.0
    code, sure = _identifier().classify(sample)
    return (str(code), float(sure)) if sure >= SURE else None


def language_name(code: str) -> str:
    """Give the English name of a language, the code itself when it is not known."""
    return next((row["name"] for row in _languages() if row["code"] == code), code)


def language_code(name: str) -> str:
    """Give the ISO 639-1 code for "fr-FR", "fra", "French" or "français"; an unknown name comes back lowered."""
    name = name.strip().lower()
    part = re.split(r"[-_]", name)[0]
    for row in _languages():
        if part in (row["code"], *row["other"].split()) or name in (row["name"].lower(), row["native"]):
            return row["code"]
    return name


def _is_plainly_french(sample: str) -> bool:
    words = re.findall(r"[^\W\d_]+", sample.lower())
    found = [word for word in words if word in _function_words()]
    return len(found) >= 0.05 * len(words) and len(set(found)) >= 4


@cache
def _languages() -> list[dict[str, str]]:
    schema = {"code": filled, "other": filled, "name": filled, "native": anything}
    return read_table("selon.sources", "languages.tsv", schema)


@cache
def _function_words() -> frozenset[str]:
    return frozenset(row["word"] for row in read_table("selon.sources", "function_words.tsv", {"word": filled}))


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages([row["code"] for row in _languages() if row["code"] in identifier.labels])
    return identifier
