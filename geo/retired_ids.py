"""Ids of before and what they are called today: links, requests and commands of before go on."""

import re

#: Today's id by the one of before.
RETIRED = {
    "kaffir-lily": "clivia",
    "changchun-kaffir-lily": "changchun-clivia",
    "sme-clusters-2006-changchun-kaffir-lily": "sme-clusters-2006-changchun-clivia",
}
#: An id as it stands alone or among others, joined with `.` or `,`.
ID = re.compile(r"[^.,;:=]+")


def renew_id(key: str) -> str:
    """Return the id that a thing has today.

    >>> renew_id("kaffir-lily"), renew_id("auto-parts")
    ('clivia', 'auto-parts')
    """
    return RETIRED.get(key, key)


def renew_ids(text: str) -> str:
    """Return the text of a link's parameter with each id in it as it is today.

    >>> renew_ids("auto-parts.kaffir-lily"), renew_ids("clusters.changchun-kaffir-lily")
    ('auto-parts.clivia', 'clusters.changchun-clivia')
    """
    return ID.sub(lambda match: renew_id(match[0]), text)
