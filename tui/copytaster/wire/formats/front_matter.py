"""Markdown or text with front matter: YAML between `---`, TOML between `+++`.

What stands in the front matter is as good as what a format says; the text below it is read as plain
text. A block that cannot be parsed, or that refers to itself (YAML anchors), stays text.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from copytaster.wire.article import Block, Role
from copytaster.wire.dates import in_iso
from copytaster.wire.filing import Filing
from copytaster.wire.formats.format import Format
from copytaster.wire.formats.record import fields_of
from copytaster.wire.formats.values import keyed
from copytaster.wire.lines.prose import read_prose
from copytaster.wire.opening.incoming import Incoming

_BLOCK = re.compile(r"\A\ufeff?(---|\+\+\+)[ \t]*\n(.*?)\n\1[ \t]*(?:\n|\Z)", re.DOTALL)
_MOST_CHARACTERS = 50_000
_ALIAS = re.compile(r"(?:^|[\s\[,:-])[&*][A-Za-z_]\w*", re.MULTILINE)
_MARKS = re.compile(r"^#{1,6} +|(?<!\w)[*_]{2,3}(?=\S)|(?<=\S)[*_]{2,3}(?!\w)")
_LINK = re.compile(r"!?\[([^\]\n]{1,300})\]\((https?://[^)\s]+|[^)\s]*)\)")


def sniff(incoming: Incoming) -> bool:
    """A first line of `---` or `+++`, a closing one, and named values between them."""
    match = _BLOCK.match(incoming.text)
    return match is not None and bool(_values(match))


def parse(incoming: Incoming) -> Iterator[Filing]:
    """One filing a file; its blocks keep the line numbers of the file."""
    match = _BLOCK.match(incoming.text)
    if match is None:
        return
    known = fields_of(keyed(_values(match)))
    offset = match[0].count("\n")
    filing = read_prose("\n" * offset + incoming.text[match.end() :], incoming, known)
    links = dict.fromkeys((*filing.links, *_addresses(incoming.text[match.end() :])))
    matter = Block(Role.FURNITURE, match[2], (1, max(1, offset)), reason="front matter")
    blocks = (matter, *map(_plain, filing.blocks))
    yield replace(filing, blocks=blocks, links=tuple(links))


def _values(match: re.Match[str]) -> dict[str, Any]:
    """The named values of the block; empty for one that is none or must not be expanded."""
    mark, text = match[1], match[2]
    if len(text) > _MOST_CHARACTERS:
        return {}
    found = _from_toml(text) if mark == "+++" else _from_yaml(text)
    return {name: _plain_date(value) for name, value in found.items()}


def _from_toml(text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, ValueError, RecursionError):
        return {}


def _from_yaml(text: str) -> dict[str, Any]:
    """YAML by the safe loader; none with anchors, which a few lines can blow up to gigabytes."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    if _ALIAS.search(text):
        return {}
    try:
        found = yaml.load(text, Loader=loader)  # noqa: S506 - safe both in C and in Python
    except (yaml.YAMLError, ValueError, RecursionError):
        return {}
    return {str(name): value for name, value in found.items()} if isinstance(found, dict) else {}


def _plain_date(value: Any) -> Any:
    if isinstance(value, datetime):
        return in_iso(value)
    return value.isoformat() if isinstance(value, date) else value


def _plain(block: Block) -> Block:
    """The block without Markdown's marks: `**bold**`, `## heading`, `[text](address)`."""
    return replace(block, text=_MARKS.sub("", _LINK.sub(r"\1", block.text)))


def _addresses(text: str) -> list[str]:
    return [match[2] for match in _LINK.finditer(text) if match[2].startswith("http")][:100]


FORMAT = Format("markdown", "text/markdown", sniff, parse)
