"""Facts with their evidence, made ready for the templates of `layers`."""

from typing import Any

from components.state import State
from geo.i18n import translator
from geo.names import get_text, map_sectors, name_industry
from geo.tables import load_table


def quotes(facts: Any, lang: str) -> list[dict[str, Any]]:
    """Return facts that documents state as quotations with their source, for a template."""
    say = translator(lang)
    documents = load_table("policies").set_index("id")
    made = {
        "machine": say("machine translation"),
        "official": say("official translation"),
        "original": "",
    }
    found = []
    for fact in facts.itertuples():
        document = documents.loc[fact.document]
        found.append(
            {
                "phrase": fact.phrase,
                "place_phrase": getattr(fact, "place_phrase", ""),
                "quote_lang": document.language,
                "title": get_text(document, "title", lang),
                "date": say("undated") if document.date is None else document.date.isoformat(),
                "section": fact.section,
                "translation": made[document.translation],
                "disputed": getattr(fact, "status", "stated") == "disputed",
                "note": getattr(fact, f"note_{lang}", "") or "",
            }
        )
    return found


def by_sector(chosen: State, facts: Any) -> list[dict[str, Any]]:
    """Return specialities grouped by sector and industry, with their quotations."""
    lang, wanted = chosen.lang, chosen.filter.industries()
    groups = []
    for sector in load_table("sectors").sort_values("sort").itertuples():
        here = facts[facts.industry.map(map_sectors()) == sector.id]
        items = [
            {
                "name": name_industry(str(one), lang),
                "evidence": quotes(group, lang),
                "count": group.document.nunique(),
                "disputed": bool((group.status == "disputed").all()),
                "chosen": one in wanted,
            }
            for one, group in here.groupby("industry", sort=False)
        ]
        if items:
            groups.append({"name": get_text(sector, "name", lang), "industries": items})
    return groups


def sources(text: str | None) -> list[dict[str, str]]:
    """Return the citations of a research table's source column, links told from text."""
    found = []
    for part in (text or "").split(" | "):
        url = part.split(" ")[0] if part.startswith(("http://", "https://")) else ""
        if part:
            found.append({"text": part, "url": url, "lang": "zh" if not part.isascii() else "en"})
    return found
