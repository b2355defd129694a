"""`copytaster ledger check|backup FILE|export`: care for what was decided."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from copytaster.cli.exits import Exit, Parser, complain
from copytaster.cli.output import print_array, print_line
from copytaster.desk.keeping.errors import LedgerError
from copytaster.desk.keeping.folders import state_folder
from copytaster.desk.ledger.file import back_up, condition, decisions, history
from copytaster.desk.ledger.ledger import FILE_NAME


def run(words: Sequence[str]) -> int:
    """Check the ledger, copy it, or print what stands in it."""
    options = _parser().parse_args(words)
    try:
        match options.task:
            case "check":
                return _check()
            case "backup":
                back_up(state_folder(), options.file)
                return Exit.DONE
            case _:
                return _export(options)
    except LedgerError as error:
        complain(str(error))
        return Exit.WRONG


def _check() -> Exit:
    found = condition(state_folder())
    path = state_folder() / FILE_NAME
    if found is None:
        print(f"there is no ledger yet: {path}")
        return Exit.NOTHING
    if found.problem:
        complain(f"{path}: {found.problem}; a backup can be put in its place")
        return Exit.WRONG
    counted = f"{found.articles:,} articles, {found.events:,} events, {found.size:,} bytes"
    print(f"the ledger is whole: {counted}: {path}")
    return Exit.DONE


def _export(options: Namespace) -> Exit:
    records = (history if options.history else decisions)(state_folder())
    if options.json:
        return Exit.DONE if print_array(records) else Exit.NOTHING
    count = 0
    for count, record in enumerate(records, start=1):  # noqa: B007  (the last count is the answer)
        print_line(record)
    return Exit.DONE if count else Exit.NOTHING


def _parser() -> Parser:
    parser = Parser(prog="copytaster ledger", description="Care for what was decided.")
    tasks = parser.add_subparsers(dest="task", required=True, metavar="check|backup|export")
    tasks.add_parser("check", help="whether the ledger is whole")
    backup = tasks.add_parser("backup", help="copy it, also while readers write to it")
    backup.add_argument("file", type=Path, metavar="FILE")
    export = tasks.add_parser("export", help="what stands in it, one JSON object a line")
    export.add_argument("--history", action="store_true", help="what was done, newest first")
    export.add_argument("--json", action="store_true", help="print one JSON document")
    return parser
