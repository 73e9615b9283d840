"""The label sets of the heads, in the order of the logits."""

from __future__ import annotations

from selon.reading.model.closer import CANDIDATE, CONTENT


def _words(text: str) -> list[str]:
    return text.split()


TYPES = _words("""
    AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE
    COERCE ASSAULT
""")
STATUSES = ["actual", "planned", "possible", "alleged", "demanded", "negated"]
ACTS = _words("""
    say announce confirm deny ask demand promise refuse warn threaten accuse criticise praise admit estimate propose
    agree regret
""")
NAMES = ["person", "place", "organisation"]
UPOS = _words("ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X")
DEPRELS = _words("""
    acl acl:relcl advcl advmod amod appos aux aux:pass aux:tense aux:caus case cc ccomp compound conj cop csubj dep
    det discourse dislocated expl expl:pass expl:subj expl:pv fixed flat flat:foreign flat:name iobj mark nmod nsubj
    nsubj:pass nummod obj obl obl:agent obl:arg obl:mod orphan parataxis punct root vocative xcomp advcl:cleft
    csubj:pass
    dep:comp expl:comp goeswith nsubj:caus nsubj:outer obj:agent obj:lvc parataxis:insert
""")
NUMBERS = ["none", "singular", "plural"]
GENDERS = ["none", "masculine", "feminine"]
LINKS = ["actor", "recipient", "place", "time", "cue", "cue_speaker", "content_speaker"]
MARKS = [CANDIDATE, "", *TYPES, CONTENT]
PARTIES = ["actor", "recipient", "place", "content_speaker"]
SINGLE_LINKS = ["time", "cue", "cue_speaker", "content_speaker"]


def spans(*kinds: str) -> list[str]:
    """Give the labels of a span head: O, then B and I of each kind."""
    return ["O", *(f"{p}-{k}" for k in kinds for p in "BI")]


HEADS: dict[str, list[str]] = {
    "name": spans(*NAMES),
    "mention": spans("mention"),
    "anchor": ["O", "anchor"],
    "type": ["O", *TYPES],
    "status": STATUSES,
    "content": spans("content"),
    "inner": spans("content"),
    "cue": spans("cue"),
    "act": ACTS,
    "time": spans("time"),
    "quantity": spans("quantity"),
    "upos": UPOS,
    "deprel": DEPRELS,
    "number": NUMBERS,
    "gender": GENDERS,
}
SPAN_HEADS = ["name", "mention", "content", "inner", "cue", "time", "quantity"]
