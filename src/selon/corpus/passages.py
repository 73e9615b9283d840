"""The passage of a text that answers a question best."""

from __future__ import annotations

from selon.corpus.stems import question_stems, stems

WIDTH = 220
"""Characters of a passage."""


def passage(text: str, question: str) -> str:
    """Give the stretch of a text that holds the most of the words asked for, the first of equals."""
    wanted = question_stems(question)
    hits = [(start, word) for start, _, word in stems(text) if word in wanted]
    best, most = 0, 0
    for n, (start, _) in enumerate(hits):
        held = {word for at, word in hits[n : n + 40] if at < start + WIDTH}
        if len(held) > most:
            best, most = start, len(held)
    start = max(0, best - WIDTH // 4)
    start = text.find(" ", start, best) + 1 if start else 0
    end = min(len(text), start + WIDTH)
    end = max(text.rfind(" ", best, end), best) if end < len(text) else end
    inner = " ".join(text[start:end].split())
    return f"{'… ' if start else ''}{inner}{' …' if end < len(text) else ''}"
