"""The errors selon raises; all children of SelonError."""


class SelonError(Exception):
    """Something selon can explain in one line: what, where, what to do."""


class SpanError(SelonError):
    """A span does not hold the words it claims to hold."""


class TableError(SelonError):
    """A word list or knowledge table does not follow its schema."""


class RecordError(SelonError):
    """A record read back from JSON does not follow the published schema."""


class ModelError(SelonError):
    """The trained model's files are missing, damaged or do not belong together."""


class MissingExtraError(SelonError):
    """A format needs a package that is not installed."""


class CorpusError(SelonError):
    """A corpus cannot be opened, or a question or correction does not fit it."""
