import json
from pathlib import Path

from selon.schema import json_schema

DOCS = Path(__file__).parent.parent / "docs"


def test_the_published_schema_is_that_of_the_records() -> None:
    assert json.loads((DOCS / "reading.schema.json").read_text(encoding="utf-8")) == json_schema()


def test_the_page_on_records_names_every_field() -> None:
    page = (DOCS / "records.md").read_text(encoding="utf-8")
    for definition in json_schema()["$defs"].values():
        for name in definition["properties"]:
            assert f'"{name}"' in page or f"`{name}`" in page, name
