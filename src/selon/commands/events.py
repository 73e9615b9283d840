"""`selon events`: the events of a corpus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from selon.commands.corpora import CorpusFile, Limit, opened
from selon.commands.filtering import filtered
from selon.commands.results import To, chosen_format, chosen_limit, write_result

if TYPE_CHECKING:
    from selon.corpus.filters import Filters

COLUMNS = {
    "id": "id",
    "day": "day",
    "actors": "actors",
    "type": "type",
    "status": "status",
    "trigger": "trigger",
    "recipients": "recipients",
    "according_to": "according to",
    "outlet": "outlet",
}


@filtered
def events(corpus: CorpusFile, filters: Filters, limit: Limit = None, to: To = None) -> None:
    """List who did what to whom, according to whom, the latest first."""
    form = chosen_format(to)
    with opened(corpus, read_only=True) as store:
        write_result(store.events(filters, limit=chosen_limit(form, limit)), form, COLUMNS)
