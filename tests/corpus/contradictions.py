"""What a careful reader said of differences that the program found between real articles.

`pairs/roundups.tsv` and `pairs/rumours.tsv` hold no text: two article ids of
../shared/data/related/roundups or rumours, a label, the kind, and the numbers of the two sentences,
from 1. `+` they do not agree, `-` they do or speak of
different things, `?` two readers would differ. All alarms of some versions of the program on random
samples of pairs of one story are labelled, so that recall is against their pool: five samples of
roundups, and 4,800 pairs of rumours as two versions saw them.
"""

from __future__ import annotations

import gzip
import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from copytaster.stories.comparing.differences import Difference, Matter
from copytaster.stories.index.document import Document
from corpus.labels import HERE

REAL = HERE.parents[2] / "shared" / "data" / "related"
ROUNDUPS, RUMOURS = "roundups", "rumours"
Alarm = tuple[str, int, int]


def labelled_alarms(source: str) -> Iterator[tuple[Document, Document, dict[Alarm, str]]]:
    """Two articles, and the label of each alarm; none where the articles are not there."""
    rows: defaultdict[tuple[str, str], dict[Alarm, str]] = defaultdict(dict)
    for row in (HERE / "pairs" / f"{source}.tsv").read_text("utf-8").splitlines():
        ours, theirs, label, kind, i, j = row.split("\t")
        rows[ours, theirs][kind, int(i), int(j)] = label
    articles = REAL / f"{source}.jsonl.gz"
    if not articles.is_file():
        return
    documents = _documents(articles, {name for pair in rows for name in pair})
    for (ours, theirs), labels in rows.items():
        yield documents[ours], documents[theirs], labels


def alarm_of(one: Difference) -> Alarm:
    """A difference as it is labelled, where a place is a name."""
    kind = Matter.NAME if one.matter is Matter.PLACE else one.matter
    return kind.value, one.our_sentence + 1, one.their_sentence + 1


def _documents(articles: Path, names: set[str]) -> dict[str, Document]:
    with gzip.open(articles, "rt") as lines:
        read = (json.loads(line) for line in lines)
        return {
            one["id"]: Document(one["id"], one.get("title", ""), one["text"], language="en")
            for one in read
            if one["id"] in names
        }
