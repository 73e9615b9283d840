"""The noun phrase or attribute that a cue verb gives as content."""

from __future__ import annotations

from selon.languages.fr.grammar import words
from selon.languages.fr.phrases import words_of
from selon.languages.fr.roles import load_roles
from selon.reading.noun_phrases import noun_phrase
from selon.reading.statements.adverbials import behind_adverbials, behind_times, stances
from selon.reading.statements.clauses import clause_end
from selon.reading.statements.complements import QUE, QUOTES, is_infinitive
from selon.reading.statements.cue_words import CueVerb
from selon.reading.statements.passage import Passage
from selon.reading.statements.speakers import RELATIVE, agent_of
from selon.reading.tree import Tree
from selon.reading.verb_groups import can_be_infinitive, is_auxiliary, is_participle

PREPOSITIONS = {
    "de-np": frozenset(["de", "d'", "du", "des"]),
    "à-np": frozenset(["à", "au", "aux"]),
    "contre-np": frozenset(["contre"]),
    "sur-np": frozenset(["sur"]),
    "pour-np": frozenset(["pour"]),
    "en-np": frozenset(["en"]),
    "avec-np": frozenset(["avec"]),
}
BLAMED = frozenset(["criticise", "praise"])
REASONS = tuple(tuple(words_of(phrase)) for phrase in words("before_reasons"))
LABELS = words("before_labels")
NOMINAL = frozenset(["NOUN", "PROPN", "PRON", "NUM"])
DESCRIBING = frozenset(["xcomp", "ccomp", "acl"])
DEGREE = words("degree_adverbs")
ARTICLES = words("articles")
POSSESSIVES = words("possessives")
AFTER_COMMA = frozenset(["DET", "PROPN", "NOUN", "PRON", "SCONJ"])
CLITIC_WORDS = words("clitics")
BOUNDARIES = frozenset([",", ";", ":", "(", ")", '"', "«", "»"])
REACH = 12
NEAR_QUOTE = 4
STOPS = frozenset([",", ";", ":", ".", "(", ")"])


def phrase(passage: Passage, found: CueVerb) -> tuple[int, int] | None:
    """Find the first and last word of the object, label or prepositional complement that is content."""
    tree, takes = passage.tree, found.cue.takes
    if found.last + 1 >= len(tree.words):
        return _passive(tree, found) if found.group.passive and "np" in takes else None
    if found.cue.cue_class == "CHARACT" or "comme-np" in takes:
        start = _label(tree, found)
        if start is None:
            return None
        last = clause_end(passage, start, found.index, "phrase")
        return start, _before_agent(tree, start, last) if found.group.passive else last
    if found.group.passive and found.cue.act in BLAMED and (start := _reason(tree, found)) is not None:
        return _extent(passage, start, found)
    for name, forms in PREPOSITIONS.items():
        if name in takes and (start := _prepositional(tree, found, forms)) is not None:
            return _extent(passage, start, found)
    if "np" not in takes:
        return None
    if found.group.passive:
        return _passive(tree, found)
    start = _object(passage, found)
    if start is None:
        return None
    extent = _extent(passage, start, found)
    quoted = extent and any(w.text in QUOTES for w in tree.words[extent[0] : extent[1] + 1])
    return extent if quoted or not _is_somebody(tree, start) else None


def _is_somebody(tree: Tree, start: int) -> bool:
    """Tell whether a noun phrase is a person, who is nobody's words: "a rappelé son ambassadeur"."""
    head = next((j for j in range(start, min(start + REACH, len(tree.words))) if tree.words[j].pos == "NOUN"), None)
    if head is None or any(tree.words[j].dep.startswith("acl") for j in tree.children[head]):
        return False
    roles = load_roles().get(tree.words[head].lower, ())
    return bool(roles) and roles[0].kind == "person" and not roles[0].plural


def quoting_phrase(passage: Passage, found: CueVerb) -> tuple[int, int] | None:
    """Give the object with quoted words in it of a cue that else takes quotations: "a confié sa « stupeur »"."""
    tree, start = passage.tree, _after_adverbs(passage.tree, found)
    if found.group.passive or not _opens_noun_phrase(tree, start) or tree.words[start].text in QUOTES:
        return None
    for j in range(start, min(start + NEAR_QUOTE, len(tree.words))):
        if tree.words[j].text in QUOTES:
            return _extent(passage, start, found)
        if tree.words[j].pos in {"VERB", "AUX", "SCONJ"} or tree.words[j].text in STOPS:
            return None
    return None


def named_content(passage: Passage, found: CueVerb) -> tuple[int, int] | None:
    """Give the noun phrase inside a phrase cue with a possessive: "a dit | son attachement à …"."""
    if "pour-np" in found.cue.takes and _prepositional(passage.tree, found, PREPOSITIONS["pour-np"]) is not None:
        return None  # what one is sorry for: "a présenté ses excuses pour | ce retard"
    for j in range(found.index + 1, found.last + 1):
        if passage.tree.words[j].lower in POSSESSIVES or (
            passage.tree.words[j].lower in ARTICLES and "de-np" in found.cue.takes
        ):
            return j, clause_end(passage, found.last, found.index, "phrase")
    return None


def _reason(tree: Tree, found: CueVerb) -> int | None:
    """Find what somebody is blamed or praised for: "critiqué pour son retard", "salué pour avoir cédé"."""
    lowers = [w.lower for w in tree.words]
    for j in range(found.last + 1, min(found.last + REACH, len(lowers) - 1)):
        for reason in REASONS:
            if tuple(lowers[j : j + len(reason)]) == reason:
                return j + len(reason)
        if tree.words[j].text in STOPS - {","} or tree.words[j].pos in {"VERB", "AUX"}:
            return None
    return None


def _passive(tree: Tree, found: CueVerb) -> tuple[int, int] | None:
    if agent_of(tree, found.index) is None:
        return None
    if placed := _subject_phrase(tree, found):
        return placed
    for child in tree.children[found.index]:
        if tree.words[child].dep in {"nsubj:pass", "nsubj"} and tree.words[child].pos in {"NOUN", "PROPN"}:
            joined = any(tree.words[c].dep == "conj" for c in tree.children[child])
            first, last = noun_phrase(tree, child, coordination=joined)
            return first, _up_to_participle(tree, last, found)
    return None


def _subject_phrase(tree: Tree, found: CueVerb) -> tuple[int, int] | None:
    """Give the words between the last boundary and a passive verb where they are a noun phrase by their place.

    A relative clause between commas is stepped over: "l'attaque, qui a fait trois morts, a été revendiquée".
    """
    if not found.group.compound:
        return None
    stop = _auxiliary_start(tree, found)
    last = stop - 1
    if last > 0 and tree.words[last].text == ",":
        last = next((j - 1 for j in range(last - 1, 0, -1) if _opens_relative(tree, j)), last)
    while last > 0 and (tree.words[last].pos == "ADV" or tree.words[last].lower in CLITIC_WORDS):
        last -= 1
    first = next((j + 1 for j in range(last, -1, -1) if tree.words[j].text in BOUNDARIES), 0)
    segment = tree.words[first : last + 1]
    if (
        not segment
        or segment[-1].lower in RELATIVE
        or segment[0].pos not in {"DET", "NUM"}
        or any(w.pos in {"VERB", "AUX"} for w in segment)
    ):
        return None
    return (first, last) if any(w.pos == "NOUN" for w in segment) else None


def _auxiliary_start(tree: Tree, found: CueVerb) -> int:
    """Give the first word of a passive group, its distant "avoir" and clitics included: "a cette fois été rejetée"."""
    first = min([found.group.first, *found.group.clitics])
    if tree.words[first].lower == "été":
        for j in range(first - 1, max(-1, first - 5), -1):
            if is_auxiliary(tree.words[j].lower):
                return j
    return first


def _opens_relative(tree: Tree, j: int) -> bool:
    return tree.words[j].text == "," and tree.words[j + 1].lower in RELATIVE | {"dont", "où"}


def _up_to_participle(tree: Tree, last: int, found: CueVerb) -> int:
    """Lengthen the subject of a passive up to its verb, or to a participle that tells more of it."""
    for j in range(last + 1, found.group.first):
        word = tree.words[j]
        if word.text == "," or word.lower in RELATIVE:
            return last if j == last + 1 else j - 1
        if word.pos in {"VERB", "AUX"} and "-" not in word.text:
            return max(last, j - 1)
    return max(last, found.group.first - 1)


def attribute(tree: Tree, found: CueVerb) -> int | None:
    """Find an adjective behind the verb ("se dit confiant", "juge inacceptable la …"), quoted or not.

    Behind adverbials with prepositions it is one that says how somebody stands: "s'est dit lundi à Rome prêt à …".
    """
    near, far = behind_times(tree, found.last + 1), behind_adverbials(tree, found.last + 1)
    if _is_attribute(tree, found, near):
        return near
    reached = far > near and found.cue.reflexive and tree.words[_at_word(tree, far)].lower in stances()
    return far if reached else None


def _is_attribute(tree: Tree, found: CueVerb, start: int) -> bool:
    j = _at_word(tree, start)
    word = tree.words[j]
    before_determiner = j + 1 < len(tree.words) and tree.words[j + 1].lower in ARTICLES
    if word.pos == "ADJ" and (word.dep != "amod" or word.head < j or before_determiner):
        return True
    described = is_participle(word.lower) or (word.dep in DESCRIBING and not can_be_infinitive(word.lower))
    return found.cue.reflexive and word.pos == "VERB" and described


def _at_word(tree: Tree, start: int) -> int:
    """Step over quotation marks and adverbs of degree."""
    j = start
    while j < len(tree.words) - 1 and (tree.words[j].text in QUOTES or tree.words[j].lower in DEGREE):
        j += 1
    return j


def _label(tree: Tree, found: CueVerb) -> int | None:
    """Find what is called or held what: "X de Y", "X comme Y", the label alone where its bearer stands before."""
    start, far = _after_adverbs(tree, found), behind_adverbials(tree, found.last + 1, LABELS)
    if far > start and _opens_noun_phrase(tree, far):
        start = far
    for j in range(start, min(start + 14, len(tree.words) - 1)):
        word = tree.words[j]
        if word.lower in LABELS and (word.lower == "comme") == (
            "comme-np" in found.cue.takes and "de-np" not in found.cue.takes
        ):
            if found.group.passive and word.lower == "comme":
                return _held(tree, j)
            return j + 1 if j <= start + 1 else start
        if word.lower == "comme" and "comme-np" in found.cue.takes:
            return _held(tree, j) if found.group.passive else start
        if word.pos in {"VERB", "AUX", "SCONJ"} or word.text in STOPS:
            return None
    return None


def _before_agent(tree: Tree, first: int, last: int) -> int:
    return next((j - 1 for j in range(first + 1, last + 1) if tree.words[j].lower == "par"), last)


def _held(tree: Tree, comme: int) -> int | None:
    """Give the first word of a label whose bearer is the subject, where an agent holds it: "décrit comme X par Y"."""
    for j in range(comme + 1, min(comme + REACH, len(tree.words))):
        if tree.words[j].lower == "par":
            return comme + 1
        if tree.words[j].text in {";", "."} or tree.words[j].lower in RELATIVE:
            return None
    return None


def _after_adverbs(tree: Tree, found: CueVerb) -> int:
    """Step over the adverbs and times behind a verb."""
    return behind_times(tree, found.last + 1)


def _prepositional(tree: Tree, found: CueVerb, forms: frozenset[str]) -> int | None:
    """Give the first word behind the preposition of a complement: right behind the verb, or where the parse ties it."""
    for j in (behind_adverbials(tree, found.last + 1, forms), _after_adverbs(tree, found)):
        if tree.words[j].lower in forms and j + 1 < len(tree.words) and not _opens_infinitive(tree, j + 1):
            return j + 1
    j = _after_adverbs(tree, found)
    if "obj" in found.cue.addressee or (found.cue.rest and found.cue.addressee):
        for k in range(j, min(j + REACH, len(tree.words) - 1)):
            bare = tree.words[k + 1].pos in {"NOUN", "ADJ"} or tree.words[k + 1].text in QUOTES
            if tree.words[k].lower in forms and (bare or tree.words[k].lower not in PREPOSITIONS["de-np"]):
                return None if _opens_infinitive(tree, k + 1) else k + 1
            if tree.words[k].text in STOPS or tree.words[k].pos in {"VERB", "AUX"}:
                break
    for child in tree.children[found.index]:
        marks = [c for c in tree.children[child] if tree.words[c].dep == "case" and tree.words[c].lower in forms]
        if child > found.last and marks and tree.words[child].pos in NOMINAL:
            return marks[0] + 1
    return None


def _opens_infinitive(tree: Tree, j: int) -> bool:
    return any(is_infinitive(tree, k) for k in range(j, min(j + 3, len(tree.words))) if tree.words[k].pos != "AUX")


def _object(passage: Passage, found: CueVerb) -> int | None:
    """Give the first word of the object: behind the verb and a time, else by the parse, else behind adverbials."""
    tree = passage.tree
    start = j = _after_adverbs(tree, found)
    while j < len(tree.words) - 1 and tree.words[j].text in QUOTES | {"»", "”"}:
        j += 1
    if _opens_noun_phrase(tree, j):
        opened = any(q.outer_start == tree.words[start].start for q in passage.quotations)
        return start if opened else j
    for child in tree.children[found.index]:
        if _is_object(tree, found, child):
            return noun_phrase(tree, child)[0]
    j = behind_adverbials(tree, found.last + 1)
    return j if j > start and _opens_noun_phrase(tree, j) else None


def _opens_noun_phrase(tree: Tree, j: int) -> bool:
    word = tree.words[j]
    before_noun = word.head > j and tree.words[word.head].pos in {"NOUN", "PROPN"}
    return word.pos in {"DET", "NUM"} or (before_noun and word.dep in {"det", "amod", "nummod"})


def _is_object(tree: Tree, found: CueVerb, child: int) -> bool:
    word = tree.words[child]
    return (
        word.dep == "obj"
        and child > found.last
        and word.pos in NOMINAL
        and word.lower not in QUE | RELATIVE
        and not any(w.text in STOPS for w in tree.words[found.last + 1 : child])
    )


def _extent(passage: Passage, start: int, found: CueVerb) -> tuple[int, int] | None:
    """Give the words of a noun phrase with all its complements up to the end of the clause."""
    tree, first = passage.tree, start
    while first - 1 > found.last and tree.words[first - 1].text in QUOTES:
        first -= 1
    last = clause_end(passage, first, found.index, "phrase")
    for j in range(start + 1, last):
        if (
            tree.words[j].text == ","
            and passage.quoted(j) == passage.quoted(start)
            and tree.words[j + 1].pos in AFTER_COMMA
            and not _is_list(tree, j, last)
        ):
            return first, j - 1
    return (first, last) if last >= start else None


def _is_list(tree: Tree, comma: int, last: int) -> bool:
    """Tell whether a comma joins members of a list rather than setting off an apposition."""
    following = next((w for w in tree.words[comma + 1 : comma + 5] if w.pos in {"NOUN", "PROPN"}), None)
    joined = any(w.lower in {"et", "ou", "ni"} and w.pos == "CCONJ" for w in tree.words[comma + 1 : last])
    partitive = tree.words[comma + 1].lower in PREPOSITIONS["de-np"] or following is tree.words[comma + 1]
    return following is not None and joined and (following.dep == "conj" or partitive)
