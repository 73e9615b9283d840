"""A corpus that can be corrected: what people say of its records, kept, listed and taken back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Literal, Unpack

from selon.corpus.askable import AskableCorpus, Narrowed, narrowed
from selon.corpus.connection import transaction
from selon.corpus.filters import Filters
from selon.corpus.results import Result
from selon.errors import CorpusError

if TYPE_CHECKING:
    from selon.corpus.correcting import Action


class CorrectableCorpus(AskableCorpus):
    """A corpus and the corrections of its records."""

    def accept(self, record: str, *, person: str | None = None, remark: str | None = None) -> int:
        """Say that an event or statement (its id) is right as shown; gives the number of the correction."""
        return self._correct(record, "accept", None, person, remark)

    def reject(self, record: str, *, person: str | None = None, remark: str | None = None) -> int:
        """Say that an event or statement (its id) is none: it is no longer shown nor counted."""
        return self._correct(record, "reject", None, person, remark)

    def correct_found(
        self,
        table: Literal["events", "statements"],
        action: Literal["accept", "reject"],
        filters: Filters | None = None,
        *,
        most: int = 2_000,
        person: str | None = None,
        remark: str | None = None,
        **one_by_one: Unpack[Narrowed],
    ) -> tuple[int | None, int]:
        """Accept or reject all events or statements that a question finds and nobody has judged yet.

        Gives the number to withdraw them all by (None when there are none) and how many they are. Raises CorpusError,
        and does nothing, when the question finds more than `most`.
        """
        from selon.corpus import batches

        ask = self.events if table == "events" else self.statements
        with transaction(self.db):
            found = ask(narrowed(filters, one_by_one), limit=most)
            if found.more:
                raise CorpusError(f"the question finds more than {most} {table}; narrow it")
            records = [(row["hash"], row["id"]) for row in found if row["verdict"] is None]
            return batches.correct_all(self.db, records, action, person, remark), len(records)

    def withdraw_batch(self, batch: int) -> int:
        """Take back all that `correct_found` did under that number; count the corrections."""
        from selon.corpus import batches

        with transaction(self.db):
            return batches.withdraw_batch(self.db, batch)

    def change(
        self, record: str, changes: Mapping[str, Any], *, person: str | None = None, remark: str | None = None
    ) -> int:
        """Give fields of an event or statement other values.

        Fields of events: trigger, type, status, mode, context, actors, recipients, places, when; of statements:
        speaker, act, form, content. Values are codes, a day or BEGIN/END for `when`, and mentions or words of the text
        (also START:END for `trigger` and `content`).
        Raises CorpusError when the record, a field or a value is none.
        """
        return self._correct(record, "change", dict(changes), person, remark)

    def merge(self, entity: str, into: str, *, person: str | None = None, remark: str | None = None) -> int:
        """Say that two entities (their keys, see the table `entities`) are one, under the name of the second."""
        from selon.corpus import corrections

        with transaction(self.db):
            return corrections.merge(self.db, entity, into, person, remark)

    def split(
        self,
        entity: str,
        articles: Iterable[str],
        *,
        name: str,
        country: str | None = None,
        identifier: str | None = None,
        person: str | None = None,
        remark: str | None = None,
    ) -> list[int]:
        """Say that in some articles (hashes or ids) an entity is another one; gives a number for each mention."""
        from selon.corpus import corrections

        changes = {"name": name, "country": country, "entity": identifier}
        with transaction(self.db):
            numbers = [self._known(article) for article in articles]
            mentions = corrections.mentions_of_entity(self.db, entity, numbers)
            return corrections.rename(self.db, mentions, "split", changes, person, remark)

    def rename(
        self,
        article: str,
        span: tuple[int, int],
        changes: Mapping[str, str | None],
        *,
        person: str | None = None,
        remark: str | None = None,
    ) -> list[int]:
        """Say what the mention at a place of an article names: `changes` of name, country and entity."""
        from selon.corpus import corrections

        with transaction(self.db):
            mentions = corrections.mentions_at(self.db, self._known(article), span)
            return corrections.rename(self.db, mentions, "change", dict(changes), person, remark)

    def withdraw(self, correction: int) -> None:
        """Take a correction back, by its number."""
        from selon.corpus import corrections

        with transaction(self.db):
            corrections.withdraw(self.db, correction)

    def corrections(self) -> Result:
        """List the corrections in the order they were made."""
        return self._table(
            "SELECT * FROM corrections ORDER BY correction", ("correction", "span_start", "span_end", "batch")
        )

    def conflicts(self) -> Result:
        """List the corrections that the last reading does not agree with; they hold all the same."""
        query = "SELECT * FROM v_conflicts ORDER BY correction, field"
        return self._table(query, ("correction", "span_start", "span_end"))

    def _correct(
        self, record: str, action: Action, changes: dict[str, Any] | None, person: str | None, remark: str | None
    ) -> int:
        from selon.corpus import corrections

        with transaction(self.db):
            return corrections.correct_record(self.db, record, action, changes, person, remark)
