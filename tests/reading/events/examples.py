"""A simple sentence for a row of the trigger table, built with its links from the row's frame: no parser is needed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import product

from selon.languages.fr.grammar import words as grammar_words
from selon.languages.fr.nouns import noun_forms
from selon.languages.fr.triggers import Condition, Trigger, load_word_classes
from selon.languages.fr.verbs import bare_infinitive, conjugate
from selon.reading.parse import Word
from selon.reading.tree import Tree

PEOPLE = ("soldats", "étudiants", "policiers", "ministres", "habitants", "députés")
OBJECTS = ("étudiants", "gouvernement", "projet", "village", "soldats")
OF_KIND = {
    "people": ("étudiants", "soldats", "habitants", "députés"),
    "place": ("village", "aéroport", "ambassade"),
    "act": ("attaque", "négociations", "manifestation"),
}
SOME = 6
TRIES = 240


@dataclass
class Sentence:
    """Words with their links, put down one after the other."""

    rows: list[tuple[str, str, str, int]] = field(default_factory=list)

    def add(self, text: str, pos: str, dep: str, head: int) -> int:
        """Put down a word and give its index; a head of -1 is to be set later."""
        self.rows.append((text, pos, dep, head))
        return len(self.rows) - 1

    def phrase(self, preposition: str, noun: str, dep: str, head: int) -> int:
        """Put down a noun with its preposition and article."""
        at = len(self.rows) + (2 if preposition else 1)
        if preposition:
            self.add(preposition, "ADP", "case", at)
        self.add("les" if noun.endswith("s") else "le", "DET", "det", at)
        return self.add(noun, "NOUN", dep, head)

    def hang(self, child: int, head: int) -> None:
        """Link a word that is there to its head."""
        text, pos, dep, _ = self.rows[child]
        self.rows[child] = (text, pos, dep, head)

    def tree(self) -> Tree:
        """Give the sentence as the parser would."""
        words, at = [], 0
        for k, (text, pos, dep, head) in enumerate([*self.rows, (".", "PUNCT", "punct", self._root())]):
            at_end = at + len(text)
            lower = text.lower()
            plural = lower.endswith(("s", "x")) and pos in {"NOUN", "ADJ", "DET"}
            words.append(Word(at, at_end, text, lower, pos, dep, k if head < 0 else head, plural, False))
            at = at_end + 1
        return Tree(tuple(words))

    def _root(self) -> int:
        return next(k for k, row in enumerate(self.rows) if row[2] == "ROOT")


@dataclass(frozen=True)
class Choice:
    """The words a sentence is tried with; company is what its "with:" conditions ask for."""

    subject: str
    object: str
    company: tuple[str, ...]
    preposition: str
    adjective: str


def examples(entry: Trigger) -> Iterator[Tree]:
    """Give sentences with the words of an entry in its frame, the likelier ones first."""
    build = _verbal if entry.head_is_verb else _nominal
    for n, choice in enumerate(_choices(entry)):
        if n == TRIES:
            return
        yield from (sentence.tree() for sentence in build(entry, choice))


def _choices(entry: Trigger) -> Iterator[Choice]:
    kinds = [k for c in entry.requires if c.name == "obj" for k in _values(c)]
    subject_kinds = [k for c in entry.requires if c.name == "subj" for k in _values(c)]
    companies = list(product(*[_some(c) for c in entry.requires if c.name == "with"]))[: SOME * SOME]
    objects = [w for k in kinds for w in _of_kind(k)] or OBJECTS
    subjects = [w for k in subject_kinds for w in _of_kind(k)] or PEOPLE
    prepositions = [p for c in entry.requires if c.name == "prep" for p in _values(c)] or [""]
    adjectives = [a for c in entry.requires if c.name == "adj" for a in _values(c)] or [""]
    for adjective, company, subject, thing, preposition in product(
        adjectives[:SOME], companies or [()], subjects, objects, prepositions
    ):
        yield Choice(subject, thing, company, preposition, adjective)


def _values(condition: Condition) -> list[str]:
    return [v for v in condition.written.partition(":")[2].split("|") if v]


def _of_kind(kind: str) -> Sequence[str]:
    return OF_KIND[kind] if kind in OF_KIND else sorted(load_word_classes()[kind])[:SOME]


def _some(condition: Condition) -> list[str]:
    """Give some words that a condition accepts: those written first, or the first ones of a class."""
    found = []
    for value in _values(condition):
        found += sorted(load_word_classes()[value[1:]])[:SOME] if value.startswith("@") else [value]
    return found[:SOME]


def _names(entry: Trigger) -> set[str]:
    return {c.name for c in entry.requires}


@cache
def _form(infinitive: str, mood: str) -> str:
    forms = conjugate(bare_infinitive(infinitive))
    if mood == "participle":
        fits = [f for f in forms if f.mood == "participle" and f.tense == "past"]
    else:
        fits = [f for f in forms if f.mood == "indicative" and f.tense == "present" and f.person == 3]
    plural = [f for f in fits if f.number == "plural"]
    return (plural or fits or list(forms))[0].text


def _verbal(entry: Trigger, choice: Choice) -> Iterator[Sentence]:
    for company_is_object in (True, False):
        yield _verb_sentence(entry, choice, company_is_object)


def _verb_sentence(entry: Trigger, choice: Choice, company_is_object: bool) -> Sentence:
    asked, sentence = _names(entry), Sentence()
    passive, company = "passive" in asked, list(choice.company)
    subject = sentence.phrase(
        "", choice.object if passive else choice.subject, "nsubj:pass" if passive else "nsubj", -1
    )
    clitics = ["se"] if entry.reflexive or "refl" in asked else []
    if not passive and entry.strength == "weak" and not entry.recipients:
        _another(sentence, subject)
    marks = [sentence.add(c, "PRON", "expl:comp", -1) for c in [*clitics, *sorted(entry.before)]]
    if passive:
        marks.append(sentence.add("sont", "AUX", "aux:pass", -1))
    verb = sentence.add(_form(entry.head, "participle" if passive else "present"), "VERB", "ROOT", -1)
    for mark in (subject, *marks):
        sentence.hang(mark, verb)
    last = _rest(sentence, entry.rest, verb)
    wants_object = "obj" in asked or ("obj" in entry.recipients and not entry.rest)
    if wants_object and not passive and "noobj" not in asked:
        noun = company.pop(0) if company and company_is_object and not _values_of(entry, "obj") else choice.object
        sentence.phrase("", noun, "obj", verb)
    if passive:
        sentence.phrase("par", choice.subject, "obl:agent", verb)
    _complements(sentence, entry, choice, company, verb if last is None else last)
    return sentence


def _another(sentence: Sentence, first: int) -> None:
    """Put down a second party, coordinated to the first."""
    mark = sentence.add("et", "CCONJ", "cc", -1)
    sentence.hang(mark, sentence.phrase("", "voisins", "conj", first))


def _values_of(entry: Trigger, name: str) -> list[str]:
    return [v for c in entry.requires if c.name == name for v in _values(c)]


def _rest(sentence: Sentence, rest: Sequence[str], head: int) -> int | None:
    """Put down the other words of a phrase, each noun under the one before, its preposition and article under it."""
    waiting: list[int] = []
    last = None
    for word in rest:
        if word.endswith("ment"):
            sentence.add(word, "ADV", "advmod", head)
            continue
        small = word in grammar_words("phrase_determiners") | grammar_words("prepositions") | grammar_words(
            "possessives"
        )
        if small and word is not rest[-1]:
            determiner = word in grammar_words("phrase_determiners") | grammar_words("possessives")
            waiting.append(sentence.add(word, "DET" if determiner else "ADP", "det" if determiner else "case", -1))
            continue
        dep = "obj" if last is None and not any(sentence.rows[w][2] == "case" for w in waiting) else "nmod"
        last = sentence.add(word, "NOUN", dep, head if last is None else last)
        for w in waiting:
            sentence.hang(w, last)
        waiting = []
    return last


def _complements(
    sentence: Sentence, entry: Trigger, choice: Choice, company: list[str], anchor: int, filled: Sequence[str] = ()
) -> None:
    """Put down what the conditions and the frame still ask for behind the trigger."""
    asked = _names(entry)
    if choice.adjective:
        sentence.add(choice.adjective, "ADJ", "amod", anchor)
    if "inf" in asked:
        infinitive = company.pop(0) if company and company[0].endswith(("er", "ir", "re")) else "négocier"
        mark = sentence.add("de", "ADP", "mark", -1)
        sentence.hang(mark, sentence.add(infinitive, "VERB", "xcomp", anchor))
    if choice.preposition:
        noun = company.pop(0) if company else _other(choice)
        sentence.phrase(choice.preposition, noun, "obl:arg" if entry.head_is_verb else "nmod", anchor)
    slots = [s for s in entry.recipients if s in grammar_words("prepositions") and s not in filled]
    slots += [s for s in entry.actors if s == "avec"] if entry.mutual else []
    if slots and not choice.preposition:
        sentence.phrase(slots[0], _other(choice), "obl:arg" if entry.head_is_verb else "nmod", anchor)
    for word in company:
        sentence.phrase("pendant", word, "obl:mod", anchor)
    if "que" in asked:
        que = sentence.add("que", "SCONJ", "mark", -1)
        subject = sentence.phrase("", "étudiants", "nsubj", -1)
        verb = sentence.add("négocient", "VERB", "ccomp", anchor)
        sentence.hang(que, verb)
        sentence.hang(subject, verb)


def _other(choice: Choice) -> str:
    return next(w for w in PEOPLE if w not in (choice.subject, choice.object))


def _nominal(entry: Trigger, choice: Choice) -> Iterator[Sentence]:
    for determiner in ("la", "cette"):
        yield _noun_sentence(entry, choice, determiner)


def _noun_sentence(entry: Trigger, choice: Choice, determiner: str) -> Sentence:
    sentence, asked = Sentence(), _names(entry)
    plural = "plural" in asked
    forms = list(noun_forms(entry.head))
    noun = forms[-1] if plural else forms[0]
    sentence.add("Les" if plural else determiner.capitalize(), "DET", "det", 1)
    head = sentence.add(noun, "NOUN", "nsubj", -1)
    last = _rest(sentence, entry.rest, head)
    company = list(choice.company)
    slot = next((s for s in entry.actors if s in {"de", "par"}), "")
    anchor = head if last is None else last
    if slot:
        party = sentence.phrase(slot, choice.subject, "nmod", head)
        if entry.strength == "weak":
            _another(sentence, party)
    _complements(sentence, entry, choice, company, anchor, (slot,))
    verb = sentence.add("inquiète", "VERB", "ROOT", -1)
    sentence.hang(head, verb)
    sentence.phrase("", "voisins", "obj", verb)
    return sentence
