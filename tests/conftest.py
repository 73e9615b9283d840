import pytest
from hypothesis import HealthCheck, settings

from selon import Reader, Reading

# No deadline: an example's time depends on the machine. Derandomised: a failure shows again in the next run.
settings.register_profile("selon", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("selon")


@pytest.fixture(scope="session")
def reader() -> Reader:
    """One reader for the whole run: loading the model takes about a second."""
    return Reader()


@pytest.fixture(scope="session")
def read(reader: Reader):  # type: ignore[no-untyped-def]
    """Read a text as a report of 17 January 2022."""

    def _read(text: str, published: str = "2022-01-17", outlet: str = "Agence du Nord") -> Reading:
        return reader.read(text, published=published, outlet=outlet)

    return _read
