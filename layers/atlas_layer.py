"""The Folium element that brings our script, and the small message that changes what it draws.

`AtlasLayer` is part of the constant map: its script fetches the payload once. `state_group` is
what travels on each change: a feature group with one element, whose script hands a few bytes to
``window.jilinAtlas.apply``. Applying twice, or before the data has come, does no harm.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import folium
from folium.elements import JSCSSMixin
from folium.template import Template

from geo.i18n import Language
from layers import bits
from layers.assets import PREFIX, script_url, style_url
from layers.html import script_json
from layers.payload import payload_name
from layers.style import Theme

Bounds = tuple[float, float, float, float]


@dataclass(frozen=True)
class Focus:
    """Where to fly: bounds (west, south, east, north) or a point (lon, lat), EPSG:4326.

    `number` tells one wish from the next: the map flies once for each new number.
    """

    to: Bounds | tuple[float, float]
    number: int

    @classmethod
    def on(cls, bounds: Bounds | None, number: int) -> Focus | None:
        """Return a flight to bounds, to a point where they are one; None where there are none."""
        if bounds is None:
            return None
        west, south, east, _ = bounds
        return cls(bounds if west < east else (west, south), number)


@dataclass(frozen=True)
class Reach:
    """How far rows lie from the axis of a belt, in km: as near as can be, as far as can be.

    What is surely within `km` is drawn solid, what may be striped, the rest hollow. A distance
    that is not known is None: such a row may be anywhere. `limits` are the narrowest and the widest
    corridor that a reader may draw with the handle on the map.
    """

    belt: str
    km: float
    rows: Mapping[str, tuple[Sequence[float | None], Sequence[float | None]]]
    limits: tuple[float, float]


@dataclass(frozen=True)
class MapState:
    """What the reader's choices ask of the map; the default shows everything.

    Attributes
    ----------
    lang, theme
        Language of labels and tooltips; light or dark.
    shown
        Point layer or ``"belts"`` → row numbers of its frame to show; ``None`` or absent: all.
    layers
        Layer → visible at first. What the reader switches in the legend, or a link says, wins.
    shaded
        ``"prefectures:<id>"``, ``"counties:<id>"`` or ``"belts:<id>"`` → lines for the tooltip.
        Shaded places can be selected by a click.
    selected
        (layer, id) to mark, or ``None``.
    focus
        Where to fly, or ``None``.
    extra
        GeoJSON geometry, feature or collection to outline (a corridor of the reader's width).
        A feature whose properties name a ``belt`` takes that belt's colour and place.
    labels
        Words that replace those of `layers.map_texts`, by key.
    pick_areas
        Whether any prefecture or county can be selected by a click, shaded or not.
    own
        Address of the reader's own points (`layers.own_payload`), ``""`` without any.
    together
        Whether this map and the others of the page with the same wish move together.
    pins
        (layer, id) of results in order: numbered from 1, the first ringed; the others small.
    reach
        Which rows lie within a belt's corridor, and how surely.
    claims
        ``"belts"``, ``"prefectures"`` or ``"counties"`` → id → the years of the documents that
        claim the chosen industry for it.
    quiet
        Layers drawn as small grey glyphs on a wide view.
    proven
        Layer → row numbers of what is proven: a switch lets the others fade, and says how many of
        the first layer remain. None: no switch.
    bare
        Whether the map is one of several small ones, without controls, fitted to the province.
    """

    lang: Language = "zh"
    theme: Theme = "light"
    shown: Mapping[str, Iterable[int] | None] = field(default_factory=dict)
    layers: Mapping[str, bool] = field(default_factory=dict)
    shaded: Mapping[str, list[str]] = field(default_factory=dict)
    selected: tuple[str, str] | None = None
    focus: Focus | None = None
    extra: Mapping[str, Any] | None = None
    labels: Mapping[str, str] = field(default_factory=dict)
    pick_areas: bool = False
    own: str = ""
    together: bool = False
    pins: Sequence[tuple[str, str]] = ()
    reach: Reach | None = None
    claims: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    quiet: Collection[str] = ("hubs",)
    proven: Mapping[str, Iterable[int]] | None = None
    bare: bool = False

    def message(self) -> dict[str, Any]:
        """Return the state as the browser reads it; what is at its default is left out."""
        filters = {
            name: bits.encode_rows(rows) for name, rows in self.shown.items() if rows is not None
        }
        proven = None
        if self.proven is not None:
            proven = {name: bits.encode_rows(rows) for name, rows in self.proven.items()}
        full = {
            "lang": self.lang,
            "theme": self.theme,
            "shown": filters,
            "layers": dict(self.layers),
            "shaded": dict(self.shaded),
            "selected": self.selected,
            "focus": self.focus and {"to": self.focus.to, "number": self.focus.number},
            "extra": self.extra,
            "labels": dict(self.labels),
            "pickAreas": self.pick_areas,
            "own": self.own,
            "together": self.together,
            "pins": list(self.pins),
            "reach": self.reach and vars(self.reach),
            "claims": {kind: dict(badges) for kind, badges in self.claims.items()},
            "quiet": sorted(self.quiet),
            "proven": proven,
            "bare": self.bare,
        }
        return {key: value for key, value in full.items() if value}


class AtlasLayer(JSCSSMixin, folium.MacroElement):
    """Starts our script in the constant map; draws nothing by itself."""

    _template = Template("""
        {% macro script(this, kwargs) %}
            window.jilinAtlas.start({{ this._parent.get_name() }}, {{ this.options }});
        {% endmacro %}
    """)

    def __init__(self, bounds: Bounds, review_number: str = "") -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._name = "AtlasLayer"
        self.default_js = [("atlas_js", script_url())]
        self.default_css = [("atlas_css", style_url())]
        self.options = script_json(
            {
                "data": f"{PREFIX}/data/{payload_name()}",
                "bounds": bounds,
                "review": review_number,
            }
        )


class _Group(folium.FeatureGroup):
    _template = Template("""
        {% macro script(this, kwargs) %}
            var {{ this.get_name() }} = L.featureGroup();
        {% endmacro %}
    """)


class _Message(folium.MacroElement):
    _template = Template("""
        {% macro script(this, kwargs) %}
            window.jilinAtlas.apply({{ this.text }});
        {% endmacro %}
    """)

    def __init__(self, state: MapState) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._name = "AtlasMessage"
        self.text = script_json(state.message())


def state_group(state: MapState) -> folium.FeatureGroup:
    """Return what `st_folium` takes as ``feature_group_to_add``: the state and nothing else."""
    group = _Group(name="state", control=False)
    group.add_child(_Message(state))
    return group
