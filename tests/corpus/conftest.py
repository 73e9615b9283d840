from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest
from benchmarks.generate import generate

from selon import Corpus, Reading, open_corpus


@pytest.fixture(scope="session")
def made() -> list[Reading]:
    """Sixty generated readings: copies, updates and contradictions among them."""
    return list(islice(generate(3), 60))


@pytest.fixture
def corpus(tmp_path: Path) -> Iterator[Corpus]:
    with open_corpus(tmp_path / "un.corpus") as opened:
        yield opened


@pytest.fixture(scope="session")
def full(tmp_path_factory: pytest.TempPathFactory, made: list[Reading]) -> Iterator[Corpus]:
    """A corpus of all generated readings; ask, do not write."""
    with open_corpus(tmp_path_factory.mktemp("corpus") / "deux.corpus") as opened:
        for reading in made:
            opened.add_reading(reading)
        yield opened
