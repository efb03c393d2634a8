"""What an answer says, in sentences that the page shows and the report prints."""

from typing import Any

from geo.names import get_text, join_names
from geo.siting.criteria import CRITERIA, IDS
from geo.siting.ranking import Ranking
from geo.siting.ranking_methods import METHODS, correlate_methods, rank_by_methods
from geo.siting.robustness import DRAWS, Flip, Robustness
from geo.siting.verdicts import OUT
from geo.tables import load_table
from screens.invest import invest_wording
from screens.invest.parameters import Choices

SCALES = (
    "Each criterion runs from 0 to 1 between the least and the greatest value of the whole data "
    "set, so that adding a limit cannot reorder the rest. The score is the weighted sum. Where a "
    "value is unknown, its middle counts and the whiskers show the range."
)
METHOD_NOTE = (
    "TOPSIS measures closeness to the best of every scale; PROMETHEE II compares every two parks, "
    "with differences under 5 % of a scale as none and from 25 % as full."
)
NOT_HELD = (
    "The data hold no vacant plots, land or labour prices, utilities, taxes or incentives, and no "
    "word of a park's management. Ask the park's administrative committee or the county government "
    "named with each park before you decide."
)


def describe_own_rows(chosen: Choices, ranking: Ranking) -> str:
    """Return how many of the ranked parks are the reader's own, and how these take part."""
    count = int((ranking.parks.status[ranking.table.index] == "own").sum())
    sentence = chosen.say(
        "Of these yours: {n}. Your rows are ranked and scales reach to them; as neighbours only "
        "parks of the atlas count."
    )
    return sentence.format(n=f"{count:,}")


def tell_rows_beyond(chosen: Choices) -> str:
    """Return how many of the reader's own rows are compared of how many; nothing when all are."""
    rows = chosen.own_rows
    if rows is None or not rows.beyond:
        return ""
    sentence = chosen.say(
        "The first {n} of your {all} rows are compared, in the order of your file, and the other "
        "{k} are not: to compare others, put them first."
    )
    count = len(rows.parks)
    return sentence.format(n=f"{count:,}", all=f"{count + rows.beyond:,}", k=f"{rows.beyond:,}")


def list_method_notes(chosen: Choices, ranking: Ranking) -> list[str]:
    """Return how the answer was worked out, and how the reader's own rows take part in it."""
    own = [describe_own_rows(chosen, ranking)] if chosen.own_rows else []
    beyond = tell_rows_beyond(chosen)
    return [chosen.say(SCALES), chosen.say(METHOD_NOTE), *own, *([beyond] if beyond else [])]


def tell_findings(chosen: Choices, ranking: Ranking, safe: Robustness) -> list[str]:
    """Return what the checks say, in sentences."""
    say, winner = chosen.say, str(ranking.winner)
    first = safe.shares.loc[winner]
    wins = say(
        "{park} wins in {wins} of {n} random weightings and is in the top three in {leads}."
    ).format(
        park=f"**{chosen.escaped_name(winner)}**",
        wins=format_percent(first.wins),
        n=f"{DRAWS:,}",
        leads=format_percent(first.top_three),
    )
    lines = [wins, tell_flip(chosen, safe.flip)]
    if safe.rivals:
        names = join_names((chosen.escaped_name(park) for park in safe.rivals[:5]), chosen.lang)
        more = len(safe.rivals) - 5
        text = say("What is unknown or imprecise could put these first: {parks}.")
        lines.append(text.format(parks=names + (say(" and {n} more").format(n=more) * (more > 0))))
    else:
        lines.append(say("Nothing that is unknown or imprecise could put another park first."))
    return lines


def format_percent(share: float) -> str:
    """Return a share as percent with one decimal."""
    return f"{100 * share:.1f} %"


def tell_flip(chosen: Choices, flip: Flip | None) -> str:
    """Return the smallest change of weights that dethrones the winner, as a sentence."""
    say = chosen.say
    if flip is None:
        return say("No change of a single weight puts another park first.")
    text = (
        say("If you cared {x} points more about “{criterion}”, {park} would win.")
        if flip.points > 0
        else say("If you cared {x} points less about “{criterion}”, {park} would win.")
    )
    return text.format(
        x=f"{abs(flip.points):.1f}",
        criterion=say(CRITERIA[flip.criterion].name),
        park=f"**{chosen.escaped_name(flip.park)}**",
    )


def tell_agreement(chosen: Choices) -> str:
    """Return Kendall's τ between the methods as a sentence."""
    say, ranks = chosen.say, rank_by_methods(chosen.question, own_rows=chosen.own_rows)
    taus = correlate_methods(ranks)
    if len(ranks) < 2:
        return say("Agreement needs two parks or more.")
    return say("Agreement of the orders (Kendall τ, 1 is the same): {pairs}.").format(
        pairs="; ".join(
            f"{say(f'method.{first}')} – {say(f'method.{second}')} {taus.at[first, second]:.2f}"
            for first, second in (METHODS[:2], METHODS[::2], METHODS[1:])
        )
    )


def list_exclusions(chosen: Choices, ranking: Ranking) -> list[dict[str, object]]:
    """Return each excluded park's name and reasons, in the order of the data."""
    return [
        {
            "name": chosen.name(park),
            "reasons": [
                invest_wording.tell_reason(
                    limit, row[str(limit)], park, ranking.values, chosen.lang
                )
                for limit in ranking.question.limits
                if row[str(limit)] in OUT
            ],
        }
        for park, row in ranking.excluded.iterrows()
    ]


def tell_standing(chosen: Choices, ranking: Ranking, park: str) -> str:
    """Return a park's rank and score, or that a limit excludes it."""
    say = chosen.say
    if park in ranking.table.index:
        row = ranking.table.loc[park]
        return say("Rank {rank} · {score} points ({worst}–{best})").format(
            rank=int(row["rank"]), score=f"{row.score:.1f}",
            worst=f"{row.worst:.1f}", best=f"{row.best:.1f}",
        )  # fmt: skip
    if park in ranking.excluded.index:
        return say("Excluded by a limit")
    return say("Unverified: takes no part")


def list_unknown(chosen: Choices, ranking: Ranking, park: str) -> list[str]:
    """Return what is not known of a park, as phrases."""
    say, row = chosen.say, ranking.parks.loc[park]
    unknown = [
        say(CRITERIA[name].name)
        for name in IDS
        if name not in ranking.values.silent and ranking.values.value[name].isna()[park]
    ]
    if not row.industries:
        unknown.append(say("its industries: no source lists one"))
    if row.location_precision != "site":
        unknown.append(say("its exact position"))
    if row.approved_year != row.approved_year:
        unknown.append(say("year of approval"))
    return unknown


def tell_contact(chosen: Choices, row: Any) -> str:
    """Return whom to ask: the park's own committee, else the county government."""
    county = load_table("places").set_index("adcode").loc[row.county_adcode]
    name = get_text(county, "name", chosen.lang)
    if row.level == "national":
        return chosen.say(
            "{park} administrative committee; else the government of {county}"
        ).format(park=chosen.name(row.name), county=name)
    return chosen.say("The government of {county}").format(county=name)
