"""The 162 clusters by category and by output tier, with the discrepancy where the number is."""

import altair as alt
import pandas as pd
import streamlit as st

from components import sheet
from components.evidence import quotes
from components.policy import notes, words
from components.policy.choices import Choices
from geo import targets
from geo.filters import label
from geo.i18n import pick
from layers.cards import render

ROW = 22
SUMS = ("clusters-162-or-160", "tiers-worded-as-thresholds", "automotive-category-parts-only")
LATER = ("sixty-clusters-not-listed", "large-clusters-2017-and-2020", "sales-and-output-mixed")


def show(chosen: Choices) -> None:
    """Draw the total with its contradiction, then both breakdowns, then the later plan."""
    say = chosen.say
    total = int(targets.series(targets.TOTAL).query("unit == 'count'").value.iloc[0])
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
            "For 2020 the document of 2015 plans {total} key clusters; its three sales tiers are at "
            "least {parts}, together {sum}."
        ).format(
            total=60,
            parts=pick("、", ", ", chosen.lang).join(f"{one:g}" for one in later.value),
            sum=f"{later.value.sum():g}",
        )
    )
    _breakdown(chosen, targets.SALES, 0)
    _notes(chosen, LATER)


_NAMES = (targets.CATEGORIES, targets.TIERS)


def _total(chosen: Choices, total: int, parts: dict[str, int]) -> None:
    say = chosen.say
    stated = targets.series(targets.TOTAL).query("unit == 'count'")
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
    names = [
        label("industry", one.sector, lang)
        if one.sector
        else pick(one.indicator_zh, one.indicator_en, lang)
        for one in rows.itertuples()
    ]
    data = pd.DataFrame(
        {
            "name": names,
            "value": rows.value.to_numpy(),
            "text": [
                words.amount(one.value, "count", lang, one.comparison) for one in rows.itertuples()
            ],
            "phrase": rows.phrase.to_numpy(),
            "kind": "stated",
        }
    )
    if series_is_categories(rows):
        data.loc[rows.sector.to_numpy() == "automotive", "name"] = pick(
            "汽车零部件", "Auto parts", lang
        )
    if not missing:
        return data
    rest = {"name": say("In no category"), "value": missing, "text": str(missing), "kind": "none"}
    return pd.concat([data, pd.DataFrame([rest])], ignore_index=True)


def series_is_categories(rows: pd.DataFrame) -> bool:
    """Return whether rows are the categories of the 162 clusters."""
    return bool((rows.series == targets.CATEGORIES).all())


def chart(chosen: Choices, data: pd.DataFrame) -> alt.LayerChart:
    """Draw a breakdown as bars; what is in no category has a dashed outline."""
    palette, say = chosen.palette, chosen.say
    base = alt.Chart(data).encode(
        y=alt.Y(
            "name:N",
            sort=None,
            title=None,
            axis=alt.Axis(labelLimit=230, ticks=False, domain=False),
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
