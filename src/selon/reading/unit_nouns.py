"""Nouns of quantity: what a number counts ("soldats", "casques bleus", "dollars"), read where they stand."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import get_args

from selon.reading.folding import fold_word
from selon.records import QuantityKind
from selon.tables import filled, one_of, read_table

_WORD = re.compile(r"[^\W\d_]+")
_INNER_GAP = re.compile(r"[ -]|' ?")
_BLANKS = re.compile(" {0,3}")
_MOST_JOINED = 6


@dataclass(frozen=True, slots=True)
class UnitNouns:
    """The nouns by folded words, with what may follow one: an adjective, and words that join another noun."""

    kinds: Mapping[str, str]
    most_words: int
    adjective: re.Pattern[str]
    joined: re.Pattern[str]

    def read(self, text: str, at: int) -> tuple[int, int, str] | None:
        """Read a noun with its adjective and the nouns joined to it; give where it begins and ends, and its kind."""
        start = at + len(_BLANKS.match(text, at)[0])  # type: ignore[index]
        first = self._noun(text, start)
        if first is None:
            return None
        end, kind = self._adjective(text, first[0]), first[1]
        return start, self._more(text, end), kind

    def _noun(self, text: str, at: int) -> tuple[int, str] | None:
        """Read the longest noun of the table at a place: its end and kind."""
        words: list[str] = []
        found = None
        for _ in range(self.most_words):
            word = _WORD.match(text, at)
            if word is None:
                break
            words.append(word[0])
            if kind := self.kinds.get(" ".join(words)):
                found = word.end(), kind
            gap = _INNER_GAP.match(text, word.end())
            if gap is None:
                break
            at = gap.end()
        return found

    def _adjective(self, text: str, at: int) -> int:
        match = self.adjective.match(text, at)
        return match.end() if match else at

    def _more(self, text: str, at: int) -> int:
        """Read the nouns that follow by comma and conjunction; a last comma joins none."""
        end = at
        for _ in range(_MOST_JOINED):
            gap = self.joined.match(text, at)
            noun = self._noun(text, gap.end()) if gap else None
            if gap is None or noun is None or text[noun[0] : noun[0] + 2].strip().isdecimal():
                break
            at = noun[0]
            if "," not in gap[0]:
                return at
        return end


def read_unit_nouns(package: str, adjective: str, joined: str) -> UnitNouns:
    """Read the unit nouns of a language; TableError when the table does not follow its schema."""
    rows = read_table(package, "units.tsv", {"noun": filled, "kind": one_of(*get_args(QuantityKind))})
    kinds = {" ".join(_WORD.findall(fold_word(row["noun"]))): row["kind"] for row in rows}
    most_words = max(key.count(" ") + 1 for key in kinds)
    return UnitNouns(kinds, most_words, re.compile(rf" (?:{adjective})(?![^\W_])"), re.compile(joined))
