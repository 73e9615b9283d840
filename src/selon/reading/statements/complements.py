"""The clause or infinitive that a cue verb governs: where it begins."""

from __future__ import annotations

from selon.languages.fr.grammar import words
from selon.languages.fr.verbs import analyse
from selon.reading.statements.adverbials import SETTINGS, behind_adverbials, behind_times
from selon.reading.statements.cue_words import CueVerb
from selon.reading.statements.speakers import CLAUSE_STOPS, RELATIVE
from selon.reading.tree import Tree
from selon.reading.verb_groups import can_be_infinitive, is_participle

QUE = words("que")
NOT_COMPLEMENT = words("before_comparative_que")
ADVERBS = words("adverbs_before_que")
ADVERBS_BEFORE = words("before_adverbs_before_que")
QUESTIONS = words("interrogatives")
CLITIC_OR_NEGATION = words("before_infinitive")
MARKS = {"de": frozenset(["de", "d'"]), "à": frozenset(["à"]), "pour": frozenset(["pour"])}
ENDS = frozenset([";", ":", ".", "!", "?"])
QUOTES = frozenset(['"', "«", "“"])
PREPOSITIONS = words("before_inner_infinitive")
GOVERNED = frozenset(["xcomp", "ccomp"])
PERFECT = words("auxiliaries")
TO = frozenset(["à", "au", "aux"])
TIMES = words("time_nouns")
REACH = 22


def que_clause(tree: Tree, found: CueVerb) -> int | None:
    """Find the first word behind the complementiser of a cue."""
    if _restricts(tree, found):
        return None
    for j in range(found.last + 1, min(found.last + REACH, len(tree.words) - 1)):
        word = tree.words[j]
        if word.lower in QUE:
            addressed = "à" in found.cue.addressee and tree.words[found.last + 1].lower in TO
            addressed = addressed or _is_behind_adverbials(tree, found, j) or _is_behind_fixed(tree, found, j)
            other = _is_other_que(tree, j) and not _is_after_adverb(tree, found.last + 1, j)
            return None if not addressed and other else _skip_comma(tree, j + 1)
        if word.text in ENDS or word.lower in RELATIVE or word.lower in QUESTIONS - {"s'", "quand"}:
            return None
        if word.pos in {"VERB", "AUX"} and not is_participle(word.lower):
            return None
    return None


def _is_behind_adverbials(tree: Tree, found: CueVerb, que: int) -> bool:
    """Tell whether only adverbials, one with a noun, part "que" from its cue: "a dit lors d'une visite que"."""
    near = behind_times(tree, found.last + 1)
    return near < que and behind_adverbials(tree, near) == que and tree.words[que - 1].lower not in NOT_COMPLEMENT


def _is_behind_fixed(tree: Tree, found: CueVerb, que: int) -> bool:
    """Tell whether an adverbial that ends with a preposition parts "que" from its cue: "a averti peu après que"."""
    return tree.words[que - 1].lower in SETTINGS and behind_times(tree, found.last + 1) == que


def _restricts(tree: Tree, found: CueVerb) -> bool:
    """Tell whether the verb stands in "ne … que"."""
    clitics = found.group.clitics
    return bool(clitics) and tree.words[clitics[0]].lower in {"ne", "n'"} and not found.group.negated


def _is_other_que(tree: Tree, j: int) -> bool:
    word, before = tree.words[j], tree.words[j - 1]
    if before.lower == "ce" and j > 1 and tree.words[j - 2].lower in {"à", "de"}:
        return False
    return before.lower in NOT_COMPLEMENT or (
        word.dep == "obj" and word.pos == "PRON" and before.pos in {"NOUN", "ADJ", "PROPN"}
    )


def _is_after_adverb(tree: Tree, first: int, que: int) -> bool:
    """Tell whether an adverb alone parts a verb from "que", so that it compares nothing: "affirme aussi que"."""
    between = [w.lower for w in tree.words[first:que]]
    return 0 < len(between) <= 3 and between[-1] in ADVERBS and all(w in ADVERBS_BEFORE for w in between[:-1])


def is_participle_only(word: str) -> bool:
    """Tell whether a word can be a participle only, so ends no search for the clause."""
    forms = analyse(word)
    return bool(forms) and all(f.mood == "participle" for f in forms)


def is_object_relative(tree: Tree, found: CueVerb) -> bool:
    """Tell whether "que" before the verb is its object, so that what follows is its subject: "ce qu'a annoncé X"."""
    first = min([found.group.first, *found.group.clitics])
    return (
        first > 1
        and tree.words[first - 1].lower in QUE
        and tree.words[first - 2].lower != ","
        and (tree.words[first - 2].lower == "ce" or tree.words[first - 1].dep == "obj")
    )


def _skip_comma(tree: Tree, j: int) -> int:
    return j + 1 if j < len(tree.words) and tree.words[j].text == "," else j


def question(tree: Tree, found: CueVerb) -> int | None:
    """Find the first word of an indirect question."""
    far = behind_adverbials(tree, found.last + 1)
    if found.last + 1 < far and tree.words[far].lower in QUESTIONS - {"si", "s'"}:
        return far
    near = True
    for j in range(found.last + 1, min(found.last + 10, len(tree.words) - 1)):
        word = tree.words[j]
        if word.lower in {"si", "s'"}:
            return j + 1
        if near and word.lower in QUESTIONS:
            return j
        if near and word.lower == "ce" and tree.words[j + 1].lower in {"que", "qui", "qu'"}:
            return j
        if word.text in CLAUSE_STOPS or word.pos in {"VERB", "AUX"}:
            return None
        near = near and word.pos not in {"NOUN", "PROPN"}
    return None


def infinitive(tree: Tree, found: CueVerb) -> int | None:
    """Find the infinitive a cue governs: "appelle X à cesser", "promet de partir", "dit vouloir"."""
    wanted = {t.partition(":")[2] for t in found.cue.takes if t.startswith("inf")}
    if not wanted:
        return None
    if (start := _behind_adverbials(tree, found, wanted)) is not None:
        return start
    for j in range(found.last + 1, min(found.last + REACH, len(tree.words))):
        word = tree.words[j]
        if word.text in ENDS or word.lower in RELATIVE or word.lower in QUE:
            return None
        if not is_infinitive(tree, j):
            if word.pos == "VERB" and not is_participle_only(word.lower):
                return None
            continue
        start = _governed(tree, found, j, wanted)
        if start != -1:
            return start
    return None


def _behind_adverbials(tree: Tree, found: CueVerb, wanted: set[str]) -> int | None:
    """Give the first word of an infinitive from which only adverbials part its cue: "dit, lundi à Rome, vouloir …"."""
    marks = frozenset(mark for name in wanted if name for mark in MARKS[name])
    start = behind_adverbials(tree, found.last + 1, marks)
    if tree.words[start].lower in marks:
        start += 1
    elif "" not in wanted:
        return None
    if not found.last < start < len(tree.words):
        return None
    j = start
    while j < len(tree.words) - 1 and _before_infinitive(tree, j):
        j += 1
    word = tree.words[j]
    shaped = can_be_infinitive(word.lower) and tree.words[j - 1].pos != "DET"
    return start if shaped or is_infinitive(tree, j) else None


def _governed(tree: Tree, found: CueVerb, j: int, wanted: set[str]) -> int | None:
    """Give the first word of the content at an infinitive; null when another word governs it, -1 to look on."""
    k = j - 1
    while k > found.last and _before_infinitive(tree, k):
        k -= 1
    mark = tree.words[k].lower
    if _is_object(tree, found, k - 1):
        return None
    if k <= found.last:
        return k + 1 if "" in wanted else None
    if any(mark in MARKS[name] for name in wanted if name):
        return k + 1
    if "" in wanted and tree.words[j].lower in PERFECT and mark not in PREPOSITIONS:
        return k + 1
    return -1 if mark in PREPOSITIONS else None


def _before_infinitive(tree: Tree, k: int) -> bool:
    word = tree.words[k]
    adverb = word.pos == "ADV" and word.lower not in TIMES
    return word.lower in CLITIC_OR_NEGATION or adverb or word.text in QUOTES


def _is_object(tree: Tree, found: CueVerb, j: int) -> bool:
    """Tell whether a noun before the mark is the cue's own object: "a évoqué la possibilité de partir"."""
    cue = found.cue
    if j <= found.last or "obj" in cue.addressee:
        return False
    if tree.words[j].pos == "ADJ" and tree.words[j].dep == "amod":
        j = tree.words[j].head
    if "à" in cue.addressee and tree.words[j - 1].lower in TO:
        return False
    return tree.words[j].pos == "NOUN" and tree.words[j].dep == "obj" and tree.words[j].head == found.index


def is_infinitive(tree: Tree, j: int) -> bool:
    """Tell whether a word is an infinitive by its form and the tagger, or by its form and the mark that governs it."""
    word = tree.words[j]
    if not can_be_infinitive(word.lower):
        return False
    if word.pos in {"NOUN", "PROPN", "ADJ"}:
        return word.dep in GOVERNED and tree.words[j - 1].dep == "mark"
    return word.pos in {"VERB", "AUX"} or all(f.mood == "infinitive" for f in analyse(word.lower))
