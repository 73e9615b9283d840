r"""A small notation for word patterns, compiled to regular expressions that cannot run away.

A form is a row of items parted by blanks::

    il y a          words as written, folded; a hyphen matches a hyphen or a blank
    <month>         a word class or fragment of the language, kept as the field "month"
    <month:other>   the same, kept as the field "other"; <.month> is not kept
    [ ... ]         may be left out
    ( a | b )       one of these
    ( ... )*        up to eight times, also none
    { ... }         the part that is the span; without it, the whole match is
    "," ":"         punctuation
    ~               no blank between its neighbours;  _  a blank or none; ~ at the end: a word may follow at once
    &name           another form, written out in this place

Between items stand one to three blanks; after an elided word (d', l') there may be none.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from selon.errors import TableError
from selon.reading.folding import fold_word

DIGITS = ("##", "####", "#")
"""Stand in a set of first words for one or two digits, for four, for another number of them."""
MARK = "__"
"""Stands in the name of a group between the field, the class of its words, and a number that makes it unique."""
SPAN = "span"
"""The name of the group that is the span of a form."""
_TOKEN = re.compile(r'\s*(<[^>]*>|"[^"]*"|&\w+|[\[\](){}|*~_]|[^\s\[\](){}|*~<>"]+)')
_WORD = re.compile(r"[^\W\d_]+|\d+")
_CLOSING = {"[": "]", "(": ")", "{": "}"}


@dataclass(frozen=True, slots=True)
class Fragment:
    """A piece of a pattern: a regular expression without groups, its first words, what it needs, the gap after."""

    regex: str
    first: frozenset[str]
    needs: frozenset[str]
    after: str = " {1,3}"


@dataclass(frozen=True, slots=True)
class Form:
    """A form: its regular expression (group "span" when marked), first words, words one of which it needs."""

    pattern: str
    first: frozenset[str]
    needs: frozenset[str]

    @property
    def regex(self) -> re.Pattern[str]:
        """Give the expression compiled; that waits for the first use, for it is the longest part of starting."""
        return compiled(self.pattern)


@dataclass(frozen=True, slots=True)
class _Piece:
    regex: str
    first: frozenset[str]
    needs: frozenset[str]
    optional: bool = False
    after: str = " {1,3}"


@cache
def compiled(regex: str) -> re.Pattern[str]:
    """Compile a regular expression at its first use."""
    return re.compile(regex)


_WORD_END = r"(?![^\W_])"
_BLANKS, _MAYBE_BLANKS, _NOTHING = " {1,3}", " {0,3}", ""
_ELISION = "'"


def words_fragment(words: list[str], common: frozenset[str] = frozenset()) -> Fragment:
    """Make a fragment of a list of words or phrases, the longest tried first."""
    folded = sorted({fold_word(w) for w in words}, key=lambda w: (-len(w), w))
    piece = _either([_word(w, common) for w in folded])
    return Fragment(piece.regex, piece.first, piece.needs, piece.after)


def regex_fragment(regex: str, first: list[str]) -> Fragment:
    """Make a fragment of a small regular expression, given its first words (see DIGITS)."""
    if re.compile(regex).groups:
        raise TableError(f"a fragment keeps no groups: {regex!r}")
    return Fragment(f"(?:{regex})", frozenset(first), frozenset(first))


def digits_key(digits: str) -> str:
    """Give what stands for a run of digits in a set of first words."""
    return {1: "##", 2: "##", 4: "####"}.get(len(digits), "#")


def compile_form(
    form: str, fragments: Mapping[str, Fragment], forms: Mapping[str, str], common: frozenset[str] = frozenset()
) -> Form:
    """Compile a form; TableError when it does not follow the notation or names something unknown.

    Of the words that each required item can begin with, those of the item with the fewest common ones are what the
    form needs: where none of them is near, it cannot match.
    """
    tokens = _tokens(form, forms)
    try:
        piece = _Parser(tokens, fragments, common).alternatives(None)
        return Form(piece.regex + ("" if tokens[-1] == "~" else _WORD_END), piece.first, piece.needs)
    except (IndexError, KeyError) as error:
        raise TableError(f"form {form!r}: {error!r}") from error


def _tokens(form: str, forms: Mapping[str, str], depth: int = 0) -> list[str]:
    tokens: list[str] = []
    for token in _TOKEN.findall(form):
        if token.startswith("&"):
            if depth > 5 or token[1:] not in forms:
                raise TableError(f"form {form!r}: unknown or circular {token}")
            tokens += ["(", *_tokens(forms[token[1:]], forms, depth + 1), ")"]
        else:
            tokens.append(token)
    return tokens


def _literal(word: str) -> str:
    escaped = re.escape(word).replace(r"\ ", _BLANKS).replace(r"\-", "[- ]")
    return escaped.replace("'" + _BLANKS, "'" + _MAYBE_BLANKS)


class _Parser:
    def __init__(self, tokens: list[str], fragments: Mapping[str, Fragment], common: frozenset[str]) -> None:
        self.tokens, self.at, self.fragments, self.common = tokens, 0, fragments, common

    def alternatives(self, closing: str | None) -> _Piece:
        """Read up to the closing bracket."""
        options = [self.row(closing)]
        while self.at < len(self.tokens) and self.tokens[self.at] == "|":
            self.at += 1
            options.append(self.row(closing))
        if closing is not None and self.tokens[self.at] != closing:
            raise KeyError(closing)
        self.at += 1
        if len(options) == 1:
            return options[0]
        return _either(options)

    def row(self, closing: str | None) -> _Piece:
        """Read items up to the end of this alternative."""
        pieces: list[_Piece] = []
        gaps: list[str | None] = []
        gap: str | None = None
        while self.at < len(self.tokens) and self.tokens[self.at] not in ("|", closing):
            if self.tokens[self.at] in "~_":
                gap = _NOTHING if self.tokens[self.at] == "~" else _MAYBE_BLANKS
                self.at += 1
                continue
            pieces.append(self.item())
            gaps.append(gap)
            gap = None
        return _join(pieces, gaps, self.common)

    def item(self) -> _Piece:
        """Read one item, with its star."""
        token = self.tokens[self.at]
        self.at += 1
        if token in _CLOSING:
            inner = self.alternatives(_CLOSING[token])
            if token == "[":
                return replace(inner, optional=True)
            if token == "{":
                return replace(inner, regex=f"(?P<{SPAN}>{inner.regex})")
            if self.at < len(self.tokens) and self.tokens[self.at] == "*":
                self.at += 1
                return _Piece(_repeat(inner), inner.first, inner.needs, optional=True)
            return replace(inner, regex=f"(?:{inner.regex})")
        if token.startswith("<"):
            return self.reference(token[1:-1])
        if token.startswith('"'):
            return _Piece(re.escape(token[1:-1]), frozenset([token[1:-1]]), self.common)
        return _word(fold_word(token), self.common)

    def reference(self, name: str) -> _Piece:
        """Read a named fragment."""
        kept = not name.startswith(".")
        name, _, field = name.lstrip(".").partition(":")
        fragment = self.fragments[name]
        group = f"{field or name}{MARK}{name}{MARK}{self.at}"
        regex = f"(?P<{group}>{fragment.regex})" if kept else fragment.regex
        return _Piece(regex, fragment.first, fragment.needs or self.common, after=fragment.after)


def _word(phrase: str, common: frozenset[str]) -> _Piece:
    keys = [digits_key(w) if w.isdigit() else w for w in _WORD.findall(phrase)]
    needs = frozenset([min(keys, key=lambda w: (w in common, -len(w)))]) if keys else common
    return _Piece(_literal(phrase), frozenset(keys[:1]), needs, after=_gap_after(phrase))


def _gap_after(word: str) -> str:
    return _MAYBE_BLANKS if word.endswith(_ELISION) else _BLANKS


def _either(options: list[_Piece]) -> _Piece:
    """Join alternatives; where the gaps after them differ, each takes its own along."""
    first = frozenset().union(*(o.first for o in options))
    needs = frozenset().union(*(o.needs for o in options))
    gaps = {o.after for o in options}
    if len(gaps) == 1:
        return _Piece("(?:" + "|".join(o.regex for o in options) + ")", first, needs, after=gaps.pop())
    return _Piece("(?:" + "|".join(o.regex + o.after for o in options) + ")", first, needs, after=_NOTHING)


def _repeat(inner: _Piece) -> str:
    return f"(?:{inner.regex}(?:{_MAYBE_BLANKS}{inner.regex}){{0,7}})"


def _join(pieces: list[_Piece], gaps: list[str | None], common: frozenset[str]) -> _Piece:
    anchor = next(i for i, p in enumerate(pieces) if not p.optional) if any(not p.optional for p in pieces) else None
    if anchor is None:
        raise KeyError("nothing in the row is required")
    between = [_gap(a, b, gap) for (a, b), gap in zip(pairwise(pieces), gaps[1:], strict=True)]
    regex = "".join(f"(?:{p.regex}{gap})?" for p, gap in zip(pieces[:anchor], between, strict=False))
    regex += pieces[anchor].regex
    gap_is_written = False
    for i in range(anchor + 1, len(pieces)):
        piece, gap = pieces[i], "" if gap_is_written else between[i - 1]
        more = any(not p.optional for p in pieces[i + 1 :])
        # Beside an elided word the gap belongs to what is left out: "l' [même] année", "fin [d'] année".
        if piece.optional and more and (piece.after != _BLANKS or pieces[i - 1].after != _BLANKS or gap_is_written):
            regex += f"{gap}(?:{piece.regex}{between[i]})?"
            gap_is_written = True
        else:
            if pieces[i - 1].optional and pieces[i - 1].after != _BLANKS and not gap_is_written:
                gap = _MAYBE_BLANKS
            regex += f"(?:{gap}{piece.regex})?" if piece.optional else gap + piece.regex
            gap_is_written = False
    first = frozenset().union(*(p.first for p in pieces[: anchor + 1]))
    needs = min((p.needs for p in pieces if not p.optional), key=lambda words: _commonness(words, common))
    return _Piece(regex, first, needs, after=_BLANKS if pieces[-1].optional else pieces[-1].after)


def _commonness(words: frozenset[str], common: frozenset[str]) -> tuple[int, bool, int]:
    return len(words & common), DIGITS[0] in words, len(words)


def _gap(left: _Piece, right: _Piece, given: str | None) -> str:
    if given is not None:
        return given
    return _MAYBE_BLANKS if left.after == _BLANKS and right.regex in (r"\,", ",") else left.after
