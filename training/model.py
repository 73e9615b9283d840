"""The encoder (BERT architecture, word embeddings frozen) and its heads over words.

A word is represented by its first piece; word 0 of a window is `<s>`, which stands for "none" and for the root.
"""

from __future__ import annotations

from typing import Any

import torch
from closer import Closer
from data import IGNORE
from labels import HEADS, LINKS
from layers import NEVER, Layer, Near, shared_loss
from torch import Tensor, nn
from torch.nn import functional

NAME = "name"
LINK_SCALE, ARC_SCALE = 0.5, 0.35
RARE = -4.0  # few words are the target of a link


class Reader(nn.Module):
    """Encoder and heads; `forward` gives the logits of every head, of links and of arcs."""

    def __init__(self, tensors: dict[str, Tensor], sizes: dict[str, Any], dropout: float, head_dropout: float) -> None:
        """Take the encoder's own tensors; the heads begin anew, the second look with copies of the upper layers."""
        super().__init__()
        hidden = tensors["emb.word"].shape[1]
        feed = tensors["l0.fi.b"].shape[0]
        self.word = nn.Embedding.from_pretrained(tensors["emb.word"], freeze=True)
        self.pos = nn.Parameter(tensors["emb.pos"] + tensors["emb.type"][0])
        self.ln = nn.LayerNorm(hidden, 1e-12)
        self.layers = nn.ModuleList(Layer(hidden, 12, feed, 1e-12, dropout) for _ in range(sizes["layers"]))
        self.drop, self.head_drop = nn.Dropout(dropout), nn.Dropout(head_dropout)
        self.sizes = sizes
        self.heads = nn.ModuleDict(
            {f"{k}_": nn.Linear(self.width(k, hidden), len(v)) for k, v in HEADS.items() if k != "deprel"}
        )
        self.name_steps = nn.Parameter(torch.zeros(len(HEADS[NAME]) + 1, len(HEADS[NAME])), requires_grad=False)
        self.frozen = 0
        self.link_from = nn.Linear(hidden, len(LINKS) * sizes["link"])
        self.link_to = nn.Linear(hidden, len(LINKS) * sizes["link"])
        self.arc_from, self.arc_to = nn.Linear(hidden, sizes["arc"]), nn.Linear(hidden, sizes["arc"])
        self.arc_mix = nn.Linear(sizes["arc"], sizes["arc"], bias=False)
        self.arc_bias = nn.Linear(sizes["arc"], 1)
        self.rel_from, self.rel_to = nn.Linear(hidden, sizes["rel"]), nn.Linear(hidden, sizes["rel"])
        self.rel_out = nn.Linear(2 * sizes["rel"], len(HEADS["deprel"]))
        self.link_bias = nn.Linear(hidden, len(LINKS))
        nn.init.constant_(self.link_bias.bias, RARE)
        self.near = Near(len(LINKS))
        self._load(tensors)
        self.closer = Closer(list(self.layers)[sizes["middle"] :], sizes["closer"], dropout, head_dropout)

    def width(self, head: str, hidden: int) -> int:
        """Give how many values a head takes of a word: those of lower layers too where it tells names."""
        return hidden * (1 + len(self.sizes["lower"])) if head == NAME else hidden

    def _load(self, tensors: dict[str, Tensor]) -> None:
        state = {"ln.weight": tensors["emb.ln.w"], "ln.bias": tensors["emb.ln.b"]}
        for k in range(self.sizes["layers"]):
            for part in ("q", "k", "v", "ao", "fi", "fo", "aln", "oln"):
                state[f"layers.{k}.{part}.weight"] = tensors[f"l{k}.{part}.w"]
                state[f"layers.{k}.{part}.bias"] = tensors[f"l{k}.{part}.b"]
        _missing, surplus = self.load_state_dict(state, strict=False)
        if surplus:
            raise ValueError(f"the encoder has parts the model lacks: {surplus}")

    def states(self, ids: Tensor, mask: Tensor) -> list[Tensor]:
        """Give what each layer takes, and what the last one gives; `mask` is 1 for pieces, 0 for padding."""
        found = [self.drop(self.ln(self.word(ids) + self.pos[: ids.shape[1]]))]
        additive = (1.0 - mask.to(found[0].dtype))[:, None, None, :] * NEVER
        for k, layer in enumerate(self.layers):
            with torch.set_grad_enabled(torch.is_grad_enabled() and k >= self.frozen):
                found.append(layer(found[-1], additive))
        return found

    def forward(
        self, ids: Tensor, mask: Tensor, first: Tensor, sentence: Tensor, heads: Tensor | None = None
    ) -> dict[str, Any]:
        """Take ids and mask [batch, pieces], the first piece of each word and its sentence [batch, words].

        Word 0 is `<s>` and of sentence 0, words of padding are of sentence -1; `heads` are the true heads in training,
        by which relations are learned; else each word's best head is taken. Gives logits by head, and the
        `states` that a second look takes, a list.
        """
        *states, x = self.states(ids, mask)
        index = first[:, :, None].expand(-1, -1, x.shape[2])
        w = self.head_drop(torch.gather(x, 1, index))
        out = {k[:-1]: head(w) for k, head in self.heads.items() if k != f"{NAME}_"}
        out[NAME] = self.heads[f"{NAME}_"](self.head_drop(self.name_values([*states, x], first)))
        out["link"] = self.links(w)
        arcs = self.arcs(w)
        allowed = (sentence[:, :, None] == sentence[:, None, :]) | (sentence[:, None, :] == 0)
        out["arc"] = arcs.masked_fill(~allowed, NEVER)
        best = out["arc"].argmax(-1) if heads is None else heads.clamp(min=0)
        out["deprel"] = self.relations(w, best)
        out["states"] = states[self.sizes["middle"] :]
        return out

    def name_values(self, states: list[Tensor], first: Tensor) -> Tensor:
        """Give what the head of names takes of each word: its first piece behind the last layer and some lower ones."""
        chosen = torch.cat([states[-1], *(states[k] for k in self.sizes["lower"])], -1)
        return torch.gather(chosen, 1, first[:, :, None].expand(-1, -1, chosen.shape[2]))

    def relations(self, w: Tensor, heads: Tensor) -> Tensor:
        """Give the logits of each word's relation to its head."""
        here, there = functional.gelu(self.rel_from(w)), functional.gelu(self.rel_to(w))
        there = torch.gather(there, 1, heads[:, :, None].expand(-1, -1, there.shape[2]))
        return self.rel_out(torch.cat([here + there, here * there], dim=-1))

    def links(self, w: Tensor) -> Tensor:
        """Give the scores [batch, relations, from, to]."""
        b, n, _ = w.shape
        size = self.sizes["link"]
        here = functional.gelu(self.link_from(w)).reshape(b, n, len(LINKS), size).transpose(1, 2)
        there = functional.gelu(self.link_to(w)).reshape(b, n, len(LINKS), size).transpose(1, 2)
        bias = self.link_bias(w).transpose(1, 2)[:, :, None, :]
        return here @ there.transpose(2, 3) * LINK_SCALE + bias + self.near(n)

    def arcs(self, w: Tensor) -> Tensor:
        """Give the scores [batch, dependent, head]."""
        here, there = functional.gelu(self.arc_from(w)), functional.gelu(self.arc_to(w))
        return self.arc_mix(here) @ there.transpose(1, 2) * ARC_SCALE + self.arc_bias(there).transpose(1, 2)


def losses(out: dict[str, Any], batch: dict[str, Any]) -> dict[str, Tensor]:
    """Give the mean loss of each head over what the batch knows; heads it knows nothing of are left out."""
    found = {}
    for head, target in batch["labels"].items():
        found[head] = functional.cross_entropy(out[head].flatten(0, 1).float(), target.flatten(), ignore_index=IGNORE)
    if "heads" in batch:
        scores = out["arc"].flatten(0, 1).float()
        found["arc"] = functional.cross_entropy(scores, batch["heads"].flatten(), ignore_index=IGNORE)
    return found | link_losses(out["link"], batch)


def link_losses(scores: Tensor, batch: dict[str, Any]) -> dict[str, Tensor]:
    """Give each relation's cross-entropy over the words and "none"; several targets share the probability."""
    found = {}
    for name, (b, i, targets) in batch["links"].items():
        row = scores[b, LINKS.index(name), i].float().masked_fill(~batch["inside"][b], NEVER)
        found[f"link {name}"] = shared_loss(row, targets)
    return found
