"""The doors of copytaster: everything it reads that somebody else may have written.

Each door is a function that takes a folder of its own and gives a check; a check takes bytes and
raises where they do what no bytes may do.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from contextlib import closing, suppress
from functools import cache
from pathlib import Path

from copytaster import bundled
from copytaster.desk.catalogue.catalogue import open_catalogue
from copytaster.desk.catalogue.entries import entry_of
from copytaster.desk.catalogue.writer import CatalogueWriter
from copytaster.desk.deeds import Deeds
from copytaster.desk.inbox.frames import take_frames, to_bytes
from copytaster.desk.inbox.teaching import TaughtFile
from copytaster.desk.keeping import arrangement, bookmark, typed_lines
from copytaster.desk.keeping.arrangement import ArrangementFile
from copytaster.desk.keeping.errors import LedgerError
from copytaster.desk.keeping.typed_lines import TypedLines
from copytaster.desk.ledger.fields import Field
from copytaster.desk.ledger.ledger import FILE_NAME as LEDGER
from copytaster.desk.ledger.ledger import Ledger, open_ledger
from copytaster.desk.lists import baskets as basket_file
from copytaster.desk.lists.baskets import BasketFile
from copytaster.desk.lists.lists import Lists
from copytaster.desk.rules import rules as rule_file
from copytaster.desk.settings import file as settings_file
from copytaster.desk.words.news import decode
from copytaster.desk.words.rows import Sort, View
from copytaster.keymap import effective_keys, key_complaints
from copytaster.stories.index.document import document_of
from copytaster.stories.related import Related
from copytaster.stories.saved import FILE as INDEX
from copytaster.terminal import lastframe
from copytaster.terminal.background import Answers
from copytaster.terminal.grammar import foreign
from copytaster.terminal.grid import Grid
from copytaster.terminal.keystrokes import Keystrokes
from copytaster.terminal.safe import safe, safe_row
from copytaster.wire.article import Article, as_json, from_json
from copytaster.wire.formats.registry import PLAIN
from copytaster.wire.lines.taught import TaughtRulesError, Teaching, from_toml, taught_copy, to_toml
from copytaster.wire.opening.encodings import decode as decode_text
from copytaster.wire.reading import read_bytes
from desk.making import file_articles, item, session, taught
from torture.evil import evil_texts
from torture.fuzzing import Check, Target

SQLITE_MOST = 2**63 - 1
DATE_PREFIX = re.compile(r"\s*date[ \t]+\d{4}-\d\d-\d\d\s*")


@cache
def wire_seeds() -> tuple[bytes, ...]:
    """The sample corpus, which has a file of every format, and the small evil texts."""
    samples = (path.read_bytes() for path in sorted(bundled.folder("sample_corpus").iterdir()))
    return (*samples, *evil_texts())


def articles(_folder: Path) -> Check:
    """Bytes become articles that can be filed, found again and drawn; of text no line is lost."""

    def check(data: bytes) -> None:
        for part, article in enumerate(read_bytes(data, "fuzz")):
            assert article.title
            assert from_json(as_json(article)) == article
            (frame,) = take_frames(bytearray(to_bytes([entry_of(article, part)], last=True)))
            assert frame.entries[0].article
            if article.format == PLAIN.name and not article.warnings:
                _no_line_is_lost(article, data)
            for block in article.blocks:
                assert foreign(safe(block.text).replace("\n", "")) == []
            assert foreign(safe_row(article.title)) == []
            document_of(article, None)

    return check


def _no_line_is_lost(article: Article, data: bytes) -> None:
    """Every line that is not blank is in exactly one block, but for a date of its own line."""
    lines = decode_text(data, "cp1252", None).text.split("\n")
    wanted = [number for number, line in enumerate(lines, 1) if line.strip()]
    if wanted and article.date and DATE_PREFIX.fullmatch(lines[wanted[0] - 1]):
        wanted = wanted[1:]
    spans = (block.lines for block in article.blocks if block.lines)
    covered = [n for first, last in spans for n in range(first, last + 1) if lines[n - 1].strip()]
    assert covered == wanted


def query_seeds() -> tuple[bytes, ...]:
    """Queries of every field and operator."""
    return tuple(
        text.encode()
        for text in (
            'strike "cabinet meeting" source:reuters not is:spiked (date:2025-08-07.. or age:<6h)',
            "title:harbour slug:FIRE tag:later is:unread is:returned is:kill is:copy is:problem",
            "date:2025-08-07..2025-08-09 age:>2d words:>300 words:..20 urgency:1..3 urgency:<4",
            "language:en story:this story:12 near:Zelensky near:“Vestvik harbour” -spain not(a)",
            "\u65e5\u672c source:\u671d\u65e5 title:“\uc11c\uc6b8” \u0627\u0644\u0631 100% a_b \\",
        )
    )


def queries(folder: Path) -> Check:
    """A query is answered or complained of, alone and as a search."""
    catalogue, _ = open_catalogue(folder / "catalogue")
    writer = CatalogueWriter(catalogue)
    file_articles(writer, [each for seed in wire_seeds()[:20] for each in read_bytes(seed, "x")])
    _, complaint = Deeds.open(folder / "state", catalogue.connection, taught(folder))
    assert complaint is None
    lists = Lists(catalogue)

    def check(data: bytes) -> None:
        text = data.decode("utf-8", "replace")[:300]
        complaint = lists.complaint(text)
        order = lists.order(View(query=text))
        assert complaint is None or not order
        lists.merge(View(query=text, sort=Sort.TITLE), order)
        lists.order(View(search=text[:60]))

    return check


def setting_seeds() -> tuple[bytes, ...]:
    """The commented settings, and the same with the comments taken away."""
    text = settings_file.commented()
    plain = "\n".join(line.removeprefix("# ") for line in text.splitlines() if "=" in line)
    return (
        text.encode(),
        plain.encode(),
        b'[keys]\nspike = "x,d"\nhelp = "?"\n',
        b"a.b.c = 1",
        b"a = " + b"[" * 900,
        b"a = " + b"{b=" * 500,
    )


def settings(_folder: Path) -> Check:
    """Settings are read, with a line for whatever is wrong; so are the keys in them."""

    def check(data: bytes) -> None:
        found, complaints = settings_file.parse(data.decode("utf-8", "replace"))
        complaints += key_complaints(found.keys)
        effective_keys(found)
        assert all(complaint and "\n" not in complaint for complaint in complaints)

    return check


def rule_seeds() -> tuple[bytes, ...]:
    """Taught rules of every kind."""
    return (
        b'[[rule]]\nfold = true\nphrase = "UP NEXT"\nsource = "Norwire"\n',
        b'# mine\n[[rule]]\nblock = "0123456789abcdef"\nopening = "Grain prices"\nfold = false\n',
        b'[[rule]]\nphrase = """\nRead\nmore"""\narticle = "abc"\n[[rule]]\nphrase = "x"\n',
    )


def rules(folder: Path) -> Check:
    """Taught rules are understood as they are written again, or refused with a reason."""
    path = folder / "taught.toml"
    article = read_bytes(wire_seeds()[0], "x")[0]

    def check(data: bytes) -> None:
        text = data.decode("utf-8", "replace")
        try:
            found = from_toml(text)
        except TaughtRulesError:
            found = ()
        assert from_toml(to_toml(found)) == found
        taught_copy(article, Teaching(found))
        path.write_bytes(data)
        TaughtFile(path).current()

    return check


def table_seeds() -> tuple[bytes, ...]:
    """Rules of one's own and baskets."""
    return (
        b'[[rule]]\nname = "stars"\nwhen = "horoscope"\nspike = true\nuntil = 2027-01-01\n',
        b'[[rule]]\nname = "vip"\nwhen = "is:urgent"\nscore = 40\ntag = ["vip"]\n# mine\n',
        b'[[basket]]\nname = "A"\nquery = "flood"\n[[basket]]\nname = "B"\nquery = "age:<3h"\n',
        b"[[rule]]\nwhen = " + b"[" * 900,
    )


def tables(folder: Path) -> Check:
    """Rules and baskets are read, with a line for whatever is wrong, and can be written on."""
    path = folder / "baskets.toml"

    def check(data: bytes) -> None:
        text = data.decode("utf-8", "replace")
        for parse in (rule_file.parse, basket_file.parse):
            _, flaws = parse(text)
            assert all(str(flaw) for flaw in flaws)
        path.write_bytes(data)
        BasketFile(path).current()

    return check


def record_seeds() -> tuple[bytes, ...]:
    """How the panes stood, and what was typed."""
    return (
        b'{"layout": "columns", "columns": [34, 42, 24], "rows": [1e999, 48, 22]}',
        b'{"search": ["flood", "fire"], "command": [1, null]}',
        b"[" * 1_500,
    )


def records(folder: Path) -> Check:
    """Conveniences that are damaged are as if they were not there."""

    def check(data: bytes) -> None:
        for name in (arrangement.FILE_NAME, typed_lines.FILE_NAME):
            (folder / name).write_bytes(data)
        shown = ArrangementFile(folder).load()
        assert all(0 <= share <= 100 for share in (*shown.columns, *shown.rows))
        TypedLines(folder).of("search")

    return check


def theme_seeds() -> tuple[bytes, ...]:
    """The bundled themes."""
    return tuple(path.read_bytes() for path in sorted(bundled.folder("themes").glob("*.toml")))


def themes(folder: Path) -> Check:
    """A theme file is a theme that can be drawn with, or one line that says why not."""
    from textual.theme import Theme

    from copytaster.themes import read_theme

    path = folder / "own.toml"

    def check(data: bytes) -> None:
        path.write_bytes(data)
        theme = read_theme(path)
        if isinstance(theme, Theme):
            theme.to_color_system().generate()
        else:
            assert theme

    return check


@cache
def _ledger_bytes(folder: Path) -> bytes:
    with_decisions = open_ledger(folder / "seed", session("seed"))
    items = [item(key) for key in range(1, 6)]
    with_decisions.decide(items, Field.VERDICT, "kept", "kept 5")
    with_decisions.decide(items[:2], Field.TAG, 1, "tagged", detail="later")
    with_decisions.close()
    return (folder / "seed" / LEDGER).read_bytes()


def ledgers(folder: Path) -> Check:
    """A spoilt ledger is used or refused in plain words, and never made anew."""
    whole = _ledger_bytes(folder)

    def check(data: bytes) -> None:
        place = folder / "state"
        place.mkdir(exist_ok=True)
        for old in place.iterdir():
            old.unlink()
        (place / LEDGER).write_bytes(_spoilt(whole, data))
        try:
            ledger = open_ledger(place, session("fuzz"))
        except LedgerError:
            return
        with closing(ledger), suppress(LedgerError):
            _use(ledger)

    return check


def _use(ledger: Ledger) -> None:
    ledger.decide([item(1)], Field.FLAGGED, 1, "flagged")
    ledger.undo()
    ledger.history()
    ledger.ties()
    ledger.decided_by_others(0)
    ledger.check()


def _spoilt(whole: bytes, data: bytes) -> bytes:
    """A file with some bytes of the input written over its own, or cut off at a place they name."""
    at = int.from_bytes(data[:3], "big") % (len(whole) + 1)
    if len(data) % 7 == 0:
        return whole[:at]
    return whole[:at] + data[3:67] + whole[at + len(data[3:67]) :]


def indexes(folder: Path) -> Check:
    """A spoilt index is found out, or answers."""
    found = [each for seed in wire_seeds()[:40] for each in read_bytes(seed, "x")]
    documents = {each.id: document_of(each, None) for each in found}
    whole = Related(documents.get)
    whole.add(list(documents.values()))
    whole.settle()
    whole.save(folder / "seed")
    saved = (folder / "seed" / INDEX).read_bytes()
    place = folder / "spoilt"
    place.mkdir()

    def check(data: bytes) -> None:
        (place / INDEX).write_bytes(_spoilt_index(saved, data))
        index = Related.load(place, documents.get)
        if isinstance(index, Related):
            for key in list(documents)[:2]:
                if key in index.index.rows:
                    index.related(key, 5)
        else:
            assert index.reason

    return check


def _spoilt_index(saved: bytes, data: bytes) -> bytes:
    """Half of the inputs hit the first two kilobytes, where everything else is described."""
    if len(data) % 2:
        return _spoilt(saved[:2048], data) + saved[2048:]
    return _spoilt(saved, data)


def picture_seeds() -> tuple[bytes, ...]:
    """Last pictures, as they are kept and as nobody would keep them."""
    return (
        b"frame 1 9x3 'k'\n\x1b[1;1Hone\x1b[0;1mtwo\x1b[m\r\n\x1b[K",
        b"frame 1 9x3 'k'\n\x1b]8;;https://example.org/\x1b\\x\x1b]8;;\x1b\\",
        b"frame 1 9x3 'k'\n\x1b]52;c;aGVsbG8=\x07\x1b[?1049h",
    )


def pictures(folder: Path) -> Check:
    """A last picture is painted only if it is nothing but painting."""
    path = folder / "picture"

    def check(data: bytes) -> None:
        path.write_bytes(data)
        found = lastframe.load(path, "k", (9, 3))
        assert found is None or foreign(found.picture) == []

    return check


def bookmark_seeds() -> tuple[bytes, ...]:
    """Bookmarks, whole and wrong."""
    return b'{"number": 3, "id": "abc", "top": 1}', b'{"number": 1e999, "id": null, "top": []}'


def bookmarks(folder: Path) -> Check:
    """A bookmark is a row number that can be asked for, or none."""

    def check(data: bytes) -> None:
        (folder / bookmark.FILE_NAME).write_bytes(data)
        found = bookmark.load(folder)
        assert found is None or (abs(found.number) <= SQLITE_MOST and found.top == int(found.top))

    return check


def news_seeds() -> tuple[bytes, ...]:
    """What the back room says."""
    record = {"read": 1, "found": 2, "indexed": 1, "busy": True, "note": "x"}
    return tuple(
        json.dumps({kind: record}).encode() for kind in ("progress", "arrived", "relations", "x")
    )


def news(_folder: Path) -> Check:
    """A line from the back room that was cut off or is none of ours is passed over."""

    def check(data: bytes) -> None:
        decode(data)

    return check


def key_seeds() -> tuple[bytes, ...]:
    """What a terminal sends: keys, mouse, pasted text, answers."""
    return (
        b"jjk\x1b[A\x1b[1;5C\x1bOP\x1b[<0;3;4M\x1b[200~pasted\x1b[201~",
        b"\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\\x1b[?2026;2$y\x1b[?2048;0$y\x1b[I\x1b[O\x1b[97;5u",
    )


def keys(_folder: Path) -> Check:
    """Whatever is typed is a message or nothing."""
    answers, keystrokes = Answers(), Keystrokes()

    def check(data: bytes) -> None:
        keystrokes.messages(answers.strained(data.decode("utf-8", "replace")))
        keystrokes.messages("")

    return check


def screen(_folder: Path) -> Check:
    """Whatever is drawn, only painting comes out of the driver."""
    grid = Grid(20, 4)

    def check(data: bytes) -> None:
        grid.read(data.decode("utf-8", "surrogateescape"))
        assert foreign(grid.changes()) == []

    return check


DOORS: Sequence[Target] = (
    Target("articles", wire_seeds, articles, share=12),
    Target("queries", query_seeds, queries, share=3),
    Target("settings", setting_seeds, settings, share=2),
    Target("taught rules", rule_seeds, rules, share=1),
    Target("rules and baskets", table_seeds, tables, share=1),
    Target("small records", record_seeds, records, share=1),
    Target("themes", theme_seeds, themes, share=1),
    Target("ledger files", wire_seeds, ledgers, share=1),
    Target("index files", wire_seeds, indexes, share=1),
    Target("last pictures", picture_seeds, pictures, share=1),
    Target("bookmarks", bookmark_seeds, bookmarks, share=1),
    Target("news", news_seeds, news, share=1),
    Target("keys", key_seeds, keys, share=1),
    Target("drawing", picture_seeds, screen, share=2),
)
