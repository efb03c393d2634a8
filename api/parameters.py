"""Query parameters held against what the OpenAPI document says of them."""

import math
from collections.abc import Iterable, Mapping
from typing import Any

import jsonschema

from api.paths import PATHS

LONGEST = 2000  # characters of one value


def declared(document: Mapping[str, Any], name: str, path: Mapping[str, str]) -> dict[str, Any]:
    """Return the schema of each query parameter of a path; empty for an unknown collection."""
    place = PATHS[name].replace("{item}", "{featureId}").format_map(_Kept(path))
    found = document["paths"].get(place, {}).get("get", {}).get("parameters", [])
    resolved = [_resolve(document, one) for one in found]
    return {one["name"]: one["schema"] for one in resolved if one["in"] == "query"}


class _Kept(dict[str, str]):
    """Leaves what it does not know as it is written."""

    def __missing__(self, key: str) -> str:
        return f"{{{key}}}"


def _resolve(document: Mapping[str, Any], one: Mapping[str, Any]) -> Mapping[str, Any]:
    if "$ref" not in one:
        return one
    found: Mapping[str, Any] = document["components"]["parameters"][one["$ref"].split("/")[-1]]
    return found


def fault(
    document: Mapping[str, Any],
    name: str,
    path: Mapping[str, str],
    given: Iterable[tuple[str, str]],
) -> str | None:
    """Return what is wrong with the parameters of a request, or None."""
    known = declared(document, name, path)
    if not known:
        return None  # a collection that is none: its 404 says more
    for key, text in given:
        if key not in known:
            return f"Unknown parameter {key!r}. Known: {', '.join(sorted(known))}."
        if len(text) > LONGEST:
            return f"{key} is longer than {LONGEST} characters."
        try:
            jsonschema.validate(_read(text, known[key]), known[key])
        except ValueError:
            return f"{key}={text} is not a {known[key]['type']}."
        except jsonschema.ValidationError as error:
            return f"{key}={text}: {error.message}"
    return None


def _read(text: str, schema: Mapping[str, Any]) -> Any:
    """Return a parameter's value as its schema types it."""
    match schema.get("type"):
        case "array":
            return [_read(part, schema.get("items", {})) for part in text.split(",")]
        case "boolean":
            return {"true": True, "false": False}.get(text, text)
        case "integer":
            return int(text)
        case "number":
            return _finite(float(text))
    return text


def _finite(number: float) -> float:
    if not math.isfinite(number):
        raise ValueError(number)
    return number


def refusal(reason: str) -> dict[str, str]:
    """Return the document of a refused request."""
    code = "InvalidParameterValue"
    return {"code": code, "type": code, "description": reason}
