"""All articles of some places, read once and related: what `related` and `stories` answer from.

What was taught to be folded does not count, and what was joined or parted by hand stays so.

An id may stand for several articles, which are versions or copies then, or have nothing to do with
each other. So an article goes by its number, as text: ties are in the order of the files.

The index stays in memory, the texts go to a temporary file, so that 100,000 articles cost no more
memory than their index.
"""

from __future__ import annotations

import json
import tempfile
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, date, datetime
from itertools import islice, product
from pathlib import Path

from copytaster.cli.exits import complain
from copytaster.cli.progress import clear, report
from copytaster.cli.teaching import teaching
from copytaster.desk.catalogue.entries import ledger_key
from copytaster.desk.inbox.headless import read_all
from copytaster.desk.keeping.folders import state_folder
from copytaster.desk.ledger.ledger import FILE_NAME
from copytaster.desk.ledger.ties import Pair, Tie, Ties, said, ties_of
from copytaster.desk.settings.file import load
from copytaster.stories.index.document import Document, document_of
from copytaster.stories.related import Related
from copytaster.wire.article import Article, Unreadable
from copytaster.wire.lines.taught import taught_copy

BATCH = 512
DIGITS = 9
"""Of every number, so that numbers are in order as texts are."""


@dataclass(frozen=True, slots=True)
class Filed:
    """An article's own id, where it came from, and where its text lies in the temporary file."""

    id: str
    path: str
    part: int
    title: str
    offset: int
    length: int


class Collection:
    """Articles by number, in the order of their files, with what is related to each."""

    def __init__(self) -> None:
        self._texts = tempfile.TemporaryFile()  # noqa: SIM115  (lives as long as the collection)
        self._end = 0
        self.filed: dict[str, Filed] = {}
        self._keys_of: defaultdict[int, list[str]] = defaultdict(list)
        self.related = Related(self.document)
        self.teaching = teaching()
        self.unreadable = 0

    def read(self, places: Sequence[Path]) -> None:
        """Read and relate everything in these folders and files; complain of what cannot be."""
        articles = self._readable(places)
        while batch := list(islice(articles, BATCH)):
            self.related.add([self._file(article) for article in batch])
            report(len(self.filed))
        self.related.settle()
        self._tie(ties_of(state_folder() / FILE_NAME))
        clear()

    def document(self, key: str) -> Document | None:
        """The text of an article as the index sees it; None for an unknown key."""
        filed = self.filed.get(key)
        if filed is None:
            return None
        self._texts.seek(filed.offset)
        packed = self._texts.read(filed.length)
        return Document(**json.loads(zlib.decompress(packed)))

    def keys_in(self, file: Path, part: int | None = None) -> list[str]:
        """The articles of a file, or that of one part of it, whatever its path is called."""
        file = file.resolve()
        paths = {filed.path for filed in self.filed.values()}
        same = {path for path in paths if _leads_to(Path(path), file)}
        return [
            key
            for key, filed in self.filed.items()
            if filed.path in same and part in (None, filed.part)
        ]

    def _tie(self, ties: Ties) -> None:
        """What was said by hand of these articles wins over the index."""
        if not ties:
            return
        together, apart = (self._pairs(said(ties, tie)) for tie in (Tie.TOGETHER, Tie.APART))
        self.related.constrain(together, apart)

    def _pairs(self, pairs: Iterable[Pair]) -> Iterator[tuple[str, str]]:
        """Pairs of the ledger's keys as pairs of articles, for every copy of them."""
        for one, other in pairs:
            yield from product(self._keys_of.get(one, ()), self._keys_of.get(other, ()))

    def _readable(self, places: Sequence[Path]) -> Iterator[Article]:
        for found in read_all(places):
            if isinstance(found, Unreadable):
                self.unreadable += 1
                complain(f"{found.path}: {found.reason}")
            else:
                yield taught_copy(found, self.teaching)

    def _file(self, article: Article) -> Document:
        key = f"{len(self.filed):0{DIGITS}}"
        document = replace(document_of(article, arrival(article.path)), key=key)
        packed = zlib.compress(json.dumps(asdict(document)).encode(), 1)
        self._texts.seek(self._end)
        self._texts.write(packed)
        self.filed[key] = Filed(
            article.id, article.path, article.part, article.title, self._end, len(packed)
        )
        self._keys_of[ledger_key(article)].append(key)
        self._end += len(packed)
        return document


def places_around(file: Path) -> list[Path]:
    """Where to look for what goes with a file: in its folder or, where it lies alone, the inbox."""
    own = file.resolve().parent
    if any(each != file.resolve() and each.is_file() for each in own.iterdir()):
        return [own]
    settings, complaints = load()
    for each in complaints:
        complain(each)
    return [Path(place).expanduser() for place in settings.inbox] or [own]


def _leads_to(path: Path, file: Path) -> bool:
    """Whether a path is that of a file; those of another name are followed where they are links."""
    return (path.name == file.name or path.is_symlink()) and path.resolve() == file


def arrival(path: str) -> date | None:
    """The day on which a file came, by its own time; None where it has gone."""
    try:
        return datetime.fromtimestamp(Path(path).stat().st_mtime, UTC).date()
    except (OSError, ValueError, OverflowError):
        return None
