"""The command `rank`: the page's numbers without the page."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from geo.errors import AtlasError
from geo.export.files import write_file
from geo.i18n import shell_language
from geo.paths import display_path
from geo.siting import ranking_files
from geo.siting.question import Question, make_question
from geo.siting.question_error import QuestionError
from geo.siting.ranking import Ranking, rank_parks
from geo.siting.weights import PRESETS
from geo.siting.wording.limit_wording import list_loosened_limits, tell_nothing_left

PARTS = ("weights", "preset", "ideals", "limits", "prefer", "radius_km")


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the options of `rank`."""
    parser.add_argument("--industry", action="append", required=True, metavar="ID")
    parser.add_argument("--weights", type=Path, metavar="FILE.yml", help="criterion: percent")
    parser.add_argument("--preset", choices=PRESETS, help="weights made ready")
    parser.add_argument("--limit", action="append", default=[], metavar="rail_station<=30km")
    parser.add_argument("--prefer", action="append", default=[], metavar="belt=ID")
    parser.add_argument("--unverified", action="store_true", help="include unverified parks")
    parser.add_argument("--top", type=_positive, metavar="N")
    parser.add_argument("--format", choices=ranking_files.FORMATS, default="table")
    parser.add_argument("-o", "--output", type=Path, metavar="FILE")


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number


def read_question(arguments: Namespace) -> Question:
    """Return what the command line asks; its options win over the file's.

    Raises QuestionError or UnknownId naming the part at fault.
    """
    parts = read_weights(arguments.weights) if arguments.weights else {}
    preset = arguments.preset or parts.get("preset")
    if preset is not None and preset not in PRESETS:
        message = "Unknown preset {wrong!r}. Known: {known}."
        raise QuestionError("preset", message, wrong=preset, known=", ".join(PRESETS))
    ready = dict(PRESETS[preset].weights) if preset else None
    weights = parts.get("weights", ready) if arguments.preset is None else ready
    limits = parts.get("limits") or []
    if not isinstance(limits, list):
        raise QuestionError("limits", "Write a list of limits.")
    more = {name: parts[name] for name in ("ideals", "radius_km") if name in parts}
    return make_question(
        industries=arguments.industry,
        weights=weights,
        limits=[*map(str, limits), *arguments.limit],
        unverified=arguments.unverified,
        **_preferred(parts.get("prefer") or {}, arguments.prefer),
        **more,
    )


def _preferred(preferences: object, options: list[str]) -> dict[str, list[str]]:
    chosen: dict[str, list[str]] = {"belt": [], "kind": []}
    if not isinstance(preferences, Mapping):
        raise QuestionError("prefer", "Write belt: [ID] or kind: [ID].")
    pairs = [(str(name), ids) for name, ids in preferences.items()]
    pairs += [
        (name, ids.split(",")) for name, _, ids in (option.partition("=") for option in options)
    ]
    for name, ids in pairs:
        if name not in chosen or not isinstance(ids, list):
            raise QuestionError("prefer", "{item!r} is not belt=ID or kind=ID.", item=name)
        chosen[name] += [str(key) for key in ids]
    return {"belts": chosen["belt"], "kinds": chosen["kind"]}


def read_weights(path: Path) -> dict[str, Any]:
    """Return the parts of a weights file: bare `criterion: percent` lines, or PARTS.

    Read with YAML's safe loader. Raises QuestionError naming the file or the part at fault.
    """
    part = display_path(path)
    try:
        parts = yaml.safe_load(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "UTF-8"
        raise QuestionError(part, "cannot be read: {reason}", reason=reason) from error
    except yaml.YAMLError as error:
        line = getattr(getattr(error, "problem_mark", None), "line", 0) + 1
        raise QuestionError(part, "is not YAML; look at line {line}.", line=line) from error
    if not isinstance(parts, dict):
        raise QuestionError(part, "Write lines like rail_station: 20.")
    if not set(parts) & set(PARTS):
        parts = {"weights": parts}
    if unknown := [str(name) for name in parts if name not in PARTS]:
        raise QuestionError(unknown[0], "Unknown part. Known: {known}.", known=", ".join(PARTS))
    if "weights" in parts and not isinstance(parts["weights"], dict):
        raise QuestionError("weights", "Write lines like rail_station: 20.")
    return parts


def require_some(ranking: Ranking) -> None:
    """Raise AtlasError, saying which limit to loosen, when limits exclude every park."""
    if ranking.winner is not None:
        return
    lang = shell_language()
    raise AtlasError("\n".join([tell_nothing_left(lang), *list_loosened_limits(ranking, lang)]))


def run_rank(arguments: Namespace) -> int:
    """Rank and write to a file or to standard output."""
    ranking = rank_parks(read_question(arguments))
    require_some(ranking)
    text = format_ranking(ranking, arguments.format, arguments.top)
    if arguments.output is None:
        sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
        sys.stdout.write(text)
    else:
        write_file(arguments.output, text)
    return 0


def format_ranking(ranking: Ranking, form: str, top: int | None) -> str:
    """Return the ranking in one of `ranking_files.FORMATS`."""
    if form == "csv":
        return ranking_files.to_csv(ranking, top).decode("utf-8")
    if form == "table":
        return ranking_files.to_table(ranking, shell_language(), top)
    return {"geojson": ranking_files.to_geojson, "json": ranking_files.to_json}[form](ranking, top)
