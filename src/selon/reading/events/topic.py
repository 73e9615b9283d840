"""Whether a text is on politics or conflict, told by how many words of public life it holds."""

from __future__ import annotations

from collections.abc import Iterable

from selon.languages.fr.triggers import load_word_classes

CLASSES = ("politics", "diplomacy", "armed", "police", "justice", "migration")
SHARE = 0.018
SHORT = 40


def is_political(words: Iterable[str]) -> bool:
    """Tell whether lower-cased words are those of a political report.

    1.8 words of public life in a hundred part reports on politics, conflict and justice from those on sport, science,
    culture and local life (measured on 179 Wikinews and agency reports); a text of a few sentences needs one.
    """
    listed = [word for word in words if word[:1].isalpha()]
    classes = [load_word_classes()[name] for name in CLASSES]
    hits = sum(any(word in members for members in classes) for word in listed)
    return hits >= (1 if len(listed) < SHORT else SHARE * len(listed))
