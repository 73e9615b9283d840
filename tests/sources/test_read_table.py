import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.sources.made import BODY, LEAD, TITLE

from selon.sources import read_bytes, read_file
from selon.sources.cells import _Cells, read_rows


def read(text, encoding="utf-8", **told):
    return list(read_bytes(text if isinstance(text, bytes) else text.encode(encoding), "t.csv", **told))


def codes(found):
    return [note.code for note in found.notes]


def test_columns_are_known_by_french_names_and_rows_by_their_lines():
    text = f'Identifiant;Titre;Date de publication;Journal;Lien;Texte intégral\n1;{TITLE};04/03/2021;Le Courrier;https://a.example/b;"{LEAD}\n{BODY}"\n2;Fin;05/03/2021;Le Courrier;;{LEAD}\n'
    one, two = read(text)
    article = one.article
    assert article.text == f"{TITLE}\n\n{LEAD}\n{BODY}"
    assert (article.id, article.published, article.outlet, article.url) == (
        "1",
        "2021-03-04",
        "Le Courrier",
        "https://a.example/b",
    )
    assert (one.where, two.where) == ("t.csv:2", "t.csv:4")


def test_columns_are_known_by_english_names():
    (found,) = read(
        f'headline,publication_date,newspaper,article_text\n{TITLE},2021-03-04T10:00:00Z,Le Courrier,"{LEAD}"\n'
    )
    assert (found.article.title, found.article.published, found.article.outlet) == (TITLE, "2021-03-04", "Le Courrier")


def test_the_lead_goes_before_the_text():
    (found,) = read(f"titre\tchapô\ttexte\n{TITLE}\t{LEAD}\t{BODY}\n")
    assert found.article.text == f"{TITLE}\n\n{LEAD}\n\n{BODY}"


def test_columns_may_be_told():
    told = {"text": "Prose", "published": "quand"}
    (found,) = read(f'rang,texte,prose,quand\n1,non,"{LEAD}",2021-03-04\n', columns=told)
    assert (found.article.text, found.article.published) == (LEAD, "2021-03-04")


def test_a_column_that_is_told_and_is_not_there_gives_the_names_of_the_columns():
    (found,) = read("titre,texte\na,b\n", columns={"text": "corps"})
    assert found.failed == "t.csv: no column 'corps'; the columns are titre, texte"


def test_the_longest_column_is_the_text_where_no_name_tells_it():
    (found,) = read(f"titre;date;depeche\n{TITLE};2021-03-04;{LEAD} {BODY}\n")
    assert LEAD in found.article.text


def test_no_column_of_text_gives_a_reason():
    (found,) = read("titre;date\nUn accord;2021-03-04\n")
    assert found.code == "no-text"
    assert "--column" in found.failed


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_encodings_marks_and_line_ends_do_not_matter(encoding, end):
    (found,) = read(f"titre;texte{end}{TITLE};{LEAD}{end}", encoding)
    assert found.article.text == f"{TITLE}\n\n{LEAD}"


def test_lines_that_end_in_a_carriage_return_alone_are_lines():
    one, two = read(f"titre;texte\rUn;{LEAD}\rDeux;{BODY}\r")
    assert (one.article.title, two.article.title) == ("Un", "Deux")


def test_an_encoding_that_changes_within_the_file_costs_no_row():
    rows = [f"titre;texte\nUn;{LEAD}\n".encode() * 1, f"Deux;{BODY} à l'été\n".encode("cp1252")]
    one, two = read(b"".join(rows))
    assert one.article.title == "Un"
    assert "à l'été" in two.article.text


def test_what_spreadsheets_write_above_the_header_is_left_out():
    (found,) = read(f"sep=;\ntitre;texte\n{TITLE};{LEAD}\n")
    assert (found.article.title, found.where) == (TITLE, "t.csv:3")


def test_a_huge_cell_is_read_whole():
    long = "\n".join(f"Le ministre a parlé {n} fois." for n in range(20_000))
    one, two = read(f'titre;texte\nUn;"{long}"\nDeux;{LEAD}\n')
    assert one.article.text == f"Un\n\n{long}"
    assert two.article.title == "Deux"


def test_doubled_marks_are_one_mark():
    (found,) = read('titre;texte\nUn;"Il dit ""non""; elle dit ""oui"""\n')
    assert found.article.text == 'Un\n\nIl dit "non"; elle dit "oui"'


def test_stray_marks_within_a_cell_stay():
    (found,) = read('id;texte;date\n1;"Le ministre "a parlé" hier.";2021-03-04\n')
    assert found.article.text == 'Le ministre "a parlé" hier.'
    assert found.article.published == "2021-03-04"


def test_a_mark_that_is_never_closed_costs_only_its_line():
    one, two = read(f'id;texte;date\n1;"Non, dit-il;2021-03-04\n2;{LEAD};2021-03-05\n')
    assert one.article.text == '"Non, dit-il'
    assert (two.article.text, two.where) == (LEAD, "t.csv:3")


def test_a_mark_that_is_never_closed_does_not_swallow_the_next_row():
    one, two = read(f'id;texte;date\n1;"Non, dit-il;2021-03-04\n2;"{LEAD}";2021-03-05\n')
    assert [f.article.published for f in (one, two)] == ["2021-03-04", "2021-03-05"]


@pytest.mark.parametrize("end", ["", f'9999;"{LEAD}";"{BODY}"\n'])
def test_many_marks_that_are_never_closed_are_gone_over_once(end, monkeypatch):
    fed = []
    feed = _Cells.feed
    monkeypatch.setattr(_Cells, "feed", lambda self, line: (fed.append(line), feed(self, line))[1])
    lines = [f'{n};"Non, dit-il;{LEAD}\n' for n in range(300)] + [end]
    rows = list(read_rows(iter(lines), ";", 3))
    assert [row.cells[0] for row in rows][:300] == [str(n) for n in range(300)]
    assert len(fed) < 5 * len(lines)


def test_a_row_of_the_wrong_width_costs_only_itself_and_is_kept():
    found = read(f'id,titre,texte\n1,Un,{LEAD}\n2,Deux,a,b,c\n3\n4,Fin,"{BODY}"\n')
    assert [f.code for f in found] == [None, "bad-row", "bad-row", None]
    assert found[1].failed == "t.csv:3: 5 cells where the header has 3; row skipped"
    assert found[1].raw == "2,Deux,a,b,c\n"


def test_empty_cells_at_the_end_may_be_missing_or_too_many():
    one, two = read(f"id;texte;date;journal\n1;{LEAD}\n2;{BODY};2021-03-04;Le Courrier;;\n")
    assert one.article.text == LEAD
    assert two.article.outlet == "Le Courrier"


def test_a_row_without_text_says_which_column_is_empty():
    (found, _) = read(f"id;texte\n1; \n2;{LEAD}\n")
    assert found.failed == "t.csv:2: the column 'texte' is empty; row skipped"


def test_an_id_or_a_text_that_comes_twice_is_told():
    found = read(f"id;texte\n1;{LEAD}\n1;{BODY}\n2;{LEAD}\n")
    assert [codes(f)[-1] for f in found] == ["no-date", "duplicate-id", "duplicate-text"]


def test_a_header_alone_gives_a_reason():
    (found,) = read("id;texte\n")
    assert found.failed == "t.csv: a table without rows"


def test_the_encoding_is_told_once():
    found = read(
        f"id;texte;date\n1;{LEAD} à Tarsk;2021-03-04\n2;{BODY} à Tarsk;2021-03-04\n".replace("«", "").replace("»", ""),
        "cp1252",
    )
    assert [codes(f) for f in found] == [["encoding"], []]


def test_rows_come_as_the_file_is_read():
    class Endless(io.RawIOBase):
        given = 0

        def readable(self):
            return True

        def readinto(self, buffer):
            line = f"1;{LEAD}\n".encode() if self.given else b"id;texte\n"
            data = line[: len(buffer)]
            buffer[: len(data)] = data
            self.given += len(data)
            return len(data)

    file = Endless()
    rows = read_file(io.BufferedReader(file), "t.csv")
    assert [next(rows).where for _ in range(3)] == ["t.csv:2", "t.csv:3", "t.csv:4"]
    assert file.given < 4 * 2**20


CELL = st.text(
    st.characters(exclude_characters="\x00\r\x85\u2028\u2029\x0b\x0c\x1c\x1d\x1e", codec="utf-8"), max_size=20
)


@given(st.lists(st.lists(CELL, min_size=3, max_size=3), max_size=8))
@settings(derandomize=True, deadline=None)
def test_what_is_quoted_comes_back(rows):
    lines = "".join(";".join('"' + cell.replace('"', '""') + '"' for cell in row) + "\n" for row in rows)
    assert [row.cells for row in read_rows(iter(lines.splitlines(keepends=True)), ";", 3)] == rows


@given(st.lists(st.text(alphabet='a";\n ', max_size=12), max_size=12))
@settings(derandomize=True, deadline=None)
def test_every_line_is_in_one_row_whatever_its_marks(lines):
    lines = [f"{line}\n" for line in "\n".join(lines).split("\n")]
    rows = list(read_rows(iter(lines), ";", 3))
    assert "".join(row.raw for row in rows).replace("\n", "").strip() or not any(line.strip() for line in lines)
    assert sum(len(row.raw) for row in rows) <= sum(map(len, lines))
    assert [row.line for row in rows] == sorted({row.line for row in rows})
