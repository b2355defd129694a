"""What a careful reader said of differences that the program found between real articles.

`pairs/roundups.tsv` holds no text: two article ids of ../shared/data/related/roundups, a label, the
kind, and the numbers of the two sentences, from 1. `+` they do not agree, `-` they do or speak of
different things, `?` two readers would differ. All alarms of some versions of the program on four
random samples of pairs of one story are labelled, so that recall is against their pool.
"""

from __future__ import annotations

import gzip
import json
from collections import defaultdict
from collections.abc import Iterator

from copytaster.stories.index.document import Document
from corpus.labels import HERE

ROUNDUPS = HERE.parents[2] / "shared" / "data" / "related" / "roundups.jsonl.gz"
Alarm = tuple[str, int, int]


def labelled_alarms() -> Iterator[tuple[Document, Document, dict[Alarm, str]]]:
    """Two articles, and the label of each alarm; none where the articles are not there."""
    rows: defaultdict[tuple[str, str], dict[Alarm, str]] = defaultdict(dict)
    for row in (HERE / "pairs" / "roundups.tsv").read_text("utf-8").splitlines():
        ours, theirs, label, kind, i, j = row.split("\t")
        rows[ours, theirs][kind, int(i), int(j)] = label
    if not ROUNDUPS.is_file():
        return
    documents = _documents({name for pair in rows for name in pair})
    for (ours, theirs), labels in rows.items():
        yield documents[ours], documents[theirs], labels


def _documents(names: set[str]) -> dict[str, Document]:
    with gzip.open(ROUNDUPS, "rt") as lines:
        read = (json.loads(line) for line in lines)
        return {
            one["id"]: Document(one["id"], one["title"], one["text"], language="en")
            for one in read
            if one["id"] in names
        }
