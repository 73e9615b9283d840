"""Words that set the status of the act they govern: modals, aspect, refusal, intention, doubt."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal, get_args

from selon.errors import TableError
from selon.languages.fr.nouns import adjective_forms, noun_forms
from selon.languages.fr.phrases import find_rest, word_variants, words_of
from selon.languages.fr.verbs import Form, bare_infinitive, conjugate
from selon.records import Status
from selon.tables import filled, list_of, one_of, read_table

GovernorPos = Literal["verb", "noun", "adjective", "adverb", "preposition", "conjunction"]
Governed = Literal[
    "inf", "inf:de", "inf:à", "inf:par", "inf:pour", "np", "de-np", "à-np", "pour-np", "subj", "que", "noun", "clause"
]  # fmt: skip
VerbForms = Literal["present", "imperfect", "past", "future", "conditional", "participle", "infinitive", "other"]

_SCHEMA = {
    "lemma": filled,
    "pos": one_of(*get_args(GovernorPos)),
    "complement": lambda cell: bool(cell) and list_of(*get_args(Governed))(cell),
    "status": one_of(*get_args(Status)),
    "forms": list_of(*get_args(VerbForms)),
}


@dataclass(frozen=True, slots=True)
class Governor:
    """A row of the governor table: the status it gives to the act that is its complement.

    `forms` are the forms of a verb it holds for (all when empty); `before`, `head`, `rest` and `rest_forms` are those
    of a cue: the reflexive pronoun, the word that is inflected, the words after it and those accepted in their places.
    """

    lemma: str
    pos: GovernorPos
    complement: frozenset[Governed]
    status: Status
    forms: frozenset[VerbForms]
    head: str
    before: tuple[str, ...]
    rest: tuple[str, ...]
    rest_forms: tuple[frozenset[str], ...]

    def rest_at(self, words: Sequence[str], head: int) -> range | None:
        """Find the words after the head, next to it, as indices of the lower-cased words; None when they differ."""
        return find_rest(words, head, self.rest_forms, gap=0)


@cache
def load_governors() -> dict[str, tuple[Governor, ...]]:
    """Read and check the table, by every form of the governing word; TableError at the first row that does not hold."""
    governors: dict[str, tuple[Governor, ...]] = {}
    for row in read_table(__package__, "governors.tsv", _SCHEMA):
        governor = _governor(row)
        if governor.forms and governor.pos != "verb":
            raise TableError(f"governors.tsv: {governor.lemma!r} is no verb, it cannot hold for some forms only")
        for word in _words(governor):
            governors[word] = (*governors.get(word, ()), governor)
    return governors


def _governor(row: dict[str, str]) -> Governor:
    words = words_of(row["lemma"])
    start = 1 if row["pos"] == "verb" and words[0] in ("se", "s'") else 0
    return Governor(
        lemma=row["lemma"],
        pos=row["pos"],  # type: ignore[arg-type]
        complement=frozenset(row["complement"].split()),  # type: ignore[arg-type]
        status=row["status"],  # type: ignore[arg-type]
        forms=frozenset(row["forms"].split()),  # type: ignore[arg-type]
        head=words[start],
        before=words[:start],
        rest=words[start + 1 :],
        rest_forms=tuple(word_variants(word) for word in words[start + 1 :]),
    )


def _words(governor: Governor) -> Iterable[str]:
    if governor.pos == "verb":
        return _verb_words(governor)
    if governor.pos == "noun":
        return noun_forms(governor.head)
    if governor.pos == "adjective":
        return dict.fromkeys(adjective_forms(governor.head).values())
    return (governor.head,) if governor.rest else sorted(word_variants(governor.head))


def _verb_words(governor: Governor) -> Iterator[str]:
    forms = conjugate(bare_infinitive(governor.head))
    if not forms:
        raise TableError(f"governors.tsv: {governor.head!r} is no infinitive")
    seen = dict.fromkeys(form.text for form in forms if not governor.forms or _kind(form) in governor.forms)
    yield from seen


def _kind(form: Form) -> VerbForms:
    if form.mood == "indicative":
        return form.tense
    if form.mood == "conditional":
        return "conditional"
    if form.mood == "infinitive":
        return "infinitive"
    return "participle" if form.mood == "participle" and form.tense == "past" else "other"
