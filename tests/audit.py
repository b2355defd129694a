"""`make audit`: whether anything is known against the exact packages that the tests ran with.

Exit status: 0 nothing is known, 1 something is, 3 some or all could not be asked about. pip-audit
itself, which lives in an environment of its own, calls a source that knows none of them clean.
"""

from __future__ import annotations

import json
import subprocess
import sys
import venv
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LOCK = ROOT / "requirements-test.lock"
PLACE = ROOT / ".venv" / "audit"
SOURCES = ("pypi", "osv")
PATIENCE = 300.0


class Verdict(IntEnum):
    """What came of it, as an exit status."""

    CLEAN = 0
    VULNERABLE = 1
    NOT_ASKED = 3


@dataclass(frozen=True, slots=True)
class Answer:
    """What a source knows: advisories by package, and packages that it knows nothing of."""

    advisories: dict[str, list[str]]
    unknown: list[str]
    known: int


def audit(command: Sequence[str], lock: Path) -> tuple[Verdict, list[str]]:
    """Ask one source after the other until one answers; the verdict, and what to say."""
    for source in SOURCES:
        answer = _ask(command, source, lock)
        if answer and answer.known:
            return judge(answer, source)
    asked = " nor ".join(SOURCES)
    return Verdict.NOT_ASKED, [f"nothing was audited: neither {asked} could be asked"]


def judge(answer: Answer, source: str) -> tuple[Verdict, list[str]]:
    """The verdict on an answer of a source, and what to say of it."""
    if answer.advisories:
        return Verdict.VULNERABLE, [
            f"{name}: {', '.join(ids)}" for name, ids in answer.advisories.items()
        ]
    if answer.unknown:
        return Verdict.NOT_ASKED, [f"{source} does not know: {', '.join(answer.unknown)}"]
    return Verdict.CLEAN, [f"{answer.known} packages, nothing known against any ({source})"]


def read(report: str) -> Answer | None:
    """The answer in a report of pip-audit; None where it broke off before there was one."""
    try:
        packages = json.loads(report)["dependencies"]
    except (ValueError, LookupError, TypeError):
        return None
    known = [each for each in packages if "vulns" in each]
    advisories = {
        f"{each['name']} {each['version']}": [found["id"] for found in each["vulns"]]
        for each in known
        if each["vulns"]
    }
    unknown = [each["name"] for each in packages if "vulns" not in each]
    return Answer(advisories, unknown, len(known))


def _ask(command: Sequence[str], source: str, lock: Path) -> Answer | None:
    options = ("--no-deps", "--disable-pip", "--format", "json", "--progress-spinner", "off")
    words = [*command, *options, "--vulnerability-service", source, "-r", str(lock)]
    try:
        done = subprocess.run(words, capture_output=True, text=True, check=False, timeout=PATIENCE)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return read(done.stdout)


def _auditor() -> list[str]:
    """pip-audit, installed where it is not there yet, if that can be done."""
    command = PLACE / "bin" / "pip-audit"
    if not command.exists():
        venv.create(PLACE, with_pip=True)
        install = [PLACE / "bin" / "pip", "install", "--quiet", "pip-audit"]
        subprocess.run(install, check=False, capture_output=True)
    return [str(command)]


def main() -> int:
    """Audit the lock and say what came of it."""
    verdict, lines = audit(_auditor(), LOCK)
    print(*lines, sep="\n")
    return verdict


if __name__ == "__main__":
    sys.exit(main())
