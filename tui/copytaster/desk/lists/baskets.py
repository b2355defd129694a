"""baskets.toml: queries under names, each a basket that articles fall into by themselves.

    [[basket]]
    name = "Sport"
    query = "slug:sport or tag:sport"

Where there is no such file, a few baskets that every desk has stand in for it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from copytaster.desk.keeping.errors import plain_trouble
from copytaster.desk.keeping.folders import config_folder, make_private
from copytaster.desk.keeping.saving import save_text
from copytaster.desk.keeping.toml_tables import Flaw, Table, a_text, flaws_of, read_tables, replaced
from copytaster.desk.keeping.user_file import UserFile

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from copytaster.desk.words.news import Tally

FILE_NAME = "baskets.toml"
_CHECKS = {"name": a_text, "query": a_text}


@dataclass(frozen=True, slots=True)
class Basket:
    """A saved search. `count` is None until it was counted; `unseen` came since it was opened."""

    name: str
    query: str
    count: int | None = None
    unseen: int = 0


STANDARD = (
    Basket("Open", "is:open"),
    Basket("Urgent", "is:urgent is:open"),
    Basket("Kept", "is:kept"),
    Basket("Flagged", "is:flagged"),
    Basket("Back", "is:returned"),
    Basket("Kills", "is:kill or is:killed"),
)


class BasketFile:
    """The file of baskets, and the baskets as they stand in it."""

    def __init__(self, path: Path) -> None:
        self._file = UserFile(path)
        self._known: tuple[Basket, ...] = STANDARD
        self._flaws: list[Flaw] = []
        self._read = False

    def changed(self) -> bool:
        """Whether the file is not as it was read last."""
        return self._file.changed()

    @property
    def path(self) -> Path:
        """Where it is."""
        return self._file.path

    def current(self) -> tuple[Basket, ...]:
        """The baskets in their order, without those that are wrong."""
        if self._file.changed() or not self._read:
            text = self._file.text()
            self._read = True
            self._known, self._flaws = (STANDARD, []) if text is None else parse(text)
        return self._known

    def complaints(self) -> list[str]:
        """What is wrong with the file, a line each."""
        self.current()
        problem = [self._file.problem] if self._file.problem else []
        return problem + [flaw.told(self.path) for flaw in self._flaws]

    def save(self, basket: Basket) -> str | None:
        """Write a basket, in place of one of its name; a plain line where that cannot be done."""
        return self._write(basket.name, _written(basket))

    def remove(self, name: str) -> str | None:
        """Remove the basket of this name; a plain line where that cannot be done."""
        if not any(each.name.casefold() == name.casefold() for each in self.current()):
            return f"there is no basket “{name}”"
        return self._write(name, "")

    def _write(self, name: str, table: str) -> str | None:
        """Put a table in place of the one of this name, or at the end; all else stays as it is."""
        text = self._file.text()
        if self._file.problem:
            return f"nothing was saved: {self._file.problem}"
        if text is None:
            text = "\n".join(map(_written, STANDARD))
        old = [
            each
            for each in read_tables(text, "basket")[0]
            if str(each.record.get("name", "")).strip().casefold() == name.casefold()
        ]
        try:
            make_private(self.path.parent)
            save_text(self.path, [replaced(text, old[0] if old else None, table)])
        except OSError as error:
            return f"cannot be written ({plain_trouble(error)}): {self.path}"
        return None


def told(baskets: Iterable[Basket], tallies: Mapping[str, Tally]) -> tuple[Basket, ...]:
    """The baskets with their counts, where they were counted."""
    return tuple(
        Basket(each.name, each.query, known.count, known.unseen)
        if (known := tallies.get(each.name))
        else each
        for each in baskets
    )


def _written(basket: Basket) -> str:
    import tomli_w

    return f"[[basket]]\n{tomli_w.dumps({'name': basket.name, 'query': basket.query})}"


def baskets_path(base: Path | None = None) -> Path:
    """Where the baskets are; `base` stands in for the platform's folder."""
    return config_folder(base) / FILE_NAME


def parse(text: str) -> tuple[tuple[Basket, ...], list[Flaw]]:
    """The baskets of this TOML, and what is wrong with the others."""
    tables, flaws = read_tables(text, "basket")
    baskets: dict[str, Basket] = {}
    for table in tables:
        wrong = _wrong(table, baskets)
        flaws += wrong
        if not wrong:
            name = table.record["name"].strip()
            baskets[name.casefold()] = Basket(name, table.record["query"])
    return tuple(baskets.values()), flaws


def _wrong(table: Table, known: dict[str, Basket]) -> list[Flaw]:
    wrong = flaws_of(table, _CHECKS)
    wrong += [
        Flaw(table.line, f"this basket has no “{key}”")
        for key in _CHECKS
        if key not in table.record
    ]
    if wrong:
        return wrong
    if table.record["name"].strip().casefold() in known:
        return [Flaw(table.at("name"), f"a second basket “{table.record['name']}”")]
    from copytaster.desk.query.language import Complaint
    from copytaster.desk.query.sql import condition_of

    condition = condition_of(table.record["query"])
    if isinstance(condition, Complaint):
        return [Flaw(table.at("query"), f"the query is wrong {condition}")]
    return []
