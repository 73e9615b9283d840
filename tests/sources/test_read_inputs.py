import subprocess
import sys

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from selon.sources import read_bytes, read_path

STARTS = [
    b"",
    b"<html>",
    b"<p>",
    b"{",
    b'{"text": "',
    b"[",
    b"[{",
    b"date 2021-03 https://a.example/b\n",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
]


@given(st.sampled_from(STARTS), st.binary(max_size=300))
@example(b"", b"\x80")
@example(b"[", b"1" * 5000)
@settings(max_examples=200, deadline=None)
def test_no_bytes_raise_and_each_input_gives_something(start, rest):
    found = list(read_bytes(start + rest, "x"))
    assert found
    for one in found:
        assert (one.article is None) == (one.failed is not None)
        if one.article:
            one.article.text.encode("utf-8")
        else:
            assert one.failed.startswith(one.where)
            assert "\n" not in one.failed


@given(st.sampled_from(STARTS), st.text(max_size=300))
@settings(deadline=None)
def test_no_text_raises(start, rest):
    assert list(read_bytes(start + rest.encode("utf-8", "surrogatepass"), "x"))


@pytest.mark.parametrize("data", [b"", b"\n\n", b"%PDF-1.4", b"\x00\x01\x02\x03" * 50])
def test_empty_and_binary_inputs_give_a_reason(data):
    (found,) = read_bytes(data, "x.txt")
    assert found.failed.startswith("x.txt: ")


def test_a_missing_file_a_directory_and_a_bad_name_give_a_reason_each(tmp_path):
    missing = tmp_path / "missing.txt"
    assert [f.failed for f in read_path(missing)] == [f"{missing}: no such file"]
    assert "no files" in next(read_path(tmp_path)).failed
    assert "cannot be read" in next(read_path("a\x00b")).failed
    assert "cannot be read" in next(read_path("a" * 5000)).failed


def test_a_file_one_may_not_read_gives_a_reason(monkeypatch):
    def refuse(*args, **kwargs):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("builtins.open", refuse)
    assert [f.failed for f in read_path("a.txt")] == ["a.txt: no permission to read it"]


def test_the_content_decides_and_not_the_name(tmp_path):
    path = tmp_path / "page.pdf"
    path.write_text('{"text": "Un accord à Orvieu"}\n', encoding="utf-8")
    assert [f.where for f in read_path(path)] == [f"{path}:1"]


def test_a_path_may_be_a_string(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes("Orvieu cède\r\n\r\nLe gouvernement a cédé.".encode())
    (found,) = read_path(str(path))
    assert found.article.text == "Orvieu cède\r\n\r\nLe gouvernement a cédé."


def test_importing_loads_none_of_the_heavy_libraries():
    heavy = "{'trafilatura', 'lxml', 'py3langid', 'charset_normalizer', 'numpy', 'spacy', 'pydantic', 'feedparser', 'pypdf', 'docx', 'fastwarc'}"
    code = f"import sys, selon.sources, selon.sources.stream, selon.sources.page, selon.sources.plain, selon.sources.archive, selon.sources.warc, selon.sources.pdf, selon.sources.docx, selon.sources.feed, selon.sources.mbox, selon.sources.table; print({heavy} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
