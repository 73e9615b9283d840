"""Subject and object of a verb in every voice: passives, participles, relatives, control, coordination."""

from __future__ import annotations

from dataclasses import replace

from selon.languages.fr.cues import load_cues
from selon.languages.fr.grammar import words as grammar_words
from selon.reading.behind import bare_object, complement_behind
from selon.reading.statements.speakers import RELATIVE, agent_of, noun_of_relative, subject_of
from selon.reading.tree import SUBJECT_DEPS, Tree
from selon.reading.verb_groups import VerbGroup, is_participle, verb_group

NOMINAL = frozenset(["NOUN", "PROPN", "PRON", "NUM", "X", "ADJ"])
VERBAL = frozenset(["VERB", "AUX"])
MODIFIERS = frozenset(["acl", "amod", "nmod", "dep", "appos"])
CONTROLLED = frozenset(["xcomp", "advcl", "obl:arg", "ccomp", "obl:mod"])
QUE = grammar_words("que")
TIMES = grammar_words("time_nouns")
CLAUSE_ENDS = frozenset([";", ":", ".", '"', "«", "»", "“", "”"])
WILL_REACH = 7
NO_SUBJECT = frozenset(["obj", "iobj", "obl:mod", "expl:comp", "expl:subj"])


def group_of(tree: Tree, verb: int) -> VerbGroup:
    """Read the group of a verb; a bare participle coordinated to one with an auxiliary has that one's voice."""
    group = verb_group(tree, verb)
    first = _coordinated_to(tree, verb) if is_bare_participle(tree, verb, group) else None
    if first is None:
        return group
    lead = group_of(tree, first)
    return replace(group, compound=True, passive=lead.passive, mood=lead.mood, tense=lead.tense)


def _coordinated_to(tree: Tree, participle: int) -> int | None:
    """Give the verb whose auxiliary a bare participle shares: "ont tué X et blessé Y"."""
    word = tree.words[participle]
    if word.dep != "conj" or word.head > participle:
        return None
    has_object = bool(tree.dependents(participle, "obj"))
    for up in tree.ancestors(participle):
        if is_participle(tree.words[up].lower) and tree.words[up].pos in VERBAL and up < participle:
            lead = verb_group(tree, up)
            agrees = not lead.passive or _ends_plural(tree, up) == _ends_plural(tree, participle)
            return up if lead.compound and agrees else None
        if not has_object:
            return None
    return None


def _ends_plural(tree: Tree, participle: int) -> bool:
    return tree.words[participle].lower.endswith("s")


def subject_role(tree: Tree, verb: int, group: VerbGroup | None = None) -> int | None:
    """Give who does the act of a verb: the subject, the agent of a passive, or who controls an infinitive."""
    group = group or group_of(tree, verb)
    if group.passive:
        return agent_of(tree, verb)
    if group.inverted_subject is not None:
        return group.inverted_subject
    if group.mood == "infinitive" and (controller := _controller(tree, verb)) is not None:
        return controller
    return _subject(tree, verb, group)


def object_role(tree: Tree, verb: int, group: VerbGroup | None = None) -> int | None:
    """Give who undergoes the act of a verb: object, clitic, subject of a passive, or the noun a participle modifies."""
    group = group or group_of(tree, verb)
    if group.passive:
        return _passive_subject(tree, verb, group)
    for clitic in group.clitics:
        if tree.words[clitic].lower in grammar_words("object_clitics"):
            return clitic
    objects = tree.dependents(verb, "obj")
    for child in sorted(objects, key=lambda c: tree.case(c) is not None):  # "qualifier d'escalade la décision"
        word = tree.words[child]
        if word.lower in QUE:
            return _antecedent(tree, verb)
        if word.pos in NOMINAL and word.lower not in {"se", "s'"} | RELATIVE | TIMES:
            return child
    for find in (_behind_time, _tied_to_first, _right_behind):
        if (found := find(tree, verb)) is not None:
            return found
    return None if group.reflexive or objects else bare_object(tree, verb)


def _tied_to_first(tree: Tree, verb: int) -> int | None:
    """Give the object of a coordinated verb that the parse ties to the first: "a condamné X et promis Y"."""
    word = tree.words[verb]
    if word.dep != "conj" or word.head >= verb:
        return None
    return next((c for c in tree.dependents(word.head, "obj") if c > verb and tree.words[c].pos in NOMINAL), None)


def _right_behind(tree: Tree, verb: int) -> int | None:
    """Give the noun phrase right behind a verb that the parse takes for a noun or adjective, or hangs on a noun."""
    misread = tree.words[verb].pos not in VERBAL or (tree.words[verb].dep == "amod" and group_of(tree, verb).finite)
    if not misread or verb + 1 >= len(tree.words):
        return None
    if tree.words[verb + 1].lower not in grammar_words("phrase_determiners"):
        return None
    behind = range(verb + 2, min(verb + 5, len(tree.words)))
    return next((k for k in behind if tree.words[k].pos in {"NOUN", "PROPN"}), None)


def _behind_time(tree: Tree, verb: int) -> int | None:
    """Give the object that the parse hangs on the day before it: "a mené lundi des frappes"."""
    for child in tree.children[verb]:
        if child > verb and tree.words[child].lower in TIMES and tree.case(child) is None:
            for k in tree.dependents(child, "nmod", "appos", "obj"):
                determiner = tree.words[tree.children[k][0]].lower if tree.children[k] else ""
                if k > child and determiner in grammar_words("phrase_determiners"):
                    return k
    return None


def _behind_comma(tree: Tree, start: int, stop: int) -> int | None:
    """Give the first noun between a comma and a verb that no preposition introduces."""
    comma = next((k for k in range(start, stop) if tree.words[k].text == ","), None)
    behind = range(comma + 1, stop) if comma is not None else range(0)
    return next((k for k in behind if tree.words[k].pos in {"NOUN", "PROPN"} and tree.case(k) is None), None)


def is_bare_participle(tree: Tree, verb: int, group: VerbGroup) -> bool:
    """Tell whether a verb is a past participle with no auxiliary: "accusé de …", "menée par …"."""
    return not group.compound and is_participle(tree.words[verb].lower)


def _passive_subject(tree: Tree, verb: int, group: VerbGroup) -> int | None:
    own = next((c for c in tree.children[verb] if tree.words[c].dep.startswith("nsubj")), None)
    if own is not None and tree.case(own) is not None:  # "d'après X, trois hommes ont été …": X is no subject
        return _behind_comma(tree, own, group.first)
    if own is not None and tree.words[own].lower not in RELATIVE:
        return own
    if is_bare_participle(tree, verb, group):
        return _modified(tree, verb)
    return _subject(tree, verb, group)


def _subject(tree: Tree, verb: int, group: VerbGroup) -> int | None:
    """Give the grammatical subject: as parsed, on the auxiliary, before a relative pronoun, or the nearest before."""
    for find in (_shared, _of_willing, _parsed, _behind_relative, _by_auxiliary, _of_main_clause, _by_position):
        if (subject := find(tree, verb, group)) is not None:
            return subject
    return None


def _shared(tree: Tree, verb: int, group: VerbGroup) -> int | None:
    first = _coordinated_to(tree, verb) if group.compound and group.first == verb else None
    return None if first is None else _subject(tree, first, group_of(tree, first))


def _of_willing(tree: Tree, verb: int, group: VerbGroup) -> int | None:
    """Give who wills the act of an infinitive behind a noun: "la volonté de X de", "X a l'intention de"."""
    noun = _noun_before_infinitive(tree, group) if group.mood == "infinitive" else None
    if noun is None:
        return None
    own = complement_behind(tree, noun, ("de",))
    if own is not None and own < group.first:
        return own
    for up in tree.ancestors(noun):
        if tree.words[up].pos in VERBAL and up != verb:
            subject = subject_role(tree, up)
            return subject if subject != noun else None
    return None


def _noun_before_infinitive(tree: Tree, group: VerbGroup) -> int | None:
    """Give the noun of will, right or plan whose complement with "de" or "à" an infinitive is."""
    k = (group.clitics[0] if group.clitics else group.first) - 1
    while k > 0 and (tree.words[k].text == '"' or tree.words[k].lower in {"ne", "pas", "plus", "«"}):
        k -= 1
    if tree.words[max(k, 0)].lower not in {"de", "d'", "à"}:
        return None
    for j in range(k - 1, max(-1, k - WILL_REACH), -1):
        if tree.words[j].lower in grammar_words("nouns_of_will"):
            return j
        if tree.words[j].pos in VERBAL or tree.words[j].text in CLAUSE_ENDS | {","}:
            return None
    return None


def _parsed(tree: Tree, verb: int, _: VerbGroup) -> int | None:
    return subject_of(tree, verb)


def _by_auxiliary(tree: Tree, verb: int, group: VerbGroup) -> int | None:
    for auxiliary in range(group.first, verb):
        for child in tree.children[auxiliary]:
            if child < auxiliary and tree.words[child].dep in SUBJECT_DEPS and tree.words[child].lower not in RELATIVE:
                return child
    return None


def _of_main_clause(tree: Tree, verb: int, group: VerbGroup) -> int | None:
    """Give the subject behind a participle clause that opens the sentence: "Accusé de fraude, le maire a …"."""
    if group.mood != "participle" or any(w.pos in {"NOUN", "PROPN", "PRON"} for w in tree.words[: group.first]):
        return None
    commas = [k for k in range(verb, len(tree.words)) if tree.words[k].text == ","]
    behind = range(commas[0], len(tree.words)) if commas else ()
    return next((k for k in behind if tree.words[k].dep in SUBJECT_DEPS), None)


def _by_position(tree: Tree, verb: int, group: VerbGroup) -> int | None:
    """Give the nearest bare noun phrase before a finite verb where the parse names no subject."""
    if not group.finite:
        return None
    for k in range(group.first - 1, -1, -1):
        word = tree.words[k]
        if word.text in CLAUSE_ENDS or word.pos in VERBAL:
            return None
        if word.pos in {"NOUN", "PROPN", "PRON"} and tree.case(k) is None and word.dep not in NO_SUBJECT:
            top = _top_of_name(tree, k)
            return top if tree.case(top) is None and word.lower not in TIMES else None
    return None


def _modified(tree: Tree, verb: int) -> int | None:
    """Give the noun that a participle modifies."""
    word = tree.words[verb]
    if word.dep in MODIFIERS and tree.words[word.head].pos in NOMINAL:
        return word.head
    if (beside := _set_before(tree, verb)) is not None:
        return beside
    if word.dep == "conj":
        return _modified(tree, word.head) if word.head != verb else None
    return subject_of(tree, verb)


def _set_before(tree: Tree, participle: int) -> int | None:
    """Give the name or noun right before the comma before a participle: "X, reconnu par les siens"."""
    if participle < 2 or tree.words[participle - 1].text != ",":
        return None
    k = _top_of_name(tree, participle - 2)
    word = tree.words[k]
    fits = word.pos in {"NOUN", "PROPN"} and word.lower not in TIMES
    return k if fits and word.plural == _ends_plural(tree, participle) else None


def _antecedent(tree: Tree, verb: int) -> int | None:
    head = tree.words[verb].head
    if tree.words[verb].dep == "acl:relcl" and tree.words[head].pos in NOMINAL:
        return head
    return None


def _behind_relative(tree: Tree, verb: int, _: VerbGroup) -> int | None:
    """Give the noun before the relative pronoun of a verb where the parse ties the clause to something else."""
    pronoun = next((c for c in tree.children[verb] if c < verb and tree.words[c].lower in RELATIVE), None)
    noun = None if pronoun is None else noun_of_relative(tree, pronoun)
    return None if noun is None else _top_of_name(tree, noun)


def _top_of_name(tree: Tree, k: int) -> int:
    while tree.words[k].dep in {"flat:name", "flat:foreign", "flat"} and tree.words[k].head < k:
        k = tree.words[k].head
    return k


def _controller(tree: Tree, verb: int) -> int | None:
    """Give whom the verb above an infinitive addresses: "exhorte X à cesser", "demande à X de partir"."""
    word, head = tree.words[verb], tree.words[verb].head
    if word.dep == "conj" and head < verb and verb_group(tree, head).mood == "infinitive":
        return _controller(tree, head)  # "somme X de partir et de s'excuser"
    if head == verb or word.dep not in CONTROLLED or tree.words[head].pos not in VERBAL:
        return None
    addressed = {a for c in load_cues().by_form.get(tree.words[head].lower, ()) for a in c.addressee}
    found = object_role(tree, head) if "obj" in addressed else None
    return dative(tree, head) if found is None and "à" in addressed else found


def dative(tree: Tree, verb: int) -> int | None:
    """Give the person a verb is done to: "lui", "leur", "m'", "vous", or the nearest complement with "à"."""
    group = group_of(tree, verb)
    for clitic in group.clitics:
        word = tree.words[clitic]
        other = word.lower in grammar_words("dative_objects") and word.dep not in SUBJECT_DEPS and not group.reflexive
        if word.lower in grammar_words("dative_clitics") or other:
            return clitic
    for child in tree.children[verb]:
        if child > verb and tree.words[child].pos in NOMINAL and tree.case(child) == "à":
            return child
    return None
