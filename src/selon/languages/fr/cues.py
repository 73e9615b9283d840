"""The French cue lexicon: verbs, phrases, nouns and prepositions that give words as somebody's."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from selon.errors import TableError
from selon.languages.fr.nouns import adjective_forms, noun_forms
from selon.languages.fr.phrases import find_rest, word_variants, words_of
from selon.languages.fr.verbs import bare_infinitive, verb_words
from selon.records import Act
from selon.tables import filled, kept, list_of, one_of, read_table

CuePos = Literal["verb", "phrase", "noun", "preposition"]
CueClass = Literal[
    "SAY", "ADD", "AFFIRM", "CLAIM", "REVEAL", "KNOW", "ADMIT", "DENY", "ESTIMATE", "PREDICT", "HOPE_FEAR", "ASK_Q",
    "DEMAND", "PERMIT_FORBID", "PROPOSE", "PROMISE", "DECIDE", "REFUSE", "THREATEN", "WARN", "ACCUSE", "DEPLORE",
    "WELCOME", "ARGUE", "REPLY", "MANNER", "WRITE", "CHARACT", "SOURCE_PREP", "SOURCE_NOUN",
]  # fmt: skip
Complement = Literal[
    "que", "si", "inf:de", "inf:à", "inf:pour", "inf", "np", "de-np", "à-np", "contre-np", "sur-np", "pour-np",
    "en-np", "par-np", "avec-np", "comme-np", "attr", "quote",
]  # fmt: skip
Addressee = Literal["obj", "à", "auprès", "devant"]
Condition = Literal["any", "que", "quote"]

_CONDITIONS: dict[str, frozenset[str]] = {"quote": frozenset(["quote"]), "que": frozenset(["que", "si", "quote"])}
_CLITICS = frozenset(["se", "s'", "en", "ne", "pas"])
_SCHEMA = {
    "lemma": filled,
    "pos": one_of(*get_args(CuePos)),
    "class": one_of(*get_args(CueClass)),
    "act": one_of(*get_args(Act)),
    "takes": list_of(*get_args(Complement)),
    "addressee": list_of(*get_args(Addressee)),
    "homograph": one_of("", "yes"),
    "condition": one_of(*get_args(Condition)),
}


@dataclass(frozen=True, slots=True)
class Cue:
    """A row of the cue table: a word or phrase, the act it does, and the complements that are its content.

    `head` is the word that is inflected; `before` the words that must stand before it ("se", "ne" and "pas", "en", or
    "être" for an attribute), `rest` the words after it. `rest_forms` gives the words accepted at each place of `rest`.
    """

    lemma: str
    pos: CuePos
    cue_class: CueClass
    act: Act
    takes: frozenset[Complement]
    addressee: frozenset[Addressee]
    homograph: bool
    condition: Condition
    head: str
    before: tuple[str, ...]
    rest: tuple[str, ...]
    rest_forms: tuple[frozenset[str], ...]

    @property
    def reflexive(self) -> bool:
        """Tell whether the verb needs a reflexive pronoun."""
        return not {"se", "s'"}.isdisjoint(self.before)

    @property
    def attributive(self) -> bool:
        """Tell whether the cue is an attribute behind "être", whose subject speaks ("être convaincu")."""
        return self.before == ("être",)

    def rest_at(self, words: Sequence[str], head: int) -> range | None:
        """Find the rest of the cue after its head, as indices of `words`; an empty range when it has no rest.

        `words` are lower-cased tokens, elided ones with a straight apostrophe ("d'", "alarme"); at most three words
        stand between head and rest ("a fait hier soir savoir"). None when the rest is not there.
        """
        return find_rest(words, head, self.rest_forms)


@dataclass(frozen=True, slots=True)
class Cues:
    """The cue lexicon by inflected form of the head: verbs and phrases, nouns, prepositions by their words."""

    by_form: Mapping[str, tuple[Cue, ...]]
    nouns: Mapping[str, tuple[Cue, ...]]
    prepositions: Mapping[tuple[str, ...], Cue]
    preposition_lengths: Mapping[str, int]

    def is_cue(self, form: str) -> bool:
        """Tell whether a form is a verb or attribute that is a cue by itself, not only as the head of a phrase."""
        return any(not cue.rest for cue in self.by_form.get(form, ()))

    def preposition_at(self, words: Sequence[str], start: int) -> tuple[int, Cue] | None:
        """Find the longest preposition that begins at a word: the index after it, and its cue."""
        longest = self.preposition_lengths.get(words[start], 0) if start < len(words) else 0
        for end in range(min(start + longest, len(words)), start, -1):
            if cue := self.prepositions.get(tuple(words[start:end])):
                return end, cue
        return None


@kept
def load_cues() -> Cues:
    """Read and check the cue table; TableError at the first row that does not hold."""
    by_form: dict[str, tuple[Cue, ...]] = {}
    nouns: dict[str, tuple[Cue, ...]] = {}
    prepositions: dict[tuple[str, ...], Cue] = {}
    cues = [_cue(row) for row in read_table(__package__, "cues.tsv", _SCHEMA)]
    _check(cues)
    for cue in cues:
        if cue.pos == "preposition":
            prepositions.update(dict.fromkeys(_preposition_words(cue.lemma), cue))
            continue
        index = nouns if cue.pos == "noun" else by_form
        for form in _head_forms(cue):
            index[form] = (*index.get(form, ()), cue)
    lengths: dict[str, int] = {}
    for first, *following in prepositions:
        lengths[first] = max(lengths.get(first, 0), 1 + len(following))
    return Cues(by_form, nouns, prepositions, lengths)


def _cue(row: dict[str, str]) -> Cue:
    before, head, rest = _parts(row["lemma"], row["pos"])
    return Cue(
        lemma=row["lemma"],
        pos=row["pos"],  # type: ignore[arg-type]
        cue_class=row["class"],  # type: ignore[arg-type]
        act=row["act"],  # type: ignore[arg-type]
        takes=frozenset(row["takes"].split()),  # type: ignore[arg-type]
        addressee=frozenset(row["addressee"].split()),  # type: ignore[arg-type]
        homograph=row["homograph"] == "yes",
        condition=row["condition"],  # type: ignore[arg-type]
        head=head,
        before=before,
        rest=rest,
        rest_forms=_rest_forms(row["lemma"], row["pos"], rest),
    )


def _parts(lemma: str, pos: str) -> tuple[tuple[str, ...], str, tuple[str, ...]]:
    words = words_of(lemma)
    if pos in ("noun", "preposition"):
        return (), words[0], words[1:]
    if words[0] == "être" and len(words) == 2:
        return words[:1], words[1], ()
    start = next(i for i, w in enumerate(words) if w not in _CLITICS)
    return words[:start], words[start], words[start + 1 :]


def _rest_forms(lemma: str, pos: str, rest: tuple[str, ...]) -> tuple[frozenset[str], ...]:
    if pos == "noun":
        variants = [words_of(form)[1:] for form in noun_forms(lemma)]
        return tuple(frozenset(words) for words in zip(*variants, strict=True))
    agreeing = pos == "phrase" and len(rest) == (2 if rest[:1] == ("pour",) else 1)
    last = [frozenset(adjective_forms(rest[-1]).values())] if agreeing else []
    return (*(word_variants(word) for word in rest[: len(rest) - len(last)]), *last)


def _head_forms(cue: Cue) -> Iterable[str]:
    if cue.pos == "noun":
        return {words_of(form)[0] for form in noun_forms(cue.lemma)}
    if cue.before == ("être",):
        return set(adjective_forms(cue.head).values())
    forms = verb_words(bare_infinitive(cue.head))
    if not forms:
        raise TableError(f"cues.tsv: {cue.head!r} of {cue.lemma!r} is no infinitive")
    return forms


def _preposition_words(lemma: str) -> Iterator[tuple[str, ...]]:
    """Give the words of a preposition with its last word contracted or not, and a participle before "par" agreeing."""
    first, *middle = words_of(lemma)
    firsts = adjective_forms(first).values() if middle == ["par"] else [first]
    if not middle:
        yield (first,)
        return
    for word in dict.fromkeys(firsts):
        for last in sorted(word_variants(middle[-1])):
            yield (word, *middle[:-1], last)


def _check(cues: Iterable[Cue]) -> None:
    """Refuse a complement that its condition rules out, and two rows of a lemma that share one."""
    seen: set[tuple[str, str, str]] = set()
    for cue in cues:
        if not cue.takes <= _CONDITIONS.get(cue.condition, cue.takes) or (not cue.takes and cue.pos != "preposition"):
            raise TableError(f"cues.tsv: {cue.lemma!r} cannot take {sorted(cue.takes)} under {cue.condition!r}")
        for key in {(cue.pos, cue.lemma, complement) for complement in cue.takes or [""]}:
            if key in seen:
                raise TableError(f"cues.tsv: two rows of {cue.lemma!r} take {key[2]!r}")
            seen.add(key)
