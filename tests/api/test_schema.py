"""The API held against its own OpenAPI document, by questions nobody thought of."""

import json

import pytest
import requests
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.generation import GenerationMode
from schemathesis.specs.openapi.checks import positive_data_acceptance

from tests.api.conftest import Ask

# What a schema cannot say: that south is below north, that a filter is CQL2, that an id exists.
UNSAYABLE = [positive_data_acceptance]


def references(part: object) -> list[str]:
    if isinstance(part, dict):
        own = [part["$ref"]] if isinstance(part.get("$ref"), str) else []
        return own + [one for value in part.values() for one in references(value)]
    if isinstance(part, list):
        return [one for value in part for one in references(value)]
    return []


def test_the_document_is_complete_in_itself(ask: Ask) -> None:
    document = ask("/openapi", f="json").json()
    for one in set(references(document)):
        assert one.startswith("#/")
        found = document
        for step in one.removeprefix("#/").split("/"):
            found = found[step]
    assert "schemas.opengis.net" not in json.dumps(document)


def test_the_document_names_the_address_it_was_asked_at(ask: Ask, api_url: str) -> None:
    assert ask("/openapi", f="json").json()["servers"][0]["url"] == api_url


@pytest.mark.parametrize("mode", list(GenerationMode))
def test_answers_are_as_described(api_url: str, mode: GenerationMode) -> None:
    described = schemathesis.openapi.from_url(f"{api_url}/openapi?f=json")
    # One collection: the others differ by their names alone.
    some = described.include(path_regex=r"^/($|openapi|conformance|tables|collections($|/(parks)))")
    asked = [found.ok() for found in some.get_all_operations()]
    assert len(asked) > 8
    with requests.Session() as session:
        for operation in asked:
            hold(session, operation, mode)


def hold(
    session: requests.Session, operation: schemathesis.APIOperation, mode: GenerationMode
) -> None:
    @settings(max_examples=6, suppress_health_check=list(HealthCheck), database=None)
    @given(case=operation.as_strategy(generation_mode=mode))
    def validate(case: schemathesis.Case) -> None:
        case.call_and_validate(session=session, excluded_checks=UNSAYABLE, timeout=60)

    validate()
