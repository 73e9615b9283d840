"""selon reads news reports and gives back data: who did what, and according to whom."""

from selon._version import __version__

__all__ = ["__version__"]
