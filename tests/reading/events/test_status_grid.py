"""What makes an act planned, denied, doubted or told, over acts of every kind: a grid of sentences."""

import re
from collections.abc import Iterator

import pytest

from selon import Reader

DOERS = ("L'UE", "L'armée turque", "Le gouvernement malien", "Washington")
ACTS = (  # infinitive, participle, how the trigger begins
    ("imposer des sanctions à Minsk", "imposé des sanctions à Minsk", "sanctions"),
    ("bombarder la ville", "bombardé la ville", "bombard"),
    ("arrêter des opposants", "arrêté des opposants", "arrêt"),
    ("livrer des armes à Kiev", "livré des armes à Kiev", "livr"),
    ("retirer ses troupes", "retiré ses troupes", "retir"),
    ("signer un accord avec Téhéran", "signé un accord avec Téhéran", "sign"),
    ("rencontrer les rebelles", "rencontré les rebelles", "rencontr"),
    ("lancer une offensive contre les rebelles", "lancé une offensive contre les rebelles", "offensive"),
    ("ouvrir des négociations avec Moscou", "ouvert des négociations avec Moscou", "négociations"),
    ("expulser l'ambassadeur russe", "expulsé l'ambassadeur russe", "expuls"),
)
PATTERNS = (  # the statuses that hold, the first the likeliest
    ("{S} a {done}.", "actual"),
    ("{S} n'a pas {done}.", "negated"),
    ("{S} va {do}.", "planned"),
    ("{S} aurait {done}.", "alleged"),
    ("{S} pourrait {do}.", "possible"),
    ("{S} envisage de {do}.", "planned possible"),
    ("{S} refuse de {do}.", "negated"),
    ("{S} doit {do} mardi prochain.", "planned demanded"),
    ("L'ONU appelle {s} à {do}.", "demanded"),
    ("{S} a menacé de {do}.", "possible planned"),
    ("{S} a promis de {do}.", "planned"),
    ("{S} nie avoir {done}.", "negated"),
    ("{S} avait {done} en mars.", "actual"),
    ("{S} a dit avoir {done}.", "actual"),
    ("{S} a annoncé vouloir {do}.", "planned"),
    ("{S} n'entend pas {do}.", "negated"),
    ("{S} a failli {do}.", "negated possible"),
    ("Rien n'indique que {s} ait {done}.", "alleged negated"),
    ("{S} s'apprête à {do}.", "planned"),
    ("{S} a commencé à {do}.", "actual"),
    ("{S} vient de {do}.", "actual"),
    ("Selon la presse, {s} a {done}.", "actual"),
    ("{S} n'exclut pas de {do}.", "possible"),
    ("La presse affirme que {s} a {done}.", "actual"),
    ("{S} craint de devoir {do}.", "possible"),
    ("{S} a réussi à {do}.", "actual"),
    ("{S} a renoncé à {do}.", "negated"),
)
EACH = 4


def cases() -> Iterator[tuple[str, str, str]]:
    """Give sentences with the start of their trigger and the statuses that hold."""
    for i, (pattern, statuses) in enumerate(PATTERNS):
        for j in range(EACH):
            doer, (do, done, trigger) = DOERS[(i + j) % len(DOERS)], ACTS[(3 * i + 2 * j) % len(ACTS)]
            inside = doer if doer.istitle() and " " not in doer and "'" not in doer else doer[0].lower() + doer[1:]
            text = pattern.format(S=doer, s=inside, do=do, done=done)
            yield re.sub(r"\bde (?=[aeioué])", "d'", text), trigger, statuses


@pytest.mark.parametrize(("text", "trigger", "statuses"), list(cases()))
def test_every_kind_of_act_has_the_status_its_words_give(text: str, trigger: str, statuses: str) -> None:
    found = [e.status for e in Reader().read(text).events if e.trigger.text.startswith(trigger)]
    assert found
    assert found[0] in statuses.split()


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Le président se rendra-t-il à Moscou ?", "possible"),
        ("La coalition va-t-elle bombarder la ville ?", "possible"),
        ("L'armée a-t-elle attaqué le village ?", "possible"),
        ("Pourquoi l'armée a-t-elle attaqué le village ?", "actual"),
    ],
)
def test_what_is_asked_is_possible_and_what_only_its_reason_is_asked_of_is_not(text: str, status: str) -> None:
    assert [e.status for e in Reader().read(text).events] == [status]
