"""To whom it is said: the complement of a cue that names the one addressed."""

from __future__ import annotations

from selon.reading.statements.complements import QUE
from selon.reading.statements.cue_words import CueVerb
from selon.reading.statements.drafts import WordAt
from selon.reading.statements.passage import Passage
from selon.reading.statements.speakers import RELATIVE


def addressee_of(passage: Passage, found: CueVerb) -> WordAt | None:
    """Give the noun phrase that a cue addresses: "à la presse", "appelle les habitants à …"."""
    tree, wanted = passage.tree, found.cue.addressee
    for child in tree.children[found.index] if wanted else ():
        word = tree.words[child]
        if (
            word.pos not in {"NOUN", "PROPN", "PRON"}
            or word.dep in {"nsubj", "nsubj:pass", "expl:comp"}
            or word.lower in QUE | RELATIVE
        ):
            continue
        if (
            ("obj" in wanted and word.dep == "obj" and tree.case(child) is None)
            or ("à" in wanted and word.dep == "iobj")
            or tree.case(child) in wanted
        ):
            return passage.number, child
    return None
