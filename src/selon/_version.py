"""The version of selon, told in every reading."""

__version__ = "0.1.0"
