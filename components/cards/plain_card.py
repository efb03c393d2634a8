"""The card of a thing whose layer has none of its own: its columns, and what proves it."""

from components.cards.card_parts import make_head
from components.layer_columns import name_column, word_cell
from components.state import State
from geo.citations import cite_sources
from geo.layers import LAYERS
from geo.names import get_text
from geo.quotations import quote_facts
from geo.tables import rows_where
from layers.cards import Badge, Card, Fact


def make_plain_card(chosen: State, layer: str, key: str) -> Card:
    """Return the card of a row of a layer: the columns of its record, sources, quotations, note."""
    say, lang = chosen.say, chosen.lang
    rows = rows_where(layer, "id", key)
    row = rows.iloc[0]
    cited = cite_sources(row.get("sources", ()), lang)
    facts = [
        Fact(
            name_column(column, say),
            word_cell(column, row[column], lang) or say("unknown"),
            sources=cited,
        )
        for column in LAYERS[layer].columns
        if column in row
    ]
    if "document" in row:
        quotes = quote_facts(rows, lang)
        facts.append(Fact(say("Named in"), quotes[0].title, quotes=quotes))
    note = get_text(row, "note", lang) if f"note_{lang}" in row else ""
    head = make_head(chosen, layer, key, (Badge(say(f"one.{layer}")),))
    return Card(head, tuple(facts), note=note)
