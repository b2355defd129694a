"""rules.toml: what is to be done by itself when a query matches.

    [[rule]]
    name = "horoscopes"
    when = 'title:horoscope or slug:horoscopes'
    spike = true
    expires = 2027-01-31

Not to be confused with taught.toml, which folds paragraphs. A mistake is one line that names file
and line; the other rules work.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from copytaster.desk.keeping.folders import config_folder
from copytaster.desk.keeping.toml_tables import (
    Flaw,
    Table,
    a_text,
    flaws_of,
    read_tables,
    texts,
    whole,
    yes_or_no,
)
from copytaster.desk.keeping.user_file import UserFile
from copytaster.desk.query.language import Complaint
from copytaster.desk.query.sql import condition_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

FILE_NAME = "rules.toml"


@dataclass(frozen=True, slots=True)
class Rule:
    """What is done to articles that the query `when` matches.

    `score` is added to theirs, `tags` are given, `highlight` are words that stand out in the
    article. `bell` rings, and `run` is a command for each of them, when they arrive. From the day
    `expires` on it does nothing; `line` is where it stands in its file.
    """

    name: str
    when: str
    score: int = 0
    tags: tuple[str, ...] = ()
    flag: bool = False
    spike: bool = False
    highlight: tuple[str, ...] = ()
    bell: bool = False
    run: str = ""
    expires: datetime.date | None = None
    line: int = 1

    def holds(self, today: datetime.date) -> bool:
        """Whether it is in force on this day."""
        return self.expires is None or today < self.expires

    def does(self) -> Iterator[str]:
        """What it does, in words: `spike`, `score +20`, `tag sport`."""
        if self.spike:
            yield "spike"
        if self.flag:
            yield "flag"
        if self.score:
            yield f"score {self.score:+}"
        yield from (f"tag {tag}" for tag in self.tags)
        if self.highlight:
            yield f"highlight {', '.join(self.highlight)}"
        if self.bell:
            yield "ring the bell"
        if self.run:
            yield f"run {self.run}"


class RuleFile:
    """The file of rules, and the rules as they stand in it."""

    def __init__(self, path: Path) -> None:
        self._file = UserFile(path)
        self._rules: tuple[Rule, ...] = ()
        self._flaws: list[Flaw] = []

    @property
    def path(self) -> Path:
        """Where it is."""
        return self._file.path

    def changed(self) -> bool:
        """Whether the file is not as it was read last."""
        return self._file.changed()

    def current(self) -> tuple[Rule, ...]:
        """The rules in their order, without those that are wrong; an expired one is among them."""
        if self._file.changed():
            self._rules, self._flaws = parse(self._file.text() or "")
        return self._rules

    def complaints(self) -> list[str]:
        """What is wrong with the file, a line each."""
        self.current()
        problem = [self._file.problem] if self._file.problem else []
        return problem + [flaw.told(self.path) for flaw in self._flaws]


def rules_path(base: Path | None = None) -> Path:
    """Where the rules are; `base` stands in for the platform's folder."""
    return config_folder(base) / FILE_NAME


def parse(text: str) -> tuple[tuple[Rule, ...], list[Flaw]]:
    """The rules of this TOML, and what is wrong with the others."""
    tables, flaws = read_tables(text, "rule")
    rules: dict[str, Rule] = {}
    for table in tables:
        wrong = _wrong(table, rules)
        flaws += wrong
        if not wrong:
            rule = _rule(table)
            rules[rule.name] = rule
    return tuple(rules.values()), sorted(flaws, key=lambda flaw: flaw.line)


def _rule(table: Table) -> Rule:
    record: dict[str, Any] = {**table.record, "name": table.record["name"].strip()}
    tags, words = record.pop("tag", ()), record.pop("highlight", ())
    return Rule(**record, tags=_listed(tags), highlight=_listed(words), line=table.line)


def _listed(value: Any) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def _wrong(table: Table, known: Mapping[str, Rule]) -> list[Flaw]:
    wrong = flaws_of(table, _CHECKS)
    wrong += [
        Flaw(table.line, f"this rule has no “{key}”")
        for key in ("name", "when")
        if key not in table.record
    ]
    if wrong:
        return wrong
    if table.record["name"].strip() in known:
        return [Flaw(table.at("name"), f"a second rule “{table.record['name']}”")]
    if not table.record.keys() & _DOES:
        return [Flaw(table.line, f"this rule does nothing: give it one of {', '.join(_DOES)}")]
    condition = condition_of(table.record["when"])
    if isinstance(condition, Complaint):
        return [Flaw(table.at("when"), f"the query is wrong {condition}")]
    return []


def _day(value: Any) -> str | None:
    right = isinstance(value, datetime.date) and not isinstance(value, datetime.datetime)
    return None if right else "must be a day, as in 2027-01-31"


_CHECKS: Mapping[str, Callable[[Any], str | None]] = {
    "name": a_text,
    "when": a_text,
    "score": whole,
    "tag": texts,
    "flag": yes_or_no,
    "spike": yes_or_no,
    "highlight": texts,
    "bell": yes_or_no,
    "run": a_text,
    "expires": _day,
}
_DOES = dict.fromkeys(("spike", "score", "tag", "flag", "highlight", "bell", "run")).keys()
