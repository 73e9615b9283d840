"""What stands between a cue and its content and belongs to neither: "a démenti une nouvelle fois toute trêve"."""

from __future__ import annotations

import re

from selon.languages.fr.grammar import words
from selon.reading.document import Document
from selon.reading.statements.drafts import Draft, Stretch

PHRASES = "|".join(r"\s+".join(phrase.split()) for phrase in sorted(words("again"), key=len, reverse=True))
AGAIN = re.compile(rf"(?:{PHRASES}),?\s+(?:(?:de|à|que)\s+|(?:d|qu)['’])?", re.IGNORECASE)


def without_leading(document: Document, draft: Draft) -> tuple[Stretch, ...]:
    """Give a draft's content without an adverbial of repetition at its head, and the preposition behind that."""
    start, end = draft.content[0]
    if draft.cue is None or draft.form not in {"indirect", "mixed"}:
        return draft.content
    if draft.cue[1] > start or document.text[draft.cue[1] : start].strip():  # behind "que" it is the content's own
        return draft.content
    found = AGAIN.match(document.text, start, end)
    return ((found.end(), end), *draft.content[1:]) if found and found.end() < end else draft.content
