"""Verbs that only carry an act: "X a mené une attaque", "la réunion se tiendra"."""

from functools import cache

from selon.languages.fr.verbs import bare_infinitive, verb_words
from selon.tables import filled, one_of, read_table


@cache
def load_occurrence() -> dict[str, frozenset[str]]:
    """Give, for every form of a verb of occurrence, whether the act is its "object" or its "subject"."""
    roles: dict[str, frozenset[str]] = {}
    for row in read_table(__package__, "occurrence.tsv", {"lemma": filled, "role": one_of("object", "subject")}):
        for form in verb_words(bare_infinitive(row["lemma"])):
            roles[form] = roles.get(form, frozenset()) | {row["role"]}
    return roles
