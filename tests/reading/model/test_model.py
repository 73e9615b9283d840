import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from training.proposing import Proposal, propose

from selon.errors import ModelError
from selon.reading.model import Model
from selon.reading.model.contents import contents
from selon.reading.model.syntax import names, parses
from selon.reading.text import split_sentences

HEADS = {
    "name": ["O", "B-person", "I-person"],
    "mention": ["O", "B-mention", "I-mention"],
    "anchor": ["O", "anchor"],
    "type": ["O", "REJECT", "ASSAULT"],
    "status": ["actual", "planned"],
    "content": ["O", "B-content", "I-content"],
    "inner": ["O", "B-content", "I-content"],
    "cue": ["O", "B-cue", "I-cue"],
    "act": ["say", "deny"],
    "time": ["O", "B-time", "I-time"],
    "quantity": ["O", "B-quantity", "I-quantity"],
    "upos": ["NOUN", "VERB"],
    "deprel": ["root", "nsubj"],
    "number": ["none", "singular", "plural"],
    "gender": ["none", "masculine", "feminine"],
}
LINKS = ["actor", "recipient", "place", "time", "cue", "cue_speaker", "content_speaker"]
STEPS = [[0.0] * len(HEADS["name"]) for _ in range(len(HEADS["name"]) + 1)]
VOCABULARY = ["<s>", "<pad>", "</s>", "<unk>", "▁", "▁Varel", "▁refuse", "▁lundi", "▁Nous", "▁partons", "▁dit"]
VAREL, REFUSE, LUNDI, NOUS, PARTONS, DIT = range(5, 11)


def write_manifest(folder: Path) -> None:
    digests = {n: hashlib.sha256((folder / n).read_bytes()).hexdigest() for n in ("tokenizer.json", "labels.json")}
    (folder / "manifest.json").write_text(json.dumps({"sha256": digests}))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    tokenizers = pytest.importorskip("tokenizers")
    out = tmp_path_factory.mktemp("weights")
    model = tokenizers.models.Unigram([(p, -float(i)) for i, p in enumerate(VOCABULARY)], unk_id=3)
    tokenizers.Tokenizer(model).save(str(out / "tokenizer.json"))
    floors = {"trigger": 0.25, "anchor": 0.3, "link": 0.25}
    labels = {"heads": HEADS, "links": LINKS, "floors": floors, "favour": 0.0, "steps": {"name": STEPS}}
    (out / "labels.json").write_text(json.dumps(labels))
    write_manifest(out)
    return out


def backend(arrays: Mapping[str, Any]) -> dict[str, Any]:
    """Label each word by its first piece alone, as a model would that knows six words."""
    ids = np.take_along_axis(arrays["ids"], arrays["first"], axis=1)
    out = {h: np.zeros((*ids.shape, len(labels)), np.float32) for h, labels in HEADS.items()}
    for h in out:
        out[h][..., 0] = 9
    for head, piece, label in (
        ("name", VAREL, 1), ("mention", VAREL, 1), ("anchor", VAREL, 1), ("type", REFUSE, 1), ("time", LUNDI, 1),
        ("content", NOUS, 1), ("content", PARTONS, 2), ("cue", DIT, 1), ("act", DIT, 1),
    ):  # fmt: skip
        out[head][ids == piece, label] = 20
    link = np.full((len(ids), len(LINKS), ids.shape[1], ids.shape[1]), -9.0, np.float32)
    link[:, 3:, :, 0] = 0
    for kind, source, to in (
        ("actor", REFUSE, VAREL), ("time", REFUSE, LUNDI), ("cue", NOUS, DIT), ("cue_speaker", DIT, VAREL),
        ("content_speaker", NOUS, VAREL),
    ):  # fmt: skip
        pairs = (ids == source)[:, :, None] & (ids == to)[:, None, :]
        link[:, LINKS.index(kind)][pairs] = 9
    arc = np.zeros((len(ids), ids.shape[1], ids.shape[1]), np.float32)
    return out | {"link": link, "arc": arc}


def read(model: Model, text: str) -> Proposal:
    return propose(model.see(text, split_sentences(text)), model.labels)


def test_spans_and_links_point_at_the_words_of_the_text(folder: Path):
    text = "« Nous partons », dit Varel. Varel refuse lundi."
    found = read(Model(folder, backend=backend), text)
    assert [text[m.start : m.end] for m in found.contents] == ["Nous partons"]
    assert [(text[c.start : c.end], c.act) for c in found.cues] == [("dit", "deny")]
    assert [(text[t.start : t.end], t.type, t.status) for t in found.triggers] == [("refuse", "REJECT", "actual")]
    assert [text[t.start : t.end] for t in found.times] == ["lundi"]
    assert [(text[n.start : n.end], n.kind) for n in found.names] == [("Varel", "person")] * 2
    links = {(x.kind, text[slice(*x.to_span)]) for x in found.links}
    assert links >= {
        ("actor", "Varel"),
        ("time", "lundi"),
        ("cue", "dit"),
        ("speaker", "Varel"),
        ("cue_speaker", "Varel"),
    }


@pytest.mark.parametrize("text", ["", " \n", "\x00\ud800", "\u00a0Varel\u202frefuse\u00a0!", "ﬁn Varel"])
def test_odd_texts_give_a_proposal(folder: Path, text: str):
    found = read(Model(folder, backend=backend), text)
    assert [text[n.start : n.end] for n in found.names] == ["Varel"] * text.count("Varel")


@settings(max_examples=25, deadline=None)
@given(st.text(alphabet="Varel refuselundi.\n«»’\u00a0-", max_size=120))
def test_every_proposed_span_lies_in_the_text(folder: Path, text: str):
    found = read(Model(folder, backend=backend), text)
    parts = [*found.names, *found.triggers, *found.contents, *found.cues, *found.times, *found.mentions]
    assert all(0 <= p[0] < p[1] <= len(text) for p in parts)


@settings(max_examples=25, deadline=None)
@given(st.text(alphabet="Varel refuselundi.\n«»’\u00a0-", max_size=400))
def test_every_sentence_is_one_tree_of_its_own_tokens(folder: Path, text: str):
    model, sentences = Model(folder, backend=backend), split_sentences(text)
    seen = model.see(text, sentences)
    for parse, named, sentence in zip(
        parses(seen, sentences, model.labels), names(seen, model.labels), sentences, strict=True
    ):
        assert [(w.start, w.end) for w in parse] == [(t.start, t.end) for t in sentence.tokens]
        assert [w.dep for i, w in enumerate(parse) if w.head == i] == ["ROOT"]
        assert all(0 <= n.start < n.end <= len(parse) for n in named)


def test_contents_come_with_their_cue_act_and_speaker(folder: Path):
    text = "« Nous partons », dit Varel. Varel refuse lundi."
    model = Model(folder, backend=backend)
    (found,) = contents(model.see(text, split_sentences(text)), model.labels, 0.9)
    assert text[found.start : found.end] == "Nous partons"
    assert found.cue == (text.index("dit"), text.index("dit") + 3)
    assert (found.act, found.speaker, found.settled) == ("deny", text.index("Varel"), True)


def test_contents_below_the_score_are_left_out(folder: Path):
    text = "« Nous partons », dit Varel."
    model = Model(folder, backend=backend)
    assert contents(model.see(text, split_sentences(text)), model.labels, 1.1) == []


def test_a_long_text_is_read_in_windows_with_every_word_seen_once(folder: Path):
    text = "Varel refuse lundi. " * 400
    found = read(Model(folder, backend=backend), text)
    assert len(found.triggers) == 400
    assert len({t.start for t in found.triggers}) == 400


def test_a_damaged_file_is_told_with_its_name(folder: Path, tmp_path: Path):
    for path in folder.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    (tmp_path / "labels.json").write_text("{}")
    with pytest.raises(ModelError, match=r"labels\.json does not match its recorded hash; install selon again"):
        read(Model(tmp_path, backend=backend), "Varel")


def test_a_missing_file_is_told(folder: Path, tmp_path: Path):
    (tmp_path / "manifest.json").write_bytes((folder / "manifest.json").read_bytes())
    with pytest.raises(ModelError, match="is missing"):
        read(Model(tmp_path, backend=backend), "Varel")


def test_a_folder_without_manifest_is_told(tmp_path: Path):
    with pytest.raises(ModelError, match="manifest"):
        read(Model(tmp_path), "Varel")
