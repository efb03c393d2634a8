"""The report and the exports of a ranking, made on the click."""

from dataclasses import replace
from functools import partial

import streamlit as st

from components.link import make_address
from geo.i18n import LANGUAGE_IDS, Language
from geo.siting import ranking_files
from geo.siting.ranking import Ranking
from screens.invest import shortlist_section
from screens.invest.investor_report import print_report, write_report
from screens.invest.parameters import Choices

LANGUAGE_WORDS = {"zh": "报告（中文）", "en": "Report (English)"}


def show_report_download(chosen: Choices, ranking: Ranking, lang: Language) -> None:
    """Draw the download of the report in a language."""
    st.download_button(
        LANGUAGE_WORDS[lang],
        data=partial(
            print_report,
            translate_choices(chosen, lang),
            ranking,
            make_address(lang),
            copy_notes(),
        ),
        file_name=f"jilin-report-{ranking.winner}-{lang}.pdf",
        mime="application/pdf",
        icon=":material/picture_as_pdf:",
        type="primary" if lang == chosen.lang else "secondary",
        on_click="ignore",
        key=f"invest-report-{lang}",
        help=chosen.say("PDF, A4: the answer on the first page, then what it rests on."),
    )


def show_more_downloads(chosen: Choices, ranking: Ranking) -> None:
    """Draw the downloads beside the tray's: other languages, HTML, CSV and GeoJSON."""
    say = chosen.say
    with st.container(horizontal=True):
        for lang in LANGUAGE_IDS:
            if lang != chosen.lang:
                show_report_download(chosen, ranking, lang)
        st.download_button(
            say("Report as HTML"),
            data=partial(write_report, chosen, ranking, make_address(chosen.lang), copy_notes()),
            file_name=f"jilin-report-{ranking.winner}-{chosen.lang}.html",
            mime="text/html",
            icon=":material/description:",
            on_click="ignore",
            key="invest-report-html",
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


def translate_choices(chosen: Choices, lang: Language) -> Choices:
    """Return the same choices in another language."""
    return replace(chosen, lang=lang)


def copy_notes() -> dict[str, str]:
    """Return a copy of the reader's notes, for a file made outside this run."""
    return dict(shortlist_section.find_notes())
