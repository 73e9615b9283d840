"""The parts both looks are made of: products held to the bits of the exported file, layers, and what distance adds."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

MOST_WORDS = 256
DISTANCES = [0, 1, 2, 3, 4, 6, 9, 13, 19, 28, 40, 60, 90]  # upper ends of the buckets, in words
NEAR_SCALE = 10.0  # these few values learn ten times as fast
NEVER = -1e4
APART = -60.0  # between what does not attend to each other; less would give numbers too small to add fast


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
        b, n, _ = x.shape
        q, k, v = (self.split(f(x)) for f in (self.q, self.k, self.v))
        mixed = functional.scaled_dot_product_attention(q, k, v, attn_mask=mask.expand(b, 1, n, n))
        return self.after(x, together(mixed))

    def ask(self, x: Tensor, text: Tensor, mask: Tensor) -> Tensor:
        """Let words x [batch, words, hidden] attend to a text's states and to each other.

        `mask` is additive, [batch, 1, words, pieces + words].
        """
        k, v = (self.split(torch.cat([f(text), f(x)], 1)) for f in (self.k, self.v))
        mixed = functional.scaled_dot_product_attention(self.split(self.q(x)), k, v, attn_mask=mask)
        return self.after(x, together(mixed))

    def split(self, x: Tensor) -> Tensor:
        """Give [batch, heads, pieces, size of a head]."""
        b, n, h = x.shape
        return x.reshape(b, n, self.heads, h // self.heads).transpose(1, 2)

    def after(self, x: Tensor, mixed: Tensor) -> Tensor:
        """Take the layer's input and what its heads attend to, both [batch, pieces, hidden]; give its output."""
        x = self.aln(x + self.drop(self.ao(mixed)))
        return self.oln(x + self.drop(self.fo(functional.gelu(self.fi(x)))))


def together(mixed: Tensor) -> Tensor:
    """Put what heads attend to [batch, heads, pieces, size] side by side: [batch, pieces, hidden]."""
    return mixed.transpose(1, 2).flatten(2)


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


def shared_loss(scores: Tensor, targets: Tensor) -> Tensor:
    """Give the mean cross-entropy of rows of scores [rows, words], several targets of a row sharing the probability."""
    return -(scores.log_softmax(-1) * targets / targets.sum(-1, keepdim=True)).sum() / len(scores)
