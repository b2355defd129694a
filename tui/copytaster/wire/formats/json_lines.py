"""JSON Lines: one article an object, one object a line; a line that is none is reported.

Larger files than can be held are split at their lines.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO

from copytaster.wire.filing import Filing
from copytaster.wire.formats.format import Format
from copytaster.wire.formats.record import filing_of, is_article
from copytaster.wire.formats.values import keyed
from copytaster.wire.opening.incoming import NOT_JSON, Incoming


def sniff(incoming: Incoming) -> bool:
    """Several lines, the first of which is a JSON object with an article's fields."""
    first, _, rest = incoming.text.lstrip("\ufeff \n").partition("\n")
    if not first.startswith("{") or (not rest.strip() and incoming.json is not NOT_JSON):
        return False
    record = _object(first)
    return record is not None and is_article(record)


def parse(incoming: Incoming) -> Iterator[Filing]:
    """One filing a line; the lines that could not be read are named at the first."""
    filings, broken = [], []
    for number, line in enumerate(incoming.text.split("\n"), 1):
        if not line.strip(" \ufeff\r"):
            continue
        record = _object(line)
        if record is None:
            broken.append(number)
        else:
            filings.append(filing_of(record, incoming, agency=False))
    if broken and filings:
        named = ", ".join(map(str, broken[:5])) + (" …" if len(broken) > 5 else "")
        warning = f"not a JSON object: line {named}"
        filings[0] = replace(filings[0], warnings=(*filings[0].warnings, warning))
    yield from filings


def split(source: BinaryIO) -> Iterator[bytes]:
    """The lines of a file."""
    return (line for line in source if line.strip())


def _object(line: str) -> dict[str, object] | None:
    try:
        value = json.loads(line.strip(" \ufeff\r"))
    except (ValueError, RecursionError):
        return None
    return keyed(value) if isinstance(value, dict) else None


FORMAT = Format("json-lines", "application/jsonl", sniff, parse, split)
