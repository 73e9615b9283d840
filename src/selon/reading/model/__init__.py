"""The trained encoder: what it sees in a text, and what that proposes."""

from collections.abc import Sequence

from selon.reading.model.session import Model, load_model
from selon.reading.model.syntax import parses
from selon.reading.parse import Parse
from selon.reading.text import Sentence

__all__ = ["Model", "load_model", "parse_text"]


def parse_text(text: str, sentences: Sequence[Sentence]) -> list[Parse]:
    """Parse the sentences of a text with the package's own model: one tuple of words each."""
    model = load_model()
    return parses(model.see(text, sentences), sentences, model.labels)
