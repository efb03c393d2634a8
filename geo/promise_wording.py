"""What the documents promise and demand of a park, and whom to ask, in the reader's words.

Page, card, report and command line tell it from here, so that they say the same.
"""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from pandas import DataFrame

from geo import park_promises
from geo.amounts import format_amount, format_bounds
from geo.citations import Citation, cite_sources
from geo.i18n import Language, translator
from geo.names import get_text, join_names, name_cluster, name_document, name_place
from geo.quotations import Quote, quote_facts
from geo.tables import rows_where

#: What an investor meets: demands on firms and on those who finance them.
DEMANDED_OF_INVESTORS = ("enterprise", "financier")


@dataclass(frozen=True)
class Promise:
    """An incentive as it is told for a park; `covers` is whether its text covers the park."""

    id: str
    kind: str
    name: str
    value: str
    state: str
    condition: str
    giver: str
    beneficiary: str
    covers: bool
    ground: str
    document: str
    quote: Quote
    sources: tuple[Citation, ...]


@dataclass(frozen=True)
class Demand:
    """A requirement as it is told for a park; `bounds` is empty where it has no number."""

    id: str
    name: str
    subject: str
    bounds: str
    covers: bool
    ground: str
    document: str
    quote: Quote


@dataclass(frozen=True)
class Contact:
    """Somebody to ask: what a document says of them, and how to reach them where it is printed.

    `nearest` are those with a telephone and the county's government.
    """

    name: str
    about: str
    nearest: bool
    telephone: str = ""
    address: str = ""
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True)
class Told:
    """All that is told of a park: a sentence, the kinds in brief, whom to ask, then each thing.

    `covering` are the promises whose text covers the park; of the others `amounts` have an amount.
    """

    summary: str
    kinds: str
    contacts: tuple[Contact, ...]
    covering: tuple[Promise, ...]
    amounts: tuple[Promise, ...]
    others: tuple[Promise, ...]
    demands: tuple[Demand, ...]


def tell_park(park: Any, lang: Language) -> Told:
    """Return what the documents promise and demand of a park, and whom to ask.

    >>> from geo.store import load_layer
    >>> park = load_layer("parks").set_index("id", drop=False).loc["gongzhuling-edz"]
    >>> [promise.value for promise in tell_park(park, "en").amounts]
    ['CNY 500,000', '70 %']
    """
    told = list_promises(park, lang)
    unsettled = [promise for promise in told if not promise.covers]
    return Told(
        summary=tell_promises(park, lang),
        kinds=count_kinds(told, lang),
        contacts=list_contacts(park, lang),
        covering=tuple(promise for promise in told if promise.covers),
        amounts=tuple(promise for promise in unsettled if promise.value),
        others=tuple(promise for promise in unsettled if not promise.value),
        demands=list_demands(park, lang),
    )


def list_promises(park: Any, lang: Language) -> tuple[Promise, ...]:
    """Return the incentives that bear, or may bear, on a park: what covers it comes first."""
    say = translator(lang)
    rows = park_promises.select_incentives(park)
    return tuple(
        Promise(
            id=row.id,
            kind=say(f"offer.{row.kind}"),
            name=get_text(row, "name", lang),
            value=format_amount(row.value, row.unit, lang) if row.value == row.value else "",
            state=name_state(row, lang),
            condition=get_text(row, "condition", lang),
            giver=get_text(row, "giver", lang),
            beneficiary=get_text(row, "beneficiary", lang),
            covers=row.covers,
            ground=tell_ground(row, lang),
            document=name_document(row.document, lang),
            quote=quote,
            sources=cite_sources(row.state_sources, lang),
        )
        for row, quote in zip(rows.itertuples(), quote_facts(rows, lang), strict=True)
    )


def list_demands(park: Any, lang: Language) -> tuple[Demand, ...]:
    """Return what documents demand of firms and financiers where a park is, or may be."""
    rows = park_promises.select_requirements(park)
    rows = rows[rows.subject.isin(DEMANDED_OF_INVESTORS)]
    return tuple(
        Demand(
            id=row.id,
            name=get_text(row, "name", lang),
            subject=get_text(row, "subject", lang),
            bounds=format_bounds(row.value_min, row.value_max, row.unit, row.comparison, lang)
            or "",
            covers=row.covers,
            ground=tell_ground(row, lang),
            document=name_document(row.document, lang),
            quote=quote,
        )
        for row, quote in zip(rows.itertuples(), quote_facts(rows, lang), strict=True)
    )


def list_contacts(park: Any, lang: Language) -> tuple[Contact, ...]:
    """Return whom to ask about a park: printed contacts, the park's county, responsible bodies."""
    say = translator(lang)
    bodies = [
        Contact(
            name=get_text(row, "name", lang),
            about=say("{role} ({document})").format(
                role=get_text(row, "role", lang), document=name_document(row.document, lang)
            ),
            nearest=row.telephone is not None,
            telephone=row.telephone or "",
            address=get_text(row, "address", lang),
            quotes=quote_facts(rows_where("institutions", "id", row.id), lang),
        )
        for row in park_promises.list_answering().itertuples()
    ]
    printed = [body for body in bodies if body.nearest]
    others = [body for body in bodies if not body.nearest]
    return (*printed, _name_local_body(park, lang), *others)


def _name_local_body(park: Any, lang: Language) -> Contact:
    say = translator(lang)
    county = name_place(park.county_adcode, lang)
    return Contact(
        say("The government of {county}").format(county=county),
        say("The county-level unit in which the park lies; no document read prints its telephone."),
        nearest=True,
    )


def name_state(incentive: Any, lang: Language) -> str:
    """Return whether an incentive holds, with the date of which that is said."""
    say = translator(lang)
    if incentive.state == "unknown":
        return say("unknown as of {date}").format(date=park_promises.SEARCHED.isoformat())
    state, date = say(f"legal.{incentive.state}"), incentive.state_date.isoformat()
    return say("{state} ({date})").format(state=state, date=date)


def tell_ground(row: Any, lang: Language) -> str:
    """Return why a promise or demand bears on a park, or on what that hangs."""
    say = translator(lang)
    ground = say(f"covers.{row.scope}") if row.covers else say(f"open.{row.scope}")
    return ground.format(clusters=join_names((name_cluster(one, lang) for one in row.named), lang))


def tell_states(rows: DataFrame, lang: Language) -> str:
    """Return how many incentives are known to hold, known to be past, and not known."""
    sentence = translator(lang)(
        "Incentives listed: {n}. Known to hold, each as of the date of its source: {held}. Known to"
        " have ended or to be superseded: {past}. Of the other {unknown} no source read says"
        " whether they hold."
    )
    return sentence.format(n=len(rows), **park_promises.count_states(rows))


def tell_promises(park: Any, lang: Language) -> str:
    """Return how many promises cover a park or may do so, and how many are known to hold."""
    rows = park_promises.select_incentives(park)
    covering = int(rows.covers.sum())
    sentence = translator(lang)(
        "Documents promise {n} things to parks like this one: the text of {covering} covers it,"
        " of {open} only on a condition that no source read settles. Known to hold, each as of"
        " the date of its source: {held}; ended or superseded: {past}; not known as of {date}:"
        " {unknown}."
    )
    return sentence.format(
        n=len(rows),
        covering=covering,
        open=len(rows) - covering,
        date=park_promises.SEARCHED.isoformat(),
        **park_promises.count_states(rows),
    )


def count_kinds(told: tuple[Promise, ...], lang: Language) -> str:
    """Return how many promises there are of each kind, most first."""
    say = translator(lang)
    kinds = Counter(promise.kind for promise in told).most_common()
    return join_names((say("{name}: {n}").format(name=kind, n=n) for kind, n in kinds), lang)
