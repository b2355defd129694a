"""Running text to a filing: the line rules, with what the format knows already as their hints."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import chain

from copytaster.wire.article import Block, Role
from copytaster.wire.filing import Filing
from copytaster.wire.incoming import Incoming


@dataclass(frozen=True, slots=True)
class Hints:
    """Stand-in until wire.lines is there."""

    source: str | None = None
    title: str | None = None
    html: bool = False
    taught: tuple[object, ...] = ()


@dataclass(frozen=True, slots=True)
class Parsed:
    """Stand-in until wire.lines is there."""

    blocks: tuple[Block, ...]
    fields: Mapping[str, str]
    warnings: tuple[str, ...] = ()


def classify(text: str, hints: Hints) -> Parsed:
    """Stand-in until wire.lines is there: the first line is the title, the others are body."""
    lines = [(n, line.strip()) for n, line in enumerate(text.split("\n"), 1) if line.strip()]
    title = None if hints.title else (lines[0] if lines else None)
    blocks = tuple(
        Block(Role.TITLE if title and title[0] == n else Role.BODY, line, (n, n))
        for n, line in lines
    )
    return Parsed(blocks, {"title": title[1]} if title else {})


_FIELDS = ("title", "kicker", "deck", "byline", "dateline", "date", "source", "advisory")


def read_prose(
    text: str, incoming: Incoming, known: Filing | None = None, *, html: bool = False
) -> Filing:
    """The filing of a text; a field that `known` has already is kept, the others are filled in."""
    known = known or Filing()
    limit = incoming.options.max_characters
    hints = Hints(
        source=known.source,
        title=known.title or None,
        html=html,
        taught=incoming.options.taught,
    )
    parsed = classify(text[:limit], hints)
    warnings = list(chain(known.warnings, parsed.warnings))
    if len(text) > limit or incoming.cut:
        warnings.append(
            f"a long file: only the first {min(len(text), limit):,} characters are shown"
        )
    filled = _fill(known, parsed)
    return replace(filled, blocks=(*known.blocks, *parsed.blocks), warnings=tuple(warnings))


def _fill(known: Filing, parsed: Parsed) -> Filing:
    found = {
        name: parsed.fields[name]
        for name in _FIELDS
        if parsed.fields.get(name) and not getattr(known, name)
    }
    derived = "title" in found and parsed.fields.get("title_derived") == "yes"
    return replace(known, **found, title_derived=known.title_derived or derived)
