"""The command line: check, build, list, export, rank."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from geo import build, check, export
from geo.belts import GEOMETRIES
from geo.filters import Filter, label, options, require_known
from geo.i18n import shell_language, translator
from geo.siting import command as ranking

LISTS = {"industries": "industry", "belts": "belt", "prefectures": "prefecture"}


def parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    root = argparse.ArgumentParser(prog="python -m geo", description=__doc__)
    commands = root.add_subparsers(dest="command", required=True)
    commands.add_parser("check", help="check every fact and layer").set_defaults(run=run_check)
    one = commands.add_parser("build", help="build data/built from the facts")
    one.add_argument("--check", action="store_true", help="only compare with what is there")
    one.set_defaults(run=run_build)
    one = commands.add_parser("list", help="list ids and names")
    one.add_argument("what", choices=[*LISTS, "layers"])
    one.set_defaults(run=run_list)
    _add_export(commands)
    return root


def _add_export(commands: Any) -> None:
    one = commands.add_parser(
        "export",
        help="write a layer, or the whole atlas, with its sources",
        description=f"Write a layer as {', '.join(form.title for form in FORMATS.values())}; or the "
        f"whole {WHOLE} as a GeoPackage, or as a zip of it with a QGIS project.",
        epilog="No Shapefile: it cuts column names to ten letters and texts to 254 bytes, has no "
        "encoding of its own and cannot tell unknown from zero. Use gpkg: it opens wherever a "
        "Shapefile does.",
    )
    one.add_argument("layer", choices=[*export.LAYERS, WHOLE])
    one.add_argument(
        "--format", choices=FORMATS, help="default: what the suffix of FILE says, else geojson"
    )
    one.add_argument("--zip", action="store_true", help="with data package, sources and checksums")
    for facet in FACETS:
        one.add_argument(f"--{facet}", action="append", default=[], metavar="ID")
    one.add_argument("--geometry", choices=GEOMETRIES, default="territory", help="shape of belts")
    one.add_argument("--unverified", action="store_true", help="include unverified parks")
    one.add_argument("-o", "--output", type=Path, metavar="FILE")
    one.set_defaults(run=run_export)


def run_check(_: argparse.Namespace) -> int:
    """Print every fault; exit status 1 when there is one."""
    say, problems = translator(shell_language()), check.check()
    for problem in problems:
        print(problem)
    summary = say("{n} problems found.") if problems else say("Every fact and layer is sound.")
    print(summary.format(n=len(problems)), file=sys.stderr)
    return 1 if problems else 0


def run_build(arguments: argparse.Namespace) -> int:
    """Build, or compare with what is there; exit status 1 when that differs."""
    build.require_boundaries()
    say = translator(shell_language())
    if not arguments.check:
        for path in build.write():
            print(path.name)
        return 0
    stale = build.stale()
    for path in stale:
        print(say("{path} differs from the facts; run `make build`.").format(path=path))
    return 1 if stale else 0


def run_list(arguments: argparse.Namespace) -> int:
    """Print ids and names, tab-separated."""
    if arguments.what == "layers":
        print("\n".join(export.LAYERS))
        return 0
    facet = LISTS[arguments.what]
    for one in options(facet):
        print(one, label(facet, one, "zh"), label(facet, one, "en"), sep="\t")
    return 0


def run_export(arguments: argparse.Namespace) -> int:
    """Write what the filter shows of a layer, to a file or to standard output."""
    content = _atlas(arguments) if arguments.layer == WHOLE else _layer(arguments)
    if arguments.output is None:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    else:
        export.write(arguments.output, content)
    return 0


def _atlas(arguments: argparse.Namespace) -> bytes:
    zipped = arguments.zip or _suffix(arguments) == ".zip"
    return (atlas.bundle if zipped else atlas.geopackage)(shell_language())


def _layer(arguments: argparse.Namespace) -> bytes:
    facets = {facet: tuple(getattr(arguments, facet)) for facet in FACETS}
    for facet, ids in facets.items():
        require_known(facet, ids)
    chosen = Filter(**facets, unverified=arguments.unverified)
    lang = shell_language()
    made = export.extract(arguments.layer, chosen, geometry=arguments.geometry, lang=lang)
    kind = arguments.format or _kind(_suffix(arguments))
    if arguments.zip or _suffix(arguments) == ".zip":
        return export.bundle(made, kind, export.stem(arguments.layer, chosen), lang)
    return export.encode(made, kind)


def _suffix(arguments: argparse.Namespace) -> str:
    return arguments.output.suffix.lower() if arguments.output else ""


def _kind(suffix: str) -> str:
    """Return the format that a file's suffix asks for.

    Raises UnknownId for the suffix of a Shapefile, with the reason why there is none.
    """
    if suffix == ".shp":
        say = translator(shell_language())
        raise UnknownId(
            say("No Shapefile: it cuts names and texts and knows no unknown. Use .gpkg instead.")
        )
    found = (kind for kind, form in FORMATS.items() if form.suffix == suffix)
    return next(found, "geojson")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; a user's error is printed without a stack trace, status 2."""
    chosen = parser().parse_args(arguments)
    try:
        status: int = chosen.run(chosen)
    except AtlasError as error:
        print(error, file=sys.stderr)
        return 2
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    return status


if __name__ == "__main__":
    sys.exit(main())
