"""Adverbials between a cue and its content: when, where, before whom and how it was said."""

from __future__ import annotations

from functools import lru_cache

from selon.languages.fr.grammar import words
from selon.languages.fr.nouns import adjective_forms
from selon.languages.fr.phrases import word_variants, words_of
from selon.languages.fr.titles import title_rows
from selon.reading.mentions.gazetteer import load_gazetteer
from selon.reading.tree import Tree
from selon.reading.verb_groups import can_be_infinitive

TIME_NOUNS = words("time_nouns")
BEFORE_TIMES = words("before_times")
DEGREE = words("degree_adverbs")
OF_THE_CONTENT = words("settled_adverbs") | frozenset(["ne", "n'"])
ORDER_OF_TIMES = words("order_of_times")
SPANS = words("spans_of_time")
SETTINGS = words("before_settings")
NO_ADVERBIAL = DEGREE | OF_THE_CONTENT | SETTINGS | words("interrogatives")
SETTING_NOUNS = words("setting_nouns")
ONLY_SETTINGS = words("only_settings")
POSSESSIVES = words("third_person_possessives")
BARE_MANNERS = words("before_bare_manners")
ARTICLES = words("phrase_determiners") | frozenset(["chaque", "plusieurs", "quelques", "certains", "certaines"])
INDEFINITE = frozenset(["un", "une"])
OF = frozenset(["de", "d'", "du", "des"])
TO = frozenset(["à", "au", "aux"])
CONTRACTED = frozenset(["du", "des", "au", "aux"])
BROADCAST = words("broadcast_nouns") | frozenset(["presse", "chaîne"])
CHAINED = OF | frozenset(["avec"])
MORE_TIME = frozenset(["après", "avant", "plus", "auparavant"])
NO_WORDS: frozenset[str] = frozenset()
ASIDE = 14
"""Words that an adverbial between commas may have."""


@lru_cache(maxsize=1)
def stances() -> frozenset[str]:
    """Give the forms of the adjectives that say how somebody stands to something: "prêt", "opposée", "inquiets"."""
    return frozenset(form for lemma in words("stances") for form in adjective_forms(lemma).values())


@lru_cache(maxsize=1)
def _fixed() -> dict[str, tuple[tuple[frozenset[str], ...], ...]]:
    """Give the fixed adverbials by their first word, each as the words accepted at its places."""
    found: dict[str, tuple[tuple[frozenset[str], ...], ...]] = {}
    phrases = [words_of(p) for p in (*words("fixed_adverbials"), *words("again"))]
    for phrase in sorted(phrases, key=len, reverse=True):
        forms = tuple(word_variants(word) for word in phrase)
        for first in forms[0]:
            found[first] = (*found.get(first, ()), forms)
    return found


def behind_times(tree: Tree, start: int) -> int:
    """Step over the adverbs, times and repetitions that begin at a word, set off by commas or not."""
    return _behind(tree, start, None)


def behind_adverbials(tree: Tree, start: int, wanted: frozenset[str] = NO_WORDS) -> int:
    """Step over the adverbials that begin at a word, those with prepositions too.

    `wanted` are the prepositions that open the content, so that none of them opens an adverbial but a time or a medium.
    """
    return _behind(tree, start, wanted)


def _behind(tree: Tree, start: int, wanted: frozenset[str] | None) -> int:
    j = start
    while j < len(tree.words) - 1 and (step := _adverbial(tree, j, wanted) or _set_off(tree, j, wanted)):
        j += step
    return min(j, len(tree.words) - 1)


def _set_off(tree: Tree, j: int, wanted: frozenset[str] | None) -> int:
    """Count the words of adverbials between commas, the commas included; 0 where there are none."""
    if tree.words[j].text != ",":
        return 0
    k = j + 1
    while k < len(tree.words) - 1 and (step := _adverbial(tree, k, wanted)):
        k += step
    return k + 1 - j if k > j + 1 and tree.words[k].text == "," and k - j <= ASIDE else 0


def _adverbial(tree: Tree, j: int, wanted: frozenset[str] | None) -> int:
    """Count the words of one adverbial at a word; 0 where there is none. Without `wanted` prepositions open none."""
    if step := _fixed_at(tree, j) or _time(tree, j):
        return step
    word = tree.words[j]
    if word.pos == "ADV" and word.lower not in NO_ADVERBIAL and not can_be_infinitive(word.lower):
        return 1
    return 0 if wanted is None else _setting(tree, j, wanted)


def _fixed_at(tree: Tree, j: int) -> int:
    for forms in _fixed().get(tree.words[j].lower, ()):
        found = tree.words[j : j + len(forms)]
        if len(found) == len(forms) and all(w.lower in f for w, f in zip(found, forms, strict=True)):
            return len(forms)
    return 0


def _time(tree: Tree, j: int) -> int:
    """Count the words of a day, a date or a part of the day at a word: "le 4 mars", "ce week-end", "dans la nuit"."""
    start = j
    if tree.words[j].lower in BEFORE_TIMES and j + 1 < len(tree.words):
        j += 1
        if _is_year(tree.words[j].text):
            return 2
    head = _time_noun(tree, j, j > start)
    if head is None:
        return 0
    k = head + 1
    while k < len(tree.words) and _goes_on(tree, k):
        k += 1
    if k < len(tree.words) and tree.words[k].lower in OF:
        named = _time_noun(tree, k + 1) if k + 1 < len(tree.words) else None
        if named is None:
            return 0 if _is_measured(tree, j, head, k) else k - start
        k = named + 1
        if k + 1 < len(tree.words) and tree.words[k].lower == "à" and tree.words[k + 1].lower in TIME_NOUNS:
            k += 2
    return k - start


def _is_measured(tree: Tree, first: int, head: int, of: int) -> bool:
    """Tell whether a complement says what a span of time was filled with, so is a thing: "la semaine de deuil"."""
    behind = tree.words[of + 1].lower if of + 1 < len(tree.words) else ""
    return head > first and tree.words[head].lower in SPANS and not can_be_infinitive(behind)


def _time_noun(tree: Tree, j: int, within: bool = False) -> int | None:
    """Give the noun of time behind a determiner, a number and an order: "les trois derniers jours".

    `within` tells that a preposition opens it, so that it may be counted: "depuis trois jours".
    """
    opened = tree.words[j].lower in ARTICLES
    indefinite = tree.words[j].lower in INDEFINITE
    k = j + 1 if opened or tree.words[j].lower in CONTRACTED else j
    while k < len(tree.words) - 1 and k < j + 4 and (_is_number(tree, k) or tree.words[k].lower in ORDER_OF_TIMES):
        k += 1
    if k >= len(tree.words) or tree.words[k].lower not in TIME_NOUNS:
        return None
    after = tree.words[k + 1].lower if k + 1 < len(tree.words) else ""
    counted = indefinite or (not opened and k > j)
    return None if counted and not within and after not in MORE_TIME and not _is_day(tree, j, k) else k


def _is_number(tree: Tree, k: int) -> bool:
    return tree.words[k].pos == "NUM" or tree.words[k].text[:1].isdigit()


def _is_day(tree: Tree, j: int, k: int) -> bool:
    """Tell whether a number before a noun of time counts the days of a month: "4 mars", not "trois jours"."""
    return k == j + 1 and tree.words[j].text[:1].isdigit() and not tree.words[k].lower.endswith("s")


def _goes_on(tree: Tree, k: int) -> bool:
    lower = tree.words[k].lower
    return lower in TIME_NOUNS | ORDER_OF_TIMES or _is_year(lower) or (lower[:1].isdigit() and "h" in lower)


def _is_year(text: str) -> bool:
    return len(text) == 4 and text.isdigit()


def _setting(tree: Tree, j: int, wanted: frozenset[str]) -> int:
    """Count the words of a phrase that tells where, before whom or by what means: "lors d'une visite à Rome"."""
    opener = tree.words[j].lower
    if j + 1 >= len(tree.words):
        return 0
    if opener in BARE_MANNERS and opener not in wanted:
        bare = tree.words[j + 1].pos == "NOUN" and not can_be_infinitive(tree.words[j + 1].lower)
        return 2 if bare else 0
    if opener not in SETTINGS:
        return 0
    k = j + 1
    if opener in {"lors", "auprès", "face"}:
        if tree.words[k].lower not in OF | TO:
            return 0
        k += 1
    end = _noun_phrase(tree, k, wanted)
    if end is None or (opener in wanted and not _is_medium(tree, j) and not _is_setting_before(tree, j, end, wanted)):
        return 0
    return end - j


def _is_setting_before(tree: Tree, j: int, end: int, wanted: frozenset[str]) -> bool:
    """Tell whether a phrase opens as the content does but is a setting: "appelle | à Genève | à la retenue"."""
    if end >= len(tree.words) or tree.words[end].lower not in wanted:
        return False
    k = j + 2 if tree.words[j + 1].lower in ARTICLES else j + 1
    named = load_gazetteer().longest(tree.words, k)
    own = tree.words[j + 1].lower in POSSESSIVES and tree.words[k].lower in SETTING_NOUNS
    return own or tree.words[k].lower in ONLY_SETTINGS or (named is not None and named[1].kind in {"place", "state"})


def _is_medium(tree: Tree, j: int) -> bool:
    """Tell whether an outlet or a kind of one stands behind "à": "à l'AFP", "à la télévision nationale"."""
    for k in range(j + 1, min(j + 4, len(tree.words))):
        named = load_gazetteer().longest(tree.words, k)
        if tree.words[k].lower in BROADCAST or (named is not None and named[1].kind == "outlet"):
            return True
        if tree.words[k].lower not in ARTICLES:
            return False
    return False


def _noun_phrase(tree: Tree, start: int, wanted: frozenset[str]) -> int | None:
    """Give the word behind a noun phrase by its place, complements with "de" and "avec" included."""
    head = _core(tree, start, opened=False)
    if head is None:
        return None
    k, relational = head
    while k + 1 < len(tree.words) and tree.words[k].lower in CHAINED:
        bare = tree.words[k].lower not in CONTRACTED and tree.words[k + 1].pos in {"NOUN", "PROPN"}
        if tree.words[k].lower in wanted and not relational and not bare:
            break
        following = _core(tree, k + 1, opened=tree.words[k].lower in CONTRACTED)
        if following is None:
            break
        k, relational = following
    return k


def _core(tree: Tree, j: int, opened: bool) -> tuple[int, bool] | None:
    """Give the word behind a noun with what stands before it and its adjectives, and whether it needs a complement."""
    k, lowers = j, [w.lower for w in tree.words]
    if not opened and lowers[k] in ARTICLES:
        k += 1
    while k < len(lowers) - 1 and (_is_number(tree, k) or (tree.words[k].pos == "ADJ" and _before_noun(tree, k))):
        k += 1
    named = load_gazetteer().longest(tree.words, k) if k < len(lowers) else None
    if named is not None:
        return _behind_adjectives(tree, k, k + named[0]), False
    if k >= len(lowers) or not _is_nominal(tree, k, bare=k == j):
        return None
    relational = lowers[k] in SETTING_NOUNS
    k += 1
    while k < len(lowers) and _is_name_part(tree, j, k):
        k += 1
    return _behind_adjectives(tree, k - 1, k), relational


def _is_name_part(tree: Tree, first: int, k: int) -> bool:
    """Tell whether a name goes on or tells which of its kind a noun is ("la chaîne LCI"), by the parse."""
    word = tree.words[k]
    return word.pos == "PROPN" and word.lower not in title_rows() and first <= word.head < k


def _before_noun(tree: Tree, k: int) -> bool:
    following = tree.words[k + 1]
    return following.pos in {"NOUN", "PROPN", "ADJ", "NUM"}


def _is_nominal(tree: Tree, k: int, bare: bool) -> bool:
    word = tree.words[k]
    if bare and word.text == word.lower and can_be_infinitive(word.lower):
        return False
    return word.pos in {"NOUN", "PROPN", "X"} or (word.pos == "ADJ" and not bare)


def _behind_adjectives(tree: Tree, head: int, k: int) -> int:
    """Step over the adjectives of a noun, but not over one that tells of the speaker ("… sur LCI prêt à partir")."""
    while k < len(tree.words):
        word = tree.words[k]
        own = word.pos == "ADJ" or (word.pos == "VERB" and word.dep in {"amod", "acl"} and word.head <= head)
        if not own or word.lower in stances() or can_be_infinitive(word.lower):
            return k
        if word.pos == "ADJ" and word.dep in {"xcomp", "ccomp"}:
            return k
        k += 1
    return k
