"""Items of one form: earnings, fixings, weather, results, which differ in names and figures alone.

Their words are alike as those of copies are, and yet each tells of something else. Two texts are of
one form where half of the sentences are the same but for names and figures, and most of those are
others; and so are two tables that have hardly a figure in common.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_SAME_SENTENCES = 0.5
_OTHER_MARKS = 0.5
_FEWEST_MARKS = 2
_FEWEST_PLAIN_WORDS = 2
_LONGEST_ROW = 64
_OTHER_FIGURES = 1 / 3
_MARK = re.compile(r"[^\W\d_a-z][\w'’&.-]*(?:\s+[^\W\d_a-z][\w'’&.-]*)*|\d[\w.,:/-]*")
_FIGURE = re.compile(r"\d[\d.,:/-]*")
_PLAIN_WORD = re.compile(r"[^\W\d_]{2,}")


def marks_of(sentences: Iterable[str]) -> frozenset[str]:
    """The names and figures of some sentences; the first word of a sentence is no name."""
    return frozenset(mark for sentence in sentences for mark in _marks(sentence))


def _marks(sentence: str) -> Iterator[str]:
    for found in _MARK.finditer(sentence):
        for word in found[0].split()[found.start() == 0 and found[0][0].isalpha() :]:
            yield word.strip(".,:'’-").casefold()


def frames_of(sentences: Iterable[str]) -> frozenset[str]:
    """The sentences with a gap for each name and figure; those of which little is left are none."""
    frames = (_MARK.sub("…", sentence) for sentence in sentences)
    return frozenset(f for f in frames if len(_PLAIN_WORD.findall(f)) >= _FEWEST_PLAIN_WORDS)


def table_figures_of(text: str) -> frozenset[str]:
    """The figures of a text that is a table: half of its lines are short and have one."""
    lines = [line for line in text.split("\n") if line.strip()]
    rows = [line for line in lines if len(line) <= _LONGEST_ROW and _FIGURE.search(line)]
    if 2 * len(rows) < len(lines):
        return frozenset()
    return frozenset(figure.strip(".,:") for figure in _FIGURE.findall(text))


def of_other_figures(figures: frozenset[str], other_figures: frozenset[str]) -> bool:
    """Whether two texts are tables that have hardly a figure in common."""
    fewest = min(len(figures), len(other_figures))
    return fewest >= _FEWEST_MARKS and len(figures & other_figures) < _OTHER_FIGURES * fewest


def of_one_form(
    frames: frozenset[str],
    other_frames: frozenset[str],
    marks: frozenset[str],
    other_marks: frozenset[str],
) -> bool:
    """Whether two texts, given the frames and the marks of both, are of one form."""
    fewest_marks = min(len(marks), len(other_marks))
    if fewest_marks < _FEWEST_MARKS or not frames or not other_frames:
        return False
    same = len(frames & other_frames) / min(len(frames), len(other_frames))
    return same >= _SAME_SENTENCES and len(marks & other_marks) < _OTHER_MARKS * fewest_marks
