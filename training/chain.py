"""How likely a chain of labels is (conditional random field: Lafferty et al. 2001), as `decode.chained` reads it."""

from __future__ import annotations

import torch
from data import IGNORE
from torch import Tensor


def chain_loss(scores: Tensor, target: Tensor, steps: Tensor) -> Tensor:
    """Give the mean negative log-likelihood a word of the labels [texts, words], IGNORE behind a text's end.

    `scores` are [texts, words, labels]; `steps` [labels + 1, labels] is what a label gains behind another one, in the
    last row at a text's beginning.
    """
    inside = target != IGNORE
    labels = target.clamp(min=0)
    gains = torch.cat([steps[-1][labels[:, :1]], steps[labels[:, :-1], labels[:, 1:]]], 1)
    told = ((scores.gather(2, labels[:, :, None])[:, :, 0] + gains) * inside).sum()
    total = scores[:, 0] + steps[-1]
    for i in range(1, scores.shape[1]):
        further = torch.logsumexp(total[:, :, None] + steps[:-1], 1) + scores[:, i]
        total = torch.where(inside[:, i, None], further, total)
    loss: Tensor = (torch.logsumexp(total, 1).sum() - told) / inside.sum()
    return loss
