"""The parts of a number of clusters, as a table and as bars."""

from functools import cache

import altair as alt
import pandas as pd
from pandas import DataFrame, Series

from components import plot
from geo import targets
from geo.amounts import format_amount
from geo.i18n import Language, pick, translator
from geo.names import get_text
from layers.style import PALETTES, Theme

ROW = 22


@cache
def tabulate_parts(lang: Language, series: str, missing: int) -> DataFrame:
    """Return the parts of a breakdown: name, value, text, phrase, kind; unassigned ones last."""
    say, rows = translator(lang), targets.target_series(series)
    names = [_name_part(part, lang) for _, part in rows.iterrows()]
    data = DataFrame(
        {
            "name": [name[:1].upper() + name[1:] for name in names],
            "value": rows.value.to_numpy(),
            "text": [
                format_amount(part.value, "count", lang, comparison=part.comparison)
                for part in rows.itertuples()
            ],
            "phrase": rows.phrase.to_numpy(),
            "kind": "stated",
        }
    )
    if not missing:
        return data
    rest = {"name": say("In no category"), "value": missing, "text": str(missing), "kind": "none"}
    return pd.concat([data, DataFrame([rest])], ignore_index=True)


def _name_part(part: Series, lang: Language) -> str:
    """Return a category as the document words it, or an output or sales tier in numbers."""
    say = translator(lang)
    if part.tier_min != part.tier_min:  # unknown: a category, "Planned clusters: auto parts"
        name = get_text(part, "indicator", lang)
        return name.rpartition(pick("：", ": ", lang))[2]
    least = format_amount(part.tier_min, "cny_100m", lang)
    if part.series == targets.TIERS:  # worded as thresholds, see the discrepancy
        return say("tier.over").format(n=least)
    if part.tier_max != part.tier_max:
        return say("tier.more").format(n=least)
    most = format_amount(part.tier_max, "cny_100m", lang)
    return say("tier.between").format(a=pick(f"{part.tier_min:g}", least, lang), b=most)


@cache
def plot_parts(lang: Language, theme: Theme, series: str, missing: int) -> str:
    """Return a breakdown as bars; what is in no category has a dashed outline."""
    palette, say = PALETTES[theme], translator(lang)
    names = alt.Axis(labelLimit=230)
    base = alt.Chart(tabulate_parts(lang, series, missing)).encode(
        y=alt.Y("name:N", sort=None, title=None, axis=names),
        x=alt.X("value:Q", axis=None),
        tooltip=[
            alt.Tooltip("name:N", title=say("Name")),
            alt.Tooltip("text:N", title=say("Clusters")),
            alt.Tooltip("phrase:N", title=say("Phrase as written")),
        ],
    )
    bars = base.transform_filter("datum.kind == 'stated'").mark_bar(
        height=13, color=palette.national
    )
    rest = base.transform_filter("datum.kind == 'none'").mark_bar(
        height=13,
        color="transparent",
        stroke=palette.selected,
        strokeDash=[3, 2],
        strokeWidth=1.5,
        aria=False,  # often there is none; its text says the number
    )
    texts = base.mark_text(align="left", dx=4, color=palette.text).encode(text="text:N")
    return plot.to_vega_lite((bars + rest + texts).properties(height=alt.Step(ROW)))
