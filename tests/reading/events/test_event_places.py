from collections.abc import Callable

import pytest

from selon import Reading

Read = Callable[..., Reading]


def places(reading: Reading, trigger: str) -> list[str]:
    return next([m.span.text for m in e.places] for e in reading.events if e.trigger.text == trigger)


@pytest.mark.parametrize(
    ("text", "trigger", "place"),
    [
        ("Trois soldats ont été tués mardi à Gao.", "tués", "Gao"),
        ("À Gao, trois soldats ont été tués par des hommes armés.", "tués", "Gao"),
        ("L'armée a bombardé un village près d'Alep.", "bombardé", "Alep"),
        ("Les attentats de Dortmund ont fait trois morts.", "attentats", "Dortmund"),
        ("Irak : deux mosquées attaquées", "attaquées", "Irak"),
        (
            "Des milliers de personnes ont manifesté dans les rues de la capitale.",
            "manifesté",
            "les rues de la capitale",
        ),
        ("Les insurgés se sont emparés de Marioupol.", "emparés", "Marioupol"),
        ("Ils ont rejoint Izmir, où dix femmes ont été arrêtées.", "arrêtées", "Izmir"),
    ],
)
def test_an_act_has_the_place_its_sentence_ties_to_it(read: Read, text: str, trigger: str, place: str) -> None:
    assert place in places(read(text), trigger)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Le Premier ministre indien a lancé un avertissement à la Chine.", "avertissement"),
        ("Les deux pays ont trouvé un accord sur la Syrie.", "accord"),
        ("Le ministre a condamné tour à tour les deux attaques.", "condamné"),
    ],
)
def test_an_addressee_a_topic_or_a_manner_is_no_place(read: Read, text: str, trigger: str) -> None:
    assert places(read(text), trigger) == []
