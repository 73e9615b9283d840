import gzip
import io
import os

import pytest
from tests.sources.made import BODY, LEAD, PAGE, TITLE, archive, document, europresse, europresse_article

from selon.sources import context, read_bytes, read_path
from selon.sources.archive import SMALL
from selon.sources.stream import read_stream


def read(files, name="a.zip"):
    return list(read_bytes(archive(files) if isinstance(files, dict) else files, name))


def test_files_of_all_formats_are_read_in_the_order_of_their_names():
    found = read(
        {
            "c.txt": LEAD,
            "a/e.html": europresse(europresse_article()),
            "b.docx": document([BODY]),
            "d.csv": f"id;texte\n1;{LEAD}\n",
        }
    )
    assert [f.where for f in found] == ["a.zip!a/e.html#1", "a.zip!b.docx", "a.zip!c.txt", "a.zip!d.csv:2"]
    assert all(f.article for f in found)


def test_a_bad_file_costs_only_itself():
    found = read({"a.txt": b"", "b.pdf": b"%PDF-1.4 non", "c.txt": LEAD})
    assert [f.code for f in found] == ["empty", "damaged", None]


def test_hidden_files_are_left_out_and_said():
    found = read({"__MACOSX/._a.txt": b"x", ".DS_Store": b"x", "a.txt": LEAD})
    assert [(f.code, f.skipped) for f in found] == [("hidden", True), ("hidden", True), (None, False)]


@pytest.mark.parametrize("name", ["../a.txt", "/etc/a.txt", "a/../../b.txt", "C:\\a.txt", "..\\a.txt"])
def test_a_name_that_leads_outside_is_not_read(name):
    found = read({name: LEAD, "z.txt": BODY})
    assert [f.code for f in found if f.failed] == ["unsafe-path"]


def test_a_file_that_unpacks_to_far_more_than_its_size_is_not_read():
    found = read({"a.txt": b"a" * (SMALL + 1), "b.txt": LEAD})
    assert [f.code for f in found] == ["too-large", None]


def test_all_that_an_input_unpacks_to_is_bounded():
    data = archive({"a.txt": LEAD, "b.zip": archive({"c.txt": LEAD * 3}), "d.txt": LEAD * 9})
    found = list(read_stream(io.BytesIO(data), "a.zip", context.Context(budget=context.Budget(800))))
    assert found[0].article
    assert found[-1].code == "too-large"


def test_archives_within_archives_end_somewhere():
    data = archive({"a.txt": LEAD})
    for _ in range(3):
        data = archive({"in.zip": data})
    (found,) = read(data)
    assert found.code == "too-deep"


def test_an_archive_within_an_archive_is_read():
    (found,) = read({"in.zip": archive({"a.txt": LEAD})})
    assert found.where == "a.zip!in.zip!a.txt"


@pytest.mark.parametrize(("name", "said"), [("xl/workbook.xml", "CSV"), ("mimetype", "DOCX")])
def test_other_office_documents_are_named_with_what_to_do(name, said):
    (found,) = read({name: b"x", "content.xml": b"<a/>"})
    assert found.code == "binary"
    assert said in found.failed


def test_an_archive_that_is_empty_or_breaks_off_gives_a_reason():
    assert [f.code for f in read({})] == ["empty"]
    assert [f.code for f in read(archive({"a.txt": LEAD})[:-10])] == ["damaged"]


def test_a_file_whose_sum_is_wrong_costs_only_itself():
    data = archive({"a.txt": os.urandom(50).hex(), "b.txt": LEAD})
    place = data.index(b"a.txt") + 10
    found = read(data[:place] + bytes([data[place] ^ 255]) + data[place + 1 :])
    assert [f.code for f in found] == ["damaged", None]
    assert found[1].article.text == LEAD


def test_too_many_files_are_not_read(monkeypatch):
    monkeypatch.setattr("selon.sources.archive.FILES", 2)
    assert [f.code for f in read({"a": b"x", "b": b"x", "c": b"x"})] == ["too-large"]


def test_a_compressed_file_is_read_as_what_is_in_it():
    (found,) = read(gzip.compress(f"id;texte\n1;{LEAD}\n".encode()), "t.csv.gz")
    assert (found.article.text, found.where) == (LEAD, "t.csv.gz:2")


def test_a_compressed_file_that_breaks_off_gives_a_reason():
    found = read(gzip.compress(os.urandom(5000).hex().encode())[:-3000], "t.gz")
    assert found[-1].code == "unreadable" or found[-1].code == "damaged"


def test_an_input_too_large_to_be_read_whole_gives_a_reason(monkeypatch):
    monkeypatch.setattr(context, "WHOLE", 70_000)
    found = list(read_bytes(b"Le ministre a dit. " * 20_000, "a.txt"))
    assert [f.code for f in found] == ["too-large"]


def test_a_folder_is_read_with_all_below_it_in_order(tmp_path):
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "a.txt").write_text(LEAD, encoding="utf-8")
    (tmp_path / "a.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "c.zip").write_bytes(archive({"x.txt": BODY}))
    found = list(read_path(tmp_path))
    assert [f.where for f in found] == [f"{tmp_path}/a.html", f"{tmp_path}/b/a.txt", f"{tmp_path}/c.zip!x.txt"]
    assert found[0].article.title == TITLE


def test_hidden_files_links_to_folders_and_pipes_are_left_out_and_said(tmp_path):
    (tmp_path / ".cache").mkdir()
    (tmp_path / ".cache" / "a.txt").write_text(LEAD, encoding="utf-8")
    (tmp_path / "a.txt").write_text(LEAD, encoding="utf-8")
    (tmp_path / "loop").symlink_to(tmp_path)
    os.mkfifo(tmp_path / "pipe")
    found = list(read_path(tmp_path))
    assert [f.code for f in found] == ["hidden", None, "link", "link"]
    assert [f.skipped for f in found] == [True, False, True, True]


def test_a_folder_without_files_gives_a_reason(tmp_path):
    (tmp_path / ".a").write_text(LEAD, encoding="utf-8")
    assert [f.code for f in read_path(tmp_path)] == ["hidden", "empty"]
