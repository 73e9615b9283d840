import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selon.knowledge.countries import load_countries

COUNTRIES = load_countries()
STATES = [c for c in COUNTRIES.rows.values() if c.belongs_to is None]


def test_there_are_all_states_and_the_usual_territories():
    assert len(COUNTRIES.rows) >= 240
    assert len(STATES) >= 200
    assert {"XKX", "PSE", "TWN", "VAT", "ESH", "HKG", "GUF", "SUN"} <= COUNTRIES.rows.keys()


def test_qids_are_well_formed_and_each_stands_once():
    qids = [c.qid for c in COUNTRIES.rows.values()]
    assert all(re.fullmatch(r"Q[1-9]\d*", qid) for qid in qids)
    assert len(set(qids)) == len(qids)


@pytest.mark.parametrize(
    ("code", "qid"),
    [
        ("FRA", "Q142"),
        ("DNK", "Q35"),
        ("NLD", "Q55"),
        ("BLR", "Q184"),
        ("XKX", "Q1246"),
        ("COD", "Q974"),
        ("COG", "Q971"),
    ],
)
def test_known_qids(code: str, qid: str):
    assert COUNTRIES.row(code).qid == qid


@pytest.mark.parametrize("country", COUNTRIES.rows.values(), ids=lambda c: c.code)
def test_every_country_has_an_adjective_that_leads_back_to_it(country):
    assert country.adjectives
    assert all(country.code in COUNTRIES.adjectives[adjective] for adjective in country.adjectives)
    assert country.code in COUNTRIES.named(country.name[:1].upper() + country.name[1:])


@pytest.mark.parametrize("country", [c for c in STATES if c.capitals], ids=lambda c: c.code)
def test_every_capital_leads_back_to_its_country_alone(country):
    assert all(COUNTRIES.capitals[capital] == (country.code,) for capital in country.capitals)


@pytest.mark.parametrize("country", COUNTRIES.rows.values(), ids=lambda c: c.code)
def test_every_alias_carries_a_capital_and_is_found(country):
    for alias in country.aliases:
        assert country.code in COUNTRIES.named(alias)


def test_territories_belong_to_states():
    assert all(COUNTRIES.row(c.belongs_to).belongs_to is None for c in COUNTRIES.rows.values() if c.belongs_to)


@pytest.mark.parametrize(
    ("form", "code"),
    [
        ("kirghizes", "KGZ"),
        ("burkinabè", "BFA"),
        ("burkinabés", "BFA"),
        ("émiratie", "ARE"),
        ("émiratis", "ARE"),
        ("qataries", "QAT"),
        ("azérie", "AZE"),
        ("azerbaïdjanaises", "AZE"),
        ("saoudiennes", "SAU"),
        ("néo-zélandaise", "NZL"),
        ("sud-africaines", "ZAF"),
        ("nord-coréennes", "PRK"),
        ("sud-coréen", "KOR"),
        ("centrafricaines", "CAF"),
        ("bosnienne", "BIH"),
        ("bosniaques", "BIH"),
        ("monténégrines", "MNE"),
        ("grecque", "GRC"),
        ("turques", "TUR"),
        ("nipponnes", "JPN"),
        ("nippones", "JPN"),
        ("bélarusses", "BLR"),
        ("biélorusse", "BLR"),
        ("kazakhes", "KAZ"),
        ("kazakhstanaise", "KAZ"),
        ("étasunienne", "USA"),
        ("états-unienne", "USA"),
        ("etats-unienne", "USA"),
        ("égyptiennes", "EGY"),
        ("egyptiennes", "EGY"),
        ("bresilienne", "BRA"),
        ("malgaches", "MDG"),
        ("nigériennes", "NER"),
        ("nigérianes", "NGA"),
        ("britanniques", "GBR"),
        ("helvétique", "CHE"),
        ("suissesse", "CHE"),
        ("sud-soudanaises", "SSD"),
        ("cap-verdienne", "CPV"),
        ("équato-guinéens", "GNQ"),
        ("est-timoraise", "TLS"),
        ("soviétiques", "SUN"),
        ("est-allemande", "DDR"),
    ],
)
def test_hard_forms_of_adjectives(form: str, code: str):
    assert COUNTRIES.adjectives[form] == (code,)


@pytest.mark.parametrize(
    ("form", "codes"),
    [
        ("congolaise", {"COD", "COG"}),
        ("coréens", {"KOR", "PRK"}),
        ("guinéenne", {"GIN", "GNB", "GNQ"}),
        ("dominicain", {"DOM", "DMA"}),
        ("soudanais", {"SDN", "SSD"}),
        ("guyanaises", {"GUF", "GUY"}),
    ],
)
def test_an_ambiguous_adjective_keeps_all_its_states(form: str, codes: set[str]):
    assert set(COUNTRIES.adjectives[form]) == codes


def test_the_state_an_adjective_first_belongs_to_comes_first():
    assert COUNTRIES.adjectives["soudanais"][0] == "SDN"
    assert COUNTRIES.adjectives["dominicaine"][0] == "DOM"
    assert COUNTRIES.adjectives["guinéen"][0] == "GIN"


@pytest.mark.parametrize(
    "word", ["malaise", "siamois", "national", "public", "central", "grenadine", "malouin", "voltaïque"]
)
def test_words_of_everyday_life_are_no_adjectives_of_states(word: str):
    assert word not in COUNTRIES.adjectives


@pytest.mark.parametrize(
    ("demonym", "code"),
    [
        ("Burkinabè", "BFA"),
        ("Sud-Coréens", "KOR"),
        ("Sud-coréen", "KOR"),
        ("Egyptienne", "EGY"),
        ("Néo-Zélandais", "NZL"),
    ],
)
def test_demonyms_carry_capitals(demonym: str, code: str):
    assert COUNTRIES.demonyms[demonym] == (code,)
    assert demonym.lower() not in COUNTRIES.demonyms


@pytest.mark.parametrize(
    ("word", "codes"),
    [
        ("russo-biélorusses", ("RUS", "BLR")),
        ("américano-iranien", ("USA", "IRN")),
        ("sino-américaine", ("CHN", "USA")),
        ("franco-germano-britannique", ("FRA", "DEU", "GBR")),
        ("israélo-palestinien", ("ISR", "PSE")),
        ("irako-turque", ("IRQ", "TUR")),
        ("gréco-turques", ("GRC", "TUR")),
        ("nippo-sud-coréen", ("JPN", "KOR")),
        ("américano-sud-coréennes", ("USA", "KOR")),
        ("syro-libanaise", ("SYR", "LBN")),
        ("helvético-suédois", ("CHE", "SWE")),
        ("turco‑russe", ("TUR", "RUS")),
        ("Belgo-Marocain", ("BEL", "MAR")),
        ("ÉGYPTO-SOUDANAISE", ("EGY", "SDN")),
        ("franco-françaises", ("FRA",)),
    ],
)
def test_a_compound_names_its_states_in_order(word: str, codes: tuple[str, ...]):
    assert COUNTRIES.compound(word) == codes


@pytest.mark.parametrize(
    "word",
    [
        "",
        "-",
        "russe",
        "sud-africain",
        "est-allemand",
        "porte-parole",
        "indo-européen",
        "afro-américain",
        "anglo-saxon",
        "russo-",
        "turco-rebelles",
    ],
)
def test_other_words_with_a_hyphen_are_no_compounds(word: str):
    assert COUNTRIES.compound(word) == ()


@given(st.sampled_from(sorted(COUNTRIES.prefixes)), st.sampled_from(sorted(COUNTRIES.adjectives)))
def test_every_prefix_joins_every_adjective(prefix: str, adjective: str):
    codes = COUNTRIES.compound(f"{prefix}-{adjective}")
    assert codes[0] in COUNTRIES.prefixes[prefix]
    assert codes[-1] in {*COUNTRIES.adjectives[adjective], codes[0]}


@given(st.text(max_size=20))
def test_a_compound_of_any_word_is_a_tuple_of_known_codes(word: str):
    assert set(COUNTRIES.compound(word)) <= COUNTRIES.rows.keys()


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("Etats-Unis", ("USA",)),
        ("ÉTATS-UNIS", ("USA",)),
        ("Birmanie", ("MMR",)),
        ("Myanmar", ("MMR",)),
        ("Bélarus", ("BLR",)),
        ("RDC", ("COD",)),
        ("Fédération de Russie", ("RUS",)),
        ("Côte d’Ivoire", ("CIV",)),
        ("Congo", ("COG", "COD")),
        ("Corée", ("KOR", "PRK")),
        ("Guinée Équatoriale", ("GNQ",)),
        ("la Réunion", ("REU",)),
        ("Emirats Arabes Unis", ("ARE",)),
        ("Viet Nam", ("VNM",)),
    ],
)
def test_names_lead_to_their_codes(name: str, codes: tuple[str, ...]):
    assert COUNTRIES.named(name) == codes


@pytest.mark.parametrize(
    "words", ["la réunion", "chine", "Dominique", "Maurice", "Salomon", "Grenade", "Hollande", "La grenade"]
)
def test_words_that_mostly_mean_something_else_are_no_names(words: str):
    assert COUNTRIES.named(words) == ()


@pytest.mark.parametrize(
    ("seat", "code"),
    [
        ("Kremlin", "RUS"),
        ("Elysée", "FRA"),
        ("Matignon", "FRA"),
        ("Quai d’Orsay", "FRA"),
        ("Maison Blanche", "USA"),
        ("Downing Street", "GBR"),
        ("Zhongnanhai", "CHN"),
        ("palais Chigi", "ITA"),
        ("Bankova", "UKR"),
        ("Planalto", "BRA"),
        ("palais de Carthage", "TUN"),
        ("Etat hébreu", "ISR"),
    ],
)
def test_seats_stand_for_their_state(seat: str, code: str):
    assert COUNTRIES.metonyms[seat] == (code,)


def test_a_capital_that_mostly_means_something_else_does_not_name_the_state():
    assert COUNTRIES.row("RUS").capital_metonym
    assert COUNTRIES.row("FRA").capital_metonym
    assert not COUNTRIES.row("BEL").capital_metonym
    assert not COUNTRIES.row("LUX").capital_metonym


def test_capitals_are_found_with_and_without_their_article_small():
    assert COUNTRIES.capitals["le Caire"] == COUNTRIES.capitals["Le Caire"] == COUNTRIES.capitals["Caire"] == ("EGY",)
    assert COUNTRIES.capitals["Nour-Soultan"] == ("KAZ",)


def test_nicknames_stay_apart_from_names():
    assert COUNTRIES.nicknames["Nord"] == ("PRK",)
    assert COUNTRIES.named("Nord") == ()
