"""Who says what, construction by construction: speaker, cue and content of the first statement that fits."""

from collections.abc import Callable, Sequence

import pytest

from selon.records import Statement

Told = tuple[str | None, str | None, list[str]]
Tell = Callable[[str], Sequence[Told]]
Find = Callable[[str], tuple[Statement, ...]]
Case = tuple[str, str, str | None, str | None, list[str]]

DIRECT: list[Case] = [
    (
        "1 incise with inversion",
        "« Le pont tient », confirme-t-on à la préfecture.",
        "on",
        "confirme",
        ["Le pont tient"],
    ),
    ("1 incise", "« Le pont tient », a ironisé M. Ternier.", "M. Ternier", "a ironisé", ["Le pont tient"]),
    ("2 clitic subject", "« Nous partirons », affirme-t-elle.", "elle", "affirme", ["Nous partirons"]),
    (
        "3 incise in the middle",
        "« La digue », a précisé le colonel Arnal, « tiendra jusqu'à lundi. »",
        "le colonel Arnal",
        "a précisé",
        ["La digue", "tiendra jusqu'à lundi."],
    ),
    (
        "4 colon",
        "Le maire de Varna écrit : « La vallée sera sauve. »",
        "Le maire de Varna",
        "écrit",
        ["La vallée sera sauve."],
    ),
    (
        "5 colon without a verb of speech",
        "Le ton du préfet était ferme : « La route rouvrira jeudi. »",
        "préfet",
        None,
        ["La route rouvrira jeudi."],
    ),
    (
        "6 several sentences behind the verb",
        "La ministre souligne : « La trêve tient. Les convois passent. »",
        "La ministre",
        "souligne",
        ["La trêve tient. Les convois passent."],
    ),
    (
        "6 several sentences before the verb",
        "« La milice est partie. Les familles rentrent », a indiqué la générale Morel.",
        "la générale Morel",
        "a indiqué",
        ["La milice est partie. Les familles rentrent"],
    ),
    (
        "7 a mark at each paragraph",
        "« Nous avons peur chaque nuit.\n« Nous ne dormons plus », raconte une habitante.",
        "une habitante",
        "raconte",
        ["Nous ne dormons plus"],
    ),
    (
        "8 incise inside the marks",
        "« Il y a là une provocation, a réagi le député Ternier. On sent la colère. »",
        "le député Ternier",
        "a réagi",
        ["Il y a là une provocation", "On sent la colère."],
    ),
    (
        "9 no marks",
        "C'est un désastre pour la vallée, a déclaré l'ingénieur Paul Ternier.",
        "l'ingénieur Paul Ternier",
        "a déclaré",
        ["C'est un désastre pour la vallée"],
    ),
    ("10 inserted", "La réforme, a-t-il dit, sera votée.", "il", "dit", ["La réforme", "sera votée"]),
    (
        "10 between auxiliary and participle",
        "Nous avons, reconnaît le maire, trop tardé.",
        "le maire",
        "reconnaît",
        ["Nous avons", "trop tardé"],
    ),
    (
        "11 interview",
        "Le Courrier : Que pensez-vous de la digue ?\nAnna Rivel : « Elle tiendra jusqu'au printemps. »",
        "Anna Rivel",
        None,
        ["Elle tiendra jusqu'au printemps."],
    ),
    (
        "12 signed in the line below",
        "Le feu avance.\n« Des moyens ont été déployés dans la vallée »\n— Préfecture du Varn",
        "Préfecture du Varn",
        None,
        ["Des moyens ont été déployés dans la vallée"],
    ),
    (
        "12 signed by a role",
        "Le feu avance.\n« Des moyens ont été déployés dans la vallée »\n— Porte-parole des pompiers",
        "Porte-parole des pompiers",
        None,
        ["Des moyens ont été déployés dans la vallée"],
    ),
    (
        "15 under another verb",
        "« Nous viendrons demain », préférait rectifier le maire de Varna.",
        "le maire de Varna",
        "rectifier",
        ["Nous viendrons demain"],
    ),
    ("11 dialogue", "— Nous partirons demain, dit le colonel.", "le colonel", "dit", ["Nous partirons demain"]),
    (
        "12 sign-off",
        "« La vallée mérite mieux que des promesses » – Anna Rivel, directrice du musée",
        "Anna Rivel",
        None,
        ["La vallée mérite mieux que des promesses"],
    ),
    (
        "13 second quotation",
        "« La digue tient », a assuré le maire. « Les écoles rouvriront. »",
        "le maire",
        "a assuré",
        ["La digue tient", "Les écoles rouvriront."],
    ),
    (
        "14 two verbs",
        "Il poursuit : « J'ai vu les soldats partir », se souvient-il.",
        "il",
        "souvient",
        ["J'ai vu les soldats partir"],
    ),
    (
        "15 no verb of speech",
        "« Tout est perdu », s'emporte un agriculteur.",
        "un agriculteur",
        "emporte",
        ["Tout est perdu"],
    ),
    (
        "16 quotation in a quotation",
        '« Un soldat m\'a dit : "Rentrez chez vous tout de suite" », a raconté la bergère.',
        "Un soldat",
        "a dit",
        ["Rentrez chez vous tout de suite"],
    ),
]

INDIRECT: list[Case] = [
    (
        "17 coordinated que",
        "Le préfet a indiqué que la route était coupée et que le pont rouvrirait.",
        "Le préfet",
        "a indiqué",
        ["la route était coupée et que le pont rouvrirait"],
    ),
    (
        "18 addressee",
        "Un témoin a dit à la police que le convoi venait du nord.",
        "Un témoin",
        "a dit",
        ["le convoi venait du nord"],
    ),
    (
        "19 adverbial before que",
        "La ministre a déclaré dans une note qu'il n'y aurait pas de vote.",
        "La ministre",
        "a déclaré",
        ["il n'y aurait pas de vote"],
    ),
    (
        "20 fronted phrase in the content",
        "Le candidat a annoncé qu'en tant que maire, il fermerait le port.",
        "Le candidat",
        "a annoncé",
        ["en tant que maire, il fermerait le port"],
    ),
    (
        "21 infinitive",
        "La générale assure avoir quitté la vallée.",
        "La générale",
        "assure",
        ["avoir quitté la vallée"],
    ),
    ("21 wish", "Le maire dit vouloir négocier.", "Le maire", "dit", ["vouloir négocier"]),
    ("21 threat", "Le maire menace de fermer le pont.", "Le maire", "menace", ["fermer le pont"]),
    ("21 readiness", "La générale se dit prête à négocier.", "La générale", "dit prête", ["négocier"]),
    ("22 demand", "Le préfet exhorte les rebelles à partir.", "Le préfet", "exhorte", ["partir"]),
    ("23 whether", "La députée demande si le pont est sûr.", "La députée", "demande", ["le pont est sûr"]),
    (
        "23 why",
        "La députée se demande pourquoi le pont a cédé.",
        "La députée",
        "demande",
        ["pourquoi le pont a cédé"],
    ),
    (
        "24 noun",
        "La promesse du ministre que le pont rouvrirait en mars a surpris les habitants.",
        "ministre",
        "promesse",
        ["le pont rouvrirait en mars"],
    ),
    (
        "25 noun phrase",
        "Le ministère annonce la suspension du contrat.",
        "Le ministère",
        "annonce",
        ["la suspension du contrat"],
    ),
    (
        "25 denounce",
        "La députée dénonce des violations de la trêve.",
        "La députée",
        "dénonce",
        ["des violations de la trêve"],
    ),
    ("26 attribute", "Le ministre se dit confiant.", "Le ministre", "dit", ["confiant"]),
    (
        "27 participle",
        "La ministre a quitté la salle, expliquant que la trêve était rompue.",
        "La ministre",
        "expliquant",
        ["la trêve était rompue"],
    ),
    (
        "27 gerund",
        "En signalant que la digue cédait, le maire a évité un drame.",
        "le maire",
        "signalant",
        ["la digue cédait"],
    ),
    ("28 comme", "Comme l'explique le maire, la digue cède.", "le maire", "explique", ["la digue cède"]),
    (
        "28 ainsi que",
        "La digue cède, ainsi que le souligne le préfet.",
        "le préfet",
        "souligne",
        ["La digue cède"],
    ),
    (
        "29 ce que",
        "La digue ne tiendra pas, ce que soulignent les ingénieurs.",
        "les ingénieurs",
        "soulignent",
        ["La digue ne tiendra pas"],
    ),
    ("30 opinion", "Le maire est d'avis que la digue tiendra.", "Le maire", "est d'avis", ["la digue tiendra"]),
    ("30 belief", "Le maire est convaincu que la digue tiendra.", "Le maire", "est convaincu", ["la digue tiendra"]),
    (
        "30 claim",
        "Le syndicat fait valoir que la digue est vieille.",
        "Le syndicat",
        "fait valoir",
        ["la digue est vieille"],
    ),
    ("30 report", "Le rapport fait état de fissures.", "Le rapport", "fait état", ["fissures"]),
    ("30 warning", "Le préfet met en garde contre une crue.", "Le préfet", "met en garde", ["une crue"]),
    ("31 subjunctive", "Le maire regrette que la digue ait cédé.", "Le maire", "regrette", ["la digue ait cédé"]),
    ("32 negated refusal", "Le maire n'a pas exclu que la ville tombe.", "Le maire", "exclu", ["la ville tombe"]),
]

ADJUNCTS: list[Case] = [
    (
        "33 selon",
        "La digue tiendra, selon le préfet, jusqu'à lundi.",
        "le préfet",
        "selon",
        ["La digue tiendra", "jusqu'à lundi"],
    ),
    ("33 selon, adjective", "Selon ces derniers, la digue cédera.", "ces derniers", "Selon", ["la digue cédera"]),
    ("34 d'après", "D'après un témoin, la digue a cédé.", "un témoin", "D'après", ["la digue a cédé"]),
    ("35 pour", "Pour Anna Rivel, la vente sera annulée.", "Anna Rivel", "Pour", ["la vente sera annulée"]),
    ("36 phrase", "De l'aveu du préfet, la digue a cédé.", "préfet", "De l'aveu du", ["la digue a cédé"]),
    ("36 belief", "À en croire le maire, la digue tiendra.", "le maire", "À en croire", ["la digue tiendra"]),
    (
        "37 sources",
        "De source policière, trois hommes ont fui.",
        "source policière",
        "De source",
        ["trois hommes ont fui"],
    ),
    (
        "37 learnt from",
        "Trois hommes ont fui, apprend-on de source policière.",
        "source policière",
        "de source",
        ["Trois hommes ont fui"],
    ),
    (
        "38 citing",
        "La digue tient, a annoncé la radio, citant la préfète Rivel.",
        "la préfète Rivel",
        "citant",
        ["La digue tient"],
    ),
    (
        "39 a study's author",
        "Selon une étude menée par l'université de Varna, la digue cédera.",
        "l'université de Varna",
        "Selon",
        ["la digue cédera"],
    ),
    (
        "40 selon lesquelles",
        "Des informations selon lesquelles le convoi a été attaqué circulent.",
        None,
        "informations",
        ["le convoi a été attaqué"],
    ),
    ("figures", "Il y avait 800 manifestants, 300 selon la police.", "la police", "selon", ["300"]),
]

INTENT = "prête au maire l'intention"
CITING = "La digue a cédé, selon le Courrier de Varna, qui cite un ingénieur."

OTHERS: list[Case] = [
    ("17 with an adverb", "Le maire affirme aussi que la digue tient.", "Le maire", "affirme", ["la digue tient"]),
    (
        "17 past of a moment ago",
        "Une équipe vient de montrer que la digue cède.",
        "Une équipe",
        "montrer",
        ["la digue cède"],
    ),
    (
        "25 behind a time",
        "Le préfet a annoncé, mercredi, la fermeture du pont.",
        "Le préfet",
        "a annoncé",
        ["la fermeture du pont"],
    ),
    (
        "25 purpose of a protest",
        "La foule a marché samedi pour réclamer la démission du préfet.",
        "La foule",
        "réclamer",
        ["la démission du préfet"],
    ),
    (
        "48 island behind a cue of quotations",
        "Le maire a confié sa « stupeur » et son « émotion ».",
        "Le maire",
        "a confié",
        ["sa « stupeur » et son « émotion »"],
    ),
    (
        "49 label by an agent",
        "Le gardien est décrit comme « un homme droit et fidèle » par la préfète.",
        "la préfète",
        "est décrit",
        ["un homme droit et fidèle"],
    ),
    ("41 passive", "Il a été révélé que la digue était fissurée.", None, "a été révélé", ["la digue était fissurée"]),
    ("42 on", "On dit que la digue cédera.", "On", "dit", ["la digue cédera"]),
    ("43 accused", "Le maire est soupçonné d'avoir livré des armes.", None, "est soupçonné", ["avoir livré des armes"]),
    ("45 rumour", "La rumeur court que la digue a cédé.", None, "rumeur", ["la digue a cédé"]),
    ("45 lent intention", "On prête au maire l'intention de fermer le pont.", "On", INTENT, ["fermer le pont"]),
    ("46 que quotation", "Le maire a dit que « certains ont fui ».", "Le maire", "a dit", ["certains ont fui"]),
    (
        "47 islands",
        "Le maire a salué une femme « remarquable » et « tendre ».",
        "Le maire",
        "a salué",
        ["une femme « remarquable » et « tendre »"],
    ),
    (
        "48 island in a phrase",
        "Le ministre a réclamé l'« application immédiate de la trêve ».",
        "Le ministre",
        "a réclamé",
        ["l'« application immédiate de la trêve »"],
    ),
    ("49 label", "Le maire a parlé de « drame pour la vallée ».", "Le maire", "a parlé", ["drame pour la vallée"]),
    (
        "51 role",
        "Le porte-parole du gouvernement a indiqué que la trêve tenait.",
        "Le porte-parole du gouvernement",
        "a indiqué",
        ["la trêve tenait"],
    ),
    (
        "52 apposition",
        "Anna Rivel, directrice du musée, a annoncé que la vente était annulée.",
        "Anna Rivel",
        "a annoncé",
        ["la vente était annulée"],
    ),
    ("53 stand-in", "Ce dernier a indiqué que la trêve tenait.", "Ce dernier", "a indiqué", ["la trêve tenait"]),
    (
        "53 relative",
        "Le maire, qui rappelle que la digue est ancienne, veut la raser.",
        "Le maire",
        "rappelle",
        ["la digue est ancienne"],
    ),
    (
        "54 elided subject",
        "La députée accuse le préfet. Et menace de saisir le tribunal.",
        "La députée",
        "menace",
        ["saisir le tribunal"],
    ),
    ("55 capital", "Moscou a indiqué que la trêve tenait.", "Moscou", "a indiqué", ["la trêve tenait"]),
    ("56 text", "L'article 3 dispose que la digue est publique.", "L'article 3", "dispose", ["la digue est publique"]),
    ("58 indefinite", "Des experts estiment que la digue cédera.", "Des experts", "estiment", ["la digue cédera"]),
    (
        "60 chain",
        "Le maire a dit que le préfet estimait que la digue céderait.",
        "le préfet",
        "estimait",
        ["la digue céderait"],
    ),
    (
        "57 several speakers",
        "Le maire et la préfète ont déclaré que la digue tenait.",
        "Le maire et la préfète",
        "ont déclaré",
        ["la digue tenait"],
    ),
    ("61 a source's source", CITING, "le Courrier de Varna", "selon", ["La digue a cédé"]),
    (
        "62 denial of a report",
        "Le maire dément avoir dit que la digue tenait.",
        "Le maire",
        "dément",
        ["avoir dit que la digue tenait"],
    ),
    (
        "63 self-correction",
        "Le maire, qui affirmait hier que la digue tenait, a reconnu qu'elle cédait.",
        "Le maire",
        "affirmait",
        ["la digue tenait"],
    ),
]

TRAPS = {
    "scare quotes": "Les « amis » du maire sont venus.",
    "title of a work": "Le chanteur a repris « La Vallée des ombres bleues » en concert.",
    "titled": "Le rapport intitulé « Une vallée sous la menace des eaux » sera publié mardi.",
    "the law": "Selon la loi, les élections ont lieu en mars.",
    "places": "Les prix varient selon les régions.",
    "selon que": "Le prix varie selon que la récolte est bonne ou mauvaise.",
    "a schedule": "Les convois partiront selon un calendrier fixé en mars.",
    "purpose": "Pour la paix, le village a voté.",
    "a novel": "Le film est réalisé d'après un roman.",
    "note": "La note du directeur sera publiée mardi.",
    "indique": "Le panneau indique la sortie du village.",
    "estime": "L'estime du public lui est acquise.",
    "somme": "La somme de dix mille euros a été versée.",
    "maintenant que": "Maintenant que la récolte est finie, le village se repose.",
    "semble-t-il": "La digue cédera, semble-t-il.",
    "press conditional": "Quatre hommes auraient quitté la vallée.",
    "free indirect": "Le maire est furieux. Pas question de céder.",
    "exhortation": "Rappelons que la digue date de 1950.",
    "hope of a few words": "Le maire souhaite un accord « plus large ».",
    "supposed": "Si la cour accepte que le procès soit rouvert, la ville partira.",
    "renounced": "La vallée a renoncé à lancer une course.",
    "denied saying": "Le général n'a pas confirmé que la ville était tombée.",
}


def bare(word: str | None) -> str | None:
    """Leave out the hyphens of an inverted subject, for the bare noun phrases of these tests."""
    return word.removeprefix("-t-").removeprefix("-") if word else word


@pytest.mark.parametrize(
    ("text", "expected"),
    [pytest.param(text, (speaker, cue, content), id=name) for name, text, speaker, cue, content in
     [*DIRECT, *INDIRECT, *ADJUNCTS, *OTHERS]],
)  # fmt: skip
def test_a_construction_gives_content_to_its_speaker(told: Tell, text: str, expected: Told) -> None:
    assert expected in [(bare(speaker), cue, content) for speaker, cue, content in told(text)]


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in TRAPS.items()])
def test_what_is_nobodys_words_is_no_statement(told: Tell, text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Le maire a annoncé que le pont fermerait.", "announce"),
        ("Le maire a démenti que le pont ait cédé.", "deny"),
        ("Le maire a confirmé que le pont avait cédé.", "confirm"),
        ("Le maire a promis de réparer le pont.", "promise"),
        ("Le maire menace de fermer le pont.", "threaten"),
        ("Le maire exige que les milices partent.", "demand"),
        ("Le maire craint que la digue ne cède.", "estimate"),
        ("Le maire regrette que la digue ait cédé.", "regret"),
        ("Le maire reconnaît avoir rencontré les rebelles.", "admit"),
        ("Le maire refuse de fermer le pont.", "refuse"),
        ("Le préfet met en garde contre une crue.", "warn"),
        ("La députée accuse la milice d'avoir brûlé la ferme.", "accuse"),
    ],
)
def test_the_cue_tells_the_act(statements_of: Find, text: str, act: str) -> None:
    assert [s.act for s in statements_of(text)] == [act]


@pytest.mark.parametrize(
    ("text", "addressee", "medium"),
    [
        ("Le préfet appelle les habitants à quitter la ville.", "les habitants", None),
        ("Un témoin a dit à la police que le convoi venait du nord.", "la police", None),
        ("« Nous tiendrons », a déclaré le ministre à la BBC.", None, "la BBC"),
        ("Le ministre a annoncé mardi sur Twitter que la trêve tenait.", None, "Twitter"),
        ("Dans un communiqué, l'armée a démenti avoir tiré sur la foule.", None, "un communiqué"),
        ("Le ministre a déclaré à la radio que la trêve tenait.", None, "la radio"),
        ("Le maire a dit que la trêve tenait.", None, None),
        ("Le préfet a déclaré à l'issue du sommet que la trêve tenait.", None, None),
        ("Le préfet a annoncé à la veille du scrutin que le pont fermerait.", None, None),
        ("Le ministre a dit à Moscou que la trêve tenait.", None, None),
        ("Le ministre a demandé à Moscou de retirer ses troupes.", "Moscou", None),
        ("Le député a lancé à la foule que la trêve tenait.", "la foule", None),
    ],
)
def test_who_is_addressed_and_where_stand_apart(
    statements_of: Find, text: str, addressee: str | None, medium: str | None
) -> None:
    (statement,) = statements_of(text)
    assert (statement.addressee.span.text if statement.addressee else None) == addressee
    assert (statement.medium.text if statement.medium else None) == medium


@pytest.mark.parametrize(
    ("text", "outer", "inner"),
    [
        ("Le maire a précisé que le préfet estimait que la digue céderait.", "a précisé", "estimait"),
        ("Le maire a indiqué que, selon le préfet, la digue céderait.", "a indiqué", "selon"),
        ('« Un soldat m\'a dit : "Rentrez chez vous tout de suite" », a raconté la bergère.', "a raconté", "a dit"),
    ],
)
def test_a_statement_within_another_names_it(statements_of: Find, text: str, outer: str, inner: str) -> None:
    by_cue = {s.cue.text: s for s in statements_of(text) if s.cue}
    assert by_cue[inner].within == by_cue[outer].id
