"""The card of a park."""

from typing import Any

from components.cards.card_parts import Row, head, row
from components.quotations import by_sector, quotes, sources
from components.state import State
from geo import evidence, store
from geo.names import get_text, name_industry, name_place
from geo.tables import rows_where
from layers.markup import render_template

ZONES_COUNTED = "national-zones-2021-by-kind"


def park_card(chosen: State, key: str) -> str:
    """Return the card of a park."""
    park = store.load_layer("parks").set_index("id", drop=False).loc[key]
    places = evidence.places_of(park.prefecture_adcode, park.county_adcode)
    facts = evidence.stated_facts()
    facts = facts[facts.place.isin(places) & facts.industry.isin(park.industries)]
    return render_template(
        "components/templates/park.html",
        chosen.lang,
        thing=head(chosen, "parks", key, _badges(chosen, park)),
        rows=_rows(chosen, park),
        listed=_listed(chosen, park),
        supported=by_sector(chosen, facts),
        note=get_text(park, "note", chosen.lang),
    )


def _badges(chosen: State, park: Any) -> list[tuple[str, str]]:
    say = chosen.say
    badges = [(say(f"level.{park.level}"), park.level), (say(f"kind.{park.kind}"), "kind")]
    return badges + [(say("status.unverified"), "unverified")] * (park.status == "unverified")


def _rows(chosen: State, park: Any) -> list[Row]:
    say, lang = chosen.say, chosen.lang
    cited, unknown = sources(park.source), say("unknown")
    where = f"{name_place(park.prefecture_adcode, lang)} · {name_place(park.county_adcode, lang)}"
    exact = park.location_precision == "site"
    position = f"{park.lat:.4f}, {park.lon:.4f} · {say(f'precision.{park.location_precision}')}"
    basis = get_text(park, "location_basis", lang)
    year, hectares = park.approved_year, park.area_ha
    approved = unknown if year != year else f"{year:.0f}"  # NaN is not itself
    area = unknown if hectares != hectares else _area(chosen, park)
    rows = [
        row(say("Where"), where, sources=cited),
        row(say("Position"), position, basis=basis, kind="" if exact else "approximate"),
        row(say("Approved"), approved, sources=cited),
        row(say("Area"), area, sources=cited),
        row(say("Confidence"), say(f"confidence.{park.confidence}"), sources=cited),
    ]
    return rows + ([_zone(chosen)] if park.national_zone else [])


def _area(chosen: State, park: Any) -> str:
    kind = chosen.say(f"area.{park.area_kind}")
    return chosen.say("{n} ha ({kind})").format(n=f"{park.area_ha:,.0f}", kind=kind)


def _zone(chosen: State) -> Row:
    say = chosen.say
    counted = rows_where("targets", "series", ZONES_COUNTED)
    return row(
        say("National zone"),
        say("one of the 14 that the province counts"),
        basis=say(
            "The document counts zones by kind and names none; which they are is our reading."
        ),
        evidence=quotes(counted, chosen.lang),
    )


def _listed(chosen: State, park: Any) -> list[dict[str, Any]]:
    listed = rows_where("park_industries", "park", park.id)
    wanted, cited = chosen.filter.industries(), sources(park.source)
    return [
        {
            "name": name_industry(one.industry, chosen.lang),
            "phrase": one.phrase,
            "sources": cited,
            "chosen": one.industry in wanted,
        }
        for one in listed.itertuples()
    ]
