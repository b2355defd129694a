"""What the program is made of: few packages, each with bounds, and one exact set for the tests."""

from __future__ import annotations

import json
import re
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from audit import Verdict, audit

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
NEEDED = [Requirement(text) for text in PROJECT["dependencies"]]
FOR_TESTS = [Requirement(text) for text in PROJECT["optional-dependencies"]["dev"]]


def locked() -> dict[str, str]:
    """The exact version of each package in the lock."""
    lines = (ROOT / "requirements-test.lock").read_text().splitlines()
    pairs = (line.split("==") for line in lines if not line.startswith("#"))
    return {canonicalize_name(name): version for name, version in pairs}


def test_dependencies_are_few_and_bounded_on_both_sides() -> None:
    assert len(NEEDED) <= 12
    for requirement in NEEDED:
        signs = {each.operator for each in requirement.specifier}
        assert signs == {">=", "<"}, requirement


def test_the_lock_names_every_package_that_the_tests_need_in_a_version_that_fits() -> None:
    exact = locked()
    for requirement in (*NEEDED, *FOR_TESTS):
        version = exact[canonicalize_name(requirement.name)]
        assert requirement.specifier.contains(version), requirement


CLEAN = {"name": "anyio", "version": "4.16.0", "vulns": []}
KNOWN = {"name": "lxml", "version": "5.2.0", "vulns": [{"id": "PYSEC-1"}, {"id": "PYSEC-2"}]}
UNKNOWN = {"name": "uv", "skip_reason": "Dependency not found on PyPI and could not be audited"}


@pytest.mark.parametrize(
    ("packages", "verdict", "words"),
    [
        ([CLEAN], Verdict.CLEAN, "1 packages, nothing known against any (pypi)"),
        ([CLEAN, KNOWN, UNKNOWN], Verdict.VULNERABLE, "lxml 5.2.0: PYSEC-1, PYSEC-2"),
        ([CLEAN, UNKNOWN], Verdict.NOT_ASKED, "pypi does not know: uv"),
        ([UNKNOWN], Verdict.NOT_ASKED, "nothing was audited: neither pypi nor osv could be asked"),
        (None, Verdict.NOT_ASKED, "nothing was audited: neither pypi nor osv could be asked"),
    ],
)
def test_an_audit_that_nobody_answered_is_neither_clean_nor_vulnerable(
    tmp_path: Path, packages: list[object] | None, verdict: Verdict, words: str
) -> None:
    report = tmp_path / "report"
    report.write_text("" if packages is None else json.dumps({"dependencies": packages}))
    printing = f"print(open({str(report)!r}).read())"
    assert audit([sys.executable, "-c", printing], ROOT / "a.lock") == (verdict, [words])


def test_an_auditor_that_is_not_there_is_no_verdict() -> None:
    assert audit(["/nowhere/pip-audit"], ROOT / "a.lock")[0] is Verdict.NOT_ASKED


def test_security_names_only_tests_that_there_are() -> None:
    text = (ROOT / "SECURITY.md").read_text()
    folder = "tests"
    for named in re.findall(r"tests/[\w/]+(?:\.py)?|\btest_\w+\.py", text):
        path = ROOT / (named if named.startswith("tests/") else f"{folder}/{named}")
        folder = str(path.parent.relative_to(ROOT)) if path.suffix else folder
        assert path.exists(), named
