"""Everything that copytaster writes and must not lose or halve, each as a writer to be killed.

A writer writes its `number`-th state into a folder and returns once that is confirmed; its check,
called after the kill, looks at the folder with the last number that was confirmed.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from copytaster.desk.catalogue.catalogue import Catalogue, open_catalogue
from copytaster.desk.catalogue.entries import entry_of
from copytaster.desk.catalogue.writer import CatalogueWriter
from copytaster.desk.crash import save_report
from copytaster.desk.inbox.teaching import Lesson, TaughtFile
from copytaster.desk.keeping import bookmark
from copytaster.desk.keeping.arrangement import Arrangement, ArrangementFile
from copytaster.desk.keeping.bookmark import Bookmark
from copytaster.desk.keeping.saving import save_text
from copytaster.desk.keeping.typed_lines import TypedLines
from copytaster.desk.ledger.fields import Field
from copytaster.desk.ledger.ledger import Ledger, open_ledger
from copytaster.desk.lists.baskets import Basket, BasketFile
from copytaster.desk.settings.file import SettingsFile, load
from copytaster.desk.settings.settings import Setting, table
from copytaster.stories.index.storage import Stale
from copytaster.stories.related import Related
from copytaster.terminal import lastframe
from copytaster.terminal.lastframe import Painted
from copytaster.wire.lines.taught import TaughtRule
from desk.making import article, item, parsed, session
from stories.newsroom import FERRY, FERRY_TEXT, document, newsroom

Write = Callable[[Path, int], None]
PARTS = 400


@dataclass(frozen=True, slots=True)
class Writer:
    """One thing that is written: how, and what has to hold after a kill."""

    write: Write
    check: Write


@cache
def _ledger(folder: Path) -> Ledger:
    return open_ledger(folder, session("writer"))


def forget_connections() -> None:
    """Let go of what is open: a connection is never carried into another process."""
    _ledger.cache_clear()
    _catalogue.cache_clear()
    _related.cache_clear()


def decide(folder: Path, number: int) -> None:
    """A decision about one article, and another about twenty."""
    _ledger(folder).decide([item(number)], Field.VERDICT, "kept", f"kept {number}")
    many = [item(1_000_000 + number * 20 + place) for place in range(20)]
    _ledger(folder).decide(many, Field.FLAGGED, 1, f"flagged {number}")


def decided(folder: Path, confirmed: int) -> None:
    """Every confirmed decision stands, a deed on twenty articles stands whole or not at all."""
    with closing(open_ledger(folder, session("check"))) as ledger:
        assert ledger.check() is None
        wanted = [item(number) for number in range(1, confirmed + 1)]
        assert set(ledger.values(wanted, Field.VERDICT).values()) <= {"kept"}
        for number in (confirmed, confirmed + 1):
            many = [item(1_000_000 + number * 20 + place) for place in range(20)]
            assert len(set(ledger.values(many, Field.FLAGGED).values())) == 1
        assert len(ledger.history(10**9)) >= 2 * confirmed


def teach(folder: Path, number: int) -> None:
    """One more taught rule; the list stays short, as a person's does."""
    rule = TaughtRule(phrase=f"phrase {number}")
    forgotten = (TaughtRule(phrase=f"phrase {number - 5}"),)
    assert TaughtFile(folder / "taught.toml").learn(Lesson((rule,), forgotten)) is None


def taught(folder: Path, confirmed: int) -> None:
    """The file is whole, and has the confirmed rule or the one after it."""
    file = TaughtFile(folder / "taught.toml")
    phrases = [rule.phrase for rule in file.current().rules]
    assert file.complaint is None
    assert not confirmed or {f"phrase {confirmed}", f"phrase {confirmed + 1}"} & {*phrases}


@cache
def _measure() -> Setting:
    return next(each for each in table() if each.name == "measure")


def set_measure(folder: Path, number: int) -> None:
    """A setting, over and over."""
    assert SettingsFile(folder / "settings.toml").set(_measure(), 40 + number % 80) is None


def is_set(folder: Path, confirmed: int) -> None:
    """The settings can be read, and say what was set last."""
    settings, complaints = load(folder / "settings.toml")
    assert complaints == []
    assert not confirmed or settings.measure in {40 + (confirmed + n) % 80 for n in (0, 1)}


def export(folder: Path, number: int) -> None:
    """An export in place of the one before it."""
    save_text(folder / "export.txt", (f"{number} {place}\n" for place in range(PARTS)))


def exported(folder: Path, confirmed: int) -> None:
    """The export is whole, and the confirmed one or the next."""
    if not confirmed:
        return
    lines = (folder / "export.txt").read_text().splitlines()
    assert len(lines) == PARTS
    assert len({line.split()[0] for line in lines}) == 1
    assert int(lines[0].split()[0]) in (confirmed, confirmed + 1)


def paint(folder: Path, number: int) -> None:
    """A last picture."""
    lastframe.save(folder / "picture", "k", Painted(f"\x1b[1;1H{number}" * 500, (80, 24)))


def painted(folder: Path, confirmed: int) -> None:
    """The picture is whole."""
    found = lastframe.load(folder / "picture", "k", (80, 24))
    assert not confirmed or found is not None
    assert found is None or found.picture.count("H") == 500


def mark_place(folder: Path, number: int) -> None:
    """A bookmark."""
    bookmark.save(folder, Bookmark(number, f"id {number}", number))


def place_marked(folder: Path, confirmed: int) -> None:
    """The bookmark is whole."""
    found = bookmark.load(folder)
    assert not confirmed or (found and found.number in (confirmed, confirmed + 1))


@cache
def _catalogue(folder: Path) -> Catalogue:
    return open_catalogue(folder)[0]


def file_articles(folder: Path, number: int) -> None:
    """A file of ten articles."""
    entries = [entry_of(article(f"{number} {part}"), part) for part in range(10)]
    CatalogueWriter(_catalogue(folder)).file([parsed(f"/wire/{number}.txt", entries)])


def filed(folder: Path, confirmed: int) -> None:
    """The cache needs not to be made again, and files are in it whole or not at all."""
    catalogue, note = open_catalogue(folder)
    with closing(catalogue):
        assert note is None
        assert catalogue.count() in (confirmed * 10, confirmed * 10 + 10)
        (answer,) = catalogue.connection.execute("PRAGMA integrity_check").fetchone()
        assert answer == "ok"


@cache
def _related(folder: Path) -> Related:
    return newsroom(settle=False)


def save_index(folder: Path, number: int) -> None:
    """The index, one article larger each time."""
    related = _related(folder)
    related.add([document(str(number), f"{FERRY} {number}", f"{FERRY_TEXT} {number}")])
    related.save(folder)


def index_saved(folder: Path, confirmed: int) -> None:
    """The index is whole, and the confirmed one or the next; one may be there half written."""
    found = Related.load(folder, lambda _: None)
    assert not confirmed or isinstance(found, Related), found
    assert isinstance(found, Stale) or len(found) in (confirmed, confirmed + 1)
    assert len(list(folder.iterdir())) <= 2


def fill_basket(folder: Path, number: int) -> None:
    """A basket, over and over."""
    assert BasketFile(folder / "baskets.toml").save(Basket("Port", f"plan{number}")) is None


def basket_filled(folder: Path, confirmed: int) -> None:
    """The baskets can be read, the standard ones among them, and say what was saved last."""
    file = BasketFile(folder / "baskets.toml")
    queries = {each.name: each.query for each in file.current()}
    assert file.complaints() == []
    assert queries.keys() >= {"Open", "Kills"}
    assert not confirmed or queries["Port"] in {f"plan{confirmed + n}" for n in (0, 1)}


def arrange(folder: Path, number: int) -> None:
    """How the panes stand, and a line that was typed."""
    ArrangementFile(folder).save(Arrangement(f"layout {number}"))
    TypedLines(folder).add("search", f"line {number}")


def arranged(folder: Path, confirmed: int) -> None:
    """Both are whole."""
    layout = ArrangementFile(folder).load().layout
    lines = TypedLines(folder).of("search")
    assert not confirmed or layout in {f"layout {confirmed + n}" for n in (0, 1)}
    assert not confirmed or f"line {confirmed}" in lines


def report_crash(folder: Path, number: int) -> None:
    """The report of a crash."""
    save_report(ValueError(str(number)), folder)


def crash_reported(folder: Path, confirmed: int) -> None:
    """There are reports, and not too many."""
    assert bool(list(folder.glob("crash-*"))) or not confirmed
    json.dumps([path.name for path in folder.iterdir()])


WRITERS: Mapping[str, Writer] = {
    "ledger": Writer(decide, decided),
    "taught rules": Writer(teach, taught),
    "settings": Writer(set_measure, is_set),
    "exports": Writer(export, exported),
    "last picture": Writer(paint, painted),
    "bookmark": Writer(mark_place, place_marked),
    "cache": Writer(file_articles, filed),
    "index": Writer(save_index, index_saved),
    "baskets": Writer(fill_basket, basket_filled),
    "arrangement": Writer(arrange, arranged),
    "crash reports": Writer(report_crash, crash_reported),
}
