"""The tense of the clause around a place in a text, told by the nearest finite verb form; cheap, no parse."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from selon.errors import TableError
from selon.reading.patterns import read_toml
from selon.reading.times.anchor import Tense

_LEFT, _RIGHT = 160, 100
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_END = re.compile(r"[.!?;]\s|\n|[.!?]$")
_PARTICIPLE_WITHIN = 3
_GOVERNED = 9
_NOUN_WITHIN = 6
_TUPLES = (
    "future_endings",
    "past_endings",
    "participle_endings",
    "close_participles",
    "past_before",
    "future_before",
    "future_conjunctions",
    "directives",
    "infinitive_endings",
)
_KEYS = {
    "future_words",
    "future_participles",
    "carriers",
    "auxiliaries",
    "past_words",
    "none",
    "openers",
    "infinitive_markers",
    "past_nouns",
    *_TUPLES,
}

# Lists that a language may do without.
_OPTIONAL = ("carriers", "infinitive_markers", "past_nouns", "future_conjunctions", "directives", "infinitive_endings")


@dataclass(frozen=True, slots=True)
class TenseWords:
    """The words and endings of a language that tell a tense."""

    future: frozenset[str]
    past: frozenset[str]
    carriers: frozenset[str]
    auxiliaries: frozenset[str]
    none: frozenset[str]
    openers: frozenset[str]
    infinitive_markers: frozenset[str]
    past_nouns: frozenset[str]
    future_endings: tuple[str, ...]
    past_endings: tuple[str, ...]
    participle_endings: tuple[str, ...]
    close_participles: tuple[str, ...]
    past_before: tuple[str, ...]
    future_before: tuple[str, ...]
    future_conjunctions: tuple[str, ...]
    directives: tuple[str, ...]
    infinitive_endings: tuple[str, ...]

    def at(self, text: str, offset: int) -> Tense | None:
        """Tell the tense around an offset: of the clause before it, else after it; None when nothing tells."""
        before = text[max(0, offset - _LEFT) : offset]
        before = before[max((m.end() for m in _END.finditer(before)), default=0) :]
        plain = before.rstrip().replace("’", "'").lower()
        if given := self._preposition(plain) or self._conjunction(plain):
            return given
        after = text[offset : offset + _RIGHT]
        if end := _END.search(after):
            after = after[: end.start()]
        words = _words(before)
        if self._directed(words):
            return "future"
        return self._nearest(words) or self._first(_words(after))

    def _preposition(self, before: str) -> Tense | None:
        if before.endswith(self.past_before):
            return "past"
        return "future" if before.endswith(self.future_before) else None

    def _conjunction(self, before: str) -> Tense | None:
        """Tell "avant que la loi soit votée lundi": with no comma since, the clause is the conjunction's."""
        since = max((before.rfind(f"{words} ") for words in self.future_conjunctions), default=-1)
        return "future" if since >= 0 and "," not in before[since:] else None

    def _infinitive(self, words: list[str], i: int) -> bool:
        """Tell whether a word is an infinitive behind "à", "de" or a verb of will."""
        if len(words[i]) < 4 or not words[i].endswith(self.infinitive_endings):
            return False
        return any(word in self.infinitive_markers for word in words[max(0, i - 2) : i])

    def _directed(self, words: list[str]) -> bool:
        """Tell whether the nearest verb is an infinitive asked for, announced or planned by the verb before it."""
        for i in range(len(words) - 1, -1, -1):
            if self._infinitive(words, i):
                return any(w.startswith(self.directives) and w.islower() for w in words[max(0, i - _GOVERNED) : i])
            if words[i] in self.openers or self._tense(words, i):
                return False
        return False

    def _nearest(self, words: list[str]) -> Tense | None:
        for i in range(len(words) - 1, -1, -1):
            if words[i] in self.openers:
                return None
            if words[i] in self.past_nouns and i >= len(words) - _NOUN_WITHIN:
                return "past"
            if i >= len(words) - 2 and words[i].endswith(self.close_participles):
                before = range(i - 1, max(i - 1 - _PARTICIPLE_WITHIN, -1), -1)
                return next((t for j in before if (t := self._tense(words, j))), "past")
            if tense := self._tense(words, i):
                return tense
        return None

    def _first(self, words: list[str]) -> Tense | None:
        for i, word in enumerate(words):
            if word in self.openers:
                return None
            if tense := self._tense(words, i):
                return tense
        return None

    def _tense(self, words: list[str], i: int) -> Tense | None:
        word = words[i]
        if word in self.none or not word.islower():
            return None
        if word in self.future:
            return "future"
        if word in self.auxiliaries:
            following = words[i + 1 : i + 1 + _PARTICIPLE_WITHIN]
            if any(w in self.future for w in following):
                return "future"
            if any(len(w) > 2 and w.endswith(self.participle_endings) for w in following):
                return "past"
        if word in self.past:
            return self._carried(words, i) or "past"
        if len(word) > 4 and word.endswith(self.future_endings):
            return "future"
        if len(word) > 4 and word.endswith(self.past_endings):
            return self._carried(words, i) or "past"
        return None

    def _carried(self, words: list[str], i: int) -> Tense | None:
        """Tell the tense of a form right behind a word that makes it future: "to be held", "will hit"."""
        return "future" if i > 0 and words[i - 1] in self.carriers else None


def _words(clause: str) -> list[str]:
    """Give the words of a clause without elided ones; a first word counts as lower case."""
    words = [re.split("['’]", w)[-1] for w in _WORD.findall(clause)]
    return [words[0].lower(), *words[1:]] if words else []


@lru_cache(maxsize=8)
def load_tense(lang: str) -> TenseWords:
    """Read the tense words of a language; TableError when a list is missing or unknown."""
    data: dict[str, list[str]] = read_toml(lang, "tense.toml")
    data = {**{key: [] for key in _OPTIONAL}, **data}
    if set(data) != _KEYS:
        raise TableError(f"tense.toml: expected the lists {sorted(_KEYS)}")
    return TenseWords(
        frozenset(data["future_words"] + data["future_participles"]),
        frozenset(data["past_words"]),
        frozenset(data["carriers"]),
        frozenset(data["auxiliaries"]),
        frozenset(data["none"]),
        frozenset(data["openers"]),
        frozenset(data["infinitive_markers"]),
        frozenset(data["past_nouns"]),
        *(tuple(data[key]) for key in _TUPLES),
    )


def tense_in(text: str, lang: str) -> Callable[[int], Tense | None]:
    """Give the function that tells the tense at an offset of a text."""
    words = load_tense(lang)
    return lambda offset: words.at(text, offset)
