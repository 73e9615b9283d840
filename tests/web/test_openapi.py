"""What OpenAPI says, asked at random by schemathesis: the server never fails and answers as described."""

import pytest
from hypothesis import HealthCheck, Phase, settings
from tests.corpus.readers import WordReader
from tests.web.conftest import fill, hostile

from selon.web.app import make_app
from selon.web.security import LOOPBACK, Guard

schemathesis = pytest.importorskip("schemathesis", reason="schemathesis is not installed")


@pytest.fixture(scope="module")
def described(tmp_path_factory: pytest.TempPathFactory) -> object:
    path = fill(tmp_path_factory.mktemp("openapi") / "asked.corpus", [hostile()])
    guard = Guard(LOOPBACK | {"testserver"})
    return schemathesis.openapi.from_asgi("/api/openapi.json", make_app(path, guard, make_reader=WordReader))


api = schemathesis.pytest.from_fixture("described")


@api.parametrize()
@settings(
    max_examples=8, deadline=None, phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.filter_too_much],
)  # fmt: skip
def test_nothing_that_is_asked_makes_the_server_fail(case: "schemathesis.Case") -> None:
    answer = case.call()
    assert answer.status_code < 500, answer.text
    if answer.status_code >= 400 and answer.headers.get("content-type", "").startswith("application/json"):
        assert set(answer.json()) == {"code", "message"}
