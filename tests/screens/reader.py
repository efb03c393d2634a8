"""What a reader does without a browser: comes, turns to a page, follows a link, reads."""

import re
from functools import cache
from io import BytesIO

from babel.messages.pofile import read_po
from geopandas import GeoDataFrame
from streamlit.testing.v1 import AppTest

from components import own_session
from geo.i18n import LOCALE_NAMES
from geo.intake.own_layer import OwnLayer
from geo.paths import LOCALES, ROOT

APP = str(ROOT / "app.py")
PATIENCE = 120  # seconds; the cores may be shared
LABELLED = ("button", "multiselect", "number_input", "selectbox", "slider", "toggle")


def new() -> AppTest:
    """Return a session that has not begun."""
    app = AppTest.from_file(APP, default_timeout=PATIENCE)
    app.session_state["map-drawn"] = True  # no browser that needs a head start
    return app


def bring_rows(app: AppTest, rows: GeoDataFrame) -> AppTest:
    """Make rows the own layer of the session's reader."""
    app.session_state[own_session.KEY] = OwnLayer(rows)
    return app


def turn(app: AppTest, page: str) -> AppTest:
    """Turn to another page."""
    return app.switch_page(str(ROOT / f"screens/{page}/page.py")).run()


def follow(app: AppTest, lang: str = "en", **link: str) -> AppTest:
    """Open a link: what the address bar says replaces what was chosen before."""
    app.query_params.clear()
    app.session_state["written"] = 0.0  # long ago: no echo of what was just replaced
    for name, value in {"lang": lang, **link}.items():
        app.query_params[name.replace("_", "-")] = value
    app.run()
    assert not app.exception
    assert not app.error
    return app


def arrived(page: str, rows: GeoDataFrame | None = None) -> AppTest:
    """Return a session of its own on a page; `rows` are its reader's own."""
    app = new() if rows is None else bring_rows(new(), rows)
    return turn(app.run(), page)


@cache
def session(page: str) -> AppTest:
    """Return the session that tests of a page share, for starting one takes long."""
    return arrived(page)


def opened(page: str, lang: str = "en", **link: str) -> AppTest:
    """Open a link in the session that tests of a page share."""
    return follow(session(page), lang, **link)


def html(app: AppTest) -> str:
    return " ".join(one.proto.body for one in app.get("html"))


def markdown(app: AppTest) -> str:
    kinds = (app.markdown, app.caption, app.subheader, app.info, app.success, app.warning)
    return " ".join(one.value for kind in (*kinds, app.error) for one in kind)


def words(app: AppTest) -> str:
    """Everything said, tables and labels apart."""
    return f"{html(app)} {markdown(app)}"


def plain(app: AppTest) -> str:
    """Everything said, without tags, quotations and what is marked as another language."""
    text = re.sub(r"<(\w+)[^>]*\blang=[^>]*>.*?</\1>", " ", words(app), flags=re.DOTALL)
    return re.sub(r"<[^>]+>", " ", text)


@cache
def messages() -> tuple[str, ...]:
    """Return what code asks the catalogues for."""
    files = (LOCALES / LOCALE_NAMES["zh"] / "LC_MESSAGES").glob("*.po")
    found = (one.id for path in files for one in read_po(BytesIO(path.read_bytes())))
    return tuple(str(one) for one in found if one)


def untranslated(app: AppTest, lang: str) -> list[str]:
    """Return what stands on the page as code asks for it: codes, and in Chinese sentences."""
    labels = [one.label for kind in LABELLED for one in app.get(kind)]
    columns = [str(name) for one in app.dataframe for name in one.value.columns]
    text = " ".join([plain(app), *labels, *columns])
    kinds = {one.partition(".")[0] for one in messages() if re.fullmatch(r"[a-z_]+\.\S*\w", one)}
    codes = re.findall(rf"(?<![\w.])(?:{'|'.join(kinds)})\.(?!csv\b)[a-z_]+", text)
    sentences = [one for one in messages() if len(one) > 12 and "{" not in one]
    return codes + [one for one in sentences if lang == "zh" and one in text]
