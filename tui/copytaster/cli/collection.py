"""All articles of some places, read once and related: what `related` and `stories` answer from.

What was taught to be folded does not count, and what was joined or parted by hand stays so.

The index stays in memory, the texts go to a temporary file, so that 100,000 articles cost no more
memory than their index.
"""

from __future__ import annotations

import json
import tempfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from itertools import islice
from pathlib import Path

from copytaster.cli.exits import complain
from copytaster.cli.progress import clear, report
from copytaster.cli.teaching import teaching
from copytaster.desk.catalogue.entries import ledger_key
from copytaster.desk.inbox.headless import read_all
from copytaster.desk.keeping.folders import state_folder
from copytaster.desk.ledger.ledger import FILE_NAME
from copytaster.desk.ledger.ties import Tie, Ties, said, ties_of
from copytaster.desk.settings.file import load
from copytaster.stories.index.document import Document, document_of
from copytaster.stories.related import Related
from copytaster.wire.article import Article, Unreadable
from copytaster.wire.lines.taught import taught_copy

BATCH = 512


@dataclass(frozen=True, slots=True)
class Filed:
    """Where an article came from, and where its text lies in the temporary file."""

    path: str
    part: int
    title: str
    offset: int
    length: int


class Collection:
    """Articles by their id, in the order of their files, with what is related to each."""

    def __init__(self) -> None:
        self._texts = tempfile.TemporaryFile()  # noqa: SIM115  (lives as long as the collection)
        self._end = 0
        self.filed: dict[str, Filed] = {}
        self._ids: dict[int, str] = {}
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
        """The text of an article as the index sees it; None for an unknown id."""
        filed = self.filed.get(key)
        if filed is None:
            return None
        self._texts.seek(filed.offset)
        packed = self._texts.read(filed.length)
        return Document(**json.loads(zlib.decompress(packed)))

    def _tie(self, ties: Ties) -> None:
        """What was said by hand of these articles wins over the index."""
        if not ties:
            return
        ids = self._ids
        together, apart = (
            [(ids[one], ids[other]) for one, other in said(ties, tie) if {one, other} <= ids.keys()]
            for tie in (Tie.TOGETHER, Tie.APART)
        )
        self.related.constrain(together, apart)

    def _readable(self, places: Sequence[Path]) -> Iterator[Article]:
        for found in read_all(places):
            if isinstance(found, Unreadable):
                self.unreadable += 1
                complain(f"{found.path}: {found.reason}")
            else:
                yield taught_copy(found, self.teaching)

    def _file(self, article: Article) -> Document:
        document = document_of(article, arrival(article.path))
        packed = zlib.compress(json.dumps(asdict(document)).encode(), 1)
        self._texts.seek(self._end)
        self._texts.write(packed)
        filed = Filed(article.path, article.part, article.title, self._end, len(packed))
        self.filed.setdefault(article.id, filed)
        self._ids[ledger_key(article)] = article.id
        self._end += len(packed)
        return document


def places_around(file: Path) -> list[Path]:
    """Where to look for what goes with a file: in its folder or, where it lies alone, the inbox."""
    own = file.resolve().parent
    if any(each != file.resolve() and each.is_file() for each in own.iterdir()):
        return [own]
    return [Path(place).expanduser() for place in load()[0].inbox] or [own]


def arrival(path: str) -> date | None:
    """The day on which a file came, by its own time; None where it has gone."""
    try:
        return datetime.fromtimestamp(Path(path).stat().st_mtime, UTC).date()
    except (OSError, ValueError, OverflowError):
        return None
