import pytest

from selon.sources.detect import binary_name, detect

CRAWL = "date 2021-03 https://www.courrier-boreal.example/2021/03/04/accord.html\n\nUn accord\n\nLead.\n"


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", b"\xef\xbb\xbf", b"\xff\xfe", b"\x00" * 50, b" " * 100_000])
def test_nothing_but_blanks_is_empty(data):
    assert detect(data) == "empty"


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"\x89PNG\r\n\x1a\n\x00", "PNG"),
        (b"{\\rtf1\\ansi Bonjour}", "RTF"),
        (b"<?xml version='1.0'?>\n<catalogue><livre/></catalogue>", "XML"),
        (b"\x00\x01\x02\x03" * 100, "binary data"),
    ],
)
def test_what_is_not_read_is_binary_and_has_a_name(data, name):
    assert detect(data) == "binary"
    assert name in binary_name(data)


@pytest.mark.parametrize(
    "start",
    [
        "<!DOCTYPE html>\n<html>",
        "<html lang='fr'>",
        "\n <!-- saved from url=(0030)https://www.journal.example/a -->\n<HTML>",
        "<?xml version='1.0' encoding='utf-8'?>\n<html xmlns='http://www.w3.org/1999/xhtml'>",
        "<div class='page'>",
        "<p>",
    ],
)
def test_a_page_is_known_by_its_first_element(start):
    assert detect(f"{start}<p>Le ministre a parlé.</p>".encode()) == "html"


@pytest.mark.parametrize(
    "text",
    [
        '{"text": "Un accord"}\n{"text": "Un refus"}\n',
        '[{"text": "Un accord"}]',
        '{\n  "text": "Un accord"\n}',
        "{}",
        '{"text": coupé\n{"text": "Un refus"}\n{"text": "Un accord"}\n',
        'ligne perdue\n{"text": "Un refus"}\n{"text": "Un accord"}\n',
    ],
)
def test_json_values_are_json_lines(text):
    assert detect(text.encode()) == "jsonl"


@pytest.mark.parametrize("start", ["", " ", "\ufeff", "\n"])
def test_a_line_with_date_and_url_begins_a_crawled_record(start):
    assert detect((start + CRAWL).encode()) == "crawl"


@pytest.mark.parametrize(
    "text",
    [
        "Le ministre a parlé.",
        "[Mise à jour] Le ministre a parlé.",
        "{sic} Le ministre a parlé.",
        "< 10 000 personnes ont défilé.",
        "Une balise <html> citée dans un article.",
        "date limite dépassée",
        "Le mi\x00nistre a parlé de la réunion et du traité.",
    ],
)
def test_everything_else_is_text(text):
    assert detect(text.encode()) == "text"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "utf-8-sig"])
def test_the_format_is_known_in_other_encodings(encoding):
    assert detect("Le ministre a parlé à Tarsk.".encode(encoding)) == "text"
    assert detect(CRAWL.encode(encoding)) == "crawl"
    assert detect('{"text": "Un accord signé"}'.encode(encoding)) == "jsonl"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "pdf"),
        (b"\n%PDF-1.4\n", "pdf"),
        (b"PK\x03\x04\x14\x00", "zip"),
        (b"PK\x05\x06" + bytes(18), "zip"),
        (b"\x1f\x8b\x08\x00", "gzip"),
        (b"WARC/1.1\r\nWARC-Type: response", "warc"),
        (b"<?xml version='1.0'?>\n<!-- fil -->\n<rss version='2.0'><channel/></rss>", "feed"),
        (b"<feed xmlns='http://www.w3.org/2005/Atom'></feed>", "feed"),
        (b"<?xml version='1.0'?><rdf:RDF xmlns='http://purl.org/rss/1.0/'></rdf:RDF>", "feed"),
        (b"From MAILER-DAEMON Thu Mar  4 10:00:00 2021\nFrom: a@b.example\n\nTexte", "mbox"),
        (b"From: a@b.example\nTo: c@d.example\nSubject: Un\n accord\n\n<html>\n", "mail"),
        (b"Received: by x\n\tfor y\nDate: Thu, 4 Mar 2021 10:00:00 +0100\nfrom: a@b.example\n\n\x00\x01", "mail"),
        (b"id;titre;texte\n1;a;b\n", "csv"),
        (b"sep=;\nTitre;Contenu\na;b\n", "csv"),
        (b"url,text\nhttps://a.example,Un accord\n", "csv"),
        (b'texte\n"Un accord"\n', "csv"),
        ("Num\tIntitul\xe9\tChap\xf4\tCorps de l'article\n1\ta\tb\tc\n".encode("cp1252"), "csv"),
    ],
)
def test_other_formats_are_known_by_their_first_bytes(data, kind):
    assert detect(data) == kind


@pytest.mark.parametrize(
    "text",
    [
        "Texte, date et journal\nLe ministre a parlé.",
        "Date: jeudi\nLe ministre a parlé à la presse.",
        "From Russia with love\nUn film.",
        "Titre\nLe ministre, dit-on, a parlé.",
        "Sujet : la paix ; texte : la guerre\nLe ministre a parlé.",
        "Un accord; un refus\nLe ministre a parlé; le président aussi.",
    ],
)
def test_reports_are_not_taken_for_tables_or_mail(text):
    assert detect(text.encode()) == "text"


def test_columns_that_are_told_make_a_table():
    assert detect(b"rang;prose\n1;abc\n") == "text"
    assert detect(b"rang;prose\n1;abc\n", {"text": "prose"}) == "csv"
