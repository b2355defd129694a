"""What is known of the sample corpus: the part of each line, and the story of each article.

`lines/NAME.labels.tsv` holds line number, label and line of `sample_corpus/NAME.txt`. The labels
are the roles of an article, with `boilerplate-link` and `boilerplate-other` for link and furniture,
`blank` for blank lines and `neutral` where two readings are as good. `stories.tsv` holds a path
(and `#part` where a file has many articles) and a story, or `-` for an article that stands alone.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

HERE = Path(__file__).resolve().parent
SAMPLES = HERE.parent.parent / "sample_corpus"
FOLDED = frozenset({"boilerplate-link", "boilerplate-other"})
KEPT = frozenset({"body", "subhead"})
UNSCORED = frozenset({"blank", "neutral"})
LONER = "-"

_DATE_PREFIX = re.compile(r"^ date \d{4}-\d{2}-\d{2} ")


@dataclass(frozen=True, slots=True, eq=False)
class LabelledText:
    """One plain-text sample: its decoded text, and the label of each line, counted from 1."""

    path: Path
    text: str
    labels: dict[int, str]
    copied: dict[int, str]

    @property
    def lines(self) -> list[str]:
        """The lines of the text without the ` date … ` that may stand before the first."""
        return _DATE_PREFIX.sub("", self.text).removesuffix("\n").split("\n")

    def numbers(self, *labels: str) -> list[int]:
        """The numbers of the lines with one of these labels."""
        return [number for number, label in self.labels.items() if label in labels]


@cache
def labelled_texts() -> tuple[LabelledText, ...]:
    """All plain-text samples that have labels, by name."""
    return tuple(_labelled(path) for path in sorted((HERE / "lines").glob("*.labels.tsv")))


def _labelled(path: Path) -> LabelledText:
    rows = [row.split("\t", 2) for row in path.read_text("utf-8").split("\n") if row]
    sample = SAMPLES / f"{path.name.removesuffix('.labels.tsv')}.txt"
    return LabelledText(
        path=sample,
        text=sample.read_text("utf-8"),
        labels={int(number): label for number, label, _ in rows},
        copied={int(number): copy for number, _, copy in rows},
    )


@cache
def story_rows() -> tuple[tuple[str, str], ...]:
    """The rows of stories.tsv: an article's name, and its story or `-`."""
    rows = (HERE / "stories.tsv").read_text("utf-8").split("\n")
    return tuple((name, story) for name, story in (row.split("\t") for row in rows if row))


def members() -> dict[str, list[str]]:
    """The articles of each story, loners left out."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for name, story in story_rows():
        if story != LONER:
            found[story].append(name)
    return dict(found)


def sample_paths() -> Iterator[Path]:
    """Every file of the sample corpus, by name."""
    return (path for path in sorted(SAMPLES.iterdir()) if path.is_file())
