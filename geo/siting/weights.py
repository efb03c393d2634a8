"""Weights: presets with their reasons, and checks."""

import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from geo.siting.criteria import CRITERIA, IDS, require_criterion
from geo.siting.question_error import QuestionError
from geo.ties import DECIMALS, round_off

TOTAL = 100.0
LEAST, MOST = 0.001, 1e6  # other numbers are typing errors
ROUNDING = 0.01  # three thirds written with two decimals


@dataclass(frozen=True)
class Preset:
    """Weights that suit a kind of company, and why (message ids)."""

    name: str
    reason: str
    weights: dict[str, float]


PRESETS: dict[str, Preset] = {
    "manufacturer": Preset(
        "Manufacturer",
        "Suppliers and skilled people count most, so fit and neighbours of the same industry lead; "
        "parts and goods leave by rail, managers by air.",
        {
            "industry_fit": 35,
            "same_industry": 10,
            "related_parks": 15,
            "rail_station": 15,
            "airport": 5,
            "changchun": 10,
            "park_level": 10,
        },
    ),
    "exporter": Preset(
        "Exporter",
        "Access to a border crossing or seaport matters most, and rail access to reach it.",
        {
            "industry_fit": 25,
            "related_parks": 5,
            "rail_station": 15,
            "airport": 5,
            "border_port": 20,
            "seaport": 15,
            "park_level": 15,
        },
    ),
    "food": Preset(
        "Food company",
        "Raw materials and processors are assumed to be where documents name the industry; fresh "
        "goods need the market of Changchun and an airport within reach.",
        {
            "industry_fit": 40,
            "related_parks": 15,
            "rail_station": 10,
            "airport": 10,
            "changchun": 15,
            "area": 10,
        },
    ),
    "logistics": Preset(
        "Logistics company",
        "Transport is the business: rail, air and the border lead; land to build halls on comes "
        "next.",
        {
            "industry_fit": 10,
            "rail_station": 25,
            "airport": 15,
            "border_port": 10,
            "seaport": 10,
            "changchun": 15,
            "area": 15,
        },
    ),
}


def check_weights(weights: Mapping[str, object]) -> dict[str, float]:
    """Return weights in percent, without zeros, in the order of the criteria.

    Raises QuestionError naming the criterion at fault when one is unknown, not a number or
    negative, and when all are zero or the total is not 100.
    """
    numbers = read_weights(weights)
    total = math.fsum(numbers.values())
    if abs(total - TOTAL) > ROUNDING:
        message = "The weights total {total:g} %, not 100 %: change them by {rest:+g} points."
        rest = round(TOTAL - total, 6)
        raise QuestionError("weights", message, total=round(total, 6), rest=rest)
    return {name: numbers[name] for name in CRITERIA if numbers.get(name)}


def read_weights(weights: Mapping[str, object]) -> dict[str, float]:
    """Return weights of known criteria as numbers, whatever they total, if that is more than 0.

    Raises QuestionError naming the criterion at fault, as `check_weights` does.
    """
    raw = {require_criterion(str(name), "weights"): number for name, number in weights.items()}
    numbers = {name: _weight(name, number) for name, number in raw.items()}
    if not any(numbers.values()):
        raise QuestionError("weights", "All weights are zero; give at least one criterion some.")
    return numbers


def _weight(name: str, raw: object) -> float:
    part = f"weights.{name}"
    if isinstance(raw, bool) or not isinstance(raw, int | float) or not math.isfinite(raw):
        raise QuestionError(part, "{number!r} is not a number.", number=raw)
    if raw < 0:
        raise QuestionError(part, "{number:g} is negative; a weight is 0 or more.", number=raw)
    if raw and not LEAST <= raw <= MOST:
        message = "{number:g} is no weight: write 0, or {least:g} to {most:g}."
        raise QuestionError(part, message, number=raw, least=LEAST, most=MOST)
    return float(raw)


def balance_weights(weights: Mapping[str, float], total: float = TOTAL) -> dict[str, float]:
    """Return weights brought to a total in proportion, in whole points as far as it is whole.

    Points lost in rounding go to the largest remainders, of equal ones to the first criterion; a
    part of a point goes to the largest weight. Raises QuestionError when all are zero.

    Examples
    --------
    >>> balance_weights({"rail_station": 1, "airport": 1, "area": 1})
    {'rail_station': 34.0, 'airport': 33.0, 'area': 33.0}
    """
    before = math.fsum(weights.values())
    if before <= 0:
        raise QuestionError("weights", "All weights are zero; give at least one criterion some.")
    exact = {name: round(weight * total / before, DECIMALS) for name, weight in weights.items()}
    whole = {name: float(math.floor(weight)) for name, weight in exact.items()}
    spare = round(total - sum(whole.values()), DECIMALS)

    def missed(name: str) -> tuple[float, int]:
        return float(round_off(whole[name] - exact[name])), IDS.index(name)

    for name in sorted(exact, key=missed)[: math.floor(spare)]:
        whole[name] += 1
    largest = min(whole, key=lambda name: (-whole[name], IDS.index(name)))
    whole[largest] = round(whole[largest] + spare - math.floor(spare), DECIMALS)
    return whole


def shift_weight(
    weights: Mapping[str, float], name: str, percent: float, locked: Collection[str] = ()
) -> dict[str, float]:
    """Return weights of which one is set; the others give way in proportion, the locked ones not.

    The total stays 100: the weight takes no more than the locked ones leave. Where the others have
    none that could grow in proportion, they share alike. Criteria without weight are left out.

    Examples
    --------
    >>> weights = {"rail_station": 60, "airport": 30, "area": 10}
    >>> shift_weight(weights, "area", 40)
    {'rail_station': 40.0, 'airport': 20.0, 'area': 40.0}
    >>> shift_weight(weights, "area", 90, locked={"airport"})
    {'airport': 30.0, 'area': 70.0}
    """
    held = {key: float(weights.get(key, 0)) for key in locked if key != name}
    free = {key: float(weights.get(key, 0)) for key in IDS if key != name and key not in held}
    room = round(TOTAL - math.fsum(held.values()), DECIMALS)
    own = min(max(round(percent, DECIMALS), 0.0), room) if free else room
    rest = round(room - own, DECIMALS)
    given = free if any(free.values()) else dict.fromkeys(free, 1.0)
    others = balance_weights(given, rest) if given and rest > 0 else {}
    return check_weights({**held, **others, name: own})
