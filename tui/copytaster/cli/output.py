"""JSON on stdout: one document, or one object a line, written as it comes."""

from __future__ import annotations

import io
import json
import sys
from argparse import ArgumentParser
from collections.abc import Iterable
from typing import Any


def speak_utf_8() -> None:
    """Write UTF-8 into pipes and files, whatever the locale: cron has none, and JSON is UTF-8.

    A terminal keeps its own encoding, and what that lacks is shown as question marks.
    """
    if isinstance(sys.stdout, io.TextIOWrapper):
        encoding = sys.stdout.encoding if sys.stdout.isatty() else "utf-8"
        sys.stdout.reconfigure(encoding=encoding, errors="replace")


def print_line(record: Any) -> None:
    """One JSON object on one line."""
    sys.stdout.write(_text(record) + "\n")


def print_document(record: Any) -> None:
    """One JSON document, indented for people."""
    sys.stdout.write(_text(record, indent=1) + "\n")


def print_array(records: Iterable[Any]) -> int:
    """A JSON array, an element at a time, so that memory stays small; returns how many."""
    count = 0
    sys.stdout.write("[")
    for record in records:
        sys.stdout.write(",\n" if count else "\n")
        sys.stdout.write(_text(record, indent=1))
        count += 1
    sys.stdout.write("\n]\n")
    return count


def _text(record: Any, indent: int | None = None) -> str:
    """JSON in readable letters; lone surrogates, which no encoding has, as escapes."""
    text = json.dumps(record, ensure_ascii=False, indent=indent)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return json.dumps(record, indent=indent)
    return text


def add_json_options(parser: ArgumentParser) -> None:
    """`--json` and `--jsonl`, which exclude each other."""
    choice = parser.add_mutually_exclusive_group()
    choice.add_argument("--json", action="store_true", help="print one JSON document")
    choice.add_argument("--jsonl", action="store_true", help="print one JSON object a line")
