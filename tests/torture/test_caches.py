"""A cache and an index that are spoilt, of another version, or held by others: said in one line."""

from __future__ import annotations

import json
import os
import re
import sqlite3
import subprocess
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from torture.driving import moves, press, ready, said
from torture.houses import COMMAND, LONG, House


@pytest.fixture
def house(tmp_path: Path) -> House:
    """A house whose files were all read."""
    house = House(tmp_path / "house")
    assert listed(house) == (titles(house), [])
    return house


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> tuple[House, list[list[str]]]:
    """A house whose files were all read, and what it answers to some questions."""
    house = House(tmp_path_factory.mktemp("read") / "house")
    titles(house)
    return house, [titles(house, query) for query in QUESTIONS]


def listed(house: House, query: str = "") -> tuple[list[str], list[str]]:
    """The titles that `list` gives, and the lines that it says on stderr."""
    words = [COMMAND, "list", query, "--in", str(house.inbox), "--json"]
    done = subprocess.run(words, env=house.environ(), capture_output=True, check=False, timeout=90)
    titles = [record["title"] for record in json.loads(done.stdout or "[]")]
    return titles, done.stderr.decode().splitlines()


def titles(house: House, query: str = "") -> list[str]:
    """The titles alone."""
    return listed(house, query)[0]


def catalogue_of(house: House) -> Path:
    """The folder of the only catalogue."""
    (folder,) = (each for each in house.cache.iterdir() if each.is_dir())
    return folder


def cut(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def emptied(path: Path) -> None:
    os.truncate(path, 0)


def noise(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[:100] + os.urandom(max(100, len(data) - 100)))


def all_noise(path: Path) -> None:
    path.write_bytes(os.urandom(5000))


def of_version(number: int) -> Callable[[Path], None]:
    def mark(path: Path) -> None:
        if path.suffix == ".db":
            with closing(sqlite3.connect(path, isolation_level=None)) as database:
                database.execute(f"PRAGMA user_version = {number}")
        else:
            data = path.read_bytes()
            path.write_bytes(re.sub(rb'"version": \d', b'"version": %d' % number, data, count=1))

    return mark


def swapped(path: Path) -> None:
    other = path.parent / "index" / "stories.index"
    path.write_bytes(data := other.read_bytes())
    other.write_bytes(data[::-1])


DAMAGES: dict[str, tuple[str, Callable[[Path], None]]] = {
    "cut": ("catalogue.db", cut),
    "emptied": ("catalogue.db", emptied),
    "noise": ("catalogue.db", noise),
    "all noise": ("catalogue.db", all_noise),
    "swapped": ("catalogue.db", swapped),
    "gone": ("catalogue.db", Path.unlink),
    "older": ("catalogue.db", of_version(1)),
    "newer": ("catalogue.db", of_version(99)),
    "index cut": ("index/stories.index", cut),
    "index emptied": ("index/stories.index", emptied),
    "index noise": ("index/stories.index", noise),
    "index all noise": ("index/stories.index", all_noise),
    "index older": ("index/stories.index", of_version(1)),
    "index newer": ("index/stories.index", of_version(9)),
    "index gone": ("index/stories.index", Path.unlink),
    "stamp": ("index/stamp.json", all_noise),
    "words cut": ("fulltext.db", cut),
    "words noise": ("fulltext.db", noise),
    "words all noise": ("fulltext.db", all_noise),
    "words older": ("fulltext.db", of_version(77)),
}
QUESTIONS = ("", "warehouse")
SHOWN = ("emptied", "index noise", "words all noise")
SHORT = ("older", "index newer")


@pytest.mark.parametrize(
    "damage", [name if name in SHORT else pytest.param(name, marks=LONG) for name in DAMAGES]
)
def test_a_spoilt_cache_is_made_again_answers_the_same_and_says_so_in_one_line(
    read: tuple[House, list[list[str]]], damage: str
) -> None:
    (house, before), (name, spoil) = read, DAMAGES[damage]
    spoil(catalogue_of(house) / name)
    found, lines = listed(house, QUESTIONS[0])
    assert found == before[0]
    assert len(lines) == 1, lines
    assert "made again" in lines[0]
    assert [listed(house, query) for query in QUESTIONS[1:]] == [(each, []) for each in before[1:]]


@pytest.mark.parametrize("damage", ["newer", *(pytest.param(name, marks=LONG) for name in SHOWN)])
def test_a_reader_on_a_spoilt_cache_says_so_in_a_line_and_lists_all(
    house: House, damage: str
) -> None:
    name, spoil = DAMAGES[damage]
    spoil(catalogue_of(house) / name)
    with house.reader() as session:
        said(session, "made again")
        ready(session)
        press(session, "s")
        said(session, "kept ")
        session.type("Q")
        assert session.exit_code() == 0
    assert not list(house.state.glob("crash-*"))


@LONG
def test_a_cache_that_another_program_writes_to_for_long_keeps_no_reader_from_working(
    house: House,
) -> None:
    database = catalogue_of(house) / "catalogue.db"
    with closing(sqlite3.connect(database, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with house.reader() as session:
            assert session.until("of 12", 5.0), session.text()
            press(session, "s")
            said(session, "kept ")
            (house.inbox / "fresh.txt").write_text("Fresh from the wire\n\nIt came just now.\n")
            said(session, "the cache is busy: another program holds it")
            assert moves(session)
            other.execute("ROLLBACK")
            said(session, "of 13")


@LONG
def test_a_cache_that_another_program_has_for_itself_is_told_of_and_the_wires_are_read(
    house: House,
) -> None:
    database = catalogue_of(house) / "catalogue.db"
    with closing(sqlite3.connect(database, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN IMMEDIATE")
        other.execute("UPDATE meta SET value = value WHERE name = 'change'")
        with house.reader() as session:
            ready(session)
            press(session, "s")
            said(session, "kept ")
            session.type("Q")
            assert session.exit_code() == 0
    assert listed(house) == (titles(house), [])
