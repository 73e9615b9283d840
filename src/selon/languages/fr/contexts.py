"""Words that set an act in a context: military, diplomatic, legal, economic …"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from selon.languages.fr.nouns import noun_forms
from selon.records import CONTEXTS, EventContext
from selon.tables import filled, one_of, read_table


@dataclass(frozen=True, slots=True)
class ContextWord:
    """A word's context and its place in the table: a word of an earlier row says more than one of a later row."""

    context: EventContext
    rank: int


@cache
def load_context_words() -> Mapping[str, ContextWord]:
    """Read and check the table, by lower-case form; TableError at the first row that does not hold."""
    found: dict[str, ContextWord] = {}
    rows = read_table(__package__, "contexts.tsv", {"context": one_of(*CONTEXTS), "words": filled})
    for rank, row in enumerate(rows):
        context: EventContext = row["context"]  # type: ignore[assignment]
        for word in row["words"].split("|"):
            for form in noun_forms(word):
                found.setdefault(form, ContextWord(context, rank))
    return found
