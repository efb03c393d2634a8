"""Other programs: run them quietly, keep the end of what they say."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
OFFLINE_SIGNS = (
    "name resolution",
    "failed to resolve",
    "getaddrinfo",
    "nodename nor servname",
    "connection refused",
    "newconnectionerror",
    "max retries exceeded",
    "connection broken",
    "timed out",
    "network is unreachable",
    "no matching distribution",
    "proxyerror",
)


class Outcome(NamedTuple):
    """How a program ended: exit status and everything it printed."""

    status: int
    output: str

    @property
    def ok(self) -> bool:
        """Whether it succeeded."""
        return self.status == 0

    @property
    def offline(self) -> bool:
        """Whether it failed because it reached nobody."""
        lowered = self.output.lower()
        return not self.ok and any(sign in lowered for sign in OFFLINE_SIGNS)

    @property
    def tail(self) -> str:
        """The last lines, enough to recognise the cause."""
        return "\n".join("  " + line for line in self.output.strip().splitlines()[-4:])


def run(command: list[str], **environment: str) -> Outcome:
    """Run a program from the root of the repository; a missing one counts as failed.

    Parameters
    ----------
    command
        The program and its arguments.
    **environment
        Variables added to ours.
    """
    try:
        done = subprocess.run(
            command,
            cwd=str(ROOT),
            env=dict(os.environ, **environment),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    except OSError as error:
        return Outcome(127, str(error))
    return Outcome(done.returncode, done.stdout)


def install_with_apt(package: str) -> Outcome:
    """Install a Debian package where we may: as root, with apt-get; elsewhere this fails."""
    if os.geteuid() != 0:
        return Outcome(1, "")
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    install = ["apt-get", "install", "-y", "--no-install-recommends", package]
    outcome = run(install, **quiet)
    if not outcome.ok and run(["apt-get", "update"], **quiet).ok:
        outcome = run(install, **quiet)
    return outcome
