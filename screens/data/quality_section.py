"""How good the data is: checks, layers, documents, and how much of each table is filled."""

import streamlit as st

from components import sheet
from components.printed_table import show_printed_table
from geo import check, quality
from geo.filters import label_option
from screens.data import parameters
from screens.data.parameters import Choices


def show_quality(chosen: Choices) -> None:
    """Draw the result of the checks and three tables."""
    say = chosen.say
    problems = quality.list_problems()
    if problems:
        st.error("\n\n".join(map(str, problems)), icon=":material/error:")
    else:
        passed = say("All {n} automatic checks passed.").format(n=len(check.CHECKS))
        st.markdown(f":material/rule: {passed} `python -m geo check`")
    exact, parks = quality.count_exact_parks()
    sentence = say(
        "They find contradictions and missing sources, not whether a source is right. {exact} of "
        "{parks} parks stand at a position of their own, the others at a point of their town or "
        "county."
    )
    st.caption(sentence.format(exact=exact, parks=parks))
    st.subheader(say("Layers"))
    _layers(chosen)
    st.subheader(say("Documents"))
    st.caption(
        say("Rows of each table that rest on a document, each with the phrase that proves it.")
    )
    _documents(chosen)
    st.subheader(say("Tables"))
    parameters.show_tables(chosen)
    _coverage(chosen, chosen.table)


def _layers(chosen: Choices) -> None:
    say = chosen.say
    layers = quality.describe_layers()
    table = layers.assign(layer=[say(f"layer.{layer}") for layer in layers.layer])
    names = {
        "layer": say("Layer"),
        "features": say("Features"),
        "unverified": say("Unverified, hidden unless asked for"),
        "approximate": say("Point of the town or county only"),
        "placeless": say("No place known"),
    }
    st.dataframe(
        table.rename(columns=names), hide_index=True, placeholder="–", key="quality-layers"
    )
    show_printed_table(table.rename(columns=names))
    sheet.show_table_download(say, table.rename(columns=names), "jilin-quality-layers")


def _documents(chosen: Choices) -> None:
    counts = quality.count_documents()
    names = [label_option("document", document, chosen.lang) for document in counts.index]
    table = counts.rename(columns=lambda name: f"{name}.csv")
    table.insert(0, chosen.say("Document"), names)
    sheet.show_table(chosen.say, table, "jilin-quality-documents")


def _coverage(chosen: Choices, name: str) -> None:
    say = chosen.say
    coverage = quality.measure_coverage(name)
    names = {
        "column": say("Column"),
        "filled": say("Filled"),
        "empty": say("Empty"),
        "share": say("Share filled"),
    }
    st.caption(
        say(
            "Empty means unknown, or none where the description of the column says so; never zero. "
            "What each column means stands in data/README.md and in the zip's data package."
        )
    )
    st.dataframe(
        coverage.rename(columns=names),
        hide_index=True,
        key=f"quality-{name}",
        column_config={
            names["share"]: st.column_config.ProgressColumn(format="percent", width="medium")
        },
    )
    show_printed_table(coverage.rename(columns=names))
    sheet.show_table_download(say, coverage.rename(columns=names), f"jilin-quality-{name}")
