"""`python3 -m scripts COMMAND`; see `make help`.

This file must be readable by any Python 3, so that an old one gets a sentence and not a trace.
"""

import sys


def main() -> int:
    """Run the command named on the command line and return the exit status."""
    if sys.version_info < (3, 7):  # noqa: UP036 - this very block is for older ones
        sys.stderr.write("Python 3.11+ ? https://www.python.org/downloads/\n")
        return 1
    from scripts import commands

    return commands.main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
