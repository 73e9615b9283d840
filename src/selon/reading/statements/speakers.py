"""Who says it: the speaker of a cue verb by inversion, subject, relative, control or agent."""

from __future__ import annotations

from selon.languages.fr.grammar import words
from selon.languages.fr.roles import load_roles
from selon.reading.behind import preposition_of
from selon.reading.statements.adverbials import behind_adverbials, behind_times
from selon.reading.tree import SUBJECT_DEPS, Tree
from selon.reading.verb_groups import VerbGroup, can_be_infinitive, is_participle

NO_SPEAKER_PRONOUNS = frozenset(["ce", "c'", "cela", "ça", "y", "en", "dont", "que", "qu'", "où"])
TIME_NOUNS = words("time_nouns")
NEUTRAL = words("neutral_pronouns")
QUANTIFYING = words("quantifying_nouns")
LATTER, DEMONSTRATIVES = words("latter"), words("demonstratives")
RELATIVE = words("relative")
OPENING_CLAUSES = frozenset([*words("que"), "si", "s'"])
NOT_OPENING = frozenset(["ADP", "ADV", "SCONJ", "VERB", "AUX"])
CONTRACTED_ARTICLES = frozenset(["du", "des", "au", "aux"])
SPEAKER_DEPS = (SUBJECT_DEPS - {"csubj"}) | {"expl:subj"}
CLAUSE_STOPS = frozenset([",", ".", ";", ":", "!", "?", '"', "«", "»", "“", "”", "(", ")", "–", "—"])


def speaker_of(tree: Tree, group: VerbGroup, inverted: bool = False) -> int | None:
    """Give the head word of the speaker of a cue verb; null when the clause names none.

    `inverted` tells that the verb stands in an incise, its subject behind it.
    """
    if group.inverted_subject is not None:
        return None if tree.words[group.inverted_subject].lower.endswith("ce") else group.inverted_subject
    if inverted:
        return nominal_after(tree, group.main)
    if group.passive:
        return agent_of(tree, group.main)
    subject = _distant_subject(tree, group) if _is_split(group) else None
    if subject is None:
        subject = subject_of(tree, group.main)
    if subject is not None:
        return subject
    return _subject_by_position(tree, group)


def _is_split(group: VerbGroup) -> bool:
    return group.compound and group.main - group.first > 1


def _distant_subject(tree: Tree, group: VerbGroup) -> int | None:
    """Give the subject of an auxiliary that stands apart from its participle."""
    head = tree.words[group.first].head
    for verb in (group.main, head):
        for child in tree.children[verb]:
            if child < group.first and tree.words[child].dep in SUBJECT_DEPS:
                return _antecedent(tree, verb) if tree.words[child].lower in RELATIVE else child
    return None


def subject_of(tree: Tree, verb: int, depth: int = 0) -> int | None:
    """Give the subject of a verb: its own, that of the verb it is coordinated to, or of the one that controls it."""
    own = _own_subject(tree, verb)
    if own is not None:
        if tree.words[own].lower not in RELATIVE:
            return own
        antecedent = _antecedent(tree, verb)
        if antecedent is None:
            antecedent = _before_relative(tree, own) if depth else _noun_before(tree, own)
        return antecedent
    if depth > 4 or tree.words[verb].head == verb:
        return None
    word, head = tree.words[verb], tree.words[verb].head
    if word.dep == "acl" and tree.words[head].pos in {"NOUN", "PROPN", "PRON"}:
        return _controller(tree, head) if _set_off(tree, head, verb) else head
    if word.dep in {
        "conj",
        "xcomp",
        "advcl",
        "parataxis",
        "ccomp",
        "cop",
        "aux",
        "aux:pass",
        "acl",
        "obl:mod",
        "dep",
        "nmod",
    }:
        return subject_of(tree, head, depth + 1)
    return None


def _own_subject(tree: Tree, verb: int) -> int | None:
    """Give the subject that the parse ties to a verb: of two before it, the one behind the last conjunction."""
    subjects = [c for c in tree.children[verb] if tree.words[c].dep in SPEAKER_DEPS]
    opener = max((j for j in range(verb) if tree.words[j].pos == "SCONJ"), default=0)
    nearer = [c for c in subjects if opener < c < verb]
    return next(iter(nearer or subjects), None)


def _noun_before(tree: Tree, relative: int) -> int | None:
    """Give the noun or name right before a relative pronoun that the parse leaves without one."""
    noun = tree.words[relative - 1] if relative else None
    return _phrase_head(tree, relative - 1) if noun is not None and noun.pos in {"NOUN", "PROPN"} else None


def _set_off(tree: Tree, noun: int, verb: int) -> bool:
    """Tell whether a comma stands right before a participle that the parse hangs on a noun."""
    return verb > 0 and any(tree.words[k].text == "," for k in (verb - 1, verb - 2) if noun < k < verb)


def _controller(tree: Tree, noun: int) -> int | None:
    """Give the subject of the clause a noun stands in: the speaker of ", citant …" behind it."""
    if tree.words[noun].dep in SUBJECT_DEPS:
        return noun
    for up in tree.ancestors(noun):
        if tree.words[up].pos in {"VERB", "AUX"}:
            return subject_of(tree, up, 2) or noun
    return noun


def antecedent_of(tree: Tree, word: int) -> int:
    """Give the noun a relative pronoun stands for, by the parse or right before it; another word stands for itself."""
    if tree.words[word].lower not in RELATIVE:
        return word
    verb = tree.words[word].head
    if tree.words[verb].dep == "acl:relcl" and (noun := _antecedent(tree, verb)) is not None and noun < word:
        return noun
    nouns = [j for j in range(word) if tree.words[j].pos in {"NOUN", "PROPN"}]
    return _phrase_head(tree, nouns[-1]) if nouns else word


def noun_of_relative(tree: Tree, pronoun: int) -> int | None:
    """Give the nearest noun or pronoun before a relative pronoun; none where a verb or a clause end is nearer."""
    for k in range(pronoun - 1, -1, -1):
        if tree.words[k].pos in {"NOUN", "PROPN", "PRON"}:
            return k
        if tree.words[k].pos in {"VERB", "AUX"} or tree.words[k].text in {";", ":", "."}:
            return None
    return None


def _before_relative(tree: Tree, pronoun: int) -> int | None:
    """Give whom a relative pronoun stands for where the parse ties its clause to a verb."""
    noun = noun_of_relative(tree, pronoun)
    return None if noun is None else _phrase_head(tree, noun)


def _antecedent(tree: Tree, verb: int) -> int | None:
    head = tree.words[verb].head
    return head if head != verb and tree.words[head].pos in {"NOUN", "PROPN", "PRON", "NUM", "X"} else None


def agent_of(tree: Tree, verb: int) -> int | None:
    """Give the agent of a passive verb ("par X")."""
    behind = [c for c in tree.dependents(verb, "obl") if c > verb and preposition_of(tree, c) == "par"]
    if behind:
        return min(behind, key=lambda c: (tree.words[c].dep != "obl:agent", c))
    for j in range(verb + 1, min(verb + 8, len(tree.words) - 1)):
        if tree.words[j].lower == "par":
            return nominal_after(tree, j)
        if tree.words[j].text in CLAUSE_STOPS:
            break
    return None


def nominal_after(tree: Tree, i: int) -> int | None:
    """Give the head of the first noun phrase behind a word that no preposition introduces, before any clause."""
    j = i + 1
    while j < len(tree.words) and tree.words[j].text not in CLAUSE_STOPS:
        word = tree.words[j]
        if (behind := behind_times(tree, j)) > j:
            j = behind
            continue
        if word.pos == "ADP" and word.lower != "des":
            if _is_infinitive(tree, j + 1):
                return None
            behind = behind_adverbials(tree, j)
            j = behind if behind > j else _skip_phrase(tree, j)
            continue
        if word.lower in OPENING_CLAUSES or (word.pos in {"VERB", "AUX"} and not is_participle(word.lower)):
            return None
        if (
            (word.pos in {"NOUN", "PROPN", "PRON", "X"} or (word.pos == "ADV" and word.text[:1].isupper()))
            and word.dep not in {"obl:mod", "advmod", "expl:comp"}
            and word.lower not in TIME_NOUNS
        ):
            return _phrase_head(tree, j)
        j += 1
    return None


def _is_infinitive(tree: Tree, j: int) -> bool:
    lower_case = j < len(tree.words) and tree.words[j].text == tree.words[j].lower
    return lower_case and can_be_infinitive(tree.words[j].lower)


def can_speak(tree: Tree, noun: int) -> bool:
    """Tell whether a noun is a name or the role of a person, group, organisation or text."""
    word = tree.words[noun]
    if word.pos == "PROPN" or word.text[:1].isupper() or word.lower in load_roles():
        return True
    return "-" in word.lower and any(part in load_roles() for part in word.lower.split("-"))


def may_tell(tree: Tree, word: int) -> bool:
    """Tell whether a subject can give words as its own: no thing or act ("la démarche"), no neutral pronoun."""
    if tree.words[word].lower in NEUTRAL:
        return False
    if word and tree.words[word].lower in LATTER and tree.words[word - 1].lower in DEMONSTRATIVES:
        return True
    if tree.words[word].pos != "NOUN" or can_speak(tree, word):
        return True
    return tree.words[word].lower in QUANTIFYING and speaker_inside(tree, word) is not None


def teller_near(tree: Tree, subject: int, verb: int) -> int | None:
    """Give who tells where the parsed subject of a verb cannot: a noun of its phrase, or an earlier subject."""
    inside = speaker_inside(tree, subject) if subject < verb else None
    if inside is not None:
        return inside
    for j in range(verb - 1, -1, -1):
        if tree.words[j].dep in {"nsubj", "expl:subj"} and j != subject and tree.words[j].lower not in RELATIVE:
            return _phrase_head(tree, j) if may_tell(tree, j) else None
    return None


def speaker_inside(tree: Tree, noun: int) -> int | None:
    """Give the noun that can speak in the complements of a noun: "nombre d'experts", "un clip de l'acteur"."""
    inside = [j for j in tree.subtree(noun) if j > noun and tree.words[j].dep == "nmod" and tree.case(j) == "de"]
    return next((j for j in inside if can_speak(tree, j)), None)


def _skip_phrase(tree: Tree, preposition: int) -> int:
    """Step over a prepositional phrase."""
    head = tree.words[preposition].head
    if head > preposition and tree.words[head].pos in {"NOUN", "PROPN", "PRON", "NUM"}:
        last = head
        while last + 1 < len(tree.words) and tree.words[last + 1].head == head and tree.words[last + 1].dep in {
            "flat:name", "amod", "flat:foreign",
        }:  # fmt: skip
            last += 1
        return last + 1
    return preposition + 2


def _phrase_head(tree: Tree, j: int) -> int:
    """Go up from a word to the head of the phrase that begins at it."""
    while tree.words[j].dep in {"flat:name", "flat", "compound"} and tree.words[j].head < j:
        j = tree.words[j].head
    return j


def _subject_by_position(tree: Tree, group: VerbGroup) -> int | None:
    """Give the nearest subject before the verb when the parse ties none to it: "a dit …, mais indiqué que …"."""
    opened = 0
    for j in range(group.first - 1, -1, -1):
        word = tree.words[j]
        if word.text in {"»", "”"} or (word.text == '"' and opened == 0):
            opened += 1
        elif word.text in {"«", "“", '"'}:
            opened -= 1
        if opened > 0 or (opened < 0 and word.text in {";", ":"}):
            continue
        if word.text in {";", ":"}:
            return None
        if word.dep in {"nsubj", "nsubj:pass"} and word.lower not in RELATIVE and word.pos in {"NOUN", "PROPN", "PRON"}:
            return _phrase_head(tree, j)
    return _first_noun(tree, group.first)


def _first_noun(tree: Tree, stop: int) -> int | None:
    """Give the first bare noun phrase of the sentence, where no subject was found before a word."""
    if stop == 1 and tree.words[0].text[:1].isupper() and tree.words[0].pos not in {"DET", "PRON", "CCONJ"}:
        return 0
    opening = 0
    for j in range(stop):
        word, first = tree.words[j], tree.words[opening]
        if word.text in {",", ";", ":"}:
            opening = j + 1
        elif word.pos in {"NOUN", "PROPN"} and first.pos not in NOT_OPENING and first.lower not in CONTRACTED_ARTICLES:
            return _phrase_head(tree, j) if may_tell(tree, j) and word.lower not in TIME_NOUNS else None
    return None
