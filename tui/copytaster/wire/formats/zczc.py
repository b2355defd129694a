"""ZCZC … NNNN, the telegraph's frame, in which AAP and its partners send their copy.

    ZCZC AAP
    $J  :slug  =take key  ^headline  *X  &T  +15039001  %service  #keyword
    the text
    NNNN

Each head line begins with its mark. Where none gives a headline, a short first line with a blank
below it is one; the tags of typesetting at the ends of lines (`<!`, `=!`) are dropped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from copytaster.wire.filing import Filing
from copytaster.wire.formats.format import Format
from copytaster.wire.lines.agency import read_agency_text
from copytaster.wire.opening.incoming import Incoming

_START = re.compile(r"\A\s*ZCZC\b[^\n]*\n")
_END = re.compile(r"^\s*NNNN\s*$", re.MULTILINE)
_MARKED = re.compile(r"^([$:=^*&+%#~@])[ \t]*(.*)$")
_TYPESETTING = re.compile(r"[<=]!$")
_LONGEST_CODE = 4
_LONGEST_HEADLINE = 140


def sniff(incoming: Incoming) -> bool:
    """The first line begins with ZCZC."""
    return bool(_START.match(incoming.text))


def parse(incoming: Incoming) -> Iterator[Filing]:
    """One filing a message; its blocks keep the line numbers of the file."""
    end = _END.search(incoming.text)
    text = incoming.text[: end.start()] if end else incoming.text
    start = _START.match(incoming.text)
    lines = [_TYPESETTING.sub("", line) for line in text.split("\n")]
    number = start[0].count("\n") if start else 0
    marked: dict[str, str] = {}
    while number < len(lines) and (match := _MARKED.match(lines[number].strip())):
        if match[2]:
            marked[match[1]] = match[2].strip()
        number += 1
    title = _headline(marked)
    if not title and (first := _headline_line(lines, number)) is not None:
        title, number = lines[first].strip(), first + 1
    known = _fields(marked, title, source=start[0].split()[1:2] if start else [])
    yield read_agency_text("\n" * number + "\n".join(lines[number:]), incoming, known)


def _fields(marked: dict[str, str], title: str, source: list[str]) -> Filing:
    category = marked.get("$", "")
    slug = " ".join(filter(None, (marked.get(":"), marked.get("="))))
    return Filing(
        title=title,
        slug=slug or marked.get("#"),
        category=category if len(category) <= _LONGEST_CODE and category else None,
        keywords=tuple(filter(None, (marked.get("#"),))),
        source=source[0] if source and source[0].isalpha() else None,
    )


def _headline(marked: dict[str, str]) -> str:
    """The headline that a mark gives: `^`, or `$` where it is more than a category's letter."""
    if headline := marked.get("^"):
        return " ".join(headline.split())
    dollar = marked.get("$", "")
    return dollar if len(dollar) > _LONGEST_CODE else ""


def _headline_line(lines: list[str], start: int) -> int | None:
    """The first line of the text, if it is short and has a blank line below it."""
    number = next((n for n in range(start, len(lines)) if lines[n].strip()), None)
    if number is None or number + 1 >= len(lines) or lines[number + 1].strip():
        return None
    line = lines[number].strip()
    return number if len(line) <= _LONGEST_HEADLINE and line[-1] not in ".,;" else None


FORMAT = Format("zczc", "text/plain", sniff, parse)
