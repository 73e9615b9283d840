"""What stands between a cue and its content: adverbials in neither, what belongs to the content in it."""

from collections.abc import Callable, Sequence

import pytest

Told = tuple[str | None, str | None, list[str]]
Tell = Callable[[str], Sequence[Told]]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Mme Lenoir a assuré jeudi sur la chaîne LCI vouloir négocier.", "vouloir négocier"),
        ("Le ministre dit également vouloir négocier.", "vouloir négocier"),
        (
            "Il affirme, dans un entretien au Monde, n'avoir jamais reçu cette lettre.",
            "n'avoir jamais reçu cette lettre",
        ),
        ("Kiev s'est vanté ce week-end de négocier avec les rebelles.", "négocier avec les rebelles"),
        ("L'ONU a appelé à l'AFP à la retenue.", "la retenue"),
        ("L'ONU a appelé au cours d'un entretien téléphonique à la retenue.", "la retenue"),
        ("L'ONU s'est félicitée dans un communiqué de la libération des otages.", "la libération des otages"),
        ("Le ministre a réclamé peu après une enquête internationale.", "une enquête internationale"),
        ("Le maire a qualifié en marge du sommet la décision d'illégale.", "la décision d'illégale"),
        (
            "Le ministre a jugé jeudi soir inacceptable la décision du gouvernement.",
            "inacceptable la décision du gouvernement",
        ),
        ("Le chef a dit lors d'une conférence de presse que la trêve tenait.", "la trêve tenait"),
    ],
)
def test_an_adverbial_between_cue_and_content_is_in_neither(told: Tell, text: str, content: str) -> None:
    assert [what for _, _, what in told(text)] == [[content]]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Il dit toujours vouloir négocier.", "toujours vouloir négocier"),
        ("Le maire a annoncé une semaine de deuil.", "une semaine de deuil"),
        ("L'ONU a appelé à la fin des combats à Varna.", "la fin des combats à Varna"),
        ("Le maire a dit que lundi le pont serait fermé.", "lundi le pont serait fermé"),
    ],
)
def test_an_adverbial_of_the_content_stays_in_it(told: Tell, text: str, content: str) -> None:
    assert [what for _, _, what in told(text)] == [[content]]


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("La cheffe s'est dite prête vendredi à coopérer avec Pékin.", "est dite prête", "coopérer avec Pékin"),
        ("L'ONU s'est dite jeudi sur la chaîne LCI prête à négocier.", "est dite", "négocier"),
        ("Kiev se déclare disposé au dialogue.", "déclare disposé", "dialogue"),
        ("Le maire s'est déclaré « prêt à négocier jour et nuit ».", "est déclaré", "prêt à négocier jour et nuit"),
        ("Mme Lenoir s'est dite lundi à Rome très inquiète.", "est dite", "très inquiète"),
        ("L'ONU s'est déclarée vendredi opposée au projet.", "est déclarée", "opposée au projet"),
    ],
)
def test_readiness_is_a_cue_and_any_other_stance_a_content(told: Tell, text: str, cue: str, content: str) -> None:
    assert [(by, what) for _, by, what in told(text)] == [(cue, [content])]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("L'ONU craint une escalade.", "une escalade"),
        ("Le syndicat s'alarme de la hausse des prix.", "la hausse des prix"),
        ("Le maire a présenté ses excuses aux victimes pour ce retard.", "ce retard"),
        ("Le maire s'est excusé lundi pour ces propos.", "ces propos"),
    ],
)
def test_what_is_feared_or_regretted_is_told(told: Tell, text: str, content: str) -> None:
    assert [what for _, _, what in told(text)] == [[content]]


def test_what_is_only_hoped_for_is_no_statement(told: Tell) -> None:
    assert not told("Le maire espère lundi à Rome une victoire.")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Les combats ont cessé, a annoncé jeudi sur la chaîne LCI Mme Lenoir.", "Mme Lenoir"),
        ("La trêve tient, a dit vendredi dans un communiqué Jean Morel, un élu.", "Jean Morel"),
        ("La trêve tient, comme l'a souligné peu après un responsable de la milice.", "un responsable de la milice"),
        ("Ce dernier a démenti jeudi vouloir négocier.", "Ce dernier"),
    ],
)
def test_the_speaker_stands_behind_the_adverbials(told: Tell, text: str, speaker: str) -> None:
    assert [who for who, _, _ in told(text)] == [speaker]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "D'après le chef de la diplomatie russe, Sergueï Morov, en visite à Ankara, les combats ont cessé.",
            "les combats ont cessé",
        ),
        ("Comme l'a dit lundi Paul Arvant, porte-parole du parti, deux soldats sont morts.", "deux soldats sont morts"),
        ("Selon le ministre, en mars, les prix ont augmenté.", "en mars, les prix ont augmenté"),
    ],
)
def test_what_is_told_of_the_speaker_is_no_content(told: Tell, text: str, content: str) -> None:
    assert [what for _, _, what in told(text)] == [[content]]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Le ministre a demandé mardi devant la presse pourquoi l'aide tardait.", "pourquoi l'aide tardait"),
        ("Le maire a expliqué lundi à la radio comment la digue avait cédé.", "comment la digue avait cédé"),
    ],
)
def test_a_question_goes_on_behind_adverbials(told: Tell, text: str, content: str) -> None:
    assert [what for _, _, what in told(text)] == [[content]]
