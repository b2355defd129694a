"""What the user taught: phrases and blocks that are always folded, or never.

Kept in a TOML file that a person can read and edit; reading and writing the file itself is left to
the desk, here are only the rules and their text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

from copytaster.wire.shapes import key_of


@dataclass(frozen=True, slots=True)
class TaughtRule:
    """One thing that the user taught.

    Either `phrase` (a whole line, compared as rules do) or `block` (the fingerprint of one block's
    text) is set. `source` limits the rule to one outlet, None is for all. `fold` False means: never
    fold this, whatever the rules say.
    """

    phrase: str | None = None
    block: str | None = None
    source: str | None = None
    fold: bool = True

    def covers(self, text: str, source: str | None) -> bool:
        """Whether the rule speaks about such a text of such a source."""
        if self.source is not None and self.source != source:
            return False
        if self.block is not None:
            return self.block == fingerprint(text)
        return self.phrase is not None and key_of(self.phrase) == key_of(text)


class TaughtRulesError(ValueError):
    """A file of taught rules that cannot be understood; its text says what is wrong."""


def fingerprint(text: str) -> str:
    """The fingerprint of a block: 16 hexadecimal digits, the same on every machine."""
    return blake2b(" ".join(text.split()).encode(), digest_size=8).hexdigest()


def this_block(text: str, *, fold: bool = True) -> TaughtRule:
    """The rule for this very block, wherever it stands."""
    return TaughtRule(block=fingerprint(text), fold=fold)


def this_phrase(text: str, source: str | None = None, *, fold: bool = True) -> TaughtRule:
    """The rule for a phrase, of one source or everywhere."""
    return TaughtRule(phrase=" ".join(text.split()), source=source, fold=fold)


def ruling(rules: Iterable[TaughtRule], text: str, source: str | None) -> TaughtRule | None:
    """The last rule that speaks about a text; what was taught later wins."""
    found = None
    for rule in rules:
        if rule.covers(text, source):
            found = rule
    return found


def to_toml(rules: Sequence[TaughtRule]) -> str:
    """The rules as the text of a TOML file, in their order."""
    import tomli_w

    return "\n".join(f"[[rule]]\n{tomli_w.dumps(_record(rule))}" for rule in rules)


def from_toml(text: str) -> tuple[TaughtRule, ...]:
    """The rules of a TOML file's text; `TaughtRulesError` where it is none."""
    import tomllib

    try:
        tables = tomllib.loads(text).get("rule", [])
    except tomllib.TOMLDecodeError as error:
        raise TaughtRulesError(f"not TOML: {error}") from error
    if not isinstance(tables, list):
        raise TaughtRulesError("“rule” must be a list of tables: [[rule]]")
    return tuple(_rule(table, number) for number, table in enumerate(tables, start=1))


def _record(rule: TaughtRule) -> dict[str, Any]:
    record: dict[str, Any] = {"fold": rule.fold}
    for name in ("phrase", "block", "source"):
        value = getattr(rule, name)
        if value is not None:
            record[name] = value
    return record


def _rule(table: object, number: int) -> TaughtRule:
    if not isinstance(table, dict):
        raise TaughtRulesError(f"rule {number} is not a table")
    strange = sorted(set(table) - {"phrase", "block", "source", "fold"})
    if strange:
        raise TaughtRulesError(f"rule {number}: unknown key {strange[0]}")
    if ("phrase" in table) == ("block" in table):
        raise TaughtRulesError(f"rule {number}: needs either “phrase” or “block”")
    for name in ("phrase", "block", "source"):
        if not isinstance(table.get(name, ""), str):
            raise TaughtRulesError(f"rule {number}: “{name}” must be text")
    if not isinstance(table.get("fold", True), bool):
        raise TaughtRulesError(f"rule {number}: “fold” must be true or false")
    return TaughtRule(**table)
