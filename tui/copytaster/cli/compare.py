"""`copytaster compare A B`: two articles sentence by sentence, and what does not agree."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from copytaster.cli.exits import Exit, Parser, complain
from copytaster.cli.named import articles_at
from copytaster.cli.output import print_document
from copytaster.cli.teaching import teaching
from copytaster.presentation.looks import plain_text
from copytaster.presentation.revision import revision_line
from copytaster.stories.comparing.comparison import Comparison, PairKind, compare
from copytaster.stories.comparing.differences import Matter
from copytaster.stories.comparing.revision import revision_if_one
from copytaster.stories.index.document import document_of
from copytaster.terminal.safe import safe_row
from copytaster.wire.article import Article, Unreadable
from copytaster.wire.lines.taught import Teaching, taught_copy

MEASURE = 80
_NAMED = {Matter.PLACE: Matter.NAME}
"""The JSON has four kinds, and a place is a name among them."""
SIGNS = {PairKind.SAME: "=", PairKind.CHANGED: "~", PairKind.QUOTE: "~"}


def run(words: Sequence[str]) -> int:
    """Print what B shares with A, changes, leaves out and adds, and the differences."""
    parser = Parser(
        prog="copytaster compare",
        description="What two articles share, what is new in B, and what does not agree.",
        epilog="= shared, ~ told otherwise, - only in A, + only in B. Sentences count from 1.",
    )
    parser.add_argument("a", metavar="A", help="a file; FILE#2 is its third article")
    parser.add_argument("b", metavar="B")
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    options = parser.parse_args(words)
    rules = teaching()
    found = [_article(options.a, rules), _article(options.b, rules)]
    for problem in found:
        if isinstance(problem, Unreadable):
            complain(f"{problem.path}: {problem.reason}")
    ours, theirs = found
    if isinstance(ours, Unreadable) or isinstance(theirs, Unreadable):
        return Exit.WRONG
    changes = None if options.json else revision_if_one(ours, theirs)
    whole = changes.comparison if changes else compare(document_of(ours), document_of(theirs))
    if options.json:
        print_document(record(options.a, options.b, whole))
        return _exit(whole)
    if changes and (line := revision_line(changes)):
        print("\n".join(textwrap.wrap(plain_text(line), MEASURE)))
    for each in text_lines(whole):
        print(safe_row(each))
    return _exit(whole)


def _exit(comparison: Comparison) -> Exit:
    return Exit.DONE if comparison.pairs else Exit.NOTHING


def _article(place: str, rules: Teaching) -> Article | Unreadable:
    """The first article that a place names, folded as taught."""
    found = next(articles_at(place), Unreadable(place, "holds no article"))
    return found if isinstance(found, Unreadable) else taught_copy(found, rules)


def record(a: str, b: str, comparison: Comparison) -> dict[str, Any]:
    """The comparison as the JSON object of the command line; sentences are counted from 1."""
    return {
        "a": a,
        "b": b,
        "new_in_b": comparison.new,
        "pairs": [
            {
                "a": _counted(pair.ours),
                "b": _counted(pair.theirs),
                "kind": pair.kind.value,
                "score": pair.score,
            }
            for pair in comparison.pairs
        ],
        "only_a": _counted(comparison.only_ours),
        "only_b": _counted(comparison.only_theirs),
        "differences": [
            {
                "kind": _NAMED.get(difference.matter, difference.matter).value,
                "a": difference.ours,
                "b": difference.theirs,
                "a_sentence": difference.our_sentence + 1,
                "b_sentence": difference.their_sentence + 1,
            }
            for difference in comparison.differences
        ],
        "sentences_a": list(comparison.our_sentences),
        "sentences_b": list(comparison.their_sentences),
    }


def _counted(numbers: Sequence[int]) -> list[int]:
    return [number + 1 for number in numbers]


def text_lines(comparison: Comparison) -> Iterator[str]:
    """The comparison as lines of 80 columns: B in its order, then what only A has."""
    told_by = {number: pair for pair in comparison.pairs for number in pair.theirs}
    for pair, run in groupby(range(len(comparison.their_sentences)), key=told_by.get):
        if pair is None:
            for number in run:
                yield from _wrapped("+", comparison.their_sentences[number])
            continue
        yield from _wrapped(SIGNS[pair.kind], _joined(comparison.their_sentences, list(run)))
        if pair.kind is not PairKind.SAME:
            yield from _wrapped("  A:", _joined(comparison.our_sentences, pair.ours))
    for number in comparison.only_ours:
        yield from _wrapped("-", comparison.our_sentences[number])
    yield f"{comparison.new:.0%} new in B"
    yield from _difference_lines(comparison)


def _difference_lines(comparison: Comparison) -> Iterator[str]:
    for one in comparison.differences:
        yield from _wrapped(f"{one.matter.value}:", f"“{one.ours}” or “{one.theirs}”")
        yield from _wrapped("  A:", comparison.our_sentences[one.our_sentence])
        yield from _wrapped("  B:", comparison.their_sentences[one.their_sentence])


def _joined(sentences: Sequence[str], numbers: Sequence[int]) -> str:
    return " ".join(sentences[number] for number in numbers)


def _wrapped(sign: str, text: str) -> list[str]:
    indent = " " * (len(sign) + 1)
    return textwrap.wrap(text, MEASURE, initial_indent=f"{sign} ", subsequent_indent=indent)
