import gzip
import io

import pytest
from tests.sources.made import BODY, LEAD, PAGE, TITLE, archive, pdf, warc

from selon.sources import read_bytes

URL = "https://www.courrier-nord.example/2021/03/04/tarsk.html"
EMPTY = "<html><body><script>var a = 1;</script></body></html>"
HTML = "text/html; charset=utf-8"


def read(data, name="a.warc"):
    return list(read_bytes(data, name))


@pytest.mark.parametrize("packed", [False, True])
def test_a_page_is_read_with_its_address(packed):
    (found,) = read(warc((URL, HTML, PAGE, 200), packed=packed))
    article = found.article
    assert article.text == f"{TITLE}\n\n{LEAD}\n{BODY}"
    assert (article.url, article.published) == (URL, "2021-03-04")
    assert found.where == "a.warc#1"


def test_what_is_no_page_is_counted_in_one_line():
    records = [
        (URL, HTML, PAGE, 200),
        ("https://a.example/b.png", "image/png", b"\x89PNG", 200),
        ("https://a.example/c", HTML, "x", 404),
    ]
    found = read(warc(*records, ("https://a.example/d.png", "image/png", b"\x89PNG", 200)))
    assert [f.skipped for f in found] == [False, True]
    assert "image/png (2), status 404 (1)" in found[1].failed


def test_pages_without_an_article_are_left_out_with_their_address():
    found = read(warc(("https://a.example/", HTML, EMPTY, 200), (URL, HTML, PAGE, 200)))
    assert [(f.code, f.skipped) for f in found] == [("no-article", True), (None, False)]
    assert "https://a.example/" in found[0].failed


def test_a_pdf_in_a_web_archive_is_read():
    (found,) = read(warc(("https://a.example/2021/03/04/note.pdf", "application/pdf", pdf([TITLE, LEAD, BODY]), 200)))
    assert LEAD in found.article.text
    assert found.article.published == "2021-03-04"


@pytest.mark.parametrize("packed", [False, True])
def test_an_archive_that_breaks_off_gives_what_came_before(packed):
    data = warc((URL, HTML, PAGE, 200), (URL + "?b", HTML, PAGE, 200), packed=packed)
    found = read(data[: len(data) * 3 // 4])
    assert found[0].article.title == TITLE
    assert all(f.article or f.failed for f in found)


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("damage", ["no beginning", "too short", "between"])
def test_a_damaged_record_costs_only_itself(damage, packed):
    parts = [warc((f"{URL}?{n}", HTML, PAGE, 200)) for n in range(4)]
    if damage == "no beginning":
        parts[1] = b"XXXX" + parts[1][4:]
    elif damage == "too short":
        parts[1] = parts[1].replace(
            b"http; msgtype=response\r\nContent-Length: ", b"http; msgtype=response\r\nContent-Length: 1\r\nX: "
        )
    else:
        parts[1] = b"perdu\r\n" + parts[1]
    data = b"".join(parts)
    found = read(gzip.compress(data) if packed else data)
    urls = [f.article.url for f in found if f.article]
    assert {f"{URL}?0", f"{URL}?2", f"{URL}?3"} <= set(urls)
    assert [f.code for f in found if f.failed and f.code == "damaged"] == ["damaged"]


def test_an_archive_without_pages_gives_a_reason():
    found = read(warc(("https://a.example/b.png", "image/png", b"\x89PNG", 200)))
    assert found[-1].failed == "a.warc: no page in this web archive"
    assert not found[-1].skipped


def test_the_same_page_twice_is_told():
    found = read(warc((URL, HTML, PAGE, 200), (URL, HTML, PAGE, 200)))
    assert [note.code for note in found[1].notes] == ["duplicate-id"]


def test_a_wacz_gives_its_web_archives_only():
    files = {"datapackage.json": "{}", "pages/pages.jsonl": '{"text": "non"}', "indexes/index.cdx": "x"}
    files["archive/data.warc.gz"] = warc((URL, HTML, PAGE, 200), packed=True)
    (found,) = read(archive(files), "a.wacz")
    assert found.where == "a.wacz!archive/data.warc.gz#1"
    assert found.article.url == URL


def test_a_web_archive_is_read_record_by_record():
    record = warc((URL, HTML, PAGE, 200))

    class Endless(io.RawIOBase):
        given = 0

        def readable(self):
            return True

        def readinto(self, buffer):
            data = (record * (len(buffer) // len(record) + 2))[self.given % len(record) :][: len(buffer)]
            buffer[: len(data)] = data
            self.given += len(data)
            return len(data)

    from selon.sources import read_file

    file = Endless()
    found = read_file(io.BufferedReader(file), "a.warc")
    assert [next(found).where for _ in range(3)] == ["a.warc#1", "a.warc#2", "a.warc#3"]
    assert file.given < 4 * 2**20
