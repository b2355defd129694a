"""What the program is made of: few packages, each with bounds, and one exact set for the tests."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

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


def test_security_names_only_tests_that_there_are() -> None:
    text = (ROOT / "SECURITY.md").read_text()
    folder = "tests"
    for named in re.findall(r"tests/[\w/]+(?:\.py)?|\btest_\w+\.py", text):
        path = ROOT / (named if named.startswith("tests/") else f"{folder}/{named}")
        folder = str(path.parent.relative_to(ROOT)) if path.suffix else folder
        assert path.exists(), named
