"""Tokens and boundaries of a text; its characters stay as they are.

Glued sentences ("frontière.La"), headings run into the next sentence ("frontièreLe chef") and bylines are told apart
by boundaries, never by edits. Offsets count code points of the whole text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from selon.languages.fr.grammar import words
from selon.languages.fr.text import TextRules, load_text_rules

SentenceKind = Literal["title", "heading", "byline", "body"]
APOSTROPHES = "'’ʼ"
OPENING = "«“‘([{"
CLOSING = "»”)]}"
STRAIGHT = '"'
TERMINAL = frozenset([".", "!", "?", "…"])
MAX_TOKENS = 180
HEADING_TOKENS = 18
LETTER = r"[^\W\d_]"


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark, `text == article[start:end]`; `lower` is it in lower case, with straight apostrophes."""

    start: int
    end: int
    text: str
    lower: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Token:
        """Make the token that stands between two offsets of a text."""
        word = text[start:end]
        return cls(start, end, word, word.lower().replace("’", "'"))


@dataclass(frozen=True, slots=True)
class Sentence:
    """A run of tokens between two boundaries, and the line of the text it stands in (counted from 0)."""

    start: int
    end: int
    tokens: tuple[Token, ...]
    kind: SentenceKind
    line: int


def split_sentences(text: str) -> tuple[Sentence, ...]:
    """Cut a text into sentences of tokens; whitespace belongs to none."""
    return tuple(_sentences(text, load_text_rules()))


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Cut a stretch of a text into tokens."""
    end = len(text) if end is None else end
    rules = load_text_rules()
    pattern = _token_pattern()
    tokens: list[Token] = []
    for match in pattern.finditer(text, start, end):
        first, last = match.span()
        if match.lastgroup == "word":
            tokens.extend(_word_tokens(text, first, last, rules))
        else:
            tokens.append(Token.of(text, first, last))
    return tokens


@cache
def _token_pattern() -> re.Pattern[str]:
    rules = load_text_rules()
    abbreviations = sorted(rules.abbreviations | rules.soft_abbreviations, key=len, reverse=True)
    apostrophe = f"[{APOSTROPHES}]"
    whole = "|".join(re.escape(w).replace("'", apostrophe) for w in rules.whole)
    elided = "|".join(sorted(rules.elided, key=len, reverse=True))
    hosts = "|".join(rules.hosts)
    parts = [
        r"(?P<url>(?:https?://|www\.)[^\s<>«»\"”]+[^\s<>«»\"”.,;:!?)\]])",
        r"(?P<mail>[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}\w|@\w{1,40}|#\w{1,80})",
        rf"(?P<host>\b[\w-]{{2,40}}\.(?:{hosts})\b(?!\.\w))",
        rf"(?P<abbreviation>(?<!\w)(?:{'|'.join(map(re.escape, abbreviations))})(?!\w\w*\.\w))",
        rf"(?P<initials>(?<!\w)(?:{LETTER}\.-?){{2,10}}(?!{LETTER}{LETTER})"
        r"|(?<!\w)(?![àaÀAyYôÔ]\.)[A-ZÀ-Þ]\.(?=[ \u00a0-][A-ZÀ-Þ]))",
        rf"(?P<whole>(?i:{whole})(?!\w))",
        rf"(?P<elided>(?<!{LETTER})(?i:{elided}){apostrophe})",
        r"(?P<number>\d+(?:[.,:/]\d+)*(?:er|ers|re|res|e|es|ème|èmes|nd|nde|h\d{0,2}|%)?(?![^\W\d_]))",
        rf"(?P<word>[\w][\w]*(?:[-‑][\w]+)*(?:{apostrophe}[\w]+(?:[-‑][\w]+)*)*)",
        r"(?P<dots>\.{2,})",
        r"(?P<mark>\S)",
    ]
    return re.compile("|".join(parts))


@cache
def _clitic_pattern() -> re.Pattern[str]:
    clitics = sorted(load_text_rules().clitics, key=len, reverse=True)
    return re.compile(rf"(?<={LETTER})-(?:{'|'.join(clitics)})(?:-(?:en|y))?$", re.IGNORECASE)


NOT_A_VERB = words("hyphenated")
GLUED = re.compile(r"(?<=[a-zß-ÿ]{2})(?=[A-ZÀ-Þ])")


def _word_tokens(text: str, start: int, end: int, rules: TextRules) -> Iterator[Token]:
    word = text[start:end]
    cut = _glue(word, text[end : end + 1], rules)
    if cut:
        yield from _word_tokens(text, start, start + cut, rules)
        yield from tokenize(text, start + cut, end)
        return
    if "-" in word and word.lower() not in NOT_A_VERB and (match := _clitic_pattern().search(word)):
        cut = start + match.start()
        yield Token.of(text, start, cut)
        yield Token.of(text, cut, end)
        return
    yield Token.of(text, start, end)


def _glue(word: str, following: str, rules: TextRules) -> int:
    """Find where a heading or sentence runs into the next one inside a word; 0 when it does not."""
    for match in GLUED.finditer(word):
        left, right = word[: match.start()], word[match.start() :]
        head = re.split(f"[{APOSTROPHES}-]", right)[0]
        elision = len(head) < len(right) or (following and following in APOSTROPHES)
        opener = right in rules.openers or (elision and f"{head}'" in rules.openers)
        lower_start = left[:1].islower() and len(left) >= 4 and len(right) >= 3
        if opener or lower_start:
            return match.start()
    return 0


BYLINE = re.compile(
    r"(?:\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{1,2} [a-zéû]+ \d{4}), [A-ZÀ-Þ][^\n.,;:]{1,40}$"
    r"|^(?:Publié|Mis à jour|Modifié) le [^\n]{4,60}$",
    re.MULTILINE,
)
DATELINE = re.compile(
    r"^(?P<place>[A-ZÀ-Þ][\w'’ -]{1,40}(?:, \d{1,2}(?:er)? [a-zéû]+(?: \d{4})?)?) ?"
    r"\((?P<agency>[^()\n]{2,40})\) ?(?:[-–—:]|(?=[A-ZÀ-Þ«\"“]))\s*"
)


def _sentences(text: str, rules: TextRules) -> Iterator[Sentence]:
    for number, (start, end) in enumerate(_lines(text)):
        for first, last, byline in _zones(text, start, end):
            tokens = tokenize(text, first, last)
            runs = [tokens] if byline else _cut(text, tokens, rules)
            for run in runs:
                for piece in _bounded(run):
                    kind = "byline" if byline else _kind(number, piece, start, end)
                    yield Sentence(piece[0].start, piece[-1].end, tuple(piece), kind, number)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Give the lines; one that ends in mid-sentence before a lower-case letter goes on in the next."""
    start = 0
    for match in re.finditer(r"[ \t\r\f\v\u00a0]*(?:\r\n|[\n\r\u2028\u2029\x85])\s*", text):
        before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
        wrapped = after.islower() and before not in TERMINAL and match.group().count("\n") == 1
        if wrapped or match.start() <= start:
            continue
        yield start, match.start()
        start = match.end()
    if text[start:].strip():
        yield start, len(text)


def _zones(text: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """Tell the bylines and datelines of a line from its sentences: (start, end, is a byline)."""
    line = text[start:end]
    if match := DATELINE.match(line):
        yield start, start + match.end(), True
        start += match.end()
    byline = BYLINE.search(text, start, end) if end - start < 2000 else None
    if byline and text[start : byline.start()].rstrip().endswith(("...", "…", ".", "!", "?", "")):
        if text[start : byline.start()].strip():
            yield start, byline.start(), False
        yield byline.start(), byline.end(), True
        start = byline.end()
    if text[start:end].strip():
        yield start, end, False


def _cut(text: str, tokens: list[Token], rules: TextRules) -> Iterator[list[Token]]:
    run: list[Token] = []
    for i, token in enumerate(tokens):
        run.append(token)
        following = tokens[i + 1] if i + 1 < len(tokens) else None
        if following is None:
            break
        if _closes_after(text, following, run) or not _ends(text, run, following, rules):
            continue
        yield run
        run = []
    if run:
        yield run


def _closes_after(text: str, following: Token, run: list[Token]) -> bool:
    """Tell whether the next token is a closing mark that belongs to the sentence so far."""
    if following.text in CLOSING:
        return True
    glued = following.start == run[-1].end
    spaced_after = not text[following.end : following.end + 1].strip()
    return following.text in STRAIGHT and glued and spaced_after


def _ends(text: str, run: list[Token], following: Token, rules: TextRules) -> bool:
    last = run[-1]
    if following.start == last.end and last.text[-1:].islower() and following.text[:1].isupper():
        return True  # a heading glued to the next sentence
    body = [t for t in run[-4:] if t.text not in CLOSING and t.text not in STRAIGHT]
    if not body:
        return False
    mark = body[-1].text
    if mark in rules.soft_abbreviations:
        return following.text in rules.openers
    if mark[0] not in TERMINAL or (mark[0] == "." and len(mark) == 1 and len(run) < 2):
        return False
    opens = (
        following.text[0].isupper() or following.text[0] in OPENING + STRAIGHT + "–—-•" or following.text[0].isdigit()
    )
    if following.start == last.end and following.text[0].isdigit():
        return False
    return opens and following.text[0] not in CLOSING


def _bounded(run: list[Token]) -> Iterator[list[Token]]:
    """Cut a run that is too long to be a sentence, after a mark where there is one."""
    while len(run) > MAX_TOKENS:
        marks = [i for i in range(MAX_TOKENS // 2, MAX_TOKENS) if run[i].text in {";", ":", ",", "•", "-", "–"}]
        cut = (marks[-1] if marks else MAX_TOKENS - 1) + 1
        yield run[:cut]
        run = run[cut:]
    if run:
        yield run


def _kind(line: int, tokens: list[Token], start: int, end: int) -> SentenceKind:
    if line == 0 and tokens[0].start == start and tokens[-1].end >= end:
        return "title"
    open_ended = tokens[-1].text[0] not in TERMINAL and tokens[-1].text not in CLOSING + STRAIGHT + ":;,"
    return "heading" if open_ended and len(tokens) <= HEADING_TOKENS else "body"
