from selon.languages.fr.light_verbs import load_carriers


def test_a_light_verb_is_found_by_every_form() -> None:
    carriers = load_carriers().verbs
    assert {c.party for c in carriers["menèrent"]} == {"actor"}
    assert {c.party for c in carriers["subirent"]} == {"recipient"}


def test_a_preposition_parts_the_uses_of_a_verb() -> None:
    uses = {(c.preposition, c.party) for c in load_carriers().verbs["menacé"]}
    assert {("de", "actor"), ("de", "recipient")} <= uses


def test_a_carrier_noun_names_the_party_itself_or_points_at_it() -> None:
    nouns = load_carriers().nouns
    assert nouns["auteurs"][0].itself
    assert not nouns["cible"][0].itself
