import json
from collections.abc import Callable
from importlib.resources import files

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from selon import Article, Event, Reader, Reading
from selon.exports.json import to_json
from selon.sources import read_bytes

Read = Callable[..., Reading]
WORDS = [
    "Le ministre", "a déclaré", "que", "« Non »", "\"oui\"", "les rebelles", "ont attaqué", "la ville", ",", ".", ".La", "selon", "Moscou", "n'a pas",
    "exige", "le retrait", "des troupes", "en mars", "mardi", "30.000 soldats", "a-t-il dit", "«", "»", "\n\n", "qui", "russo-biélorusses", "’", "\0",
    "et", "sans", "hier", "refuse de", "négocier", "—", ":", "(", ")", "ont été tués", "son homologue", "M. Duval", "😀", "\u00a0", "l'ONU",
]  # fmt: skip


@pytest.fixture(scope="module")
def sample(reader: Reader) -> Reading:
    data = files("selon").joinpath("data/sample.txt").read_bytes()
    (found,) = read_bytes(data, "sample.txt")
    assert found.article is not None
    return reader.read_article(found.article, found.notes)


def event(reading: Reading, trigger: str, **fields: object) -> Event:
    found = [
        e
        for e in reading.events
        if e.trigger.text == trigger and all(getattr(e, name) == value for name, value in fields.items())
    ]
    assert found, [(e.trigger.text, e.type, e.status) for e in reading.events]
    return found[0]


def speakers(reading: Reading, event: Event) -> list[str | None]:
    by_id = {s.id: s.speaker for s in reading.statements}
    return [m.span.text if (m := by_id[i]) else None for i in event.according_to]


def test_an_announced_exercise_is_planned_between_its_months_and_told_by_who_announced_it(sample: Reading) -> None:
    exercise = event(sample, "exercices", type="COOPERATE", status="planned")
    assert exercise.when is not None
    assert (exercise.when.begin, exercise.when.end) == ("2023-03-01", "2023-04-30")
    assert exercise.according_to


def test_a_deployment_told_as_fact_is_in_the_outlets_own_voice(sample: Reading) -> None:
    deployment = event(sample, "déployé", type="MOBILIZE", status="actual")
    assert deployment.according_to == ()
    assert deployment.when is not None
    assert deployment.when.begin == "2023-01-09"


def test_a_claim_inside_a_claim_has_both_voices_and_its_figure(sample: Reading) -> None:
    massed = event(sample, "massés", type="MOBILIZE")
    assert len(massed.according_to) == 2
    assert "dernières informations" in (speakers(sample, massed)[1] or "")
    assert any(q.low == 12000 and q.high is None for q in sample.quantities)


def test_a_refusal_a_demand_and_a_denial_are_told_apart_from_the_deed(sample: Reading) -> None:
    assert event(sample, "refusé").type == "REJECT"
    assert event(sample, "retire").status in {"demanded", "planned"}
    assert event(sample, "mouvement").status == "negated"


def test_the_conditional_of_the_press_is_hearsay(sample: Reading) -> None:
    assert event(sample, "frappé", type="ASSAULT").status == "alleged"


def test_a_heading_glued_to_a_sentence_gives_no_record_across_the_seam(sample: Reading) -> None:
    assert not any("nuitSelon" in span.text for span in sample.spans() if len(span.text) < 40)


@pytest.mark.parametrize(
    ("text", "trigger", "type_", "status"),
    [
        ("L'armée a bombardé la ville lundi.", "bombardé", "ASSAULT", "actual"),
        ("L'armée n'a pas bombardé la ville.", "bombardé", "ASSAULT", "negated"),
        ("L'armée bombardera la ville demain.", "bombardera", "ASSAULT", "planned"),
        ("L'armée aurait bombardé la ville.", "bombardé", "ASSAULT", "alleged"),
        ("L'armée pourrait bombarder la ville.", "bombarder", "ASSAULT", "possible"),
        ("Le roi a exigé la libération des otages.", "libération", "RETREAT", "demanded"),
        ("Les rebelles ont refusé de libérer les otages.", "libérer", "RETREAT", "negated"),
        ("Les rebelles ont promis de libérer les otages.", "libérer", "RETREAT", "planned"),
        ("Si l'armée attaque la ville, les civils fuiront.", "attaque", "ASSAULT", "possible"),
    ],
)
def test_status_follows_negation_tense_modals_and_governing_words(
    read: Read, text: str, trigger: str, type_: str, status: str
) -> None:
    assert event(read(text), trigger, type=type_).status == status


def test_a_mutual_act_has_actors_only(read: Read) -> None:
    met = event(
        read("Le président français a rencontré la chancelière allemande à Berlin."), "rencontré", type="CONSULT"
    )
    assert {m.country for m in met.actors} == {"FRA", "DEU"}
    assert met.recipients == ()


def test_an_office_names_its_holder_at_the_date_of_the_report(read: Read) -> None:
    text = "Le président français a rencontré le roi."
    assert "Emmanuel Macron" in {m.name for e in read(text, published="2022-01-17").events for m in e.actors}
    assert "François Hollande" in {m.name for e in read(text, published="2015-01-17").events for m in e.actors}


def test_a_capital_that_acts_is_its_state(read: Read) -> None:
    accused = event(read("Moscou a accusé Kiev d'avoir bombardé la ville."), "accusé", type="ACCUSE")
    assert [(m.kind, m.country) for m in (*accused.actors, *accused.recipients)] == [("state", "RUS"), ("state", "UKR")]


def test_sport_is_no_conflict(read: Read) -> None:
    text = "L'attaquant a frappé au but et les Bleus ont battu l'Allemagne en finale du championnat, un match gagné aux tirs au but."
    assert not read(text).events


def test_the_same_text_gives_the_same_reading_alone_or_among_others(reader: Reader) -> None:
    texts = ["Paris a accusé Moscou d'avoir attaqué la ville, selon l'ONU.", "Le ministre a démissionné lundi."]
    articles = [Article(t, lang="fr", published="2022-01-17") for t in texts]
    together = [to_json(r) for r in reader.pipe(articles)]
    alone = [to_json(r) for a in articles for r in Reader().pipe([a])]
    assert together == alone


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_any_mixture_of_words_is_read_with_true_spans_and_survives_json(reader: Reader, words: list[str]) -> None:
    reading = reader.read_article(Article(" ".join(words), lang="fr", published="2022-01-17"))
    assert Reading.from_dict(json.loads(to_json(reading))) == reading


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read_without_an_error(reader: Reader, text: str) -> None:
    reading = reader.read(text, published="2022-01-17")
    assert all(reading.article.text[s.start : s.end] == s.text for s in reading.spans())


def test_an_act_set_against_another_by_non_pas_is_negated(read: Read) -> None:
    text = "Les soldats ont mené non pas une attaque, mais une patrouille."
    assert event(read(text), "attaque").status == "negated"


def test_who_is_cited_before_a_passive_is_not_taken_for_its_subject(read: Read) -> None:
    text = (
        "Le général a noté que, d'après les services secrets, plus de 20.000 soldats avaient été massés à la frontière."
    )
    massed = event(read(text), "massés")
    assert [m.span.text for m in (*massed.actors, *massed.recipients)] == ["plus de 20.000 soldats"]
    assert len(massed.according_to) == 2


def test_what_two_announce_has_both_voices(read: Read) -> None:
    text = "La tenue d'un sommet en mars, annoncée par le roi, a été confirmée par le ministre."
    assert len(event(read(text.replace("mars,", "mars").replace("roi,", "roi")), "sommet").according_to) == 2


def test_a_later_mention_of_an_act_points_at_the_first_and_has_its_time(read: Read) -> None:
    text = "Les rebelles ont attaqué la ville de Port-Vieux lundi.\n\nL'attaque de Port-Vieux par les rebelles a surpris l'armée."
    events = [e for e in read(text).events if e.type == "ASSAULT"]
    assert events[1].same_as == events[0].id
    assert events[1].when is not None
    assert (events[1].when.span, events[1].when.begin) == (None, "2022-01-17")


def test_a_day_behind_a_participle_is_past_though_what_is_demanded_lies_ahead(read: Read) -> None:
    text = "Le Valdor a demandé à la Norvie de libérer un chalutier saisi samedi en mer."
    (day,) = read(text).times
    assert (day.span.text, day.begin) == ("samedi", "2022-01-15")


def test_what_is_asked_for_ends_before_whom_it_is_asked_of(read: Read) -> None:
    (statement,) = read("L'Islande réclame un chalutier à la Norvège.").statements
    assert [c.text for c in statement.content] == ["un chalutier"]
    assert statement.addressee is not None
    assert statement.addressee.country == "NOR"


def test_the_dead_told_before_an_act_are_its_figures(read: Read) -> None:
    reading = read("Quatre morts dans une frappe contre un port valdave.")
    strike = event(reading, "frappe")
    assert [reading.quantities[k].span.text for k in strike.quantities] == ["Quatre morts"]
