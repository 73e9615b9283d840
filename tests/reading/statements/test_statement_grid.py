"""Subjects, adverbials, cues and contents put together: each sentence tells its speaker and content, and no more."""

import random
from collections.abc import Callable, Iterator, Sequence

import pytest

Told = tuple[str | None, str | None, list[str]]
Tell = Callable[[str], Sequence[Told]]

SUBJECTS = {
    "Le ministre": "Le ministre",
    "L'ONU": "L'ONU",
    "Kiev": "Kiev",
    "Le président tchadien, en visite à Rome,": "Le président tchadien",
    "La cheffe de la diplomatie, qui recevait son homologue turc,": "La cheffe de la diplomatie",
    "Interrogé par la presse, le général": "le général",
    "Dans un communiqué, l'armée": "l'armée",
    "Au lendemain des frappes, Moscou": "Moscou",
    "Anne Lenoir": "Anne Lenoir",
    "Le Kremlin, de son côté,": "Le Kremlin",
    "Paul Arvant, le porte-parole du gouvernement,": "Paul Arvant",
    "Le chef de la milice": "Le chef de la milice",
    "De son côté, l'opposition": "l'opposition",
}
ADVERBIALS = (
    "",
    " mardi",
    " lundi soir",
    " à l'AFP",
    " devant la presse",
    " dans un communiqué",
    " dimanche lors d'une conférence de presse",
    " jeudi sur la chaîne LCI",
    " le 4 mars",
    ", lundi à Rome,",
    ", dans un entretien au Monde,",
    " une nouvelle fois",
    " mercredi à l'issue d'une rencontre avec son homologue russe",
    " vendredi auprès de l'AFP",
    " ce week-end",
    " en conférence de presse",
    " en marge du sommet",
    " également",
)
SAID = (
    ("a déclaré{} que ", "les troupes avaient quitté la ville"),
    ("a affirmé{} que ", "deux soldats avaient été tués lundi dans la région"),
    ("a fait savoir{} que ", "la trêve tenait"),
    ("estime{} que ", "la paix est possible"),
    ("a assuré{} ", "vouloir négocier avec les rebelles"),
    ("a nié{} ", "avoir bombardé l'hôpital"),
    ("affirme{} ", "ne pas avoir donné cet ordre"),
    ("reconnaît{} ", "avoir reçu des menaces"),
    ("a promis{} de ", "retirer ses troupes"),
    ("a refusé{} de ", "négocier avec les rebelles"),
    ("a demandé{} à Ankara de ", "cesser ses frappes"),
    ("a exhorté{} les rebelles à ", "déposer les armes"),
    ("a exigé{} ", "le retrait des troupes"),
    ("a démenti{} ", "toute négociation avec les rebelles"),
    ("a condamné{} ", "l'attaque de l'hôpital"),
    ("a salué{} ", "la libération des otages"),
    ("a mis en garde{} contre ", "une escalade"),
    ("a appelé{} à ", "la fin des combats"),
    ("s'est dit{} prêt à ", "reprendre les discussions"),
    ("se dit{} ", "préoccupé par la situation"),
)
LISTS = (
    ("Paris, Berlin et Rome ont appelé à la fin des combats.", "Paris, Berlin et Rome", "la fin des combats"),
    ("« La trêve tient », ont déclaré Paul Arvant et Jeanne Morel.", "Paul Arvant et Jeanne Morel", "La trêve tient"),
    ("« La trêve tient », ont dit l'ONU et la Croix-Rouge.", "l'ONU et la Croix-Rouge", "La trêve tient"),
    ("Le maire et le préfet estiment que la digue tient.", "Le maire et le préfet", "la digue tient"),
)
BEHIND = (
    ("« Les combats ont cessé », a affirmé{} le ministre.", "le ministre", "Les combats ont cessé"),
    ("Les combats ont cessé, a annoncé{} Anne Lenoir.", "Anne Lenoir", "Les combats ont cessé"),
    ("Comme l'a rappelé{} l'armée, les combats ont cessé.", "l'armée", "les combats ont cessé"),
)
DRAWN = 110


def _sentences() -> Iterator[tuple[str, str, str]]:
    """Draw sentences, the same each time, so that every row of every table comes up several times."""
    draw = random.Random(7)
    subjects = list(SUBJECTS.items())
    for n in range(DRAWN):
        subject, speaker = subjects[n % len(subjects)]
        cue, content = SAID[n % len(SAID)]
        adverbial = draw.choice(ADVERBIALS)
        if subject.endswith(",") and adverbial.startswith(","):
            adverbial = ""
        yield f"{subject} {cue.format(adverbial)}{content}.", speaker, content
    yield from LISTS
    for frame, speaker, content in BEHIND:
        for adverbial in ADVERBIALS[:3]:
            yield frame.format(adverbial), speaker, content


GRID = tuple(_sentences())


@pytest.mark.parametrize(("text", "speaker", "content"), GRID, ids=[f"{n}" for n in range(len(GRID))])
def test_a_sentence_tells_who_says_what(told: Tell, text: str, speaker: str, content: str) -> None:
    assert [(who, what) for who, _, what in told(text)] == [(speaker, [content])]
