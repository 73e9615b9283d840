import io

import pandas as pd

from selon.exports.chosen import Choice
from selon.exports.polecat import to_polecat
from selon.records import Reading

HEADER = """Event ID	Event Date	Event Type	Event Mode	Intensity	Quad Code	Contexts	Actor Name	Actor Country	Actor COW	Primary Actor Sector	Actor Sectors	Actor Title	Actor Name Raw	Wikipedia Actor ID	Recipient Name	Recipient Country	Recipient COW	Primary Recipient Sector	Recipient Sectors	Recipient Title	Recipient Name Raw	Wikipedia Recipient ID	Placename	City	District	Province	Country	Latitude	Longitude	GeoNames ID	Raw Placename	Feature Type	Source	Publication Date	Story People	Story Organizations	Story Locations	Language	Version"""


def frame(readings: list[Reading], choice: Choice | None = None) -> pd.DataFrame:
    return pd.read_csv(io.StringIO("\n".join(to_polecat(readings, choice))), sep="\t", quoting=3, keep_default_na=False)


def test_pandas_reads_the_40_columns_of_the_data_set(sample: Reading) -> None:
    read = frame([sample])
    assert list(read.columns) == HEADER.split("\t")
    assert len(read.columns) == 40
    assert pd.to_datetime(read["Event Date"]).notna().all()
    assert read["Event ID"].is_unique


def test_only_what_the_outlet_says_took_place_is_written(sample: Reading) -> None:
    read = frame([sample])
    assert set(read["Event Type"]) == {"REQUEST", "REJECT", "THREATEN", "PROTEST", "COERCE"}
    assert set(read["Contexts"]) == {""}


def test_contexts_carry_the_status_and_the_voices_where_asked_for(sample: Reading) -> None:
    contexts = set(frame([sample], Choice(all_status=True))["Contexts"])
    assert {"military;status=planned;according_to=sa", "status=negated;according_to=sb"} <= contexts


def test_actors_stand_side_by_side(sample: Reading) -> None:
    read = frame([sample], Choice(all_status=True)).set_index("Event ID")
    assert read.loc["sample-ea", "Actor Name"] == "son pays; la Valdavie"
    assert read.loc["sample-ea", "Actor Country"] == "NRL; VLD"
    assert read.loc["sample-ea", "Quad Code"] == "MATERIAL COOPERATION"
