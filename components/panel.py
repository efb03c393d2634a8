"""The panel of the selection: everything known of it, each fact with its evidence."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from components import state
from components.state import State
from geo import evidence, store
from geo.crs import area_km2, length_km
from geo.i18n import pick
from geo.search import names
from geo.tables import table
from layers.cards import render

Row = dict[str, Any]


def show(chosen: State) -> None:
    """Draw the card of the selected thing, or say how to select one."""
    say = chosen.say
    if chosen.selected is None:
        st.html(render("nothing.html", chosen.lang))
        return
    layer, key = chosen.selected
    with st.container(horizontal=True, horizontal_alignment="right"):
        st.button(
            say("Close"),
            icon=":material/close:",
            type="tertiary",
            key="close",
            on_click=state.select,
            args=(None,),
        )
    st.html(CARDS[layer](chosen, key))


def _row(name: str, value: str, **more: Any) -> Row:
    return {"name": name, "value": value, "kind": "", "basis": "", "evidence": [], "sources": []} | more


def _head(chosen: State, layer: str, key: str, badges: list[tuple[str, str]]) -> dict[str, Any]:
    hit = names()[layer, key]
    other = {"zh": "en", "en": "zh"}[chosen.lang]
    return {
        "name": pick(hit.name_zh, hit.name_en, chosen.lang),
        "other": pick(hit.name_zh, hit.name_en, other),
        "other_lang": other,
        "badges": [{"text": text, "kind": kind} for text, kind in badges],
    }


def quotes(facts: Any, lang: str) -> list[dict[str, Any]]:
    """Return facts that documents state as quotations with their source, for a template."""
    from geo.i18n import translator

    say = translator(lang)
    documents = table("policies").set_index("id")
    made = {
        "machine": say("machine translation"),
        "official": say("official translation"),
        "original": "",
    }
    found = []
    for fact in facts.itertuples():
        document = documents.loc[fact.document]
        found.append(
            {
                "phrase": fact.phrase,
                "place_phrase": getattr(fact, "place_phrase", ""),
                "quote_lang": document.language,
                "title": pick(document.title_zh, document.title_en, lang),
                "date": say("undated") if document.date is None else document.date.isoformat(),
                "section": fact.section,
                "translation": made[document.translation],
                "disputed": getattr(fact, "status", "stated") == "disputed",
                "note": pick(getattr(fact, "note_zh", ""), getattr(fact, "note_en", ""), lang) or "",
            }
        )
    return found


def by_sector(chosen: State, facts: Any) -> list[dict[str, Any]]:
    """Return specialities grouped by sector and industry, with their quotations."""
    lang, wanted = chosen.lang, chosen.filter.industries()
    industries = table("industries").set_index("id")
    groups = []
    for sector in table("sectors").sort_values("sort").itertuples():
        here = facts[facts.industry.map(industries.sector) == sector.id]
        items = [
            {
                "name": pick(industries.name_zh[one], industries.name_en[one], lang),
                "evidence": quotes(group, lang),
                "count": group.document.nunique(),
                "disputed": bool((group.status == "disputed").all()),
                "chosen": one in wanted,
            }
            for one, group in here.groupby("industry", sort=False)
        ]
        if items:
            groups.append({"name": pick(sector.name_zh, sector.name_en, lang), "industries": items})
    return groups


def sources(text: str | None) -> list[dict[str, str]]:
    """Return the citations of a research table's source column, links told from text."""
    found = []
    for part in (text or "").split(" | "):
        url = part.split(" ")[0] if part.startswith(("http://", "https://")) else ""
        if part:
            found.append({"text": part, "url": url, "lang": "zh" if not part.isascii() else "en"})
    return found


def _place_name(code: str, lang: str) -> str:
    place = table("places").set_index("adcode").loc[code]
    return pick(place.name_zh, place.name_en, lang)


def _park(chosen: State, key: str) -> str:
    say, lang = chosen.say, chosen.lang
    park = store.layer("parks").set_index("id").loc[key]
    cited = sources(park.source)
    industries = table("industries").set_index("id")
    listed = table("park_industries").query("park == @key")
    wanted = chosen.filter.industries()
    unknown = say("unknown")
    area, where = unknown, say(f"precision.{park.location_precision}")
    if park.area_ha == park.area_ha:  # known
        area = say("{n} ha ({kind})").format(n=f"{park.area_ha:,.0f}", kind=say(f"area.{park.area_kind}"))
    badges = [(say(f"level.{park.level}"), park.level), (say(f"kind.{park.kind}"), "kind")]
    if park.status == "unverified":
        badges.append((say("status.unverified"), "unverified"))
    rows = [
        _row(
            say("Where"),
            f"{_place_name(park.prefecture_adcode, lang)} · {_place_name(park.county_adcode, lang)}",
            sources=cited,
        ),
        _row(
            say("Position"),
            f"{park.lat:.4f}, {park.lon:.4f} · {where}",
            basis=pick(park.location_basis_zh, park.location_basis_en, lang),
            kind="" if park.location_precision == "site" else "approximate",
        ),
        _row(
            say("Approved"),
            unknown if park.approved_year != park.approved_year else f"{park.approved_year:.0f}",
            sources=cited,
        ),
        _row(say("Area"), area, sources=cited),
        _row(say("Confidence"), say(f"confidence.{park.confidence}"), sources=cited),
    ]
    if park.national_zone:
        zones = table("targets").query("document == 'national-zones-2021'")
        zones = zones[zones.series.str.startswith("national-zones")]
        rows.append(
            _row(
                say("National zone"),
                say("one of the 14 that the province counts"),
                evidence=quotes(zones.head(1), lang),
            )
        )
    places = evidence.places_of(park.prefecture_adcode, park.county_adcode)
    facts = evidence.stated()
    facts = facts[facts.place.isin(places) & facts.industry.isin(park.industries)]
    return render(
        "park.html",
        lang,
        thing=_head(chosen, "parks", key, badges),
        rows=rows,
        listed=[
            {
                "name": pick(industries.name_zh[one.industry], industries.name_en[one.industry], lang),
                "phrase": one.phrase,
                "sources": cited,
                "chosen": one.industry in wanted,
            }
            for one in listed.itertuples()
        ],
        supported=by_sector(chosen, facts),
        note=pick(park.note_zh, park.note_en, lang) or "",
    )


def _count_row(chosen: State, parks: Any) -> Row:
    verified = parks[parks.status == "verified"]
    national = int((verified.level == "national").sum())
    text = chosen.say("{n} verified, {national} of them national")
    return _row(chosen.say("Parks"), text.format(n=len(verified), national=national))


def _named_here(chosen: State, places: set[str]) -> list[Row]:
    rows = []
    for layer, name in (("clusters", chosen.say("one.clusters")), ("brands", chosen.say("one.brands"))):
        facts = table(layer)
        here = facts[facts.place.isin(places)]
        rows += [
            _row(
                name,
                pick(fact.name_zh, fact.name_en, chosen.lang),
                evidence=quotes(here.loc[[fact.Index]], chosen.lang),
            )
            for fact in here.itertuples()
        ]
    return rows


def _area(chosen: State, key: str) -> str:
    say, lang = chosen.say, chosen.lang
    place = table("places").set_index("adcode").loc[key]
    layer = "prefectures" if place.level == "prefecture" else "counties"
    shape = store.layer(layer).query("id == @key").geometry
    parks = store.layer("parks")
    column = "prefecture_adcode" if place.level == "prefecture" else "county_adcode"
    counties = table("places").query("parent == @key").adcode
    rows = [
        _row(
            say("Administrative code"),
            key,
            basis=say("GB/T 2260")
            + (
                say(", valid since {year}").format(year=int(place.valid_from))
                if place.valid_from == place.valid_from
                else ""
            ),
        ),
        _row(
            say("Area"),
            say("{n} km²").format(n=f"{area_km2(shape).iloc[0]:,.0f}"),
            basis=say("Measured on the atlas's boundaries in an equal-area projection."),
        ),
        _count_row(chosen, parks[parks[column] == key]),
        *_named_here(chosen, {key, *counties}),
    ]
    if place.level == "county":
        rows.insert(0, _row(say("Prefecture"), _place_name(place.parent, lang)))
    rows += [
        _row(
            say("Former code"),
            f"{change.adcode_former} ({_place_name(change.parent_former, lang)})"
            if change.parent_former
            else change.adcode_former,
            basis=pick(change.note_zh, change.note_en, lang),
            sources=sources(change.source),
        )
        for change in table("adcode_history").query("adcode == @key").itertuples()
    ]
    return render(
        "place.html",
        lang,
        thing=_head(chosen, layer, key, [(say(f"one.{layer}"), "kind")]),
        rows=rows,
        industries=by_sector(chosen, evidence.of_place(key)),
        note=pick(place.note_zh, place.note_en, lang) or "",
    )


def _belt(chosen: State, key: str) -> str:
    say, lang = chosen.say, chosen.lang
    belt = table("belts").set_index("id", drop=False).loc[key]
    shapes = store.layer("belts").query("id == @key").set_index("geometry_kind").geometry
    members = table("belt_members").query("belt == @key").sort_values("sort")
    stops = table("belt_axes").query("belt == @key").sort_values("sort")
    parks = store.layer("parks")
    within = parks[parks.prefecture_adcode.isin(members.adcode)]
    arrow = " → "
    rows = [
        _row(
            say("Members"),
            say(", ").join(_place_name(code, lang) for code in members.adcode),
            evidence=quotes(table("belts").query("id == @key"), lang),
        ),
        _row(
            say("Axis"),
            arrow.join(_place_name(code, lang) for code in stops.adcode),
            basis=say("{km} km between seats in a straight line.").format(
                km=f"{length_km(shapes[['axis']]).iloc[0]:,.0f}"
            )
            + " "
            + pick(stops.basis_zh.iloc[0], stops.basis_en.iloc[0], lang),
        ),
        _row(
            say("Territory"),
            say("{n} km²").format(n=f"{area_km2(shapes[['territory']]).iloc[0]:,.0f}"),
            basis=say("Union of the member prefectures: what the document names. It draws no edge."),
        ),
        _row(
            say("Corridor"),
            say("{n} km²").format(n=f"{area_km2(shapes[['corridor']]).iloc[0]:,.0f}"),
            basis=say("The axis widened by 40 km on both sides and clipped to the province: schematic."),
        ),
        _count_row(chosen, within),
        *_named_here(chosen, {key, *members.adcode}),
    ]
    return render(
        "place.html",
        lang,
        thing=_head(chosen, "belts", key, [(say("one.belts"), "kind")]),
        rows=rows,
        industries=by_sector(chosen, evidence.of_place(key)),
        note=pick(belt.note_zh, belt.note_en, lang) or "",
    )


def _industry_row(chosen: State, industries: tuple[str, ...]) -> Row:
    known = table("industries").set_index("id")
    named = [pick(known.name_zh[one], known.name_en[one], chosen.lang) for one in industries]
    return _row(chosen.say("Industry"), chosen.say(", ").join(named) or chosen.say("unknown"))


def _cluster(chosen: State, key: str) -> str:
    say, lang = chosen.say, chosen.lang
    cluster = table("clusters").query("id == @key")
    fact = cluster.iloc[0]
    rows = [
        _row(say("Place"), _place_name(fact.place, lang), evidence=quotes(cluster, lang)),
        _industry_row(chosen, fact.industries),
    ]
    head = _head(chosen, "clusters", key, [(say("one.clusters"), "kind")])
    return render("place.html", lang, thing=head, rows=rows, industries=None, note="")


def _brand(chosen: State, key: str) -> str:
    say, lang = chosen.say, chosen.lang
    brand = table("brands").query("id == @key")
    fact = brand.iloc[0]
    rows = [
        _row(
            say("Place"),
            _place_name(fact.place, lang) if fact.place else say("unknown"),
            basis=pick(fact.place_basis_zh, fact.place_basis_en, lang),
            sources=sources(fact.place_source),
        ),
        _row(say("Named in"), fact.phrase, evidence=quotes(brand, lang)),
        _industry_row(chosen, fact.industries),
    ]
    head = _head(chosen, "brands", key, [(say("one.brands"), "kind")])
    note = pick(fact.note_zh, fact.note_en, lang) or ""
    return render("place.html", lang, thing=head, rows=rows, industries=None, note=note)


def _hub(chosen: State, key: str) -> str:
    say, lang = chosen.say, chosen.lang
    hub = table("hubs").set_index("id").loc[key]
    where = say(f"precision.{hub.location_precision}")
    rows = [
        _row(
            say("Position"),
            f"{hub.lat:.4f}, {hub.lon:.4f} · {where}",
            basis=pick(hub.location_basis_zh, hub.location_basis_en, lang),
            sources=sources(hub.source),
            kind="" if hub.location_precision == "site" else "approximate",
        ),
        _row(say("Confidence"), say(f"confidence.{hub.confidence}")),
    ]
    if hub.county_adcode:
        rows.insert(0, _row(say("County"), _place_name(hub.county_adcode, lang)))
    head = _head(chosen, "hubs", key, [(say(f"kind.{hub.kind}"), "kind")])
    note = pick(hub.note_zh, hub.note_en, lang) or ""
    return render("place.html", lang, thing=head, rows=rows, industries=None, note=note)


def _industry(chosen: State, key: str) -> str:
    say, lang = chosen.say, chosen.lang
    industry = table("industries").set_index("id").loc[key]
    codes = "、".join(industry.gbt4754) if lang == "zh" else ", ".join(industry.gbt4754)
    rows = [
        _row(say("GB/T 4754 division"), codes or say("none fits")),
        _row(say("Also written"), say(", ").join(pick(industry.aliases_zh, industry.aliases_en, lang)) or "–"),
    ]
    head = _head(chosen, "industries", key, [(say("one.industries"), "kind")])
    return render("place.html", lang, thing=head, rows=rows, industries=None, note="")


CARDS: dict[str, Callable[[State, str], str]] = {
    "parks": _park,
    "prefectures": _area,
    "counties": _area,
    "belts": _belt,
    "clusters": _cluster,
    "brands": _brand,
    "hubs": _hub,
    "industries": _industry,
}
