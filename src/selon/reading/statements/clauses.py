"""Where a content clause ends: exact to the clause, by punctuation and cue words first, by the parse second."""

from __future__ import annotations

from selon.languages.fr.cues import load_cues
from selon.languages.fr.grammar import words
from selon.languages.fr.verbs import analyse
from selon.reading.tree import CLAUSE_DEPS, Tree
from selon.reading.verb_groups import SUBJECT_CLITIC, is_auxiliary, verb_group

CLOSING = frozenset([".", "!", "?", "…", "...", ";", ",", ":"])
QUOTES = frozenset(['"', "«", "»", "“", "”"])
# Openers of a clause that the narrator adds behind a comma.
NARRATOR = words("narrator_openers")
ALWAYS_NARRATOR = words("strong_narrator_openers")
STAYS = words("content_openers")


def clause_end(tree: Tree, first: int, cue: int) -> int:
    """Give the last word of the content that begins at a word and hangs on a cue verb."""
    limit = _governed_edge(tree, first, cue)
    depth = 0
    for j in range(first, limit + 1):
        word = tree.words[j]
        if word.text in {"(", "[", "«", "“"}:
            depth += 1
        elif word.text in {")", "]", "»", "”"}:
            depth -= 1
        if depth > 0 or j == first:
            continue
        if (
            word.text == ";"
            or (word.text == "," and _leaves(tree, j, cue))
            or (word.lower in {"et", "mais", "puis"} and _coordinates_cue(tree, j, cue))
        ):
            limit = j - 1
            break
    while limit > first and (tree.words[limit].text in CLOSING or tree.words[limit].pos == "CCONJ"):
        limit -= 1
    return _drop_unopened(tree, first, limit)


def _drop_unopened(tree: Tree, first: int, last: int) -> int:
    """Leave out a closing mark at the end whose opening stands before the content."""
    closer = tree.words[last].text
    inside = [w.text for w in tree.words[first:last]]
    if closer in {")", "]"} and inside.count("(") + inside.count("[") == 0 and last > first:
        return last - 1
    if closer == '"' and inside.count('"') % 2 == 0 and last > first:
        return last - 1
    if closer in {"»", "”"} and inside.count("«") + inside.count("“") == 0 and last > first:
        return last - 1
    return last


def _governed_edge(tree: Tree, first: int, cue: int) -> int:
    """Bound the content of a cue inside a relative, participial or adverbial clause by that clause's edge."""
    end = len(tree.words) - 1
    top = cue
    if tree.words[top].dep in {"conj"}:
        top = tree.first_of_chain(top)
    if tree.words[top].dep in CLAUSE_DEPS - {"ccomp", "parataxis"} and tree.words[top].head != top:
        edge = tree.subtree(top)[-1]
        main = tree.words[top].head
        if edge >= first and (main > cue or tree.words[top].dep == "acl:relcl"):
            return edge if edge < end else end
    return end


def _leaves(tree: Tree, comma: int, cue: int) -> bool:
    """Tell whether the content ends at a comma: an incise, another cue, or the narrator's own addition follows."""
    j = comma + 1
    if j >= len(tree.words):
        return True
    word = tree.words[j]
    if _is_incise(tree, j) or _is_participial_cue(tree, j):
        return True
    if word.lower in {"a", "ont", "avait", "est"} and tree.words[j].head <= cue:
        return True
    if word.lower in {"mais", "et"} and _coordinates_cue(tree, j, cue):
        return True
    if word.lower in ALWAYS_NARRATOR:
        return True
    if word.lower in NARRATOR and word.lower not in STAYS:
        return _hangs_on(tree, j, cue)
    return False


def _is_incise(tree: Tree, j: int) -> bool:
    lowers = [w.lower for w in tree.words[j : j + 4]]
    return any(w in SUBJECT_CLITIC for w in lowers[:3])


def _is_participial_cue(tree: Tree, j: int) -> bool:
    """Tell whether a present participle of a cue begins here: ", ajoutant que", ", tout en précisant"."""
    for word in tree.words[j : j + 3]:
        if any(f.mood == "participle" and f.tense == "present" for f in analyse(word.lower)):
            return load_cues().is_cue(word.lower)
        if word.lower not in {"tout", "en", "et", "mais"}:
            return False
    return False


def _hangs_on(tree: Tree, j: int, cue: int) -> bool:
    """Tell whether the phrase that opens at a word hangs on the cue rather than on the content."""
    for i in (j, *tree.ancestors(j)):
        head = tree.words[i].head
        if head < j:
            return head <= cue or tree.words[i].dep == "parataxis"
    return False


def _coordinates_cue(tree: Tree, conjunction: int, cue: int) -> bool:
    """Tell whether a conjunction joins a second verb to the cue: "a noté que … et s'est interrogé sur …"."""
    j = conjunction + 1
    is_cue = load_cues().is_cue
    for k in range(j, min(j + 6, len(tree.words))):
        word = tree.words[k]
        if word.lower in {"que", "qu'", "de", "d'", "à"}:
            return False
        if word.pos in {"NOUN", "PROPN"} and not is_cue(word.lower):
            return False
        if is_cue(word.lower) or word.pos in {"VERB", "AUX"}:
            if is_auxiliary(word.lower) and k + 1 < len(tree.words):
                continue
            group = verb_group(tree, k)
            same_shape = group.compound == verb_group(tree, cue).compound or group.finite
            attached = tree.first_of_chain(k) == tree.first_of_chain(cue)
            return same_shape and group.finite and (attached or is_cue(word.lower)) and not _own_subject(tree, k)
    return False


def _own_subject(tree: Tree, verb: int) -> bool:
    return any(tree.words[c].dep in {"nsubj", "nsubj:pass", "expl:subj"} for c in tree.children[verb])
