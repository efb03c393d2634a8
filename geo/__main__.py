"""The command line: check, build, list, export."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from geo import build, check, export
from geo.belts import GEOMETRIES
from geo.errors import AtlasError
from geo.filters import Filter, label, options, require_known
from geo.i18n import shell_language, translator

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
    one = commands.add_parser("export", help="write a layer as GeoJSON (RFC 7946)")
    one.add_argument("layer", choices=export.LAYERS)
    for facet in ("industry", "belt", "prefecture", "level"):
        one.add_argument(f"--{facet}", action="append", default=[], metavar="ID")
    one.add_argument("--geometry", choices=GEOMETRIES, default="territory")
    one.add_argument("--unverified", action="store_true", help="include unverified parks")
    one.add_argument("-o", "--output", type=Path, metavar="FILE")
    one.set_defaults(run=run_export)
    return root


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
    facets = {
        facet: tuple(getattr(arguments, facet))
        for facet in ("industry", "belt", "prefecture", "level")
    }
    for facet, ids in facets.items():
        require_known(facet, ids)
    chosen = Filter(**facets, unverified=arguments.unverified)
    collection = export.geojson(
        arguments.layer, chosen, geometry=arguments.geometry, lang=shell_language()
    )
    text = export.dumps(collection)
    if arguments.output is None:
        sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
        sys.stdout.write(text)
    else:
        export.write(arguments.output, text)
    return 0


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
