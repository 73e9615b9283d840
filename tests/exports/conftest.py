"""A report and its reading, made by hand, for the tests of the exports."""

import pytest

from selon.records import (
    Article,
    Event,
    Mention,
    MentionForm,
    MentionKind,
    Note,
    Quantity,
    ReaderInfo,
    Reading,
    Span,
    Statement,
    Time,
    When,
)

TEXT = """Le Norland annonce des manœuvres avec la Valdavie, Bruxelles s’inquiète

Le président norlandais, Anders Hvalberg, a annoncé mardi que son pays et la Valdavie organiseraient des exercices conjoints en février ou en mars près du détroit de Korsund.
« Nous ne menaçons personne », a-t-il déclaré, ajoutant que, d’après les dernières informations de l’état-major, plus de 12.000 militaires sudlandais avaient été déployés à la frontière la semaine dernière.
Le ministère sudlandais de la Défense a démenti tout déploiement et a exigé que le Norland retire ses navires du détroit. L’Union européenne a refusé de reconnaître la zone d’exclusion décrétée le 28 décembre et a menacé Tornhavn de nouvelles sanctions.
Selon le quotidien Dagsposten, qui cite un diplomate, un drone norlandais aurait bombardé un entrepôt sudlandais dans la nuit de samedi à dimanche, faisant trois morts et une dizaine de blessés.
Son homologue valdave, Ilona Resku, a assuré qu’elle n’enverrait pas de troupes tant que l’ONU n’aurait pas dit que « les pourparlers de Genève ont échoué », selon un conseiller présent à l’entretien.
À Tornhavn, des milliers de personnes ont manifesté récemment contre la guerre. La police a arrêté 47 manifestants.
"""


class Maker:
    """Cuts spans and mentions out of a text by their words."""

    def __init__(self, text: str) -> None:
        self.text = text

    def span(self, words: str, n: int = 1) -> Span:
        start = -1
        for _ in range(n):
            start = self.text.index(words, start + 1)
        return Span(start, start + len(words), words)

    def mention(
        self,
        words: str,
        name: str | None = None,
        country: str | None = None,
        kind: MentionKind = "person",
        form: MentionForm = "description",
        n: int = 1,
    ) -> Mention:
        return Mention(self.span(words, n), kind, form, name, country)


def sample_reading() -> Reading:
    """Give the reading of the report as a careful person would make it."""
    make = Maker(TEXT)
    hvalberg = make.mention("Le président norlandais, Anders Hvalberg", "Anders Hvalberg", "NRL")
    he = make.mention("il", "Anders Hvalberg", "NRL", form="pronoun", n=1)
    return Reading(
        article=Article(
            TEXT, "sample", "fr", "2022-01-18", "Agence du Nord", "https://example.org/norland", TEXT.split("\n")[0]
        ),
        reader=ReaderInfo("0.1.0", "by hand"),
        times=_times(make),
        quantities=(
            Quantity(make.span("plus de 12.000 militaires"), 12000, None, "militaires", "troops"),
            Quantity(make.span("trois morts"), 3, 3, "morts", "casualties"),
            Quantity(make.span("une dizaine de blessés"), 10, 10, "blessés", "casualties"),
            Quantity(make.span("des milliers de personnes"), 2000, None, "personnes", "people"),
            Quantity(make.span("47 manifestants"), 47, 47, "manifestants", "arrests"),
        ),
        mentions=(hvalberg, he),
        statements=_statements(make, hvalberg, he),
        events=_events(make, hvalberg),
        notes=(Note("date-conflict", "The text says 28 décembre; the page gives 18 January 2022 as its date."),),
    )


def _times(make: Maker) -> tuple[Time, ...]:
    return (
        Time(make.span("mardi"), "DATE", "2022-01-18", begin="2022-01-18", end="2022-01-18", direction="same"),
        Time(make.span("février ou en mars"), "DATE", "2022-02", None, "[2022-02,2022-03]", "2022-02-01", "2022-03-31"),
        Time(make.span("la semaine dernière"), "DATE", "2022-W02", begin="2022-01-10", end="2022-01-16"),
        Time(make.span("28 décembre"), "DATE", "2021-12-28", begin="2021-12-28", end="2021-12-28", ambiguous=True),
        Time(make.span("nuit de samedi à dimanche"), "TIME", "2022-01-15TNI", begin="2022-01-15", end="2022-01-16"),
        Time(make.span("récemment"), "DATE", "PAST_REF"),
    )


def _statements(make: Maker, hvalberg: Mention, he: Mention) -> tuple[Statement, ...]:
    staff = make.mention("l’état-major", None, "NRL", "organisation")
    ministry = make.mention("Le ministère sudlandais de la Défense", None, "SDL", "organisation")
    paper = make.mention("le quotidien Dagsposten", "Dagsposten", None, "outlet", "name")
    resku = make.mention("Son homologue valdave, Ilona Resku", "Ilona Resku", "VLD")
    union = make.mention("L’Union européenne", "Union européenne", "EU", "organisation", "name")
    span, mention = make.span, make.mention
    deployed = "plus de 12.000 militaires sudlandais avaient été déployés à la frontière la semaine dernière"
    drone = "un drone norlandais aurait bombardé un entrepôt sudlandais dans la nuit de samedi à dimanche"
    exercises = "son pays et la Valdavie organiseraient des exercices conjoints en février ou en mars"
    deploy = f"d’après les dernières informations de l’état-major, {deployed}"
    sending = (
        "elle n’enverrait pas de troupes tant que l’ONU n’aurait pas dit que « les pourparlers de Genève ont échoué"
    )
    return (
        Statement("sa", hvalberg, None, span("a annoncé"), "announce", "indirect", (span(exercises),)),
        Statement("sb", he, None, span("déclaré"), "say", "direct", (span("Nous ne menaçons personne"),)),
        Statement("sc", he, None, span("ajoutant"), "say", "indirect", (span(deploy),)),
        Statement("sd", staff, None, span("d’après"), "say", "prepositional", (span(deployed),), "sc"),
        Statement("se", ministry, None, span("a démenti"), "deny", "indirect", (span("tout déploiement"),)),
        Statement(
            "sf", ministry, None, span("a exigé"), "demand", "indirect",
            (span("le Norland retire ses navires du détroit"),),
        ),
        Statement(
            "sg", union, None, span("a refusé"), "refuse", "indirect",
            (span("reconnaître la zone d’exclusion décrétée le 28 décembre"),),
        ),
        Statement("sh", paper, None, span("Selon"), "say", "prepositional", (span(drone),)),
        Statement("si", mention("un diplomate"), None, span("cite"), "say", "prepositional", (span(drone),), "sh"),
        Statement("sj", resku, None, span("a assuré"), "promise", "mixed", (span(sending),), "sl"),
        Statement(
            "sk", mention("l’ONU", "Organisation des Nations unies", "UN", "organisation", "name"), None, span("dit"),
            "say", "direct", (span("les pourparlers de Genève ont échoué"),), "sj",
        ),
        Statement(
            "sl", mention("un conseiller présent à l’entretien"), None, span("selon"), "say", "prepositional",
            (span(f"Son homologue valdave, Ilona Resku, a assuré qu’{sending} »"),),
        ),
    )  # fmt: skip


def _events(make: Maker, hvalberg: Mention) -> tuple[Event, ...]:
    span, mention = make.span, make.mention
    norland = mention("Norland", None, "NRL", "state", "name", n=2)
    ministry = mention("Le ministère sudlandais de la Défense", None, "SDL", "organisation")
    union = mention("L’Union européenne", "Union européenne", "EU", "organisation", "name")
    night = When(span("nuit de samedi à dimanche"), "2022-01-15", "2022-01-16")
    last_week = When(span("la semaine dernière"), "2022-01-10", "2022-01-16")
    spring = When(span("février ou en mars"), "2022-02-01", "2022-03-31", "[2022-02,2022-03]")
    soldiers = mention("plus de 12.000 militaires sudlandais", None, "SDL", "people")
    return (
        Event(
            "ea", span("exercices"), "COOPERATE", "planned", "exercises", "military",
            (mention("son pays", None, "NRL", "state"), mention("la Valdavie", None, "VLD", "state", "name", n=2)),
            (), (mention("détroit de Korsund", None, None, "place", "name"),), spring, (), ("sa",),
        ),
        Event(
            "eb", span("menaçons"), "THREATEN", "negated", None, None,
            (mention("Nous", None, "NRL", "state", "pronoun"),), according_to=("sb",),
        ),
        Event(
            "ec", span("déployés"), "MOBILIZE", "actual", "troops", "military", (soldiers,), (),
            (mention("la frontière", None, None, "place"),), last_week, (0,), ("sc", "sd"),
        ),
        Event(
            "ed", span("déploiement"), "MOBILIZE", "negated", "troops", "military", according_to=("se",),
            same_as="ec",
        ),
        Event("ee", span("exigé"), "REQUEST", "actual", None, None, (ministry,), (norland,)),
        Event("ef", span("retire"), "RETREAT", "demanded", "troops", "military", (norland,), according_to=("sf",)),
        Event("eg", span("refusé"), "REJECT", "actual", None, None, (union,)),
        Event("eh", span("reconnaître"), "SUPPORT", "negated", None, None, (union,), according_to=("sg",)),
        Event(
            "ei", span("menacé"), "THREATEN", "actual", None, None, (union,),
            (mention("Tornhavn", None, "NRL", "state", "name"),),
        ),
        Event("ej", span("sanctions"), "SANCTION", "possible", None, None, (union,)),
        Event(
            "ek", span("bombardé"), "ASSAULT", "alleged", "aerial", "military",
            (mention("un drone norlandais", None, "NRL", "group"),),
            (mention("un entrepôt sudlandais", None, "SDL", "organisation"),), (), night, (1, 2), ("sh", "si"),
        ),
        Event(
            "el", span("enverrait"), "MOBILIZE", "negated", "troops", None,
            (mention("elle", "Ilona Resku", "VLD", form="pronoun", n=3),), according_to=("sl", "sj"),
        ),
        Event(
            "em", span("pourparlers"), "CONSULT", "actual", None, None, (), (),
            (mention("Genève", None, "CHE", "place", "name"),), None, (), ("sl", "sj", "sk"),
        ),
        Event(
            "en", span("manifesté"), "PROTEST", "actual", "demonstrations", None,
            (mention("des milliers de personnes", None, None, "people"),), (),
            (mention("Tornhavn", None, "NRL", "place", "name", n=2),), When(span("récemment"), None, None), (3,),
        ),
        Event(
            "eo", span("arrêté"), "COERCE", "actual", "arrest", None,
            (mention("La police", None, "NRL", "organisation"),),
            (mention("47 manifestants", None, None, "people"),), quantities=(4,),
        ),
    )  # fmt: skip


@pytest.fixture(scope="session")
def sample() -> Reading:
    return sample_reading()
