"""Every word that can come on screen is there in both languages."""

import ast
import re
import string
import typing
from io import StringIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po

from geo import datapackage, i18n, layers, models, tables
from geo.filters import FACETS
from geo.paths import LOCALES, ROOT

CHINESE = re.compile(r"[\u3400-\u9fff]")
ROOMS = ("geo", "layers", "components", "screens", "api")
CODE = re.compile(r"[a-z_]+(\.[a-z_]+)+")
KEYWORDS: dict[str, None] = {"say": None, "_": None}


def catalogues(lang: str) -> list[tuple[Path, Catalog]]:
    folder = LOCALES / i18n.LOCALE_NAMES[lang] / "LC_MESSAGES"
    found = []
    for path in sorted(folder.glob("*.po")):
        with path.open("rb") as source:
            found.append((path, read_po(source, locale=i18n.LOCALE_NAMES[lang])))
    return found


def messages(lang: str) -> list[tuple[str, Message]]:
    return [
        (path.name, message)
        for path, catalogue in catalogues(lang)
        for message in catalogue
        if message.id
    ]


ENTRIES = {lang: messages(lang) for lang in ("zh", "en")}
TRANSLATED = {
    lang: {message.id: message.string for _, message in found} for lang, found in ENTRIES.items()
}


def used() -> dict[str, str]:
    """Return every message that code and templates ask for, with a place where."""
    mapping, options = parse_mapping_cfg(StringIO((ROOT / "babel.cfg").read_text("utf-8")))
    found = extract_from_dir(ROOT, mapping, options, KEYWORDS, directory_filter=_ours)
    # `_("kind." ~ one)` in a template asks for a code of that kind: see prefixes().
    asked = {
        message: f"{path}:{line}"
        for path, line, message, _, _ in found
        if message[-1] != "." or " " in message
    }
    asked = called() | asked
    asked |= dict.fromkeys(tables.WORDS.values(), "geo/tables.py")
    titles = (source["title"] for source in datapackage.SOURCES.values())
    return asked | dict.fromkeys(titles, "geo/datapackage.py")


def _ours(folder: str) -> bool:
    return Path(folder).relative_to(ROOT).parts[0] in ROOMS


def called() -> dict[str, str]:
    """Return every message in a call that the extraction misses, with a place where.

    Those are `translator(lang)("...")` and calls inside an f-string.
    """
    found = {}
    for path in [path for room in ROOMS for path in (ROOT / room).rglob("*.py")]:
        for call in ast.walk(ast.parse(path.read_text("utf-8"))):
            match call:
                case ast.Call(
                    func=ast.Call(func=ast.Name(id="translator"))
                    | ast.Name(id="say")
                    | ast.Attribute(attr="say"),
                    args=[ast.Constant(value=str(message))],
                ):
                    found[message] = f"{path.relative_to(ROOT)}:{call.lineno}"
    return found


def prefixes() -> list[str]:
    """Return what stands before the dot where code or a template puts a code together."""
    sources = [
        path
        for room in ROOMS
        for kind in ("py", "html")
        for path in (ROOT / room).rglob(f"*.{kind}")
    ]
    text = "\n".join(path.read_text("utf-8") for path in sources)
    return sorted(set(re.findall(r"""(?:say|_)\(f?["']([a-z_]+)\.(?:\{|["'])""", text)))


def literals(annotation: object) -> set[str]:
    """Return the words of every Literal inside an annotation."""
    if typing.get_origin(annotation) is typing.Literal:
        return set(typing.get_args(annotation))
    inner = typing.get_args(annotation)
    return {word for part in inner if not isinstance(part, str) for word in literals(part)}


def codes() -> list[str]:
    """Return the codes that code puts together from a prefix and a word of the models."""
    words_of = {
        "level": literals(models.Level),
        "kind": literals(models.ParkKind)
        | literals(models.Hub.model_fields["kind"].annotation)
        | literals(models.Brand.model_fields["kind"].annotation),
        "precision": literals(models.Precision),
        "confidence": literals(models.Confidence),
        "area": literals(models.Park.model_fields["area_kind"].annotation),
        "status": {"unverified"},
        "operation": literals(models.Hub.model_fields["operation"].annotation),
        "facet": {word for facet in FACETS for word in (facet, f"{facet}.help")},
        "layer": set(layers.list_exported()),
        "one": {layer.id for layer in layers.list_searched()},
    }
    assert all(words_of.values())
    return sorted(f"{prefix}.{word}" for prefix, words in words_of.items() for word in words)


USED = used()


def test_the_extraction_finds_code_and_templates() -> None:
    assert {where.partition("/")[0] for where in USED.values()} >= {"geo", "layers", "components"}
    assert any(where.startswith("layers/templates/") for where in USED.values())
    assert USED["Download CSV"].startswith("components/sheet.py")
    assert len(USED) > 100


@pytest.mark.parametrize("message", sorted(USED))
def test_a_message_is_translated(message: str) -> None:
    # English needs an entry only where the message is a code.
    for lang in ("zh", "en") if CODE.fullmatch(message) else ("zh",):
        where = f"{USED[message]}: not in locales/{i18n.LOCALE_NAMES[lang]}"
        assert message in TRANSLATED[lang], where


@pytest.mark.parametrize("prefix", prefixes())
def test_codes_of_a_kind_are_the_same_in_both_languages(prefix: str) -> None:
    found = {
        lang: {one for one in TRANSLATED[lang] if one.startswith(f"{prefix}.")}
        for lang in ("zh", "en")
    }
    assert found["zh"] == found["en"] != set()


@pytest.mark.parametrize("code", codes())
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_code_has_words(code: str, lang: str) -> None:
    assert TRANSLATED[lang].get(code), f"{code}: not in locales/{i18n.LOCALE_NAMES[lang]}"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_entry_is_fuzzy_or_empty_or_twice(lang: str) -> None:
    for name, message in ENTRIES[lang]:
        assert not message.fuzzy, (name, message.id)
        assert message.string, (name, message.id)
    for path, catalogue in catalogues(lang):
        text = path.read_text("utf-8")
        assert len(catalogue) == len(re.findall(r'^msgid (?!""\n[^"])', text, re.MULTILINE)), path


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_catalogues_do_not_contradict_one_another(lang: str) -> None:
    for name, message in ENTRIES[lang]:
        assert message.string == TRANSLATED[lang][message.id], (name, message.id)


def test_each_language_is_itself() -> None:
    for name, message in ENTRIES["en"]:
        assert not CHINESE.search(message.string), (name, message.id)
    for name, message in ENTRIES["zh"]:
        # Signs, units and names of standards may be the same in both.
        if re.search(r"[a-z]{3}", re.sub(r"\{.*?\}", "", message.id)):
            assert message.string != message.id, (name, message.id)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_translation_has_the_same_places_to_fill(lang: str) -> None:
    for name, message in ENTRIES[lang]:
        if re.fullmatch(r"\S+", message.id) and "{" not in message.id:
            continue  # a code: its words may have places of their own
        assert fields(message.string) == fields(message.id), (name, message.id)


def fields(text: str) -> set[str]:
    try:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
    except ValueError:
        return set()


def test_the_language_of_a_tag() -> None:
    assert [i18n.match_language(tag) for tag in ("zh-CN", "ZH_tw.UTF-8", "zh")] == ["zh"] * 3
    assert [i18n.match_language(tag) for tag in ("en", "ko-KR", "", None, "C")] == ["en"] * 5


@pytest.mark.parametrize(
    ("environment", "wanted"),
    [
        ({}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "en_US.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LANGUAGE": "zh_CN:en"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_MESSAGES": ""}, "zh"),
    ],
)
def test_the_language_of_a_shell(monkeypatch, environment, wanted: str) -> None:
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert i18n.shell_language() == wanted


def test_english_needs_no_catalogue() -> None:
    assert i18n.translator("en")("No such sentence.") == "No such sentence."
    assert i18n.pick("中", "en", "zh") == "中"
    assert i18n.pick("中", "en", "en") == "en"
