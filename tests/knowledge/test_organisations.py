import re
from collections import Counter

import pytest

from selon.knowledge.countries import load_countries
from selon.knowledge.organisations import load_organisations

ORGANISATIONS = load_organisations()
STATES = load_countries().rows


def test_there_are_international_and_national_ones_of_every_kind():
    kinds = Counter(o.kind for o in ORGANISATIONS.rows.values())
    assert kinds["organisation"] >= 170
    assert min(kinds[kind] for kind in ("agency", "ngo", "party", "union", "company")) >= 15


def test_no_code_is_the_code_of_a_state():
    assert not ORGANISATIONS.rows.keys() & STATES.keys()


def test_countries_and_wholes_are_known():
    for organisation in ORGANISATIONS.rows.values():
        assert organisation.country is None or organisation.country in STATES
        assert organisation.part_of is None or ORGANISATIONS.row(organisation.part_of).part_of is None


def test_qids_are_well_formed_and_each_stands_once():
    qids = [o.qid for o in ORGANISATIONS.rows.values() if o.qid]
    assert all(re.fullmatch(r"Q[1-9]\d*", qid) for qid in qids)
    assert len(set(qids)) == len(qids)
    assert ORGANISATIONS.row("NATO").qid == "Q7184"


@pytest.mark.parametrize(
    ("acronym", "code"),
    [
        ("OTAN", "NATO"),
        ("Otan", "NATO"),
        ("ONU", "UN"),
        ("UE", "EU"),
        ("OTSC", "CSTO"),
        ("UA", "AU"),
        ("Cédéao", "ECOWAS"),
        ("OSCE", "OSCE"),
        ("CPI", "ICC"),
        ("AIEA", "IAEA"),
        ("Opep", "OPEC"),
        ("OCS", "SCO"),
        ("UEEA", "EAEU"),
        ("CICR", "ICRC"),
        ("OMS", "WHO"),
        ("FMI", "IMF"),
        ("HCR", "UNHCR"),
        ("Finul", "UNIFIL"),
        ("MINUSMA", "MINUSMA"),
        ("FSB", "FSB"),
        ("GRU", "GRU"),
        ("DGSE", "DGSE"),
        ("CGT", "CGT"),
    ],
)
def test_acronyms_lead_to_their_organisation(acronym: str, code: str):
    assert ORGANISATIONS.acronyms[acronym] == (code,)


@pytest.mark.parametrize("word", ["AU", "EU", "UN", "PDG", "Raid", "Iris"])
def test_french_words_are_no_acronyms(word: str):
    assert word not in ORGANISATIONS.acronyms


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Nations-Unies", "UN"),
        ("Nations Unies", "UN"),
        ("Alliance atlantique", "NATO"),
        ("Union Européenne", "EU"),
        ("commission européenne", "EC"),
        ("Conseil de Sécurité de l’ONU", "UNSC"),
        ("conseil des droits de l'Homme", "HRC"),
        ("Conseil de l’Europe", "CoE"),
        ("Département d'Etat", "STATEDEPT"),
        ("Tsahal", "TSAHAL"),
        ("Mossad", "MOSSAD"),
        ("Knesset", "KNESSET"),
        ("Bundestag", "BUNDESTAG"),
        ("Douma", "RUSDUMA"),
        ("Médecins sans frontières", "MSF"),
        ("Human Rights Watch", "HRW"),
        ("Paris Saint-Germain", "PSG"),
        ("Borussia Dortmund", "BORUSSIA"),
        ("Sciences Po", "SCIENCESPO"),
        ("Mercedes-Benz", "DAIMLER"),
        ("Qatar Airways", "QATARAIRWAYS"),
        ("Doctolib", "DOCTOLIB"),
        ("Maple Leafs de Toronto", "MAPLELEAFSDETORONTO"),
        ("Real Sociedad", "REALSOCIEDAD"),
        ("Guardia di Finanza", "GUARDIADIFINANZA"),
        ("Université Columbia", "UNIVERSITECOLUMBIA"),
        ("Chatham House", "CHATHAMHOUSE"),
        ("Parti travailliste australien", "PARTITRAVAILLISTEAUSTRALIEN"),
    ],
)
def test_names_lead_to_their_organisation(name: str, code: str):
    assert ORGANISATIONS.by_name[name] == (code,)


@pytest.mark.parametrize(
    "words",
    [
        "décathlon",
        "Girondins",
        "place publique",
        "front national",
        "lutte ouvrière",
        "droit et justice",
        "Congrès",
        "Sénat",
    ],
)
def test_ordinary_words_are_no_names(words: str):
    assert words not in ORGANISATIONS.by_name


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Total", "TOTAL"),
        ("Orange", "ORANGE"),
        ("Ford", "FORDMOTOR"),
        ("Carrefour", "GROUPECARREFOUR"),
        ("Lada", "LADA"),
    ],
)
def test_names_that_are_words_places_persons_or_products_too_stay_apart(name: str, code: str):
    assert ORGANISATIONS.ambiguous[name] == (code,)
    assert name not in ORGANISATIONS.by_name


@pytest.mark.parametrize(
    ("nickname", "code"),
    [
        ("Alliance", "NATO"),
        ("Vingt-Sept", "EU"),
        ("bloc", "EU"),
        ("Union", "EU"),
        ("Congrès", "USCONGRESS"),
        ("Bruxelles", "EU"),
    ],
)
def test_nicknames_stay_apart_from_names(nickname: str, code: str):
    assert code in ORGANISATIONS.nicknames[nickname]
    assert nickname not in ORGANISATIONS.by_name


@pytest.mark.parametrize(
    ("code", "country"),
    [
        ("NATO", "NATO"),
        ("NAC", "NATO"),
        ("UN", "UN"),
        ("UNSC", "UN"),
        ("MINUSMA", "UN"),
        ("UNESCO", "UNESCO"),
        ("EC", "EU"),
        ("FRONTEX", "EU"),
        ("AMISOM", "AU"),
        ("PACE", "CoE"),
        ("ICC", "ICC"),
        ("FBI", "USA"),
        ("TSAHAL", "ISR"),
        ("BUNDESTAG", "DEU"),
        ("GNA", "LBY"),
        ("PLO", "PSE"),
        ("HRW", None),
        ("CGT", None),
        ("LR", None),
        ("GAZPROM", None),
    ],
)
def test_the_country_of_an_organisation(code: str, country: str | None):
    assert ORGANISATIONS.country_of(code) == country


def test_every_country_is_a_state_or_an_international_organisation():
    for code in ORGANISATIONS.rows:
        country = ORGANISATIONS.country_of(code)
        assert country is None or country in STATES or ORGANISATIONS.row(country).kind == "organisation"


def test_an_unknown_code_is_a_key_error():
    with pytest.raises(KeyError):
        ORGANISATIONS.country_of("NOSUCH")
