"""Readings as something else: one module a format."""
