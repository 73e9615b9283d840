"""`selon search`: articles by their words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from selon.commands.corpora import CorpusFile, Limit, opened
from selon.commands.filtering import filtered
from selon.commands.results import To, chosen_format, write_result

if TYPE_CHECKING:
    from selon.corpus.filters import Filters

COLUMNS = {"published": "published", "outlet": "outlet", "title": "title", "passage": "passage", "id": "id"}
FOUND = 20


@filtered
def search(
    corpus: CorpusFile,
    words: Annotated[str, typer.Argument(help='Words in any inflection; "a phrase", -without, begin*.')],
    filters: Filters,
    limit: Limit = None,
    to: To = None,
) -> None:
    """Find articles by their words, the best first; accents and inflection do not matter."""
    with opened(corpus, read_only=True) as store:
        found = store.search(words, filters, limit=FOUND if limit is None else limit)
        write_result(found, chosen_format(to), COLUMNS)
