"""Statements: words given as somebody's, by construction, each with its speaker, cue and content."""

from __future__ import annotations

from collections.abc import Sequence

from selon.reading.document import Document
from selon.reading.model.contents import Content
from selon.reading.statements.comme import comme_statements
from selon.reading.statements.direct import direct_statements
from selon.reading.statements.drafts import Draft
from selon.reading.statements.ends import weigh_ends
from selon.reading.statements.indirect import indirect_statements
from selon.reading.statements.nominal import nominal_statements
from selon.reading.statements.passage import Passage
from selon.reading.statements.prepositional import prepositional_statements
from selon.reading.statements.proposed import proposed_statements
from selon.reading.statements.reduced import reduced_statements
from selon.reading.statements.settle import MentionAt, settle
from selon.records import Statement


def find_statements(
    document: Document, mention_at: MentionAt, digest: str, contents: Sequence[Content] = ()
) -> tuple[Statement, ...]:
    """Find the statements of a text, in its order, nested ones named by `within`; `contents` is what the model sees."""
    passages = [Passage(document, n, tree) for n, tree in enumerate(document.trees) if tree is not None and tree.words]
    drafts: list[Draft] = list(direct_statements(document, passages))
    for passage in passages:
        drafts.extend(indirect_statements(passage))
        drafts.extend(prepositional_statements(passage))
        drafts.extend(comme_statements(passage))
        drafts.extend(nominal_statements(passage))
        drafts.extend(reduced_statements(passage))
    drafts = list(weigh_ends(document, contents, drafts))
    drafts.extend(proposed_statements(document, contents, drafts))
    return settle(document, drafts, mention_at, digest)
