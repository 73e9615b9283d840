import pytest
from hypothesis import given
from hypothesis import strategies as st

from selon.knowledge.countries import load_countries
from selon.knowledge.outlets import load_outlets

OUTLETS = load_outlets()


def test_there_are_outlets_of_every_kind_and_many_languages():
    assert len(OUTLETS.rows) >= 200
    assert {o.kind for o in OUTLETS.rows} == {"agency", "newspaper", "broadcaster", "site"}
    assert sum(o.lang == "fr" for o in OUTLETS.rows) >= 150


def test_names_and_hosts_stand_once_and_countries_are_known():
    names = [o.name for o in OUTLETS.rows]
    hosts = [host for o in OUTLETS.rows for host in o.hosts]
    assert len(set(names)) == len(names)
    assert len(set(hosts)) == len(hosts)
    assert not any(host.startswith("www.") for host in hosts)
    assert {o.country for o in OUTLETS.rows if o.country} <= load_countries().rows.keys()


@pytest.mark.parametrize(
    ("host", "name"),
    [
        ("fr.sputniknews.com", "Sputnik France"),
        ("sputniknews.com", "Sputnik"),
        ("www.lemonde.fr", "Le Monde"),
        ("WWW.LEFIGARO.FR.", "Le Figaro"),
        ("actu.orange.fr", "Orange Actu"),
        ("francais.rt.com:443", "RT France"),
        ("fr.wikinews.org", "Wikinews (fr)"),
        ("rmc.bfmtv.com", "RMC"),
        ("www.bfmtv.com", "BFM TV"),
        ("la1ere.franceinfo.fr", "La 1ère"),
    ],
)
def test_a_page_belongs_to_the_outlet_of_its_longest_host(host: str, name: str):
    outlet = OUTLETS.by_host(host)
    assert outlet is not None
    assert outlet.name == name


@pytest.mark.parametrize("host", ["", "fr", "example.org", "notlemonde.fr", "lemonde.fr.example.org"])
def test_other_hosts_belong_to_none(host: str):
    assert OUTLETS.by_host(host) is None


@given(st.text(max_size=30))
def test_any_host_gives_an_outlet_or_none(host: str):
    outlet = OUTLETS.by_host(host)
    assert outlet is None or outlet in OUTLETS.rows


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("AFP", "Agence France-Presse"),
        ("Reuters", "Reuters"),
        ("RIA Novosti", "RIA Novosti"),
        ("Tass", "TASS"),
        ("Chine nouvelle", "Chine nouvelle"),
        ("Xinhua", "Chine nouvelle"),
        ("Agence Anadolu", "Anadolu"),
        ("Belga", "Belga"),
        ("agence Sana", "SANA"),
        ("KCNA", "KCNA"),
        ("dpa", "Deutsche Presse-Agentur"),
        ("Belta", "BelTA"),
        ("le Monde", "Le Monde"),
        ("Figaro", "Le Figaro"),
        ("Washington Post", "The Washington Post"),
        ("l’Equipe", "L'Équipe"),
        ("Al Jazeera", "Al-Jazira"),
        ("RFI", "RFI"),
        ("France 24", "France 24"),
        ("FR3", "France Télévisions"),
        ("Inrockuptibles", "Les Inrockuptibles"),
    ],
)
def test_names_lead_to_their_outlet(words: str, name: str):
    assert [o.name for o in OUTLETS.named(words)] == [name]


@pytest.mark.parametrize("words", ["le monde", "la croix", "le matin", "24 heures", "sana", "Map", "ici", "libération"])
def test_ordinary_words_name_no_outlet(words: str):
    assert OUTLETS.named(words) == ()


def test_outlets_named_by_ordinary_words_are_marked():
    assert OUTLETS.named("Le Monde")[0].ambiguous
    assert OUTLETS.named("Sud Ouest")[0].ambiguous
    assert not OUTLETS.named("Reuters")[0].ambiguous
