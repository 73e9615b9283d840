import pytest
from hypothesis import given
from hypothesis import strategies as st

from selon.languages.fr.nouns import adjective_forms, noun_forms


@pytest.mark.parametrize(
    ("lemma", "plural"),
    [
        ("attaque", "attaques"),
        ("signal", "signaux"),
        ("festival", "festivals"),
        ("travail", "travaux"),
        ("détail", "détails"),
        ("drapeau", "drapeaux"),
        ("aveu", "aveux"),
        ("pneu", "pneus"),
        ("œil", "yeux"),
        ("mise en garde", "mises en garde"),
        ("coup d'État", "coups d'État"),
        ("coup d’État", "coups d’État"),
        ("casque bleu", "casques bleus"),
        ("garde à vue", "gardes à vue"),
        ("fin de non-recevoir", "fins de non-recevoir"),
        ("chef-lieu", "chefs-lieux"),
        ("chef-d'œuvre", "chefs-d'œuvre"),
        ("attentat-suicide", "attentats-suicides"),
        ("haut-commissaire", "hauts-commissaires"),
        ("contre-attaque", "contre-attaques"),
        ("ex-président", "ex-présidents"),
        ("couvre-feu", "couvre-feux"),
        ("anglo-saxon", "anglo-saxons"),
    ],
)
def test_a_noun_has_its_plural(lemma: str, plural: str) -> None:
    assert noun_forms(lemma) == (lemma, plural)


@pytest.mark.parametrize("lemma", ["cessez-le-feu", "avis", "refus", "bras de fer", "laissez-passer"])
def test_an_invariable_noun_has_one_form(lemma: str) -> None:
    assert noun_forms(lemma) == (lemma,)


def test_the_first_form_of_porte_parole_serves_both_numbers() -> None:
    assert noun_forms("porte-parole")[0] == "porte-parole"


@pytest.mark.parametrize(
    ("masculine", "forms"),
    [
        ("russe", "russe russes russe russes"),
        ("ukrainien", "ukrainien ukrainiens ukrainienne ukrainiennes"),
        ("turc", "turc turcs turque turques"),
        ("grec", "grec grecs grecque grecques"),
        ("algérois", "algérois algérois algéroise algéroises"),
        ("américain", "américain américains américaine américaines"),
        ("afghan", "afghan afghans afghane afghanes"),
        ("saxon", "saxon saxons saxonne saxonnes"),
        ("actif", "actif actifs active actives"),
        ("étranger", "étranger étrangers étrangère étrangères"),
        ("royal", "royal royaux royale royales"),
        ("naval", "naval navals navale navales"),
        ("religieux", "religieux religieux religieuse religieuses"),
        ("libérateur", "libérateur libérateurs libératrice libératrices"),
        ("supérieur", "supérieur supérieurs supérieure supérieures"),
        ("officiel", "officiel officiels officielle officielles"),
        ("nouveau", "nouveau nouveaux nouvelle nouvelles"),
        ("nord-coréen", "nord-coréen nord-coréens nord-coréenne nord-coréennes"),
        ("présumé", "présumé présumés présumée présumées"),
    ],
)
def test_an_adjective_has_four_agreements(masculine: str, forms: str) -> None:
    made = adjective_forms(masculine)
    assert " ".join(made[key] for key in (("m", "s"), ("m", "p"), ("f", "s"), ("f", "p"))) == forms


@given(st.text("abcdeéilnorstux' -", min_size=1, max_size=20))
def test_any_word_gets_forms_without_failing(word: str) -> None:
    assert noun_forms(word)[0] == word
    assert len(adjective_forms(word)) == 4
