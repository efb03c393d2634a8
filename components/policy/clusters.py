"""The 162 clusters by category and by output tier, with the discrepancy where the number is."""

from typing import Any

import altair as alt
import pandas as pd
import streamlit as st

from components import sheet
from components.evidence import quotes
from components.policy import notes, words
from components.policy.choices import Choices
from geo import targets
from geo.i18n import pick, translator
from layers.cards import render

ROW = 22
SUMS = ("clusters-162-or-160", "tiers-worded-as-thresholds", "automotive-category-parts-only")
LATER = ("sixty-clusters-not-listed", "large-clusters-2017-and-2020", "sales-and-output-mixed")


def show(chosen: Choices) -> None:
    """Draw the total with its contradiction, then both breakdowns, then the later plan."""
    say = chosen.say
    total = int(_stated(targets.TOTAL).value.iloc[0])
    parts = {name: int(targets.series(name).value.sum()) for name in _NAMES}
    _total(chosen, total, parts)
    left, right = st.columns([3, 2], gap="large")
    with left:
        _breakdown(chosen, targets.CATEGORIES, total - parts[targets.CATEGORIES])
    with right:
        _breakdown(chosen, targets.TIERS, total - parts[targets.TIERS])
    st.subheader(say("What became of the tiers: the 60 key clusters of 2015"))
    later = targets.series(targets.SALES)
    st.markdown(
        say(
            "For 2020 the document of 2015 plans {total} key clusters; its three sales tiers are "
            "at least {parts}, together {sum}."
        ).format(
            total=f"{_stated('clusters-2020').value.iloc[0]:g}",
            parts=pick("、", ", ", chosen.lang).join(f"{one:g}" for one in later.value),
            sum=f"{later.value.sum():g}",
        )
    )
    _breakdown(chosen, targets.SALES, 0)
    _notes(chosen, LATER)


_NAMES = (targets.CATEGORIES, targets.TIERS)


def _total(chosen: Choices, total: int, parts: dict[str, int]) -> None:
    say = chosen.say
    stated = _stated(targets.TOTAL)
    sentence = say(
        "clusters are stated as the total for 2017. The output tiers add up to {tiers}, the "
        "categories to {categories}: {missing} clusters are in no category."
    )
    st.html(
        render(
            "policy_total.html",
            chosen.lang,
            total=total,
            sentence=sentence.format(
                tiers=parts[targets.TIERS],
                categories=parts[targets.CATEGORIES],
                missing=total - parts[targets.CATEGORIES],
            ),
            evidence=quotes(stated, chosen.lang),
        )
    )
    _notes(chosen, SUMS)


def _stated(series: str) -> pd.DataFrame:
    rows = targets.series(series)
    return rows[rows.unit == "count"]


def _notes(chosen: Choices, ids: tuple[str, ...]) -> None:
    rows = targets.discrepancies()
    notes.show(rows[rows.id.isin(ids)], chosen.lang)


def _breakdown(chosen: Choices, series: str, missing: int) -> None:
    say = chosen.say
    rows = targets.series(series)
    data = frame(chosen, rows, missing)
    st.subheader(say(f"series.{series}"))
    st.caption(
        say("Sum of the parts: {sum}.").format(sum=f"{rows.value.sum():g}")
        + (" " + say("Stated total: {total}.").format(total=f"{rows.value.sum() + missing:g}"))
        * bool(missing)
    )
    st.altair_chart(
        chart(chosen, data), alt=say("Bar chart of planned clusters; the table holds the numbers.")
    )
    column = {"name": say("Name"), "value": say("Clusters"), "phrase": say("Phrase as written")}
    sheet.twin(say, data[list(column)].rename(columns=column), f"policy-{series}")


def frame(chosen: Choices, rows: pd.DataFrame, missing: int) -> pd.DataFrame:
    """Return the parts of a breakdown: name, value, text, phrase, kind; unassigned ones last."""
    lang, say = chosen.lang, chosen.say
    names = [_name(one, lang) for one in rows.itertuples()]
    data = pd.DataFrame(
        {
            "name": [one[:1].upper() + one[1:] for one in names],
            "value": rows.value.to_numpy(),
            "text": [
                words.amount(one.value, "count", lang, one.comparison) for one in rows.itertuples()
            ],
            "phrase": rows.phrase.to_numpy(),
            "kind": "stated",
        }
    )
    if not missing:
        return data
    rest = {"name": say("In no category"), "value": missing, "text": str(missing), "kind": "none"}
    return pd.concat([data, pd.DataFrame([rest])], ignore_index=True)


def _name(part: Any, lang: str) -> str:
    """Return a category as the document words it, or an output or sales tier in numbers."""
    say = translator(lang)
    if part.tier_min != part.tier_min:  # unknown: a category, "Planned clusters: auto parts"
        return pick(part.indicator_zh, part.indicator_en, lang).rpartition(pick("：", ": ", lang))[
            2
        ]
    least = words.amount(part.tier_min, "cny_100m", lang)
    if part.series == targets.TIERS:  # worded as thresholds, see the discrepancy
        return say("tier.over").format(n=least)
    if part.tier_max != part.tier_max:
        return say("tier.more").format(n=least)
    return say("tier.between").format(
        a=f"{part.tier_min:g}", b=words.amount(part.tier_max, "cny_100m", lang)
    )


def chart(chosen: Choices, data: pd.DataFrame) -> alt.LayerChart:
    """Draw a breakdown as bars; what is in no category has a dashed outline."""
    palette, say = chosen.palette, chosen.say
    base = alt.Chart(data).encode(
        y=alt.Y(
            "name:N",
            sort=None,
            title=None,
            axis=alt.Axis(labelLimit=230, labelFlush=False, ticks=False, domain=False),
        ),
        x=alt.X("value:Q", axis=None),
        tooltip=[
            alt.Tooltip("name:N", title=say("Name")),
            alt.Tooltip("text:N", title=say("Clusters")),
        ],
    )
    bars = base.transform_filter("datum.kind == 'stated'").mark_bar(
        height=13, color=palette.national
    )
    rest = base.transform_filter("datum.kind == 'none'").mark_bar(
        height=13, color="transparent", stroke=palette.selected, strokeDash=[3, 2], strokeWidth=1.5
    )
    texts = base.mark_text(align="left", dx=4, color=palette.text).encode(text="text:N")
    drawn: alt.LayerChart = (bars + rest + texts).properties(height=alt.Step(ROW))
    return drawn.configure_view(stroke=None)  # type: ignore[no-any-return]
