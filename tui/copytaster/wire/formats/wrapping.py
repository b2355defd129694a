"""The paragraphs in one marked-up paragraph: hard wraps undone, real breaks kept.

Seen in real files: a whole story in one `<p>`, hard-wrapped, its paragraphs told only by their
indents or by blank lines; `<br/>` at the end of each line of 65 characters; two `<br/>` for a new
paragraph; and pretty-printed XML, where line ends and indents mean nothing.
"""

from __future__ import annotations

import re
from typing import Final

BREAK: Final = "\v"
_DOUBLE_BREAK = re.compile(r"\v\s*(?:\v\s*)+")
_BLANK_LINE = re.compile(r"\n[ \t\xa0]*(?:\n[ \t\xa0]*)+(?=\S)")
_INDENTED = re.compile(r"\n(?=[ \t\xa0]{2,}\S)")
_WRAPPED_FROM, _WRAPPED_TO = 45, 90
_MANY_LINES = 4
_MOST_INDENTED = 0.6
_COLUMNS = re.compile(r"\S[ \t]{2,}\S.*\S[ \t]{2,}\S|\S {3,}\S")


def paragraphs(text: str) -> list[str]:
    """The paragraphs of this text, blanks collapsed; lines that were meant to be stay lines."""
    found: list[str] = []
    for segment in _DOUBLE_BREAK.split(text):
        if BREAK not in segment and _is_columnar(segment):
            found.append(_as_laid_out(segment))
            continue
        parts = [segment] if BREAK in segment else _by_layout(segment)
        found.extend(filter(None, map(_lines, parts)))
    return found


def _is_columnar(text: str) -> bool:
    """Whether many lines have gaps within, so that columns would be lost with the blanks."""
    lines = [line for line in text.split("\n") if line.strip()]
    if len(lines) < _MANY_LINES:
        return False
    return sum(bool(_COLUMNS.search(line.strip())) for line in lines) * 3 > len(lines)


def _as_laid_out(text: str) -> str:
    lines = (line.replace("\t", "    ").rstrip() for line in text.strip("\n").split("\n"))
    return "\n".join(line for line in lines if line)


def _by_layout(text: str) -> list[str]:
    """Split at blank lines, or where some lines are indented and others are not."""
    body = text.strip("\n")
    if len(parts := _BLANK_LINE.split(body)) > 1:
        return parts
    if body.count("\n") < _MANY_LINES - 1:
        return [text]
    lines = [line for line in body.split("\n")[1:] if line.strip()]
    indented = sum(line[:2].isspace() for line in lines)
    return _INDENTED.split(body) if 0 < indented <= len(lines) * _MOST_INDENTED else [text]


def _lines(text: str) -> str:
    lines = [" ".join(line.split()) for line in text.split(BREAK)]
    lines = [line for line in lines if line]
    if not lines:
        return ""
    return (" " if _is_wrapped(lines) else "\n").join(lines)


def _is_wrapped(lines: list[str]) -> bool:
    """Whether these breaks are only the ends of lines of one length."""
    full = lines[:-1]
    return len(full) > 0 and all(_WRAPPED_FROM <= len(line) <= _WRAPPED_TO for line in full)


def text_paragraphs(text: str) -> list[str]:
    """The paragraphs of plain text in an envelope: at blank lines, else at every line end."""
    if "\n" not in (body := text.strip("\n")):
        return [" ".join(body.split())] if body.strip() else []
    if len(parts := _BLANK_LINE.split(body)) > 1:
        return [found for part in parts for found in _unwrapped(part)]
    return _unwrapped(body)


def _unwrapped(text: str) -> list[str]:
    """The lines of a text as paragraphs, unless they are one paragraph, hard-wrapped."""
    lines = [" ".join(line.split()) for line in text.split("\n")]
    lines = [line for line in lines if line]
    return [" ".join(lines)] if _is_wrapped(lines) else lines
