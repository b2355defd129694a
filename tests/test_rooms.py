"""The rooms of the house: who may import whom, and what is not loaded before it is needed."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LOADED = "import json, sys, {module}; print(json.dumps(sorted(sys.modules)))"
SCREENS = {"textual", "rich"}
HEAVY = {"numpy", "lxml", "rapidfuzz", "feedparser", "yaml", "charset_normalizer", "watchfiles"}


LATER = {
    "copytaster.desk.exporting.exports",
    "copytaster.desk.exporting.publishable",
    "copytaster.desk.query.language",
    "copytaster.desk.query.sql",
    "copytaster.desk.lists.search",
    "copytaster.desk.words.story_page",
    "copytaster.screens.help",
    "copytaster.screens.palette",
    "copytaster.stories",
    "copytaster.wire.opening.encodings",
    "copytaster.wire.lines.lines",
    "copytaster.wire.reading",
    "email",
    "html",
}
"""What no first screen needs, some milliseconds each, which a key can spare."""


def loaded_by(module: str) -> set[str]:
    """The top-level packages that a process has after importing one module."""
    return {name.partition(".")[0] for name in modules_loaded_by(module)}


def modules_loaded_by(module: str) -> set[str]:
    """The modules that a process has after importing one of them."""
    done = subprocess.run(
        [sys.executable, "-c", LOADED.format(module=module)],
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    return set(json.loads(done.stdout))


def all_modules(room: str) -> str:
    """An import of every module of a room, as it stands after `import`."""
    folder = ROOT / "tui" / "copytaster" / room
    paths = (path.relative_to(ROOT / "tui") for path in folder.rglob("*.py"))
    return ", ".join(sorted(".".join(path.with_suffix("").parts) for path in paths)).replace(
        ".__init__", ""
    )


def test_the_contracts_of_imports_hold():
    command = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(
        [command, "--no-cache"], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout[-2000:]


@pytest.mark.parametrize("room", ["wire", "stories", "desk"])
def test_the_engine_never_loads_a_screen(room):
    assert loaded_by(all_modules(room)) & SCREENS == set()


@pytest.mark.parametrize("room", ["wire", "stories"])
def test_reading_and_relating_load_no_database(room):
    assert "sqlite3" not in loaded_by(all_modules(room))


@pytest.mark.parametrize("name", ["show", "related", "stories", "compare", "list", "index"])
def test_a_subcommand_about_files_never_loads_textual(name):
    assert "textual" not in loaded_by(f"copytaster.cli.{name}")


def test_the_command_itself_loads_almost_nothing():
    assert loaded_by("copytaster.cli") & (SCREENS | HEAVY | {"sqlite3"}) == set()


def test_the_reader_loads_no_parser_and_no_index_before_it_paints():
    assert loaded_by("copytaster.app") & HEAVY == set()


def test_the_reader_starts_without_what_only_later_keys_need():
    assert modules_loaded_by("copytaster.cli.reader, copytaster.app") & LATER == set()
