"""`copytaster undo [N]`: take back the last decisions, whoever took them and wherever."""

from __future__ import annotations

from argparse import ArgumentTypeError
from collections.abc import Iterator, Sequence
from contextlib import closing
from itertools import islice

from copytaster.cli.exits import Exit, Parser, complain
from copytaster.cli.output import print_document
from copytaster.desk.inbox.teaching import TaughtFile, lesson_of, taught_path
from copytaster.desk.keeping.errors import LedgerError
from copytaster.desk.keeping.folders import state_folder
from copytaster.desk.ledger.ledger import Ledger, open_ledger
from copytaster.desk.ledger.steps import Step
from copytaster.terminal.safe import safe_row


def run(words: Sequence[str]) -> int:
    """Take back the last N decisions, the latest first, and say which they were."""
    parser = Parser(prog="copytaster undo", description="Take back the last decisions.")
    parser.add_argument("steps", nargs="?", type=_count, default=1, metavar="N")
    parser.add_argument("--redo", action="store_true", help="do again what was undone last")
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    options = parser.parse_args(words)
    done: list[Step] = []
    status = Exit.DONE
    try:
        with closing(open_ledger(state_folder())) as ledger:
            done.extend(islice(_turned(ledger, redo=options.redo), options.steps))
    except LedgerError as error:
        complain(str(error))
        status = Exit.WRONG
    word = "done again" if options.redo else "undone"
    if options.json:
        print_document([{"text": step.text, "articles": len(step.keys)} for step in done])
    else:
        for step in done:
            print(safe_row(f"{word}: {step.text}"))
    return status or (Exit.DONE if done else Exit.NOTHING)


def _turned(ledger: Ledger, *, redo: bool) -> Iterator[Step]:
    """Step by step what is taken back, or done again; what was taught, in its file too."""
    while step := ledger.redo() if redo else ledger.undo():
        if step.taught and (problem := TaughtFile(taught_path()).learn(lesson_of(step.taught))):
            complain(problem)
        yield step


def _count(word: str) -> int:
    if not word.isdecimal() or int(word) == 0:
        raise ArgumentTypeError(f"“{word}” is not a number from 1")
    return int(word)
