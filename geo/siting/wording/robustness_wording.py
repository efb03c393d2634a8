"""How safe an answer is, in sentences and tables."""

from pandas import DataFrame

from geo.names import join_names
from geo.siting.criteria import CRITERIA
from geo.siting.ranking_methods import METHODS, correlate_methods, rank_by_methods
from geo.siting.robustness import DRAWS, Flip, Robustness
from geo.siting.wording.answer import Answer
from geo.ties import sort_rows

SHOWN = 12


def tell_findings(answer: Answer, safe: Robustness) -> list[str]:
    """Return what the checks say, in sentences that mention parks as the answer asks."""
    say, winner = answer.say, str(answer.ranking.winner)
    first = safe.shares.loc[winner]
    wins = say(
        "{park} wins in {wins} of {n} random weightings and is in the top three in {leads}."
    ).format(
        park=answer.stress_park(winner),
        wins=format_percent(first.wins),
        n=f"{DRAWS:,}",
        leads=format_percent(first.top_three),
    )
    lines = [wins, tell_flip(answer, safe.flip)]
    if safe.rivals:
        names = join_names((answer.mention_park(park) for park in safe.rivals[:5]), answer.lang)
        more = len(safe.rivals) - 5
        text = say("What is unknown or imprecise could put these first: {parks}.")
        lines.append(text.format(parks=names + (say(" and {n} more").format(n=more) * (more > 0))))
    else:
        lines.append(say("Nothing that is unknown or imprecise could put another park first."))
    return lines


def format_percent(share: float) -> str:
    """Return a share as percent with one decimal."""
    return f"{100 * share:.1f} %"


def tell_flip(answer: Answer, flip: Flip | None) -> str:
    """Return the smallest change of weights that dethrones the winner, as a sentence."""
    say = answer.say
    if flip is None:
        return say("No change of a single weight puts another park first.")
    text = (
        say("With {x} percentage points more weight on “{criterion}”, {park} would come first.")
        if flip.points > 0
        else say(
            "With {x} percentage points less weight on “{criterion}”, {park} would come first."
        )
    )
    return text.format(
        x=f"{abs(flip.points):.1f}",
        criterion=say(CRITERIA[flip.criterion].name),
        park=answer.stress_park(flip.park),
    )


def tell_agreement(answer: Answer) -> str:
    """Return Kendall's τ between the methods as a sentence."""
    say, ranks = answer.say, rank_by_methods(answer.question, own_rows=answer.own_rows)
    taus = correlate_methods(ranks)
    if len(ranks) < 2:
        return say("Agreement needs two parks or more.")
    return say("Agreement of the orders (Kendall τ, 1 is the same): {pairs}.").format(
        pairs="; ".join(
            f"{say(f'method.{first}')} – {say(f'method.{second}')} {taus.at[first, second]:.2f}"
            for first, second in (METHODS[:2], METHODS[::2], METHODS[1:])
        )
    )


def tabulate_shares(answer: Answer, safe: Robustness) -> DataFrame:
    """Return wins and top-three shares of the parks that win or lead most: park, share, percent."""
    top = safe.shares[safe.shares.top_three > 0]
    top = sort_rows(top, ["wins", "top_three"], ascending=False).head(SHOWN)
    return DataFrame(
        {
            "park": [answer.shorten_park(park) for park in top.index],
            "wins": (100 * top.wins).round(1).to_numpy(),
            "top_three": (100 * top.top_three).round(1).to_numpy(),
        }
    )


def title_checks(answer: Answer, safe: Robustness) -> list[tuple[str, DataFrame]]:
    """Return the tables of the checks, each with its title."""
    say = answer.say
    columns = [say("Name"), say("Wins, %"), say("In the top three, %")]
    shares = tabulate_shares(answer, safe).set_axis(columns, axis=1)
    return [
        (say("Share of random weightings"), shares),
        (say("If one criterion is left out"), tabulate_left_out(answer, safe)),
        (say("Other methods"), tabulate_methods(answer)),
    ]


def tabulate_left_out(answer: Answer, safe: Robustness) -> DataFrame:
    """Return what leaving each criterion out does, in the reader's words."""
    say, left_out = answer.say, safe.left_out
    return DataFrame(
        {
            say("Left out"): [say(CRITERIA[name].name) for name in left_out.index],
            say("Winner then"): [answer.shorten_park(park) for park in left_out.winner],
            say("Present winner's rank"): left_out["rank"].tolist(),
            say("Kendall τ"): left_out.tau.round(2).tolist(),
        }
    )


def tabulate_methods(answer: Answer) -> DataFrame:
    """Return the ranks of the leading parks under each method, in the reader's words."""
    say, ranks = answer.say, rank_by_methods(answer.question, own_rows=answer.own_rows).head(SHOWN)
    return DataFrame(
        {say("Name"): [answer.shorten_park(park) for park in ranks.index]}
        | {say(f"method.{name}"): ranks[name].tolist() for name in METHODS}
    )
