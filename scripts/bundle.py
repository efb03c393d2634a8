"""What the browser runs, bundled: each entry with all that it imports becomes one small file.

esbuild does it, from node_modules and without network, in the blink of an eye; so a bundle is
made anew whenever its sources have changed. `python -m scripts.bundle` does it by hand.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from scripts.messages import SetupError
from scripts.processes import ROOT, run
from scripts.stamps import digest, read_json, write_stamp

BUNDLES = ROOT / "layers" / "bundles"
STAMP = BUNDLES / ".made.json"
#: Name of a bundle → its entry and its format: the map's is a plain script, as Folium loads it.
ENTRIES = {
    "map": ("layers/js/atlas.js", "iife"),
    "filter_panel": ("components/filters/panel.js", "esm"),
    "search": ("components/search/search.js", "esm"),
    "map_signal": ("screens/explore/map_signal.js", "esm"),
    "belt_strip": ("screens/belts/strip.js", "esm"),
    "ranked_list": ("screens/invest/ranked.js", "esm"),
    "matrix": ("screens/industries/matrix.js", "esm"),
}
ROOMS = ("layers/js", "components", "screens")
OPTIONS = (
    "--bundle",
    "--minify",
    "--target=es2022",
    "--charset=utf8",
    "--legal-comments=none",
    "--log-level=warning",
    "--log-limit=1",
)


def ensure_bundles() -> None:
    """See to it that each bundle is made of the sources as they are now.

    Raises
    ------
    SetupError
        When esbuild is not installed or finds a fault in a source.
    """
    contents = _contents()
    if read_json(STAMP) == contents and all(_bundle(name).is_file() for name in ENTRIES):
        return
    BUNDLES.mkdir(exist_ok=True)
    for name in ENTRIES:
        _make(name)
    write_stamp(STAMP, contents)


def find_esbuild() -> str:
    """Return the program that npm delivered for this machine.

    Raises
    ------
    SetupError
        When it is not installed.
    """
    programs = sorted((ROOT / "node_modules" / "@esbuild").glob("*/bin/esbuild"))
    if not programs:
        raise SetupError("no-esbuild")
    return str(programs[0])


def _bundle(name: str) -> Path:
    return BUNDLES / f"{name}.js"


def _make(name: str) -> None:
    entry, output_format = ENTRIES[name]
    # Written beside it and moved, so that a server that reads meanwhile gets a whole file.
    half = BUNDLES / f"{name}.{os.getpid()}.half"
    command = [find_esbuild(), entry, f"--format={output_format}", f"--outfile={half}", *OPTIONS]
    outcome = run(command)
    if not outcome.ok:
        raise SetupError("bundle-failed", path=entry, detail=outcome.output.strip())
    half.replace(_bundle(name))


def _contents() -> dict[str, str]:
    """Return the digest of each source, of this file and of the lock that names esbuild."""
    sources = [path for room in ROOMS for path in (ROOT / room).rglob("*.js")]
    files = sorted(path for path in sources if BUNDLES not in path.parents)
    files += [Path(__file__).resolve(), ROOT / "package-lock.json"]
    return {path.relative_to(ROOT).as_posix(): digest(path) for path in files}


def main() -> int:
    """Make the bundles; what the user can mend is told in a sentence."""
    try:
        ensure_bundles()
    except SetupError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
