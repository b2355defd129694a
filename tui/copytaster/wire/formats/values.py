"""Looking things up in records that others wrote: any spelling of a key, wrong types ignored."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

Record: TypeAlias = Mapping[str, Any]

_SURROGATES = re.compile(r"[\ud800-\udfff]")
_DEEPEST = 40


def keyed(record: Record) -> dict[str, Any]:
    """The record with `versionCreated`, `version_created` and `versioncreated` as one key."""
    found: dict[str, Any] = {}
    for key, value in record.items():
        found.setdefault(str(key).lower().replace("_", "").replace("-", "").replace("@", ""), value)
    return found


def text_value(value: Any) -> str | None:
    """A string or number as text, lone surrogates replaced; None for anything else or blanks."""
    if isinstance(value, bool):
        return None
    if isinstance(value, float):
        return str(value) if math.isfinite(value) else None
    if isinstance(value, int):
        return str(value) if abs(value) < 10**18 else None
    if not isinstance(value, str) or not value.strip():
        return None
    return _SURROGATES.sub("\ufffd", value.strip())


def first_string(record: Record, *keys: str) -> str | None:
    """The text of the first of these keys that has one."""
    return next(filter(None, (text_value(record.get(key)) for key in keys)), None)


def first_line(record: Record, *keys: str) -> str | None:
    """The same in one line: line ends and runs of blanks become one blank."""
    text = first_string(record, *keys)
    return " ".join(text.split()) if text else None


def records_in(value: Any) -> list[dict[str, Any]]:
    """The objects of a list, or of a mapping of names to objects, or the one object there is."""
    if isinstance(value, Mapping):
        inner = [each for each in value.values() if isinstance(each, Mapping)]
        values = inner if inner and len(inner) == len(value) else [value]
    else:
        values = value if isinstance(value, list) else []
    return [keyed(each) for each in values if isinstance(each, Mapping)]


def by_role(value: Any, *roles: str) -> str | None:
    """The value in a list of objects with roles (ninjs 2, 3): of these roles, else the first."""
    found = records_in(value)
    for role in roles:
        for each in found:
            if (text_value(each.get("role")) or "").lower() == role and (text := _value(each)):
                return text
    return next(filter(None, map(_value, found)), None)


def _value(record: Record) -> str | None:
    return first_string(record, "value", "text", "content", "literal")


def names_in(value: Any) -> Iterator[str]:
    """The names in a string, a list of strings, or objects that have a name."""
    values = value if isinstance(value, list) else [value]
    yield from (" ".join(text.split()) for text in map(text_value, values) if text)
    for record in records_in(value):
        if text := first_line(record, "name", "byline", "by", "literal", "value", "label", "title"):
            yield text


def strings_in(value: Any, depth: int = 0) -> Iterator[str]:
    """Every string in a JSON value, in order."""
    if depth > _DEEPEST:
        return
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from strings_in(each, depth + 1)
    elif isinstance(value, list):
        for each in value:
            yield from strings_in(each, depth + 1)
