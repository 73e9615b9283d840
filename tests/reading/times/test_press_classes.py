"""Times as a regional newspaper writes them: agendas, results, notices; published on Wednesday 19 March 2003."""

import pytest

from selon.reading.times import Style, find_times

WEDNESDAY = "2003-03-19"


def found(text: str, style: Style = "articles") -> list[tuple[str, str | None]]:
    return [(t.span.text, t.value) for t in find_times(text, WEDNESDAY, style=style)]


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("Il tient permanence tous les premiers lundis du mois.", "tous les premiers lundis du mois", "XXXX-WXX-1"),
        ("La foire a lieu chaque premier samedi du mois.", "chaque premier samedi du mois", "XXXX-WXX-6"),
        ("Atelier tous les mercredis matin.", "tous les mercredis matin", "XXXX-WXX-3"),
        ("Chaque été, le village double.", "Chaque été", "XXXX-SU"),
        ("Chaque mois de mai, on plante.", "Chaque mois de mai", "XXXX-05"),
        ("Chaque après-midi, on joue.", "Chaque après-midi", "XXXX-XX-XXTAF"),
        ("Il joue un week-end sur deux.", "un week-end sur deux", "XXXX-WXX-WE"),
        ("La course se tient une année sur trois.", "une année sur trois", "P3Y"),
        ("Il vient une fois l'an.", "an", "P1Y"),
        ("Elle gagne huit euros l'heure.", "heure", "PT1H"),
    ],
)
def test_a_set_is_one_time_with_what_it_repeats(text: str, span: str, value: str) -> None:
    assert found(text) == found(text, "timeml") == [(span, value)]


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("Elle a couru en 2 h 12.", "2 h 12", "PT2H12M"),
        ("La rencontre a duré 45 min.", "45 min", "PT45M"),
        ("Toute la journée, la rue a été coupée.", "Toute la journée", "P1D"),
        ("Le site est ouvert toute l'année.", "toute l'année", "P1Y"),
        ("Il a plu les deux premiers jours.", "les deux premiers jours", "P2D"),
        ("Il a parlé une bonne heure.", "une bonne heure", "PT1H"),
        ("Il y vit depuis une bonne dizaine d'années.", "une bonne dizaine d'années", "P10Y"),
        ("La fanfare répète depuis quelque temps.", "quelque temps", "PX"),
        ("Les semaines qui ont suivi, il a neigé.", "Les semaines qui ont suivi", "PXW"),
    ],
)
def test_a_length_is_found_in_every_turn(text: str, span: str, value: str) -> None:
    assert found(text) == found(text, "timeml") == [(span, value)]


@pytest.mark.parametrize("opener", ["Depuis", "Pendant", "Après", "Voilà bien", "Durant"])
def test_a_length_after_the_word_that_opens_a_sentence_is_no_age(opener: str) -> None:
    assert ("deux ans", "P2Y") in found(f"{opener} deux ans, les riverains attendent.", "timeml")


@pytest.mark.parametrize("name", ["Morel,", "Jeanne Morel", "Mme Morel,"])
def test_a_length_after_a_name_is_an_age(name: str) -> None:
    assert found(f"{name} 52 ans, a pris la barre.", "timeml") == []


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("Dix classes ouvriront pour l'année scolaire 2003-2004.", [("2003", "2003"), ("2004", "2004")]),
        ("Le monument de la guerre 1939-1945 est restauré.", [("1939", "1939"), ("1945", "1945")]),
        ("En 98, il avait été élu.", [("98", "1998")]),
        ("Le club stagne depuis 95.", [("95", "1995")]),
        ("Mai 68 a laissé des traces.", [("Mai 68", "1968-05")]),
        ("Le tramway roulera à l'horizon 2008.", [("2008", "2008")]),
        ("Ils ont tenu banquet avec la classe 1943.", [("1943", "1943")]),
    ],
)
def test_years_in_the_ways_of_schools_clubs_and_plans(text: str, spans: list[tuple[str, str]]) -> None:
    assert found(text) == spans


@pytest.mark.parametrize(
    "text", ["Le score de 98 à 95 est flatteur.", "Dijon gagne en 98 minutes.", "Il pèse 95 kilos."]
)
def test_two_digits_alone_are_no_year(text: str) -> None:
    assert not {"98", "95"} & {span for span, _ in found(text)}


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("Les travaux débuteront au printemps prochain.", "printemps prochain", "2003-SP"),
        ("Une classe fermera à la rentrée prochaine.", "rentrée prochaine", "2003-09"),
        ("Le prix augmentera avant l'été.", "été", "2003-SU"),
        ("Il a plu tout au long de l'été.", "été", "2002-SU"),
        ("La piste ouvrira en automne.", "automne", "2003-FA"),
        ("On en jugera dans la semaine.", "semaine", "2003-W12"),
        ("Le feu a pris durant le week-end du 8 mars.", "le week-end du 8 mars", "2003-W10-WE"),
        ("Le club jouera le week-end des 5 et 6 avril.", "le week-end des 5 et 6 avril", "2003-W14-WE"),
        ("La fanfare défilera le week-end de Pâques.", "le week-end de Pâques", "2003-W16-WE"),
        ("Les obsèques auront lieu le 26 de ce mois.", "26 de ce mois", "2003-03-26"),
        ("Les obsèques ont eu lieu le 10 courant.", "10 courant", "2003-03-10"),
        ("Les obsèques auront lieu le 3 du mois prochain.", "3 du mois prochain", "2003-04-03"),
        ("Demain jeudi, la rue sera coupée.", "Demain jeudi", "2003-03-20"),
    ],
)
def test_a_stretch_is_found_with_the_words_that_settle_it(text: str, span: str, value: str) -> None:
    assert found(text) == [(span, value)]


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Il était environ 16 h quand le camion a versé.", ["2003-03-19T16:00"]),
        ("Il est resté de neuf heures à midi.", ["2003-03-19T09:00", "2003-03-19T12:00"]),
        ("Le feu a pris dans la nuit de samedi à hier.", ["2003-03-15TNI"]),
    ],
)
def test_a_time_of_day_is_none_of_the_lengths(text: str, times: list[str]) -> None:
    assert [value for _, value in found(text)] == times


@pytest.mark.parametrize(
    "text", ["Cette soirée, qui sera animée par un duo, est gratuite.", "Cette matinée festive est gratuite."]
)
def test_an_evening_that_people_go_to_is_no_time(text: str) -> None:
    assert found(text, "timeml") == []


def test_an_adjective_in_a_headline_of_capitals_is_no_time() -> None:
    assert found("PROCHAIN LOTO.\nIl a lieu à la salle des fêtes.", "timeml") == []
    assert found("Le prochain loto a lieu à la salle des fêtes.", "timeml") == [("prochain", "FUTURE_REF")]


@pytest.mark.parametrize(
    "text", ["La nuit de samedi à Besançon a été calme.", "Dans la nuit de samedi à Gray, il a plu."]
)
def test_a_night_does_not_run_on_to_a_place(text: str) -> None:
    assert [span for span, _ in found(text) if span.endswith(" à")] == []


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("Au Moyen Âge, la ville était ceinte de murs.", "Moyen Âge"),
        ("On y vivait bien, à cette époque.", "cette époque"),
        ("Ces jours derniers, la rivière a monté.", "Ces jours derniers"),
    ],
)
def test_an_age_gone_by_refers_to_the_past(text: str, span: str) -> None:
    assert found(text, "timeml") == [(span, "PAST_REF")]


@pytest.mark.parametrize("rest", ["la fin de l'année", "à vendredi", "juin"])
def test_the_present_of_a_limit_is_a_time_for_timeml(rest: str) -> None:
    assert ("ici", WEDNESDAY) in found(f"La route rouvrira d'ici {rest}.", "timeml")
    assert "ici" not in dict(found(f"La route rouvrira d'ici {rest}."))


def test_where_people_are_from_is_no_time() -> None:
    assert found("Les gens d'ici sont fiers.", "timeml") == []


def test_a_counted_day_is_that_of_the_narrative_for_timeml() -> None:
    text = "Hier, ils ont appelé à boycotter la deuxième journée de stage."
    assert found(text, "timeml")[1:] == [("la deuxième journée", "2003-03-18")]
    assert found("Ils ont perdu la deuxième journée de championnat.", "timeml") == []
