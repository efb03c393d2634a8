"""The command line: check, build, list, export, rank."""

import argparse
import sys
from collections.abc import Sequence

from geo import build, check
from geo.errors import AtlasError
from geo.export import export_command
from geo.filters import label_option, list_options
from geo.i18n import LANGUAGE_IDS, shell_language, translator
from geo.layers import list_exported
from geo.siting import rank_command

LISTS = {"industries": "industry", "belts": "belt", "prefectures": "prefecture"}


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    root = argparse.ArgumentParser(prog="python -m geo", description=__doc__)
    commands = root.add_subparsers(dest="command", required=True)
    commands.add_parser("check", help="check every fact and layer").set_defaults(run=run_check)
    command = commands.add_parser("build", help="build data/built from the facts")
    command.add_argument("--check", action="store_true", help="only compare with what is there")
    command.set_defaults(run=run_build)
    command = commands.add_parser("list", help="list ids and names")
    command.add_argument("what", choices=[*LISTS, "layers"])
    command.set_defaults(run=run_list)
    command = commands.add_parser("export", help="write a layer or the whole atlas in any format")
    export_command.add_arguments(command)
    command.set_defaults(run=export_command.run_export)
    command = commands.add_parser("rank", help="rank parks for an industry")
    rank_command.add_arguments(command)
    command.set_defaults(run=rank_command.run_rank)
    return root


def run_check(_: argparse.Namespace) -> int:
    """Print every fault; exit status 1 when there is one."""
    say, problems = translator(shell_language()), check.find_problems()
    for problem in problems:
        print(problem)
    summary = say("Problems found: {n}.") if problems else say("All {n} automatic checks passed.")
    print(summary.format(n=len(problems) or len(check.CHECKS)), file=sys.stderr)
    return 1 if problems else 0


def run_build(arguments: argparse.Namespace) -> int:
    """Build, or compare with what is there; exit status 1 when that differs."""
    build.require_boundaries()
    say = translator(shell_language())
    if not arguments.check:
        for path in build.write_outputs():
            print(path.name)
        return 0
    stale = build.find_stale()
    for name in stale:
        print(say("{path} differs from the facts; run `make build`.").format(path=name))
    return 1 if stale else 0


def run_list(arguments: argparse.Namespace) -> int:
    """Print ids and names, tab-separated."""
    if arguments.what == "layers":
        print("\n".join(list_exported()))
        return 0
    facet = LISTS[arguments.what]
    for option in list_options(facet):
        print(option, *(label_option(facet, option, lang) for lang in LANGUAGE_IDS), sep="\t")
    return 0


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; a user's error is printed without a stack trace, status 2."""
    for stream in (sys.stdout, sys.stderr):  # a terminal without Chinese is no reason to fail
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    chosen = build_parser().parse_args(arguments)
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
