import json

import pytest

from selon.sources import read_bytes, read_path
from selon.sources.jsonl import read_jsonl

TEXT = "Orvieu reprend les négociations\n\nLe gouvernement d'Orvieu a annoncé mardi la reprise des pourparlers."


def lines(*values):
    return "".join((v if isinstance(v, str) else json.dumps(v, ensure_ascii=False)) + "\n" for v in values).encode()


def read(*values):
    return list(read_bytes(lines(*values), "a.jsonl"))


def test_all_keys_are_taken_and_others_ignored():
    value = {"text": TEXT, "id": "o1", "url": "https://b.example/a", "title": "Orvieu", "published": "2021-03-04",
             "outlet": "Le Courrier", "lang": "fr", "pages": [1, 2]}  # fmt: skip
    (found,) = read(value)
    article = found.article
    assert (article.id, article.url, article.published) == ("o1", "https://b.example/a", "2021-03-04")
    assert (article.title, article.outlet, article.lang) == ("Orvieu", "Le Courrier", "fr")
    assert found.where == "a.jsonl:1"


def test_a_first_line_serves_as_title():
    (found,) = read({"text": TEXT})
    assert found.article.title == "Orvieu reprend les négociations"
    assert found.article.text == TEXT


def test_a_number_is_good_for_an_id_and_null_for_anything():
    (found,) = read({"text": TEXT, "id": 7, "title": None, "lang": None})
    assert found.article.id == "7"


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        ('{"text": "coupé', "not JSON"),
        ("nope", "not JSON"),
        ('{"a": ' * 100_000, "not JSON"),
        ({"title": "Orvieu"}, 'no "text"'),
        ({"text": 5}, '"text" is a number'),
        ({"text": " \n"}, '"text" is empty'),
        ({"text": TEXT, "title": ["Orvieu"]}, '"title" is a list'),
        ({"text": TEXT, "id": True}, '"id" is true or false'),
        ([1], "a list where an object"),
        ("null", "null where an object"),
        ('"Orvieu"', "a string where an object"),
    ],
)
def test_a_bad_line_costs_only_itself(bad, reason):
    found = read({"text": TEXT, "id": 1}, bad, {"text": TEXT, "id": 2})
    assert [f.article.id if f.article else None for f in found] == ["1", None, "2"]
    assert found[1].failed.startswith("a.jsonl:2: ")
    assert reason in found[1].failed
    assert "\n" not in found[1].failed


def test_a_bad_first_line_costs_only_itself():
    found = read('{"text": "coupé', {"text": TEXT}, {"text": TEXT, "id": "b"})
    assert [f.where for f in found if f.failed] == ["a.jsonl:1"]
    assert len(found) == 3


def test_lines_are_counted_with_the_empty_ones():
    assert [f.where for f in read("", {"text": TEXT}, " ", {"text": TEXT, "id": 2})] == ["a.jsonl:2", "a.jsonl:4"]


def test_an_id_that_comes_twice_is_noted():
    found = read({"text": TEXT, "id": "a"}, {"text": TEXT + " Et puis.", "id": "a"}, {"text": TEXT, "id": "c"})
    assert [[n.code for n in f.notes if n.code == "duplicate-id"] for f in found] == [[], ["duplicate-id"], []]
    assert "a.jsonl:1" in found[1].notes[-1].message


def test_lone_surrogates_are_replaced_and_pairs_kept():
    (found,) = read('{"text": "Le \\ud800 ministre \\ud83d\\ude00", "published": "2021-03-04"}')
    assert found.article.text == "Le \ufffd ministre \U0001f600"
    assert [n.code for n in found.notes] == ["surrogates"]


def test_null_characters_in_a_string_are_kept_and_noted():
    (found,) = read('{"text": "Le mi\\u0000nistre", "published": "2021-03-04"}')
    assert found.article.text == "Le mi\x00nistre"
    assert [n.code for n in found.notes] == ["nulls"]


@pytest.mark.parametrize("form", [{"indent": 2}, {}])
def test_a_list_is_read_item_by_item(form):
    data = json.dumps([{"text": TEXT}, 3, {"text": TEXT + "!"}], **form).encode()
    found = list(read_bytes(data, "a.json"))
    assert [f.where for f in found] == ["a.json#1", "a.json#2", "a.json#3"]
    assert [bool(f.article) for f in found] == [True, False, True]


def test_one_object_over_several_lines_is_read():
    (found,) = read_bytes(json.dumps({"text": TEXT}, indent=2).encode(), "a.json")
    assert found.article.text == TEXT


def test_an_empty_list_or_object_gives_a_reason():
    assert [f.article for data in (b"[]", b"{}", b"[\n]") for f in read_bytes(data)] == [None] * 3


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "cp1252"])
def test_other_encodings_are_read(encoding):
    data = lines({"text": TEXT}, {"text": TEXT, "id": 2}).decode().encode(encoding)
    assert [f.article.text for f in read_bytes(data)] == [TEXT, TEXT]


def test_lines_are_read_one_by_one():
    def endless():
        while True:
            yield lines({"text": TEXT})

    found = read_jsonl(endless(), "a.jsonl")
    assert [next(found).where for _ in range(3)] == ["a.jsonl:1", "a.jsonl:2", "a.jsonl:3"]


def test_a_file_longer_than_what_is_looked_at_first_is_read_whole(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(lines(*({"text": TEXT, "id": number, "lang": "fr"} for number in range(1500))))
    assert [f.article.id for f in read_path(path)] == [str(number) for number in range(1500)]
