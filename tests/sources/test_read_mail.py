from tests.sources.made import BODY, LEAD, PAGE, TITLE, document, mail, mbox

from selon.sources import mbox as mbox_module
from selon.sources import read_bytes


def read(message, name="m.eml"):
    return list(read_bytes(message if isinstance(message, bytes) else message.as_bytes(), name))


def codes(found):
    return [note.code for note in found.notes]


def test_a_message_gives_subject_text_day_and_sender():
    (found,) = read(mail())
    article = found.article
    assert article.text == f"{TITLE}\n\n{LEAD}\n{BODY}"
    assert (article.published, article.outlet, article.id) == (
        "2021-03-04",
        "La Lettre du Nord",
        "n1@courrier-nord.example",
    )


def test_an_encoded_subject_and_a_folded_one_are_decoded():
    (found,) = read(mail().as_bytes().replace(b"Subject: ", b"Subject: =?UTF-8?Q?=C3=89t=C3=A9_?=\n ", 1))
    assert found.article.title.startswith("Été")


def test_the_page_is_taken_where_the_text_only_points_to_it():
    message = mail(text="Voir la version en ligne.\n")
    message.add_alternative(PAGE, subtype="html")
    (found,) = read(message)
    assert LEAD in found.article.text
    assert "version en ligne" not in found.article.text


def test_the_text_is_taken_where_it_has_what_the_page_has():
    message = mail()
    message.add_alternative(PAGE, subtype="html")
    (found,) = read(message)
    assert found.article.text == f"{TITLE}\n\n{LEAD}\n{BODY}"


def test_lines_broken_at_a_width_are_joined():
    words = f"{LEAD} {BODY}".split()
    (found,) = read(mail(text="\n".join(" ".join(words[n : n + 9]) for n in range(0, len(words), 9)) + "\n\nFin.\n"))
    assert found.article.text == f"{TITLE}\n\n{LEAD} {BODY}\nFin."


def test_attachments_are_articles_of_their_own_and_pictures_are_left_out():
    message = mail()
    message.add_attachment(document([BODY]), maintype="application", subtype="octet-stream", filename="note.docx")
    message.add_attachment(b"\x89PNG\r\n\x1a\n", maintype="image", subtype="png", filename="logo.png")
    message.add_attachment(b"\x00\x01\x02\x03" * 50, maintype="application", subtype="octet-stream", filename="x.bin")
    first, note, logo, other = read(message)
    assert first.article.title == TITLE
    assert (note.where, note.article.text) == ("m.eml!note.docx", BODY)
    assert [(f.code, f.skipped) for f in (logo, other)] == [("attachment", True)] * 2


def test_an_attached_message_is_read():
    message = mail(subject="TR: un retrait", text="Pour information.\n", number=2)
    message.add_attachment(mail())
    found = read(message)
    assert found[1].article.title == TITLE


def test_messages_within_messages_end_somewhere():
    message = mail()
    for number in range(6):
        outer = mail(number=number + 2)
        outer.add_attachment(message)
        message = outer
    assert read(message)[-1].code == "too-deep"


def test_a_message_without_text_gives_a_reason():
    (found,) = read(mail(text="\n"))
    assert (found.code, found.raw) == ("no-text", TITLE)


def test_a_text_in_latin_1_is_read_by_its_declaration():
    message = mail()
    message.set_content(f"{LEAD}\n\nLe Sénat a cédé.\n", charset="iso-8859-1", cte="8bit")
    (found,) = read(message)
    assert "Le Sénat a cédé." in found.article.text


def test_a_mailbox_gives_its_messages_in_order(tmp_path):
    found = read(mbox(tmp_path, mail(), mail(subject="Fin", number=2, text="From ici, tout va bien.\n")), "m.mbox")
    assert [f.article.title for f in found] == [TITLE, "Fin"]
    assert "From ici" in found[1].article.text
    assert ">From" not in found[1].article.text
    assert [f.where for f in found] == ["m.mbox#1", "m.mbox#2"]


def test_a_bad_message_costs_only_itself(tmp_path):
    data = mbox(tmp_path, mail(), mail(number=2), mail(subject="Fin", number=3))
    parts = data.split(b"\nFrom ")
    parts[1] = b"x Thu Mar 4 10:00:00 2021\n\xff\xfe\x00: \n\n"
    found = read(b"\nFrom ".join(parts), "m.mbox")
    assert [f.article and f.article.title for f in found] == [TITLE, None, "Fin"]


def test_a_message_that_is_too_large_costs_only_itself(tmp_path, monkeypatch):
    monkeypatch.setattr(mbox_module, "LARGEST", 2000)
    found = read(
        mbox(tmp_path, mail(), mail(number=2, text=f"{LEAD}\n\n" * 50), mail(subject="Fin", number=3)), "m.mbox"
    )
    assert [f.code for f in found] == [None, "too-large", None]


def test_a_message_that_comes_twice_is_told(tmp_path):
    found = read(mbox(tmp_path, mail(), mail()), "m.mbox")
    assert codes(found[1]) == ["duplicate-id"]
