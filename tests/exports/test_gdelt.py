import io
import re
from dataclasses import replace
from typing import get_args

import pandas as pd

from selon.exports.chosen import Choice
from selon.exports.codes import cameo
from selon.exports.gdelt import to_gdelt
from selon.records import EventType, Mention, Reading, Span

# The columns in the order of the GDELT Event Codebook V2.0.
HEADER = [
    "GLOBALEVENTID",
    "SQLDATE",
    "MonthYear",
    "Year",
    "FractionDate",
    "Actor1Code",
    "Actor1Name",
    "Actor1CountryCode",
    "Actor1KnownGroupCode",
    "Actor1EthnicCode",
    "Actor1Religion1Code",
    "Actor1Religion2Code",
    "Actor1Type1Code",
    "Actor1Type2Code",
    "Actor1Type3Code",
    "Actor2Code",
    "Actor2Name",
    "Actor2CountryCode",
    "Actor2KnownGroupCode",
    "Actor2EthnicCode",
    "Actor2Religion1Code",
    "Actor2Religion2Code",
    "Actor2Type1Code",
    "Actor2Type2Code",
    "Actor2Type3Code",
    "IsRootEvent",
    "EventCode",
    "EventBaseCode",
    "EventRootCode",
    "QuadClass",
    "GoldsteinScale",
    "NumMentions",
    "NumSources",
    "NumArticles",
    "AvgTone",
    "Actor1Geo_Type",
    "Actor1Geo_FullName",
    "Actor1Geo_CountryCode",
    "Actor1Geo_ADM1Code",
    "Actor1Geo_ADM2Code",
    "Actor1Geo_Lat",
    "Actor1Geo_Long",
    "Actor1Geo_FeatureID",
    "Actor2Geo_Type",
    "Actor2Geo_FullName",
    "Actor2Geo_CountryCode",
    "Actor2Geo_ADM1Code",
    "Actor2Geo_ADM2Code",
    "Actor2Geo_Lat",
    "Actor2Geo_Long",
    "Actor2Geo_FeatureID",
    "ActionGeo_Type",
    "ActionGeo_FullName",
    "ActionGeo_CountryCode",
    "ActionGeo_ADM1Code",
    "ActionGeo_ADM2Code",
    "ActionGeo_Lat",
    "ActionGeo_Long",
    "ActionGeo_FeatureID",
    "DATEADDED",
    "SOURCEURL",
]
CODES = dict.fromkeys(["EventCode", "EventBaseCode", "EventRootCode"], str)


def frame(readings: list[Reading], choice: Choice | None = None) -> pd.DataFrame:
    lines = "\n".join(to_gdelt(readings, choice))
    read = pd.read_csv(io.StringIO(lines), sep="\t", names=HEADER, dtype=CODES, quoting=3)
    return read.set_index(read["SOURCEURL"].str.extract(r"char=(\d+)")[0].astype(int))


def test_pandas_reads_61_columns_with_the_header_of_the_codebook(sample: Reading) -> None:
    read = frame([sample])
    assert len(HEADER) == 61
    assert all(len(line.split("\t")) == 61 for line in to_gdelt([sample]))
    assert read["SQLDATE"].between(20220101, 20220131).all()
    assert read["QuadClass"].between(1, 4).all()
    assert read["GoldsteinScale"].between(-10, 10).all()


def test_only_what_the_outlet_says_took_place_is_written(sample: Reading) -> None:
    choice = Choice(all_voices=False)
    read = frame([sample], choice)
    own = [e for e in sample.events if e.status == "actual" and not e.according_to]
    assert set(read.index) == {e.trigger.start for e in own}
    assert choice.left_out == {
        "status": sum(e.status != "actual" for e in sample.events),
        "voice": sum(e.status == "actual" and bool(e.according_to) for e in sample.events),
    }


def test_acts_of_every_status_and_voice_are_marked_where_asked_for(sample: Reading) -> None:
    addresses = [line.split("\t")[-1] for line in to_gdelt([sample], Choice(all_status=True))]
    marked = {re.sub(r".*char=\d+,\d+&?", "", a) for a in addresses}
    assert {"", "status=planned&according_to=sa", "status=alleged&according_to=sh,si", "status=possible"} <= marked


def test_a_root_code_has_two_digits_and_its_base_three(sample: Reading) -> None:
    read = frame([sample], Choice(all_status=True))
    assert read["EventRootCode"].str.fullmatch(r"(0[1-9]|1\d|20)").all()
    assert all(row.EventCode.startswith(row.EventBaseCode) for row in read.itertuples())


def test_every_type_has_a_code(sample: Reading) -> None:
    quads = {kind: cameo(replace(sample.events[0], type=kind, mode="unheard-of")).quad for kind in get_args(EventType)}
    assert quads["AGREE"] == quads["CONSULT"] == 1
    assert quads["AID"] == quads["RETREAT"] == 2
    assert quads["ACCUSE"] == quads["THREATEN"] == 3
    assert quads["ASSAULT"] == quads["MOBILIZE"] == 4


def test_a_repeat_counts_as_a_mention_of_its_first(sample: Reading) -> None:
    first = next(e for e in sample.events if e.id == "ee")
    repeat = replace(first, id="ez", trigger=next(e for e in sample.events if e.id == "eo").trigger, same_as="ee")
    read = frame([replace(sample, events=(first, repeat))])
    assert list(read["NumMentions"]) == [2]


def test_a_mutual_act_has_both_parties(sample: Reading) -> None:
    text = sample.article.text
    both = tuple(Mention(Span.of(text, i, i + 2), "state", "name", None, c) for i, c in ((0, "FRA"), (3, "ROU")))
    talks = replace(sample.events[0], actors=both, status="actual", according_to=())
    (row,) = frame([replace(sample, events=(talks,))]).itertuples()
    assert (row.Actor1Code, row.Actor1CountryCode, row.Actor2CountryCode) == ("FRAGOV", "FRA", "ROM")


def test_an_organisation_has_its_group_code(sample: Reading) -> None:
    read = frame([sample], Choice(all_status=True))
    assert "EEC" in set(read["Actor1KnownGroupCode"])


def test_an_event_without_a_day_is_left_out_and_counted(sample: Reading) -> None:
    undated = replace(sample, article=replace(sample.article, published="2022-01"))
    choice = Choice(all_voices=False)
    assert list(to_gdelt([undated], choice)) == []
    assert choice.left_out["date"] == 5


def test_numbers_differ_and_are_the_same_in_each_run(sample: Reading) -> None:
    once, again = frame([sample]), frame([sample])
    assert list(once["GLOBALEVENTID"]) == list(again["GLOBALEVENTID"])
    assert once["GLOBALEVENTID"].is_unique
    assert once["GLOBALEVENTID"].max() < 2**53


def test_a_denial_is_no_mention_of_the_deed(sample: Reading) -> None:
    read = frame([sample], Choice(all_status=True))
    deed, denial = (next(e.trigger.start for e in sample.events if e.id == i) for i in ("ec", "ed"))
    assert (read.loc[deed, "NumMentions"], read.loc[denial, "NumMentions"]) == (1, 1)
