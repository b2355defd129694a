"""The documentation says what the program does: no table is stale, nothing is left out."""

from __future__ import annotations

import re
import tomllib
from dataclasses import fields
from importlib.metadata import requires, version
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from copytaster.cli import SUBCOMMANDS
from copytaster.cli.calls import CALLS
from copytaster.cli.parsers import options_of
from copytaster.commands import COMMANDS
from copytaster.desk.query.language import Name
from copytaster.desk.query.sql import _STATES as STATES
from copytaster.desk.settings.settings import table
from copytaster.themes import read_theme
from copytaster.wire.article import Article, Block, Role, Status
from docs import generate
from docs.generate import README, refreshed

ROOT = README.parent
PAGES = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").glob("*.md"))]
COMMAND_LINE = ROOT / "docs" / "command-line.md"
QUERIES = ROOT / "docs" / "queries.md"
PICTURE = ROOT / "docs" / "reader.svg"
ROOMS = ("wire", "stories", "desk", "terminal", "presentation", "widgets", "screens", "cli")
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")


def words_in_code(page: Path) -> set[str]:
    """All that stands between backticks, and each word of it."""
    spans = re.findall(r"`([^`]+)`", page.read_text("utf-8"))
    return {*spans, *(word for span in spans for word in re.split(r"[\s|\\]+", span))}


@pytest.mark.parametrize("page", generate.PAGES, ids=lambda page: page.name)
def test_the_tables_are_fresh(page):
    text = page.read_text("utf-8")
    assert refreshed(text) == text, "make docs"


@pytest.mark.parametrize("name", generate.SHELL)
def test_the_manual_page_and_the_completions_are_fresh(name):
    text = (ROOT / "docs" / "shell" / name).read_text("utf-8")
    assert text == generate.shell_file(name), "make docs"


def test_every_command_setting_and_subcommand_is_in_the_manual_page():
    page = generate.shell_file("copytaster.1").replace("\\-", "-")
    assert all(f"[{command.id}]" in page for command in COMMANDS)
    assert all(f".B {setting.name}\n" in page for setting in table())
    assert all(f".SS {word}\n" in page for word in SUBCOMMANDS)


def test_every_option_of_a_call_in_the_readme_is_one_that_there_is():
    for call, _ in CALLS:
        word = call.split()[0] if call.split()[0] in SUBCOMMANDS else ""
        known = {name for option in options_of(word) for name in option.names}
        assert set(re.findall(r"--[\w-]+", call)) <= known, call


def test_every_command_setting_and_subcommand_is_in_the_readme():
    said = words_in_code(README)
    assert {command.id for command in COMMANDS} <= said
    assert {setting.name for setting in table()} <= said
    assert set(SUBCOMMANDS) <= said


def test_the_first_screen_of_the_readme_runs_and_tests():
    first = README.read_text("utf-8").splitlines()[:24]
    assert any(line.startswith("    make run") for line in first)
    assert any(line.startswith("    make test") for line in first)
    assert any("docs/reader.svg" in line for line in first)


def test_every_key_of_the_json_is_documented():
    said = words_in_code(COMMAND_LINE)
    assert {field.name for field in fields(Article)} <= said
    assert {field.name for field in fields(Block)} - {"text"} <= said
    assert {role.value for role in Role} | {status.value for status in Status} <= said


def test_every_subcommand_has_its_place_on_the_page_of_the_command_line():
    headings = re.findall(r"^## (.+)$", COMMAND_LINE.read_text("utf-8"), re.MULTILINE)
    assert {name for heading in headings for name in heading.split(", ")} == set(SUBCOMMANDS)


def test_every_field_and_state_of_a_query_is_documented():
    said = words_in_code(QUERIES)
    assert {f"{name.value}:" for name in Name} <= said
    assert {f"is:{state}" for state in STATES} <= said


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_to_a_file(page):
    for target in LINK.findall(page.read_text("utf-8")):
        if "://" not in target:
            assert (page.parent / target).exists(), target


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_module_that_is_named_is_there(page):
    package = ROOT / "tui" / "copytaster"
    for path in re.findall(rf"`((?:{'|'.join(ROOMS)})/[\w/]*(?:\.py)?)`", page.read_text("utf-8")):
        assert (package / path).exists(), path


def test_the_picture_shows_the_keys_of_today():
    shown = re.sub(r"<[^>]+>", "", PICTURE.read_text("utf-8")).replace("&#160;", " ")
    footer = [command for command in COMMANDS if command.label]
    assert sum(command.label in shown for command in footer) >= len(footer) // 2
    assert "folded" in shown
    assert "same story" in shown.lower()


def test_the_picture_asks_no_other_site():
    assert "@font-face" not in PICTURE.read_text("utf-8")


def test_the_changelog_tells_of_this_version():
    assert f"## {version('copytaster')}" in (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_every_dependency_is_accounted_for():
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    needed = [Requirement(line) for line in requires("copytaster") or ()]
    names = {each.name.lower() for each in needed if "extra" not in str(each.marker or "")}
    explained = {name.lower() for name in re.findall(r"^\| ([\w-]+) \|", text, re.MULTILINE)}
    assert names <= explained


def test_the_theme_of_the_readme_is_a_theme(tmp_path):
    block = re.search(r"((?: {4}.*\n)+)", README.read_text("utf-8").split("A theme of your own")[1])
    assert block
    path = tmp_path / "evening.toml"
    path.write_text("\n".join(line.strip() for line in block[1].splitlines()))
    theme = read_theme(path)
    assert not isinstance(theme, str), theme
    assert theme.name == tomllib.loads(path.read_text())["name"]
