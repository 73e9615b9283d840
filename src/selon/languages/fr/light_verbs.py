"""French words that carry an act named by a noun: verbs ("mener une attaque") and nouns ("victime de")."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast, get_args

from selon.languages.fr.nouns import noun_forms
from selon.languages.fr.verbs import bare_infinitive, verb_words
from selon.tables import filled, one_of, read_table

Party = Literal["actor", "recipient"]
Who = Literal["subject", "object", "dative", "victim"]

_SCHEMA = {
    "lemma": filled,
    "pos": one_of("verb", "noun"),
    "preposition": one_of("", "subj", "à", "de", "dans", "par", "pour"),
    "party": one_of("actor", "recipient"),
    "who": one_of(*get_args(Who)),
    "itself": one_of("yes", "no"),
}


@dataclass(frozen=True, slots=True)
class Carrier:
    """A carrier of acts: the preposition before the act and the party of the act that it names.

    The preposition is empty for an object and "subj" where the act is the subject.

    `who` tells whether that party is its subject, its object, its dative or the victim of the death it brings; `itself`
    that a noun names the party where nothing else does ("l'auteur de l'attaque").
    """

    preposition: str
    party: Party
    who: Who
    itself: bool


@dataclass(frozen=True, slots=True)
class Carriers:
    """Light verbs and carrier nouns by every form of theirs."""

    verbs: Mapping[str, tuple[Carrier, ...]]
    nouns: Mapping[str, tuple[Carrier, ...]]


@cache
def load_carriers() -> Carriers:
    """Read and check the table; TableError at the first row that does not hold."""
    verbs: dict[str, tuple[Carrier, ...]] = {}
    nouns: dict[str, tuple[Carrier, ...]] = {}
    for row in read_table(__package__, "light_verbs.tsv", _SCHEMA):
        party: Party = "actor" if row["party"] == "actor" else "recipient"
        carrier = Carrier(row["preposition"], party, cast(Who, row["who"]), row["itself"] == "yes")
        is_verb = row["pos"] == "verb"
        forms = verb_words(bare_infinitive(row["lemma"])) if is_verb else frozenset(noun_forms(row["lemma"]))
        index = verbs if is_verb else nouns
        for form in forms:
            index[form] = (*index.get(form, ()), carrier)
    return Carriers(verbs, nouns)
