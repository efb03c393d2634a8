"""Words in the reader's language, from the gettext catalogues under `locales/`.

The English text is the message id, so English needs no catalogue to be read.
"""

from collections.abc import Callable
from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from os import environ
from typing import Literal

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from geo.paths import LOCALES

Translate = Callable[[str], str]
Language = Literal["zh", "en"]
LANGUAGE_IDS: tuple[Language, ...] = ("zh", "en")
LOCALE_NAMES = {"zh": "zh_CN", "en": "en"}


@cache
def load_catalogue(lang: str) -> NullTranslations:
    """Return the messages of a language, from its `.po` files, compiled in memory."""
    messages: NullTranslations = NullTranslations()
    for path in sorted((LOCALES / LOCALE_NAMES[lang] / "LC_MESSAGES").glob("*.po")):
        compiled = BytesIO()
        with path.open("rb") as source:
            write_mo(compiled, read_po(source, locale=LOCALE_NAMES[lang]))
        compiled.seek(0)
        part = GNUTranslations(compiled)
        part.add_fallback(messages)
        messages = part
    return messages


def translator(lang: str) -> Translate:
    """Return the function that translates a message id into `lang` ("zh" or "en")."""
    return load_catalogue(lang).gettext


def pick(zh: str, en: str, lang: str) -> str:
    """Return the text of a bilingual pair in `lang`."""
    return zh if lang == "zh" else en


def match_language(tag: str | None) -> Language:
    """Return "zh" for a language tag of Chinese (`zh-CN`, `zh_TW.UTF-8`), else "en"."""
    return "zh" if (tag or "").lower().startswith("zh") else "en"


def shell_language() -> Language:
    """Return the language of the user's shell."""
    names = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
    return match_language(next((environ[name] for name in names if environ.get(name)), None))
