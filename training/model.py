"""The encoder (BERT architecture, word embeddings frozen) and its heads over words.

A word is represented by its first piece; word 0 of a window is `<s>`, which stands for "none" and for the root.
"""

from __future__ import annotations

from typing import Any

import torch
from labels import HEADS, LINKS
from torch import Tensor, nn
from torch.nn import functional

IGNORE = -100
LINK_SCALE, ARC_SCALE = 0.5, 0.35
MOST_WORDS = 256
DISTANCES = [0, 1, 2, 3, 4, 6, 9, 13, 19, 28, 40, 60, 90]  # upper ends of the buckets, in words
NEAR_SCALE = 10.0  # these few values learn ten times as fast
RARE = -4.0  # few words are the target of a link


def rounded(x: Tensor, step: Tensor) -> Tensor:
    """Give x as whole steps; gradients pass as if it had been left alone (Bengio et al. 2013)."""
    return x + (torch.round(x / step) * step - x).detach()


def as_exported(x: Tensor) -> Tensor:
    """Give activations [batch, pieces, size] as the exported file's 8 bits hold them, window by window."""
    whole = x.detach().flatten(1)
    span = whole.amax(1).clamp(min=0) - whole.amin(1).clamp(max=0)
    return rounded(x, (span / 255).clamp(min=1e-8)[:, None, None])


class Matrix(nn.Linear):
    """A product whose weights, and inputs if asked, can be held to the bits that they are exported in."""

    bits: int | None = None
    inputs = False

    def forward(self, x: Tensor) -> Tensor:
        """Give the product."""
        if self.bits is None:
            return super().forward(x)
        step = self.weight.detach().abs().amax(1, keepdim=True) / (2 ** (self.bits - 1) - 1)
        return functional.linear(
            as_exported(x) if self.inputs else x, rounded(self.weight, step.clamp(min=1e-8)), self.bias
        )


def hold(model: nn.Module, bits: int | None) -> None:
    """Hold a model's matrices to so many bits from now on, or set them free."""
    for module in model.modules():
        if isinstance(module, Matrix):
            module.bits = bits


class Layer(nn.Module):
    """One transformer layer with norms after its sums."""

    def __init__(self, hidden: int, heads: int, feed: int, epsilon: float, dropout: float) -> None:
        super().__init__()
        self.heads = heads
        self.q, self.k, self.v, self.ao = (Matrix(hidden, hidden) for _ in range(4))
        self.fi, self.fo = Matrix(hidden, feed), Matrix(feed, hidden)
        self.fo.inputs = True  # gelu gives few large values: eight bits are coarse for the rest
        self.aln, self.oln = nn.LayerNorm(hidden, epsilon), nn.LayerNorm(hidden, epsilon)
        self.drop = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """Take [batch, pieces, hidden] and an additive mask [batch, 1, 1, pieces]."""
        b, n, h = x.shape
        q, k, v = (f(x).reshape(b, n, self.heads, h // self.heads).transpose(1, 2) for f in (self.q, self.k, self.v))
        mixed = functional.scaled_dot_product_attention(q, k, v, attn_mask=mask.expand(b, 1, n, n))
        return self.after(x, mixed)

    def after(self, x: Tensor, mixed: Tensor) -> Tensor:
        """Take the layer's input and what its heads attend to [batch, heads, pieces, size]; give its output."""
        b, n, h = x.shape
        x = self.aln(x + self.drop(self.ao(mixed.transpose(1, 2).reshape(b, n, h))))
        return self.oln(x + self.drop(self.fo(functional.gelu(self.fi(x)))))


class Near(nn.Module):
    """What the distance from one word to another adds to a link's score, a value for each relation and bucket."""

    def __init__(self, relations: int) -> None:
        super().__init__()
        here = torch.arange(MOST_WORDS)
        distance = here[None, :] - here[:, None]
        bounds = torch.tensor(DISTANCES)
        bucket = torch.bucketize(distance.abs(), bounds) * 2 + (distance < 0)
        bucket[:, 0] = 2 * len(DISTANCES) + 2
        self.register_buffer("bucket", bucket.to(torch.int32), persistent=False)
        self.value = nn.Parameter(torch.zeros(2 * len(DISTANCES) + 3, relations))

    def forward(self, words: int) -> Tensor:
        """Give [relations, from, to] for a window of so many words."""
        return (NEAR_SCALE * self.value[self.bucket[:words, :words]]).permute(2, 0, 1)


class Reader(nn.Module):
    """Encoder and heads; `forward` gives the logits of every head, of links and of arcs."""

    def __init__(self, tensors: dict[str, Tensor], sizes: dict[str, int], dropout: float, head_dropout: float) -> None:
        super().__init__()
        hidden = tensors["emb.word"].shape[1]
        feed = tensors["l0.fi.b"].shape[0]
        self.word = nn.Embedding.from_pretrained(tensors["emb.word"], freeze=True)
        self.pos = nn.Parameter(tensors["emb.pos"] + tensors["emb.type"][0])
        self.ln = nn.LayerNorm(hidden, 1e-12)
        self.layers = nn.ModuleList(Layer(hidden, 12, feed, 1e-12, dropout) for _ in range(sizes["layers"]))
        self.drop, self.head_drop = nn.Dropout(dropout), nn.Dropout(head_dropout)
        self.heads = nn.ModuleDict({f"{k}_": nn.Linear(hidden, len(v)) for k, v in HEADS.items() if k != "deprel"})
        self.sizes = sizes
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

    def _load(self, tensors: dict[str, Tensor]) -> None:
        state = {"ln.weight": tensors["emb.ln.w"], "ln.bias": tensors["emb.ln.b"]}
        for k in range(self.sizes["layers"]):
            for part in ("q", "k", "v", "ao", "fi", "fo", "aln", "oln"):
                state[f"layers.{k}.{part}.weight"] = tensors[f"l{k}.{part}.w"]
                state[f"layers.{k}.{part}.bias"] = tensors[f"l{k}.{part}.b"]
        _missing, surplus = self.load_state_dict(state, strict=False)
        if surplus:
            raise ValueError(f"the encoder has parts the model lacks: {surplus}")

    def middle(self, ids: Tensor, mask: Tensor) -> Tensor:
        """Give the states in the middle, where a second look begins; `mask` is 1 for pieces, 0 for padding."""
        x = self.drop(self.ln(self.word(ids) + self.pos[: ids.shape[1]]))
        return self._through(0, self.sizes["middle"], x, mask)

    def last(self, middle: Tensor, mask: Tensor) -> Tensor:
        """Give the last layer's states from those in the middle."""
        return self._through(self.sizes["middle"], self.sizes["layers"], middle, mask)

    def _through(self, start: int, end: int, x: Tensor, mask: Tensor) -> Tensor:
        additive = (1.0 - mask.to(x.dtype))[:, None, None, :] * -1e4
        for k in range(start, end):
            with torch.set_grad_enabled(torch.is_grad_enabled() and k >= self.frozen):
                x = self.layers[k](x, additive)
        return x

    def forward(
        self, ids: Tensor, mask: Tensor, first: Tensor, sentence: Tensor, heads: Tensor | None = None
    ) -> dict[str, Tensor]:
        """Take ids and mask [batch, pieces], the first piece of each word and its sentence [batch, words].

        Word 0 is `<s>` and of sentence 0, words of padding are of sentence -1; `heads` are the true heads in training,
        by which relations are learned; else each word's best head is taken. Gives logits by head, and `middle`.
        """
        middle = self.middle(ids, mask)
        x = self.last(middle, mask)
        index = first[:, :, None].expand(-1, -1, x.shape[2])
        w = self.head_drop(torch.gather(x, 1, index))
        out = {k[:-1]: head(w) for k, head in self.heads.items()}
        out["link"] = self.links(w)
        arcs = self.arcs(w)
        allowed = (sentence[:, :, None] == sentence[:, None, :]) | (sentence[:, None, :] == 0)
        out["arc"] = arcs.masked_fill(~allowed, -1e4)
        best = out["arc"].argmax(-1) if heads is None else heads.clamp(min=0)
        out["deprel"] = self.relations(w, best)
        out["middle"] = middle
        return out

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


def losses(out: dict[str, Tensor], batch: dict[str, Any]) -> dict[str, Tensor]:
    """Give the mean loss of each head over what the batch knows; heads it knows nothing of are left out."""
    found = {}
    for head, target in batch["labels"].items():
        if (target != IGNORE).any():
            found[head] = functional.cross_entropy(out[head].flatten(0, 1), target.flatten(), ignore_index=IGNORE)
    if (batch["heads"] != IGNORE).any():
        scores = out["arc"].flatten(0, 1)
        found["arc"] = functional.cross_entropy(scores, batch["heads"].flatten(), ignore_index=IGNORE)
    return found | link_losses(out["link"], batch)


def link_losses(scores: Tensor, batch: dict[str, Any]) -> dict[str, Tensor]:
    """Give each relation's cross-entropy over the words and "none"; several targets share the probability."""
    found = {}
    rows, targets, inside = batch["link_rows"], batch["link_targets"], batch["inside"]
    for r, name in enumerate(LINKS):
        b, i = rows[:, r].nonzero(as_tuple=True)
        if len(b):
            row = scores[b, r, i].masked_fill(~inside[b], -1e4)
            target = targets[b, r, i]
            found[f"link {name}"] = shared_loss(row, target)
    return found


def shared_loss(scores: Tensor, targets: Tensor) -> Tensor:
    """Give the mean cross-entropy of rows of scores [rows, words], several targets of a row sharing the probability."""
    return -(scores.log_softmax(-1) * targets / targets.sum(-1, keepdim=True)).sum() / len(scores)
