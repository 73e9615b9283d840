"""The second look: of one act or one statement at a time, who does it, whom it befalls, where, who speaks.

A question is made of the words of an act or a content, marked by what they are taken for, and of the words around
that can be a party. They begin as their states in the middle of the encoder and go through layers of their own, copies
of the upper ones at first, in which they attend to each other and to what the encoder's layers make of the text: the
levitated markers of Ye et al. (2022), packed by the word asked about, with weights of their own.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import torch
from labels import MARKS, PARTIES, STATUSES
from layers import APART, NEVER, Layer, shared_loss
from torch import Tensor, nn
from torch.nn import functional

RARE = -2.0  # few words are a party


class Closer(nn.Module):
    """Layers for the words of questions, and the scores of each as an answer."""

    def __init__(self, upper: Sequence[Layer], size: int, dropout: float, head_dropout: float) -> None:
        """Take the layers to begin as, and the size of a relation's scores."""
        super().__init__()
        hidden, feed = upper[0].q.in_features, upper[0].fi.out_features
        self.layers = nn.ModuleList(Layer(hidden, upper[0].heads, feed, 1e-12, dropout) for _ in upper)
        self.begin(upper)
        self.marker = nn.Embedding(len(MARKS), hidden)
        nn.init.normal_(self.marker.weight, std=0.3)
        self.of_word = nn.Linear(hidden, len(PARTIES) * size)
        self.of_head = nn.Linear(hidden, len(PARTIES) * size, bias=False)
        self.score = nn.Parameter(torch.randn(len(PARTIES), size) * size**-0.5)
        self.none = nn.Linear(hidden, len(PARTIES))
        self.status = nn.Linear(hidden, len(STATUSES))
        self.act = nn.Linear(hidden, 2)
        self.size, self.drop = size, nn.Dropout(head_dropout)

    def begin(self, upper: Sequence[Layer]) -> None:
        """Begin as copies of the encoder's layers."""
        for own, theirs in zip(self.layers, upper, strict=True):
            own.load_state_dict(theirs.state_dict())

    def forward(
        self, states: Sequence[Tensor], piece: Tensor, mark: Tensor, question: Tensor, head: Tensor,
        mask: Tensor | None = None,
    ) -> tuple[Tensor, Tensor, Tensor, Tensor]:  # fmt: skip
        """Take what the encoder's upper layers take, each [batch, pieces, hidden].

        Of the words of all questions about a window [batch, words]: first piece, mark and question (-1 for padding); of
        each question [batch, questions] its first marked word; `mask` is 1 for pieces. Gives logits of parties [batch,
        words, relations] and, of each question, of nobody [batch, questions, relations], of statuses, and of being no
        act of the type, and one [batch, questions, 2].
        """
        x = torch.gather(states[0], 1, piece[:, :, None].expand(-1, -1, states[0].shape[2])) + self.marker(mark)
        b, n = piece.shape
        others = (question[:, :, None] != question[:, None, :]).to(x.dtype) * APART
        pieces = torch.ones_like(states[0][:, :, 0]) if mask is None else mask
        text = ((1.0 - pieces) * NEVER)[:, None].expand(b, n, -1)
        additive = torch.cat([text, others], 2)[:, None]
        for layer, state in zip(self.layers, states, strict=True):
            x = layer.ask(x, state, additive)
        x = self.drop(x)
        asked = torch.gather(x, 1, head[:, :, None].expand(-1, -1, x.shape[2]))
        return self.parties(x, asked, question), self.none(asked), self.status(asked), self.act(asked)

    def parties(self, x: Tensor, asked: Tensor, question: Tensor) -> Tensor:
        """Give each word's score as a party of its question, by relation."""
        whose = question.clamp(min=0)[:, :, None]
        of_head = self.of_head(asked)
        both = self.of_word(x) + torch.gather(of_head, 1, whose.expand(-1, -1, of_head.shape[2]))
        both = functional.gelu(both).reshape(*x.shape[:2], len(PARTIES), self.size)
        return (both * self.score).sum(-1) + RARE


def losses(found: tuple[Tensor, Tensor, Tensor, Tensor], questions: dict[str, Any]) -> dict[str, Tensor]:
    """Give the cross-entropy of each relation over the words and "nobody", shared by several parties, and the others'.

    Whether it is an act is asked only where a type is told.
    """
    parties, none, statuses, acts = (x.float() for x in found)
    out = {}
    for name, (b, q, targets) in questions["parties"].items():
        r = PARTIES.index(name)
        row = parties[b, :, r].masked_fill(questions["question"][b] != q[:, None], NEVER)
        out[f"closer {name}"] = shared_loss(torch.cat([none[b, q, r][:, None], row], 1), targets)
    for name, logits in (("status", statuses), ("act", acts)):
        if name in questions:
            out[f"closer {name}"] = functional.cross_entropy(logits.flatten(0, 1), questions[name].flatten())
    return out
