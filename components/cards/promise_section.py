"""What the documents promise a park, and whom to ask, as a part of its card."""

from pandas import Series

from components.state import State
from geo.promise_wording import Contact, Promise, tell_park
from layers.cards import Chip, ChipGroup, Fact, Section

MOST = 8  # of one kind: a card and its brief stay short, Invest has them all


def make_promise_section(chosen: State, park: Series) -> Section:
    """Return the counts, whom to ask, and what covers the park or has an amount."""
    say, told = chosen.say, tell_park(park, chosen.lang)
    covering = say("The text covers the park ({n})")
    if len(told.covering) > MOST:
        covering = say("The text covers the park ({n}, here the first {k})")
    groups = (
        (covering, told.covering),
        (say("With an amount, on a condition that no source read settles ({n})"), told.amounts),
    )
    return Section(
        say("What the documents promise"),
        tuple(
            ChipGroup(
                tuple(map(_make_chip, promises[:MOST])), title.format(n=len(promises), k=MOST)
            )
            for title, promises in groups
            if promises
        ),
        nothing="",
        sentence=told.summary,
        facts=tuple(_make_fact(chosen, one) for one in told.contacts if one.nearest),
    )


def _make_chip(promise: Promise) -> Chip:
    details = (promise.state, promise.condition, promise.giver, promise.ground)
    return Chip(
        " · ".join(filter(None, (promise.name, promise.value))),
        quotes=(promise.quote,),
        sources=promise.sources,
        details=tuple(filter(None, details)),
    )


def _make_fact(chosen: State, contact: Contact) -> Fact:
    return Fact(
        chosen.say("Ask {name}").format(name=contact.name),
        contact.telephone or chosen.say("no telephone printed"),
        basis=" · ".join(filter(None, (contact.about, contact.address))),
        quotes=contact.quotes,
    )
