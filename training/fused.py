"""Layers as they run fastest in the exported file: fewer products, no mask where there is no padding.

The attention of the second look is one operator of onnxruntime, which adds its mask without writing each step out; for
the first look, which has no mask, its steps are as fast (attention: Vaswani et al. 2017).
"""

from __future__ import annotations

from typing import Any

import torch
from layers import Layer, together
from torch import Tensor, nn
from torch.nn import functional

DOMAIN = "com.microsoft"


class Attention(torch.autograd.Function):
    """Attention of queries [batch, words, hidden] to keys and values [batch, pieces, hidden] in so many heads.

    `bias` is added to the scores, [batch or 1, heads or 1, words, pieces]. The scale is inside the queries.
    """

    @staticmethod
    def forward(_ctx: Any, q: Tensor, k: Tensor, v: Tensor, bias: Tensor, heads: int) -> Tensor:
        """Compute it."""
        q, k, v = (x.unflatten(-1, (heads, -1)).transpose(1, 2) for x in (q, k, v))
        return together(functional.scaled_dot_product_attention(q, k, v, attn_mask=bias, scale=1.0))

    @staticmethod
    def symbolic(graph: Any, q: Any, k: Any, v: Any, bias: Any, heads: int) -> Any:
        """Write it as one operator."""
        none = graph.op("prim::Constant")
        none.setType(torch._C.OptionalType.ofTensor())
        inputs = [q, k, v, none, none, bias]
        return graph.op(f"{DOMAIN}::MultiHeadAttention", *inputs, num_heads_i=heads, scale_f=1.0).setType(q.type())


class Fused(nn.Module):
    """A layer of the first look: one product for queries, keys and values, the scale inside the queries."""

    def __init__(self, layer: Layer) -> None:
        super().__init__()
        self.layer = layer
        self.qkv = joined(scaled(layer), layer.k, layer.v)

    def forward(self, x: Tensor, _mask: Tensor) -> Tensor:
        """Do what the layer does with a window by itself, which has no padding to mask."""
        b, n, h = x.shape
        heads = self.layer.heads
        q, k, v = self.qkv(x).reshape(b, n, 3, heads, h // heads).permute(2, 0, 3, 1, 4)
        return self.layer.after(x, together((q @ k.transpose(2, 3)).softmax(-1) @ v))


class FusedAsk(nn.Module):
    """A layer of the second look: one product for keys and values."""

    def __init__(self, layer: Layer) -> None:
        super().__init__()
        self.layer, self.q, self.kv = layer, scaled(layer), joined(layer.k, layer.v)

    def ask(self, x: Tensor, text: Tensor, mask: Tensor) -> Tensor:
        """Do what the layer does for questions; called as a module, so that the graph's names tell the layer."""
        found: Tensor = self(x, text, mask)
        return found

    def forward(self, x: Tensor, text: Tensor, mask: Tensor) -> Tensor:
        """Do it."""
        k, v = self.kv(torch.cat([text, x], 1)).split(self.q.in_features, -1)
        return self.layer.after(x, Attention.apply(self.q(x), k, v, mask, self.layer.heads))


def scaled(layer: Layer) -> nn.Linear:
    """Give a layer's queries with the scale of its scores inside."""
    scale = (layer.q.in_features // layer.heads) ** -0.5
    out = nn.Linear(layer.q.in_features, layer.q.out_features)
    out.weight.data, out.bias.data = layer.q.weight.detach() * scale, layer.q.bias.detach() * scale
    return out


def joined(*products: nn.Linear) -> nn.Linear:
    """Make one product of several with the same inputs."""
    out = nn.Linear(products[0].in_features, sum(p.out_features for p in products))
    out.weight.data = torch.cat([p.weight for p in products]).detach()
    out.bias.data = torch.cat([p.bias for p in products]).detach()
    return out
