"""The card of a row of the reader's own."""

from components.cards.card_parts import industry_row, row
from components.own_session import list_parks
from components.quotations import by_sector
from components.state import State
from geo import evidence
from geo.names import get_text, join_names, name_place
from layers.markup import render_template


def own_card(chosen: State, key: str) -> str:
    """Return the card of a row that the reader brought: what it says, and what documents say."""
    say, lang = chosen.say, chosen.lang
    one = list_parks().set_index("id").loc[key]
    places = evidence.places_of(one.prefecture_adcode, one.county_adcode)
    facts = evidence.stated_facts()
    facts = facts[facts.place.isin(places) & facts.industry.isin(one.industries)]
    where = f"{name_place(one.prefecture_adcode, lang)} · {name_place(one.county_adcode, lang)}"
    position = f"{one.lat:.4f}, {one.lon:.4f} · {say(f'precision.{one.location_precision}')}"
    exact = one.location_precision == "site"
    basis = get_text(one, "location_basis", lang)
    rows = [
        row(say("Where"), where),
        row(say("Position"), position, basis=basis, kind="" if exact else "approximate"),
        row(say("In your file"), join_names(one.lead_industries_zh, lang) or say("unknown")),
        industry_row(chosen, one.industries),
    ]
    badges = [{"text": say("status.own"), "kind": "kind"}]
    head = {"name": one.name_zh, "other": "", "other_lang": lang, "badges": badges}
    return render_template(
        "components/templates/place.html",
        lang,
        thing=head,
        rows=rows,
        industries=by_sector(chosen, facts) or None,
        note="",
    )
