import re

import pytest

from selon.knowledge.countries import load_countries
from selon.knowledge.groups import load_groups

GROUPS = load_groups()


def test_there_are_groups_of_every_continent():
    assert len(GROUPS.rows) >= 120
    assert {"SYR", "MLI", "COL", "PHL", "GBR", "PSE"} <= {g.country for g in GROUPS.rows.values()}


def test_countries_are_known_and_qids_well_formed():
    assert {g.country for g in GROUPS.rows.values() if g.country} <= load_countries().rows.keys()
    assert all(re.fullmatch(r"Q[1-9]\d*", g.qid) for g in GROUPS.rows.values() if g.qid)


def test_no_name_acronym_or_noun_is_shared():
    for table in (GROUPS.by_name, GROUPS.acronyms, GROUPS.common):
        assert all(len(codes) == 1 for codes in table.values())


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("État islamique", "ISIS"),
        ("Etat islamique", "ISIS"),
        ("Daech", "ISIS"),
        ("Daesh", "ISIS"),
        ("al-Qaïda", "ALQAEDA"),
        ("Al-Qaida", "ALQAEDA"),
        ("Boko Haram", "BOKOHARAM"),
        ("Boko-Haram", "BOKOHARAM"),
        ("Hezbollah", "HEZBOLLAH"),
        ("Hamas", "HAMAS"),
        ("Front al-Nosra", "NUSRA"),
        ("Brigades Ezzedine al-Qassam", "QASSAM"),
        ("Jihad islamique", "PIJ"),
        ("groupe Wagner", "WAGNER"),
        ("Forces démocratiques syriennes", "SDF"),
        ("Forces de soutien rapide", "RSF"),
        ("Front Polisario", "POLISARIO"),
        ("Sentier lumineux", "SENDERO"),
    ],
)
def test_names_lead_to_their_group(name: str, code: str):
    assert GROUPS.by_name[name] == (code,)


@pytest.mark.parametrize(
    ("acronym", "code"),
    [
        ("EI", "ISIS"),
        ("AQMI", "AQIM"),
        ("Aqmi", "AQIM"),
        ("GSIM", "JNIM"),
        ("FDS", "SDF"),
        ("Farc", "FARC"),
        ("M23", "M23"),
        ("PKK", "PKK"),
        ("ETA", "ETA"),
    ],
)
def test_acronyms_lead_to_their_group(acronym: str, code: str):
    assert GROUPS.acronyms[acronym] == (code,)


@pytest.mark.parametrize(
    ("noun", "code"),
    [("talibans", "TALIBAN"), ("houthis", "HOUTHIS"), ("shebab", "SHABAAB"), ("peshmergas", "PESHMERGA")],
)
def test_nouns_for_members_lead_to_their_group(noun: str, code: str):
    assert GROUPS.common[noun] == (code,)
