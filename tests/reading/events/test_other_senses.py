"""Sentences on sport, economy, accidents, culture and in metaphor, whose words name acts of politics elsewhere."""

from collections.abc import Callable

import pytest

from selon.reading.events.topic import tells_of_mishap

Acts = Callable[..., list[dict[str, object]]]

SPORT = [
    "L'offensive des Bleus a fait plier la défense adverse à la dernière minute.",
    "Le Racing de Castelbourg a battu son rival 3 à 1 et menace désormais le leader du championnat.",
    "L'attaquant a été expulsé après un second carton jaune.",
    "Le défenseur, suspendu pour trois matchs, manquera le quart de finale.",
    "Les Lionnes ont dominé la rencontre et arraché le match nul.",
    "Le gardien a repoussé les assauts de l'équipe visiteuse pendant toute la seconde période.",
    "Le coureur a attaqué dans l'ascension du col et lâché le peloton.",
    "L'entraîneur a appelé vingt-trois joueurs pour la rencontre amicale contre l'Espagne.",
    "Le club a rejeté l'offre de transfert de trente millions pour son buteur.",
    "Le sélectionneur a défendu ses choix tactiques avant la finale.",
    "La joueuse a sauvé deux balles de match et renversé la numéro un mondiale.",
    "Le boxeur a envoyé son adversaire au tapis d'un coup au foie.",
    "L'arbitre a sifflé un penalty et averti le capitaine.",
    "Blessé au genou, le milieu de terrain a quitté la pelouse sur une civière.",
    "Le pilote a abandonné à dix tours de l'arrivée du grand prix.",
    "Les deux équipes se rencontrent samedi au stade municipal.",
    "Le XV de Montclair a résisté aux charges des avants et conservé sa première place.",
    "La fédération a infligé une amende au club pour les retards de ses licenciés.",
    "Le nageur a explosé le record du monde du cent mètres.",
    "L'équipe bombarde le but adverse sans parvenir à marquer.",
]
ECONOMY = [
    "La guerre des prix fait rage entre les grandes surfaces.",
    "Le marché s'effondre et la bourse de Castelbourg perd quatre pour cent.",
    "Le distributeur a lancé une offensive commerciale sur les produits frais.",
    "La hausse des taux frappe de plein fouet les petits emprunteurs.",
    "Le titre a été attaqué par des fonds spéculatifs et a chuté de dix pour cent.",
    "Le constructeur rappelle quarante mille véhicules à cause d'un défaut de freinage.",
    "La banque centrale a relevé son taux directeur pour combattre l'inflation.",
    "L'entreprise supprime trois cents emplois dans ses usines du nord.",
    "Le groupe a conclu le rachat de son concurrent pour deux milliards d'euros.",
    "La start-up a levé vingt millions d'euros auprès de ses actionnaires.",
    "L'inflation menace le pouvoir d'achat des ménages.",
    "Les ventes de voitures ont reculé de huit pour cent au premier trimestre.",
    "Le fabricant retire du marché un lot de fromages contaminés.",
    "Le cours du blé a subi les assauts de la sécheresse.",
    "Les investisseurs fuient les valeurs technologiques.",
    "Le géant du logiciel défend ses parts de marché face à ses concurrents.",
    "La chaîne de magasins a capitulé devant la vente en ligne.",
    "La fusion des deux banques a été approuvée par leurs actionnaires.",
]
ACCIDENTS = [
    "Un incendie a détruit une maison du centre, sans faire de victime.",
    "Deux personnes ont été tuées dans une collision sur l'autoroute.",
    "Une avalanche a tué trois skieurs dans le massif des Aravelles.",
    "L'explosion d'une bouteille de gaz a blessé un retraité.",
    "La tempête a frappé les côtes du nord et détruit plusieurs toitures.",
    "Le séisme a fait une centaine de morts et dévasté la vieille ville.",
    "Un randonneur a été attaqué par un ours au bord du lac.",
    "Un chien a mordu un enfant dans un parc public.",
    "Le feu menace plusieurs villages et les habitants ont été évacués.",
    "Un alpiniste s'est tué en tombant d'une falaise.",
    "La foudre a frappé un arbre, blessant deux campeurs.",
    "Un autocar a percuté un camion, onze passagers ont été blessés.",
    "Les crues ont coupé la route et isolé le hameau.",
    "Une épidémie de grippe frappe les maisons de retraite de la région.",
    "Un enfant a été renversé par une voiture devant son école.",
    "Un requin a attaqué un surfeur au large de la plage.",
]
CULTURE = [
    "Le film s'ouvre sur l'attaque de la diligence par les bandits.",
    "Son dernier roman raconte l'assassinat d'une cantatrice dans un palais de Venise.",
    "L'exposition réunit quarante toiles du maître flamand.",
    "Le chanteur a conquis le public avec une tournée de cent dates.",
    "Dans la série, l'héroïne tue son mari et accuse sa sœur.",
    "Le festival a accueilli trente mille spectateurs.",
    "La pièce met en scène le procès d'un roi déchu.",
    "Le jeu vidéo oppose deux armées qui s'affrontent sur une carte du désert.",
    "Le critique a salué l'audace de la mise en scène.",
    "L'album a explosé les ventes dès sa sortie.",
    "Le roi de la fable déclare la guerre aux grenouilles.",
    "La comédie a raflé cinq prix au festival de Castelbourg.",
    "Le conte raconte comment le loup dévore la grand-mère.",
]
LOANS = [
    "La pinacothèque a prêté trois toiles à un musée de province.",
    "Le château prête sa tapisserie à la fondation pour l'exposition d'été.",
]
METAPHOR = [
    "Les moustiques envahissent les terrasses du bord de mer.",
    "La chaleur assiège la capitale depuis une semaine.",
    "Le rhume des foins attaque dès le mois de mars.",
    "Le maire s'attaque aux nids-de-poule.",
    "Les mauvaises herbes ont envahi les trottoirs.",
    "Cette découverte a bouleversé la biologie.",
    "La mode des années vingt a pris d'assaut les vitrines.",
    "Les touristes ont pris d'assaut les plages dès vendredi.",
    "La nouvelle a fait l'effet d'une bombe dans le village.",
    "Le virus attaque les cellules du foie.",
    "Les écoliers ont bombardé l'astronaute de questions.",
    "La rouille attaque la coque du vieux voilier.",
    "Le frelon asiatique menace les abeilles.",
    "La maladie l'a frappé à trente ans.",
    "Les scientifiques ont tiré la sonnette d'alarme sur le recul des glaciers.",
    "Le temps menace et les nuages s'accumulent.",
]
ALL = [*SPORT, *ECONOMY, *ACCIDENTS, *CULTURE, *LOANS, *METAPHOR]
AT_MOST = 3
# The same words where they name acts.
TRUE = [
    ("L'offensive des rebelles a fait plier la défense de Castelbourg.", "offensive"),
    ("L'armée a repoussé un assaut des miliciens.", "assaut"),
    ("Trois soldats ont été tués dans l'explosion d'une mine.", "tués"),
    ("Les insurgés ont pris d'assaut le palais présidentiel.", "pris"),
    ("L'aviation bombarde les positions des rebelles.", "bombarde"),
    ("Des gardes à cheval ont attaqué les manifestants.", "attaqué"),
    ("Le gouvernement a rejeté l'offre de médiation du Valdor.", "rejeté"),
    ("L'assaillant a été tué près du stade pendant le match par la police.", "tué"),
    ("Le réalisateur du film a été arrêté par la police à l'aéroport.", "arrêté"),
    ("Le procès du ministre s'est ouvert à Montclair.", "procès"),
    ("Une fusillade a éclaté devant un stade de football.", "fusillade"),
    ("La ville a capitulé devant les rebelles.", "capitulé"),
    ("Le ministère a prêté une tapisserie royale à la Tornavie pour l'exposition de Genève.", "prêté"),
]


@pytest.mark.parametrize("sentence", [s for s in ALL if "fable" not in s])
def test_another_sense_of_a_word_names_no_act(acts: Acts, sentence: str) -> None:
    assert acts(sentence) == []


def test_over_all_other_senses_there_are_next_to_no_acts(acts: Acts) -> None:
    assert sum(len(acts(sentence)) for sentence in ALL) <= AT_MOST


@pytest.mark.parametrize(("sentence", "trigger"), TRUE)
def test_the_same_words_name_acts_where_their_company_does(acts: Acts, sentence: str, trigger: str) -> None:
    assert trigger in [act["trigger"] for act in acts(sentence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Un retraité a été tué par un taureau échappé de l'arène.",
        "Deux passants ont été blessés par la chute d'un échafaudage.",
        "Une adolescente a été blessée dans l'effondrement d'une grange.",
    ],
)
def test_in_a_report_on_a_mishap_harm_without_a_doer_is_no_act(acts: Acts, sentence: str) -> None:
    assert acts(sentence, mishap=True) == []


def test_in_a_report_on_a_mishap_harm_that_somebody_does_is_an_act(acts: Acts) -> None:
    found = acts("Un tireur a tué deux secouristes près du pont effondré.", mishap=True)
    assert [act["trigger"] for act in found] == ["tué"]


def test_a_report_on_a_mishap_is_told_from_one_on_an_attack() -> None:
    fire = "un incendie a ravagé une grange et les pompiers ont maîtrisé les flammes"
    assert tells_of_mishap(fire.split())
    assert not tells_of_mishap(f"{fire} après une attaque de rebelles armés à la roquette et une fusillade".split())
