"""The charts of the Belts page; a domain that is given keeps charts of several belts comparable."""

from functools import cache, lru_cache
from typing import NamedTuple

import altair as alt
import pandas as pd

from components import plot
from geo.belts import belt_profiles
from geo.filters import label_option
from geo.i18n import Language, translator
from geo.measures.sector_counts import count_by_sector
from geo.names import name_sector
from geo.tables import load_table
from layers.style import PALETTES, PARK_LEVELS, Theme

ROW = 20  # pixels a bar and its gap take
NAMES = alt.Axis(labelLimit=190, labelFlush=False)


class Look(NamedTuple):
    """What a chart's words and colours depend on."""

    lang: Language
    theme: Theme


@cache
def count_kinds(belt: str, lang: str) -> pd.DataFrame:
    """Return the verified parks of a belt's territory by kind and level, in words."""
    counts = belt_profiles.count_by_kind(belt_profiles.select_territory_parks(belt))
    return name_kinds(counts, lang)


def name_kinds(counts: pd.DataFrame, lang: str) -> pd.DataFrame:
    """Return counts of parks with the names of their kind and level: kind_name, level_name."""
    return counts.assign(
        kind_name=[label_option("kind", kind, lang) for kind in counts.kind],
        level_name=[label_option("level", level, lang) for level in counts.level],
    )


@cache
def tabulate_kinds(belt: str, lang: Language) -> pd.DataFrame:
    """Return what the chart of kinds shows as a table in the reader's words."""
    say, data = translator(lang), count_kinds(belt, lang)
    heads = {
        "kind_name": say("facet.kind"),
        "level_name": say("facet.level"),
        "parks": say("Parks"),
    }
    return data[list(heads)].rename(columns=heads)


@cache
def tabulate_sectors(belt: str, lang: Language) -> pd.DataFrame:
    """Return what the chart of sectors shows as a table in the reader's words."""
    say, data = translator(lang), count_sectors(belt, lang)
    return data[["name", "parks"]].set_axis([say("Sector"), say("Parks")], axis=1)


@lru_cache(maxsize=128)
def chart_kinds(
    look: Look, belt: str, longest: int | None = None, rows: tuple[str, ...] = ()
) -> str:
    """Return the chart of parks by kind; national parks dark, provincial light with an outline.

    `longest` and `rows` are shared by the charts of several belts.
    """
    lang, palette = look.lang, PALETTES[look.theme]
    say, data, order = translator(lang), count_kinds(belt, lang), list(rows) or None
    levels = [label_option("level", level, lang) for level in PARK_LEVELS]
    bars = alt.Chart(data).encode(
        y=alt.Y("kind_name:N", sort=order, title=None, axis=NAMES, scale=_rows(order)),
        x=alt.X("parks:Q", axis=None, scale=_scale(longest), stack="zero"),
        color=alt.Color(
            "level_name:N",
            scale=alt.Scale(
                domain=levels, range=[getattr(palette, level) for level in PARK_LEVELS]
            ),
            legend=alt.Legend(title=None, orient="bottom", columns=1 if rows else 2),
        ),
        order=alt.Order("level:O"),
        tooltip=[
            alt.Tooltip("kind_name:N", title=say("facet.kind")),
            alt.Tooltip("level_name:N", title=say("facet.level")),
            alt.Tooltip("parks:Q", title=say("Parks")),
        ],
    )
    bars = bars.mark_bar(height=13, stroke=palette.outline, strokeWidth=0.6)
    totals = (
        alt.Chart(data)
        .encode(
            y=alt.Y("kind_name:N", sort=order),
            x=alt.X("sum(parks):Q", scale=_scale(longest)),
            text="sum(parks):Q",
        )
        .mark_text(align="left", dx=4, color=palette.text)
    )
    return _specify(bars + totals)


@lru_cache(maxsize=128)
def chart_sectors(look: Look, belt: str, longest: int | None = None) -> str:
    """Return the chart of a belt's verified parks by sector; every sector keeps its row."""
    lang, palette = look.lang, PALETTES[look.theme]
    say, data = translator(lang), count_sectors(belt, lang)
    base = alt.Chart(data).encode(
        y=alt.Y("name:N", sort=None, title=None, axis=NAMES),
        x=alt.X("parks:Q", axis=None, scale=_scale(longest)),
        tooltip=[
            alt.Tooltip("name:N", title=say("facet.industry")),
            alt.Tooltip("parks:Q", title=say("Parks")),
        ],
    )
    bars = base.mark_bar(height=12, color=palette.national)
    return _specify(
        bars + base.mark_text(align="left", dx=4, color=palette.text).encode(text="parks:Q")
    )


@cache
def count_sectors(belt: str, lang: str) -> pd.DataFrame:
    """Return how many verified parks of a belt's territory list each sector, in sector order."""
    counts = count_by_sector(belt_profiles.select_territory_parks(belt)).set_index("sector").parks
    order = load_table("sectors").sort_values("sort").id
    return pd.DataFrame(
        {
            "sector": order,
            "name": [name_sector(sector, lang) for sector in order],
            "parks": [int(counts.get(sector, 0)) for sector in order],
        }
    )


def _scale(longest: int | None) -> alt.Scale:
    # Room for the number behind the longest bar.
    return alt.Scale(domain=[0, longest * 1.15]) if longest else alt.Scale(nice=False)


def _rows(rows: list[str] | None) -> alt.Scale:
    return alt.Scale(domain=rows) if rows else alt.Scale()


def _specify(chart: alt.LayerChart) -> str:
    return plot.to_vega_lite(chart.properties(height=alt.Step(ROW)))
