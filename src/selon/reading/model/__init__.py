"""The trained encoder: what it sees in a text, and what that proposes."""

from selon.reading.model.session import Model, load_model

__all__ = ["Model", "load_model"]
