"""What OpenAPI describes, asked at random by schemathesis: the server never fails, and tells errors in one form."""

from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from hypothesis import HealthCheck, Phase, given, settings
from tests.corpus.readers import WordReader
from tests.web.conftest import fill, hostile

from selon.web.app import make_app
from selon.web.security import LOOPBACK, Guard

schemathesis = pytest.importorskip("schemathesis", reason="schemathesis is not installed")
FEW = settings(
    max_examples=8, deadline=None, phases=[Phase.explicit, Phase.generate], database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large],
)  # fmt: skip


@pytest.fixture
def app(tmp_path: Path) -> FastAPI:
    path = fill(tmp_path / "asked.corpus", [hostile()])
    return make_app(path, Guard(LOOPBACK | {"testserver"}), make_reader=WordReader)


def test_nothing_that_is_asked_makes_the_server_fail(app: FastAPI) -> None:
    described = schemathesis.openapi.from_asgi("/api/openapi.json", app)
    operations = [found.ok() for found in described.get_all_operations()]
    assert len(operations) > 12
    for operation in operations:

        @FEW
        @given(case=operation.as_strategy())
        def ask(case: Any) -> None:
            answer = case.call(timeout=300)
            assert answer.status_code < 500, (case.method, case.formatted_path, answer.text)
            if answer.status_code >= 400 and answer.headers.get("content-type", [""])[0].startswith("application/json"):
                assert set(answer.json()) == {"code", "message"}

        ask()
