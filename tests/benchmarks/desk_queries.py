"""What a filter, a search of every text, a verdict and an undo cost on a large desk.

    python tests/benchmarks/desk_queries.py [--articles 100000] [--cpu]

The catalogue is filed directly, without files, so that only the desk is measured. The texts are
those of tests/benchmarks/corpus.py, each a few of its words changed.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path

from benchmarks.corpus import Item, items
from copytaster.desk.catalogue.catalogue import Catalogue, open_catalogue
from copytaster.desk.catalogue.entries import Entry, entry_of
from copytaster.desk.catalogue.fulltext import Fulltext
from copytaster.desk.catalogue.seen import Seen
from copytaster.desk.catalogue.writer import CatalogueWriter, Parsed
from copytaster.desk.deeds import Deeds
from copytaster.desk.inbox.teaching import TaughtFile
from copytaster.desk.ledger.ledger import open_ledger
from copytaster.desk.lists.baskets import STANDARD, Basket
from copytaster.desk.lists.lists import Lists
from copytaster.desk.lists.row_reader import RowReader
from copytaster.desk.lists.tallies import Tallies
from copytaster.desk.rules.rules import Rule
from copytaster.desk.rules.ruling import Ruling
from copytaster.desk.words.rows import Verdict, View
from copytaster.wire.article import Article, Block, Role

TYPED = (
    "harbour fire",
    "is:unread source:norwire",
    'text:"the city"',
    "the",
    "not is:spiked fire",
    'near:"harbour"',
    "not is:kept",
)
BATCH = 2_000
SOURCES = ("Norwire", "TTA", "Straits World", "Meridian", "dpk")


CLOCK: Callable[[], float] = time.perf_counter


def milliseconds(call: Callable[[], object], times: int = 5) -> float:
    """The median of what a call takes."""
    taken = []
    for _ in range(times):
        begun = CLOCK()
        call()
        taken.append((CLOCK() - begun) * 1_000)
    return statistics.median(taken)


def entry(item: Item) -> Entry:
    """One article of the corpus as it is filed."""
    blocks = tuple(Block(Role.BODY, part) for part in item.text.split("\n\n"))
    source = SOURCES[item.number % len(SOURCES)]
    slug = f"SLUG-{item.number % 300}"
    article = Article(
        id=str(item.number), path="all.jsonl", title=item.title, blocks=blocks, source=source,
        slug=slug, date=item.date.isoformat(), language="en", word_count=len(item.text.split()),
    )  # fmt: skip
    return entry_of(article, item.number)


def filled(catalogue: Catalogue, count: int) -> None:
    """File so many articles, as of one file."""
    writer, corpus = CatalogueWriter(catalogue), items(count)
    for start in range(0, count, BATCH):
        some = tuple(map(entry, islice(corpus, BATCH)))
        end = start + len(some)
        writer.file([Parsed(Seen(b"/all.jsonl", 1, 0, 1), some, end, last=end == count)])


def letters(query: str) -> Iterator[str]:
    """A query as it is typed."""
    return (query[:end] for end in range(1, len(query) + 1))


def measured(place: Path, count: int) -> Iterable[tuple[str, str]]:
    """What was measured, and how many milliseconds or seconds it took."""
    catalogue, _ = open_catalogue(place / "cache")
    filled(catalogue, count)
    deeds, _ = Deeds.open(place / "state", catalogue.connection, TaughtFile(place / "taught.toml"))
    yield "texts indexed, s of CPU", f"{indexing(catalogue):.1f}"
    lists, rows = Lists(catalogue), RowReader(catalogue.connection)
    everything = lists.order(View())
    deeds.judge(rows.items(everything[: count * 9 // 10 : 2]), Verdict.SPIKED)
    for query in TYPED:
        taken = [milliseconds(lambda q=q: lists.order(View(q)), 3) for q in letters(query)]
        yield f"“{query}”, letter by letter: worst, ms", f"{max(taken):.0f}"
        yield f"“{query}”, entered: ms", f"{taken[-1]:.0f}"
    yield "a verdict in the ledger, ms", f"{verdicts(deeds, rows, everything):.1f}"
    yield "undo of 5,000 spiked, ms", f"{bulk_undo(deeds, rows, everything):.0f}"
    yield from counting(catalogue)
    yield from ruling(catalogue, place)


def indexing(catalogue: Catalogue) -> float:
    """Seconds of CPU to index all texts."""
    fulltext, begun = Fulltext(catalogue.connection), time.process_time()
    fulltext.catch_up(catalogue.change())
    while fulltext.waiting:
        fulltext.work(200)
    return time.process_time() - begun


def verdicts(deeds: Deeds, rows: RowReader, order: Iterable[int]) -> float:
    """Milliseconds of one verdict, on the disk."""
    numbers = iter([*order][-200:])
    return milliseconds(lambda: deeds.judge(rows.items([next(numbers)]), Verdict.KEPT), 50)


def bulk_undo(deeds: Deeds, rows: RowReader, order: Iterable[int]) -> float:
    """Milliseconds to take back 5,000 verdicts of one step."""
    chosen = rows.items([*order][-6_000:-1_000])
    taken = []
    for _ in range(3):
        deeds.judge(chosen, Verdict.SPIKED)
        taken.append(milliseconds(deeds.undo, 1))
    return statistics.median(taken)


def counting(catalogue: Catalogue) -> Iterable[tuple[str, str]]:
    """Counting the baskets for the first time, and after one arrival."""
    baskets = (*STANDARD, Basket("Fire", "fire harbour"), Basket("Norwire", "source:norwire"))
    tallies = Tallies(catalogue)
    yield (
        f"{len(baskets)} baskets counted, ms",
        f"{milliseconds(lambda: [*tallies.count(baskets)], 1):.0f}",
    )
    writer = CatalogueWriter(catalogue)
    item = next(items(1))
    writer.file([Parsed(Seen(b"/one.txt", 1, 0, 2), (entry(item),), 1)])
    yield "after one arrival, ms", f"{milliseconds(lambda: [*tallies.count(baskets)], 1):.1f}"


def ruling(catalogue: Catalogue, place: Path) -> Iterable[tuple[str, str]]:
    """Twenty rules over everything, and over one arrival."""
    rules = [Rule(f"r{n}", f"slug:slug-{n} or harbour fire{n}", score=n + 1) for n in range(20)]
    ledger = open_ledger(place / "state")
    work = Ruling(catalogue, ledger)
    yield (
        "20 rules over everything, ms",
        f"{milliseconds(lambda: [*work.apply(rules, live=True)], 1):.0f}",
    )
    item = next(items(1))
    CatalogueWriter(catalogue).file([Parsed(Seen(b"/two.txt", 1, 0, 3), (entry(item),), 1)])
    yield "over one arrival, ms", f"{milliseconds(lambda: [*work.apply(rules, live=True)], 1):.1f}"
    ledger.close()


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--cpu", action="store_true", help="CPU instead of time, on a busy machine")
    options = parser.parse_args()
    if options.cpu:
        globals()["CLOCK"] = time.process_time
    with tempfile.TemporaryDirectory() as place:
        for what, how_long in measured(Path(place), options.articles):
            print(f"{what:<60} {how_long:>8}", flush=True)


if __name__ == "__main__":
    main()
