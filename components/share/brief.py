"""A brief of one thing, drawn on the click from its card and the atlas's layers."""

from dataclasses import replace
from datetime import date

from components.cards.make_card import make_card
from components.state import State
from geo import store
from geo.belts.belt_shapes import CORRIDOR_KM
from geo.filters import Filter, from_params
from geo.i18n import Language, translator
from geo.map_rows import find_bounds, find_claim_badges, select_map_rows
from layers.atlas_layer import Focus, MapState
from layers.corridor import find_reach
from layers.map_picture import draw_map_alone
from layers.printed_brief import Brief, print_brief
from layers.typesetting import PAPER_FONT

#: By layer, the facet of the filter that leaves what belongs to a thing.
FACETS = {"belts": "belt", "prefectures": "prefecture", "industries": "industry"}


def draw_brief(lang: Language, layer: str, key: str, link: str) -> bytes:
    """Return the brief of a thing of the atlas as PDF; `link` opens the page that it came from."""
    say = translator(lang)
    card = make_card(State(lang, Filter(), None), layer, key)
    brief = Brief(
        card,
        map=draw_map_alone(map_thing(lang, layer, key), font=PAPER_FONT),
        mapped=say("Dark signs: national parks; dashed: only the town or county is known."),
        link=link,
        day=date.today().isoformat(),
        version=store.data_version(),
    )
    return print_brief(brief, lang)


def map_thing(lang: Language, layer: str, key: str) -> MapState:
    """Return the map of a thing: where it lies, and what of the atlas belongs to it."""
    wish = from_params({FACETS[layer]: key})[0] if layer in FACETS else Filter()
    state = MapState(
        lang=lang,
        shown=select_map_rows(wish),
        claims=find_claim_badges(wish, lang),
        layers={layer: True, "hubs": False},
        selected=(layer, key),
        focus=Focus.on(find_bounds(layer, key), 1),
    )
    return replace(state, reach=find_reach(key, CORRIDOR_KM)) if layer == "belts" else state
