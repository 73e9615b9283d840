"""Times are read from the text alone."""

import subprocess
import sys

import pytest

CODE = """
import sys
from selon import find_times
times = find_times({text!r}, published="2022-01-17", lang={lang!r})
assert [t.value for t in times] == ["2022-02", "2022-01-17"], times
heavy = {{"spacy", "thinc", "numpy", "pydantic", "lxml", "trafilatura", "rich", "selon.reading.parse"}}
print(sorted(heavy & set(sys.modules)))
"""


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "Les pourparlers reprendront en février, a annoncé lundi le ministère."),
        ("en", "Talks will resume in February, the ministry announced on Monday."),
    ],
)
def test_no_parser_is_imported(lang: str, text: str) -> None:
    code = CODE.format(text=text, lang=lang)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
