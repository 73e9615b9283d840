"""Several trainings of the upper layers over the same lower ones, read as one: their chances are averaged.

Two that learnt apart err apart, so that their mean is right more often than either (Dietterich 2000).
"""

from __future__ import annotations

import torch
from model import Reader
from torch import Tensor, nn

LEAST = 1e-30


def mean_of(scores: list[Tensor]) -> Tensor:
    """Give the logarithm of the mean of the chances over the last axis."""
    chances = torch.stack([s.softmax(-1) for s in scores]).mean(0)
    return chances.clamp(min=LEAST).log()


class Branches(nn.Module):
    """A model and others that share its layers below `shared`; gives log-chances in the form of the model's logits."""

    def __init__(self, model: Reader, others: list[Reader], shared: int) -> None:
        super().__init__()
        for other in others:
            check_shared(model, other, shared)
        self.model, self.others, self.shared = model, nn.ModuleList(others), shared

    def forward(self, ids: Tensor, mask: Tensor, first: Tensor, sentence: Tensor) -> dict[str, Tensor]:
        """Take what the model takes."""
        count = len(self.model.layers)
        x = self.model.run_layers(self.model.embed(ids), mask, range(self.shared))
        readers = [self.model, *self.others]
        seen = [m.scores(m.run_layers(x, mask, range(self.shared, count)), first, sentence) for m in readers]
        out = {k: mean_of([scores[k] for _, scores in seen]) for k in seen[0][1]}
        best = out["arc"].argmax(-1)
        relations = [m.relations(w, best) for m, (w, _) in zip(readers, seen, strict=True)]
        return out | {"deprel": mean_of(relations)}


def check_shared(model: Reader, other: Reader, shared: int) -> None:
    """Refuse a model whose lower layers are not those it is to share; ValueError."""
    theirs = other.state_dict()
    for name, value in model.state_dict().items():
        lower = name.startswith("layers.") and int(name.split(".")[1]) < shared
        if (lower or name.startswith(("pos", "ln."))) and not torch.allclose(value, theirs[name], atol=1e-6):
            raise ValueError(f"{name} is not that of the model it should be shared with: train with its layers frozen")
