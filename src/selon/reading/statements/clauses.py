"""Where a content ends: by punctuation and cue words first, by the parse second."""

from __future__ import annotations

from typing import Literal

from selon.languages.fr.cues import load_cues
from selon.languages.fr.grammar import words
from selon.languages.fr.verbs import analyse
from selon.reading.statements.cue_words import full_group
from selon.reading.statements.edges import (
    is_full_stop,
    is_opened_aside,
    opens_clause,
    opens_lapse,
    opens_source,
    resumes_main,
)
from selon.reading.statements.incises import in_relative, is_finite
from selon.reading.statements.passage import Passage
from selon.reading.statements.speakers import can_speak
from selon.reading.tree import CLAUSE_DEPS, Tree
from selon.reading.verb_groups import is_auxiliary, is_participle, verb_group

Kind = Literal["clause", "infinitive", "phrase"]
CLOSING = frozenset([".", "!", "?", "…", "...", ";", ",", ":"])
OPENING_QUOTES = frozenset(['"', "«", "“"])
OPENERS, CLOSERS = frozenset(["(", "["]), frozenset([")", "]"])
# Openers of a clause that the narrator adds behind a comma.
NARRATOR = words("narrator_openers")
ALWAYS_NARRATOR = words("strong_narrator_openers")
STAYS = words("content_openers")
NARRATOR_PHRASES = words("narrator_phrases")
FRONTING = words("fronting_subordinators")
RELATIVE = words("relative")
CONJUNCTIONS = words("joining_conjunctions")
CONTINUES = words("content_continues")
MEMBERS = words("before_members")
AMOUNTS = words("bounds_of_amounts")
CLAUSE_OPENERS = words("que") | frozenset(["qui", "dont"])
LEADS = words("before_gerunds")
REACH = 8


def clause_end(passage: Passage, first: int, cue: int, kind: Kind = "clause") -> int:
    """Give the last word of the content that begins at a word and hangs on a cue verb."""
    tree = passage.tree
    limit = _governed_edge(tree, first, cue)
    guarded = _guarded(passage, first)
    marks = passage.incise_marks()
    for j in range(first + 1, limit + 1):
        if j in guarded:
            continue
        if j in marks or tree.words[j].text == ";" or _ends_at(tree, j, first, cue, kind):
            limit = j - 1
            break
    while limit > first and _dangles(tree, limit):
        limit -= 1
    return _drop_unopened(tree, first, limit)


def _dangles(tree: Tree, last: int) -> bool:
    """Tell whether no content ends with a word: a closing mark, a conjunction that opens what is cut off."""
    word = tree.words[last]
    return word.text in CLOSING or word.pos in {"CCONJ", "SCONJ"} or (word.lower == "même" and word.dep == "mark")


def _ends_at(tree: Tree, j: int, first: int, cue: int, kind: Kind) -> bool:
    word = tree.words[j]
    if word.text == ",":
        return _leaves(tree, j, first, cue, kind)
    if is_full_stop(tree, j) or (kind != "clause" and opens_source(tree, j, cue)):
        return True
    if word.text == ":" and j + 1 < len(tree.words) and tree.words[j + 1].text in OPENING_QUOTES:
        return True
    if kind != "infinitive" and word.lower == "en" and _is_participial_cue(tree, j):
        return True
    if kind == "phrase" and word.lower == "après" and word.pos == "ADP" and not in_relative(tree, j):
        return True
    return word.lower in CONJUNCTIONS and _coordinates_cue(tree, j, first, cue, kind)


def _guarded(passage: Passage, first: int) -> frozenset[int]:
    """Give the words in brackets or in quotations that open inside the content: nothing ends there."""
    tree, start = passage.tree, passage.tree.words[first].start
    inner = [q for q in passage.quotations if q.outer_start >= start]
    found = {j for j, w in enumerate(tree.words) if any(q.start <= w.start < q.end for q in inner)}
    depth = 0
    for j in range(first, len(tree.words)):
        depth += (tree.words[j].text in OPENERS) - (tree.words[j].text in CLOSERS)
        if depth > 0:
            found.add(j)
    return frozenset(found)


def _drop_unopened(tree: Tree, first: int, last: int) -> int:
    """Leave out a closing mark at the end whose opening stands before the content."""
    closer = tree.words[last].text
    inside = [w.text for w in tree.words[first:last]]
    if last <= first:
        return last
    unopened = (
        (closer in CLOSERS and not OPENERS & set(inside))
        or (closer == '"' and inside.count('"') % 2 == 0)
        or (closer in {"»", "”"} and not {"«", "“"} & set(inside))
    )
    return last - 1 if unopened else last


def _governed_edge(tree: Tree, first: int, cue: int) -> int:
    """Bound the content of a cue inside a subordinate clause by that clause's edge."""
    end = len(tree.words) - 1
    top = tree.first_of_chain(cue)
    word = tree.words[top]
    if word.dep in CLAUSE_DEPS - {"ccomp", "parataxis"} and word.head != top:
        edge = tree.subtree(top)[-1]
        if edge >= first and (word.head > cue or word.dep == "acl:relcl"):
            end = min(edge, end)
    main = next((a for a in tree.ancestors(cue) if a > first and is_finite(tree, a)), None)
    if main is not None and _is_fronted(tree, cue):
        return min(end, _before_main(tree, first, main))
    return min(end, _fronted_end(tree, first, cue))


def _fronted_end(tree: Tree, first: int, cue: int) -> int:
    """Bound the content in a clause that opens the sentence ("Alors que X estimait que …,") by its comma."""
    end = len(tree.words) - 1
    fronted = tree.words[0].lower in FRONTING or (cue <= 2 and verb_group(tree, cue).mood == "participle")
    if not fronted or any(w.text == "," for w in tree.words[:cue]):
        return end
    for j in range(first, end):
        if tree.words[j].text != ",":
            continue
        head = next((k for k in range(j + 1, min(j + 8, end)) if tree.words[k].dep.startswith("nsubj")), None)
        if (
            head is not None
            and tree.words[j + 1].pos in {"DET", "PROPN", "PRON", "NOUN"}
            and (tree.words[j + 1].lower not in RELATIVE)
        ):
            return j - 1
    return end


def _is_fronted(tree: Tree, cue: int) -> bool:
    """Tell whether a cue stands in a clause that depends: "alors que X estime …", "en signalant que …"."""
    if any(is_finite(tree, j) and not in_relative(tree, j) for j in range(cue)):
        return False
    marked = any(tree.words[c].dep == "mark" and c < cue for c in tree.children[cue])
    return marked or verb_group(tree, cue).mood == "participle"


def _before_main(tree: Tree, first: int, main: int) -> int:
    """Give the word before the comma that opens the main clause behind a fronted one."""
    opening = min([c for c in tree.children[main] if c > first and tree.words[c].dep.startswith("nsubj")], default=main)
    for j in range(opening, first, -1):
        if tree.words[j].text == ",":
            return j - 1
    return len(tree.words) - 1


def _leaves(tree: Tree, comma: int, first: int, cue: int, kind: Kind) -> bool:
    """Tell whether the content ends at a comma: another cue, or the narrator's own addition follows."""
    j = comma + 1
    if is_opened_aside(tree, comma):
        return False
    if j >= len(tree.words) or _is_participial_cue(tree, j) or _has_participial_cue(tree, j):
        return True
    word = tree.words[j]
    if resumes_main(tree, j, first, cue):
        return True
    if kind == "phrase" and word.lower not in MEMBERS and _is_present_participle(word.lower):
        return True
    if word.lower in CONJUNCTIONS:
        return _coordinates_cue(tree, j, first, cue, kind)
    if word.lower in ALWAYS_NARRATOR or (word.lower == "ce" and tree.words[min(j + 1, len(tree.words) - 1)].lower in {
        "qui", "que", "qu'",
    }):  # fmt: skip
        return True
    following = tree.words[min(j + 1, len(tree.words) - 1)].lower
    if f"{word.lower} {following}" in NARRATOR_PHRASES or opens_lapse(tree, j):
        return True
    if word.lower in NARRATOR and word.lower not in STAYS and following not in AMOUNTS:
        return _hangs_on(tree, j, cue)
    return _is_gloss(tree, j) if kind == "phrase" else _is_gloss_of_name(tree, j)


def _is_present_participle(word: str) -> bool:
    return any(f.mood == "participle" and f.tense == "present" for f in analyse(word))


def _is_gloss_of_name(tree: Tree, j: int) -> bool:
    """Tell whether the clause ends with the narrator's gloss of a name: "…, élu dimanche au second tour"."""
    k = j
    while k < len(tree.words) - 1 and tree.words[k].pos == "ADV":
        k += 1
    last = not any(w.text == "," for w in tree.words[j:])
    return last and tree.words[j - 2].pos == "PROPN" and _is_gloss(tree, k)


def _is_gloss(tree: Tree, j: int) -> bool:
    """Tell whether a past participle opens a gloss: ", reconnu par l'ONU"."""
    return tree.words[j].pos in {"VERB", "ADJ"} and is_participle(tree.words[j].lower) and tree.words[j].dep != "conj"


def _is_participial_cue(tree: Tree, j: int) -> bool:
    """Tell whether a present participle of a cue begins here: ", ajoutant que", ", tout en précisant"."""
    for word in tree.words[j : j + 3]:
        if any(f.mood == "participle" and f.tense == "present" for f in analyse(word.lower)):
            return load_cues().is_cue(word.lower)
        if word.lower not in LEADS:
            return False
    return False


def _has_participial_cue(tree: Tree, j: int) -> bool:
    """Tell whether another speaker's present participle follows: ", Ankara rétorquant que"."""
    if tree.words[j].pos not in {"PROPN", "DET", "NOUN"} or not any(can_speak(tree, k) for k in (j, j + 1)):
        return False
    for k in range(j + 1, min(j + REACH, len(tree.words) - 1)):
        if tree.words[k].pos in {"PUNCT", "AUX", "SCONJ"}:
            return False
        if _is_participial_cue(tree, k) and tree.words[k].lower not in LEADS:
            return True
    return False


def _hangs_on(tree: Tree, j: int, cue: int) -> bool:
    """Tell whether the phrase that opens at a word hangs on the cue rather than on the content."""
    for i in (j, *tree.ancestors(j)):
        head = tree.words[i].head
        if head < j:
            return head <= cue or tree.words[i].dep == "parataxis"
    return False


def _coordinates_cue(tree: Tree, conjunction: int, first: int, cue: int, kind: Kind) -> bool:
    """Tell whether a conjunction joins a second verb to the cue: "a noté que … et s'est interrogé sur …"."""
    j = conjunction + 1
    if j < len(tree.words) and tree.words[j].lower in CONTINUES:
        return False
    if kind != "clause" and opens_clause(tree, j):
        return True
    for k in range(j, min(j + REACH, len(tree.words))):
        word = tree.words[k]
        if word.text in CLOSING or word.lower in CONJUNCTIONS or word.lower in CLAUSE_OPENERS:
            return False
        if word.pos not in {"VERB", "AUX"} and not (k <= j + 1 and load_cues().is_cue(word.lower)):
            continue
        if is_auxiliary(word.lower) and k + 1 < len(tree.words) and _participle_follows(tree, k):
            continue
        return _joins(tree, conjunction, k, first, cue, kind)
    return False


def _participle_follows(tree: Tree, k: int) -> bool:
    return any(is_participle(w.lower) for w in tree.words[k + 1 : k + 4])


def _joins(tree: Tree, conjunction: int, verb: int, first: int, cue: int, kind: Kind) -> bool:
    """Tell whether a verb behind a conjunction goes on from the cue, not from the content."""
    group = full_group(tree, verb)
    attached = tree.first_of_chain(verb) == tree.first_of_chain(cue)
    is_cue = load_cues().is_cue(tree.words[verb].lower)
    between = range(conjunction + 1, verb)
    subject = any(tree.words[c].dep in SUBJECTS and c in between for c in tree.children[verb])
    if subject:
        return group.finite and not in_relative(tree, verb) and (kind != "clause" or (attached and is_cue))
    if not group.finite or (group.compound and group.first < conjunction):
        bare = is_participle(tree.words[verb].lower)
        return bare and full_group(tree, cue).compound and verb <= conjunction + 3 and (attached or is_cue)
    if kind != "clause":
        return not _relative_opens(tree, first, conjunction)
    return is_cue and (attached or verb <= conjunction + 4)


SUBJECTS = frozenset(["nsubj", "nsubj:pass", "expl:subj"])


def _relative_opens(tree: Tree, first: int, stop: int) -> bool:
    return any(w.lower == "qui" for w in tree.words[first:stop])
