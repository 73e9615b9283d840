"""Eight reports of two invented affairs: six of one frappe, four of them one agency's; two of one strike."""

from collections.abc import Callable

import pytest

from selon import Reader, Reading
from selon.sources.article import make_article

LEAD = "L'armée du Mali a bombardé lundi un camp des rebelles près de Kidal, faisant 12 morts, a annoncé le ministère malien de la Défense."
QUOTE = "« Nos avions ont frappé un camp ennemi », a déclaré le porte-parole de l'armée, le colonel Moussa Diarra. Selon lui, trois véhicules ont été détruits."
REBELS = "Un porte-parole des rebelles a affirmé que 40 civils avaient été tués par les frappes de l'armée malienne près de Kidal."
DENIAL = "Le gouvernement malien a démenti avoir tué des civils. Les négociations de paix, prévues jeudi à Alger, ont été reportées."
LOCAL = (
    "Dans notre région, une association appelle à un rassemblement samedi devant la préfecture pour demander la paix."
)
REPORTS = (
    ("a1", "Agence France-Presse", "2022-01-18", "Mali: une frappe de l'armée près de Kidal", [LEAD, QUOTE, REBELS, DENIAL, "(AFP)"]),
    ("a2", "Le Courrier", "2022-01-18", "Frappe meurtrière au nord", [LEAD, QUOTE, REBELS, "Le Courrier avec AFP"]),
    ("a3", "La Gazette", "2022-01-18", "Kidal sous les bombes", [LEAD, QUOTE, REBELS, DENIAL, LOCAL]),
    ("a4", "L'Écho du Sud", "2022-01-19", "Un camp rebelle visé", [LEAD, QUOTE, DENIAL, "(avec AFP)"]),
    ("a5", "Le Phare", "2022-01-19", "Que s'est-il passé à Kidal?", [
        "L'armée malienne a bombardé lundi un camp près de Kidal. D'après un médecin de l'hôpital, 27 personnes ont été tuées.",
        "Les rebelles accusent l'armée malienne d'avoir tué des civils. Le ministère malien de la Défense a nié avoir bombardé des civils à Kidal.",
    ]),
    ("a6", "Radio Fleuve", "2022-01-18", "Un camp bombardé près de Kidal", [
        "L'armée malienne a bombardé un camp rebelle près de Kidal lundi, tuant 12 personnes, selon le ministère malien de la Défense.",
        "Notre correspondant a pu joindre des témoins, qui parlent de fortes explosions dans la nuit.",
    ]),
    ("b1", "La Gazette", "2022-01-18", "Grève des dockers à Marseille", [
        "Les dockers de Marseille ont entamé mardi une grève pour réclamer des hausses de salaires. La CGT a appelé à bloquer le port.",
    ]),
    ("b2", "Le Phare", "2022-01-19", "Marseille: le port bloqué par les dockers", [
        "Les dockers ont bloqué mardi le port de Marseille à l'appel de la CGT. Ils demandent une hausse de salaires.",
    ]),
)  # fmt: skip


@pytest.fixture(scope="session")
def reports(reader: Reader) -> list[Reading]:
    found = [make_article("\n\n".join([title, *body]), id=i, outlet=outlet, published=day, title=title)
             for i, outlet, day, title, body in REPORTS]  # fmt: skip
    return [reader.read_article(article, notes) for article, notes in found]


@pytest.fixture(scope="session")
def told(read: Callable[..., Reading]) -> Callable[..., Reading]:
    """Read one sentence as an article of an outlet."""

    def _told(text: str, outlet: str, published: str = "2022-01-19") -> Reading:
        return read(f"Les faits du jour\n\n{text}", published, outlet)

    return _told
