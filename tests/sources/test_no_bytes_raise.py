"""Whatever becomes of a file, reading it gives articles and reasons, and never an error."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.sources import made

from selon.sources import read_bytes

URL = "https://www.courrier-nord.example/2021/03/04/tarsk.html"


def _mailbox():
    return b"".join(
        b"From a@b.example Thu Mar  4 10:00:00 2021\n" + made.mail(number=n).as_bytes() + b"\n" for n in range(2)
    )


def _attached():
    message = made.mail()
    message.add_alternative(made.PAGE, subtype="html")
    message.add_attachment(made.document([made.BODY]), maintype="application", subtype="msword", filename="é.docx")
    return message.as_bytes()


MADE = {
    "europresse": made.europresse(
        made.europresse_article(), made.europresse_article(number="n2"), before="3 documents"
    ),
    "factiva": (made.factiva_record() + made.factiva_record(title="Fin")).encode(),
    "factiva html": made.factiva_html(made.TITLE, "Fin"),
    "nexis": "\n".join(made.nexis_lines() + made.nexis_lines(title="Fin")).encode(),
    "nexis docx": made.document(made.nexis_lines()),
    "docx": made.document([made.LEAD, made.BODY], made.TITLE),
    "csv": f'id;titre;texte\n1;Un;"{made.LEAD}\n{made.BODY}"\n2;Deux;"{made.BODY}"\n'.encode(),
    "csv utf-16": f"id;titre;texte\n1;Un;{made.LEAD}\n".encode("utf-16"),
    "rss": made.feed(made.ENTRY, made.ENTRY),
    "atom": made.ATOM,
    "mail": _attached(),
    "mailbox": _mailbox(),
    "pdf": made.pdf([made.TITLE, made.LEAD], [made.BODY]),
    "warc": made.warc((URL, "text/html", made.PAGE, 200), (URL, "image/png", b"x", 200)),
    "warc.gz": made.warc((URL, "text/html", made.PAGE, 200), packed=True),
    "wacz": made.archive({"datapackage.json": "{}", "archive/a.warc": made.warc((URL, "text/html", made.PAGE, 200))}),
    "zip": made.archive({"a.txt": made.LEAD, "b.zip": made.archive({"c.html": made.PAGE})}),
}


def _check(data):
    found = list(read_bytes(data, "x"))
    assert found
    for one in found:
        assert (one.article is None) == (one.failed is not None) == (one.code is not None)
        assert one.where.startswith("x")
        if one.article:
            one.article.text.encode("utf-8")
        else:
            assert one.failed.startswith(one.where)
            assert "\n" not in one.failed
            (one.raw or "").encode("utf-8")


@pytest.mark.parametrize("name", MADE)
def test_files_as_they_are_give_articles(name):
    _check(MADE[name])
    assert any(found.article for found in read_bytes(MADE[name], "x"))


@given(st.sampled_from(sorted(MADE)), st.floats(0, 1))
@settings(max_examples=60, derandomize=True, deadline=None)
def test_files_that_break_off_never_raise(name, part):
    _check(MADE[name][: int(part * len(MADE[name]))])


@given(
    st.sampled_from(sorted(MADE)),
    st.lists(st.tuples(st.floats(0, 1), st.binary(min_size=1, max_size=8)), min_size=1, max_size=6),
)
@settings(max_examples=120, derandomize=True, deadline=None)
def test_files_with_bytes_overwritten_never_raise(name, changes):
    data = bytearray(MADE[name])
    for place, new in changes:
        at = int(place * (len(data) - 1))
        data[at : at + len(new)] = new
    _check(bytes(data))


@given(st.sampled_from(sorted(MADE)), st.floats(0, 1), st.floats(0, 1), st.binary(max_size=40))
@settings(max_examples=60, derandomize=True, deadline=None)
def test_files_with_a_piece_taken_out_and_another_put_in_never_raise(name, one, two, new):
    data = MADE[name]
    start, end = sorted((int(one * len(data)), int(two * len(data))))
    _check(data[:start] + new + data[end:])
