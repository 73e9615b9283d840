import pytest

from selon import Reader, Reading


@pytest.fixture(scope="session")
def reader() -> Reader:
    """One reader for the whole run: loading the parser takes about a second."""
    return Reader()


@pytest.fixture(scope="session")
def read(reader: Reader):  # type: ignore[no-untyped-def]
    """Read a text as a report of 17 January 2022."""

    def _read(text: str, published: str = "2022-01-17", outlet: str = "Agence du Nord") -> Reading:
        return reader.read(text, published=published, outlet=outlet)

    return _read
