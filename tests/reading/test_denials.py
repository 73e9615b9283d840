from collections.abc import Callable

import pytest

from selon import Reading


@pytest.mark.parametrize(
    "report",
    [
        "Le ministère malien de la Défense a nié avoir bombardé des civils à Kidal.",
        "L'armée malienne a bombardé lundi un camp près de Kidal.\n\nLes rebelles accusent l'armée malienne d'avoir tué "
        "des civils. Le ministère malien de la Défense a nié avoir bombardé des civils à Kidal.",
    ],
)
def test_what_a_speaker_denies_having_done_is_negated_alone_and_in_a_report(
    read: Callable[..., Reading], report: str
) -> None:
    last = read(report).events[-1]
    assert (last.trigger.text, last.status) == ("bombardé", "negated")
