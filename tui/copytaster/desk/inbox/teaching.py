"""taught.toml: what the user taught, in a file to read and to edit, read again when it changed.

A file that cannot be understood is complained of in one line and left alone: the rules that were
read last stay in force, and nothing is taught until it is mended.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from copytaster.desk.keeping.errors import plain_trouble
from copytaster.desk.keeping.folders import config_folder
from copytaster.desk.keeping.saving import save_text
from copytaster.wire.lines.taught import (
    NOTHING_TAUGHT,
    TaughtRule,
    TaughtRulesError,
    Teaching,
    from_toml,
    this_block,
    this_phrase,
    to_toml,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from copytaster.wire.article import Article, Block

FILE_NAME = "taught.toml"
SHOWN = 30
"""Characters of a block that are quoted where one says what was taught."""
_HEADING = re.compile(r"^[ \t]*\[\[[ \t]*rule[ \t]*\]\]", re.MULTILINE)
_Stamp: TypeAlias = tuple[int, int, int]


class Scope(StrEnum):
    """How far something that is taught reaches."""

    BLOCK = "this block"
    SOURCE = "this source"
    EVERYWHERE = "everywhere"


@dataclass(frozen=True, slots=True)
class Lesson:
    """A change of what is taught: rules that are learned, and older ones that they replace.

    `text` says in a few words what it does, for the status line and the history.
    """

    learned: tuple[TaughtRule, ...]
    forgotten: tuple[TaughtRule, ...] = ()
    text: str = ""

    @property
    def noted(self) -> dict[str, bool]:
        """The rules as the ledger notes them: their TOML, and whether they are taught now."""
        forgotten = {to_toml([rule]): False for rule in self.forgotten}
        return forgotten | {to_toml([rule]): True for rule in self.learned}

    @property
    def reverse(self) -> Lesson:
        """The lesson that takes this one back."""
        return Lesson(self.forgotten, self.learned)


def lesson_of(notes: Iterable[tuple[str, object]]) -> Lesson:
    """The lesson of what the ledger noted: TOML of rules, with a value where they are taught."""
    rules = [(rule, bool(value)) for text, value in notes for rule in from_toml(text)]
    learned = tuple(rule for rule, taught in rules if taught)
    return Lesson(learned, tuple(rule for rule, taught in rules if not taught))


class TaughtFile:
    """The file of taught rules, and the rules as they stand in it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.complaint: str | None = None
        self._teaching = NOTHING_TAUGHT
        self._stamp: _Stamp | None = None

    def current(self) -> Teaching:
        """What is taught now; `complaint` says in one line where the file cannot be used."""
        stamp = self._stamp_now()
        if stamp != self._stamp:
            self._stamp = stamp
            self._read()
        return self._teaching

    def lesson(
        self, article: Article, blocks: Sequence[Block], scope: Scope, *, fold: bool
    ) -> Lesson:
        """What there is to learn to have these blocks of an article folded, or never folded."""
        learned = tuple(dict.fromkeys(_rule(article, b, scope, fold=fold) for b in blocks))
        rules = self.current().rules
        forgotten = tuple(old for old in rules if any(old.same_case(new) for new in learned))
        return Lesson(learned, forgotten, _words(article, blocks, scope, fold=fold))

    def learn(self, lesson: Lesson) -> str | None:
        """Write a lesson into the file; a plain line where that cannot be done."""
        rules = self.current().rules
        if self.complaint:
            return f"nothing was taught: {self.complaint}"
        kept = [place for place, rule in enumerate(rules) if rule not in lesson.forgotten]
        try:
            text = _edited(self._text(), rules, kept, lesson.learned)
            save_text(self.path, [text], private=True)
        except OSError as error:
            return f"cannot be written ({plain_trouble(error)}): {self.path}"
        return None

    def _read(self) -> None:
        try:
            self._teaching = Teaching(from_toml(self._text()))
        except TaughtRulesError as error:
            self.complaint = f"{self.path}: {error}"
        except (OSError, UnicodeDecodeError) as error:
            self.complaint = f"{self.path}: cannot be read: {error}"
        else:
            self.complaint = None

    def _text(self) -> str:
        try:
            return self.path.read_text("utf-8")
        except FileNotFoundError:
            return ""

    def _stamp_now(self) -> _Stamp | None:
        try:
            found = self.path.stat()
        except OSError:
            return None
        return found.st_mtime_ns, found.st_size, found.st_ino


def taught_path(base: Path | None = None) -> Path:
    """Where the taught rules are; `base` stands in for the platform's folder."""
    return config_folder(base) / FILE_NAME


def _rule(article: Article, block: Block, scope: Scope, *, fold: bool) -> TaughtRule:
    match scope:
        case Scope.BLOCK:
            return this_block(block.text, article.id, fold=fold)
        case Scope.SOURCE:
            return this_phrase(block.text, article.source, fold=fold)
        case Scope.EVERYWHERE:
            return this_phrase(block.text, fold=fold)


def _words(article: Article, blocks: Sequence[Block], scope: Scope, *, fold: bool) -> str:
    """`folded “UP NEXT” of Norwire`, `unfolded 3 blocks everywhere`."""
    opening = " ".join(blocks[0].text.split()).strip('“”"') if blocks else ""
    short = opening if len(opening) <= SHOWN else f"{opening[: SHOWN - 2].rstrip()} …"
    what = f"“{short}”" if len(blocks) == 1 else f"{len(blocks)} blocks"
    where = {Scope.BLOCK: "here", Scope.SOURCE: f"of {article.source}"}.get(scope, scope.value)
    return f"{'folded' if fold else 'unfolded'} {what} {where}"


def _edited(
    text: str, rules: Sequence[TaughtRule], kept: Sequence[int], learned: Sequence[TaughtRule]
) -> str:
    """The text with some of its rules, and new ones at its end.

    What the user wrote beside the rules stays; only a file whose rules cannot be told apart by
    their headings is written anew.
    """
    wanted = (*(rules[place] for place in kept), *learned)
    starts = [match.start() for match in _HEADING.finditer(text)]
    if len(starts) == len(rules):
        ends = [*starts[1:], len(text)]
        sections = [text[: starts[0]] if starts else text]
        sections += [text[starts[place] : ends[place]] for place in kept]
        parts = ["".join(sections), *(to_toml([rule]) for rule in learned)]
        edited = "\n\n".join(part.rstrip() for part in parts if part.strip()) + "\n"
        if _says(edited, wanted):
            return edited
    return to_toml(wanted)


def _says(text: str, rules: Sequence[TaughtRule]) -> bool:
    try:
        return from_toml(text) == tuple(rules)
    except TaughtRulesError:
        return False
