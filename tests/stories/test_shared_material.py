"""What is reached on the labelled material beside the checkout, where it is; skipped elsewhere."""

from __future__ import annotations

import gzip
import json
import math
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from copytaster.stories.index.document import Document, day_of
from copytaster.stories.related import Related

MATERIAL = Path(__file__).parents[3] / "shared" / "data" / "related"

pytestmark = pytest.mark.skipif(
    not MATERIAL.is_dir(), reason="the labelled material is not beside this checkout"
)


@cache
def story_of(name: str) -> dict[str, str]:
    lines = (MATERIAL / f"{name}.stories.tsv").read_text("utf-8").splitlines()
    return dict(line.split("\t") for line in lines)


@cache
def related(name: str) -> Related:
    with gzip.open(MATERIAL / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        documents = [
            Document(row["id"], row.get("title") or "", row["text"], day_of(row.get("date")))
            for row in map(json.loads, lines)
        ]
    made = Related({document.key: document for document in documents}.get)
    made.add(documents)
    made.settle()
    return made


def gain(name: str, key: str, others: int) -> float:
    """The nDCG@10 of one ranking."""
    story = story_of(name)
    hits = [story.get(key_) == story[key] for key_, _ in related(name).similar(key, 10)]
    found = sum(1 / math.log2(rank + 2) for rank, hit in enumerate(hits) if hit)
    return found / sum(1 / math.log2(rank + 2) for rank in range(min(others, 10)))


@pytest.mark.parametrize(("name", "least"), [("events", 0.90), ("roundups", 0.94)])
def test_the_ranking_reaches_what_was_measured(name: str, least: float) -> None:
    size = Counter(story_of(name).values())
    asked = [key for key, story in story_of(name).items() if size[story] > 1][::3]
    gains = [gain(name, key, size[story_of(name)[key]] - 1) for key in asked]
    assert sum(gains) / len(gains) >= least


def test_no_story_is_a_giant_and_most_pairs_are_right() -> None:
    story = story_of("roundups")
    told = [sorted(each.keys) for each in related("roundups").stories()]
    assert max(map(len, told)) <= 12
    pairs = [(a, b) for keys in told for place, a in enumerate(keys) for b in keys[place + 1 :]]
    assert sum(story[a] == story[b] for a, b in pairs) / len(pairs) >= 0.8
