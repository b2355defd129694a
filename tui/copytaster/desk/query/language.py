"""The query language: one for the filter line, saved searches, rules and scripts.

    strike "cabinet meeting" source:reuters not is:spiked (date:2025-08-07.. or age:<6h)

Words stand side by side for *and*; `or` binds weaker, `not` (or a leading `-`) stronger, brackets
group. This module reads a query into a small tree or a `Complaint` that points at the place;
`query_sql` asks the catalogue with it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from copytaster.desk.keeping.suggest import suggestion

if TYPE_CHECKING:
    from collections.abc import Iterator
from contextlib import contextmanager


class Name(StrEnum):
    """What a value can be asked of: the word before the colon."""

    SOURCE = "source"
    TITLE = "title"
    TEXT = "text"
    SLUG = "slug"
    TAG = "tag"
    IS = "is"
    DATE = "date"
    AGE = "age"
    WORDS = "words"
    URGENCY = "urgency"
    LANGUAGE = "language"
    STORY = "story"
    NEAR = "near"
    SCORE = "score"
    RULE = "rule"


@dataclass(frozen=True, slots=True)
class Term:
    """A word or a “phrase”, asked of everything, or of one field where `name` is given.

    `at` is where its value begins in the query, counted from 0.
    """

    name: Name | None
    value: str
    phrase: bool
    at: int


@dataclass(frozen=True, slots=True)
class Not:
    """What its part does not match."""

    part: Node


@dataclass(frozen=True, slots=True)
class And:
    """What all parts match; everything, where there are none."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """What at least one part matches."""

    parts: tuple[Node, ...]


Node: TypeAlias = Term | Not | And | Or


@dataclass(frozen=True, slots=True)
class Complaint:
    """What is wrong with a query, and at which character, counted from 0."""

    text: str
    at: int

    def __str__(self) -> str:
        return f"at {self.at + 1}: {self.text}"


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    at: int
    phrase: bool = False


_TOKEN = re.compile(
    r"""(?P<space>\s+) | (?P<bracket>[()]) | (?P<minus>(?<!:)-(?=[\w"“(])) |
    (?P<field>[A-Za-z]+:(?!//)) | ["“](?P<phrase>[^"”]*)["”]? | (?P<word>[^\s()"“]+)""",
    re.VERBOSE,
)


def parse(query: str) -> Node | Complaint:
    """The tree of a query; an empty one matches everything."""
    try:
        return _Parser(list(_tokens(query)), len(query)).whole()
    except _WrongQuery as wrong:
        return wrong.complaint


class _WrongQuery(Exception):  # noqa: N818 - never leaves this module
    def __init__(self, text: str, at: int) -> None:
        super().__init__(text)
        self.complaint = Complaint(text, at)


def _tokens(query: str) -> Iterator[_Token]:
    for match in _TOKEN.finditer(query):
        kind, at = match.lastgroup, match.start()
        if kind == "phrase":
            yield _Token(match["phrase"], at, phrase=True)
        elif kind == "minus":
            yield _Token("not", at)
        elif kind != "space":
            yield _Token(match[0], at)


class _Parser:
    """Recursive descent, one method for each level of the grammar."""

    def __init__(self, tokens: list[_Token], end: int) -> None:
        self._tokens = tokens
        self._end = end
        self._next = 0
        self._depth = 0

    def whole(self) -> Node:
        """The whole query, with nothing left over."""
        node = self._either() if self._tokens else And(())
        if (token := self._peek()) is not None:
            raise _WrongQuery("this bracket closes nothing", token.at)
        return node

    def _either(self) -> Node:
        parts = [self._all()]
        while self._take("or"):
            parts.append(self._all())
        return parts[0] if len(parts) == 1 else Or(tuple(parts))

    def _all(self) -> Node:
        parts = [self._one()]
        while (token := self._peek()) and not self._ends(token):
            self._take("and")
            parts.append(self._one())
        return parts[0] if len(parts) == 1 else And(tuple(parts))

    def _one(self) -> Node:
        token = self._peek()
        if token is None:
            raise _WrongQuery("something is missing at the end", self._end)
        if self._take("not"):
            with self._deeper(token):
                return Not(self._one())
        if self._take("("):
            return self._bracket(token)
        if self._ends(token) or self._is(token, "and"):
            raise _WrongQuery(f"something is missing before “{token.text}”", token.at)
        self._next += 1
        return self._term(token)

    def _bracket(self, opening: _Token) -> Node:
        with self._deeper(opening):
            node = self._either()
        if not self._take(")"):
            raise _WrongQuery("this bracket is never closed", opening.at)
        return node

    @contextmanager
    def _deeper(self, opening: _Token) -> Iterator[None]:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise _WrongQuery("too much within one another", opening.at)
        yield
        self._depth -= 1

    def _term(self, token: _Token) -> Term:
        if token.phrase or not token.text.endswith(":") or len(token.text) == 1:
            return Term(None, token.text, token.phrase, token.at)
        name = token.text[:-1].lower()
        if name not in _NAMES:
            hint = suggestion(name, _NAMES)
            raise _WrongQuery(f"there is no field “{name}”{hint}", token.at)
        value = self._peek()
        end = token.at + len(token.text)
        if value is None or value.at != end or value.text in ("(", ")"):
            raise _WrongQuery(f"“{name}:” wants a value", end)
        self._next += 1
        return Term(Name(name), value.text, value.phrase, value.at)

    def _peek(self) -> _Token | None:
        return self._tokens[self._next] if self._next < len(self._tokens) else None

    def _take(self, text: str) -> bool:
        token = self._peek()
        if token is None or not self._is(token, text):
            return False
        self._next += 1
        return True

    def _ends(self, token: _Token) -> bool:
        return self._is(token, ")") or self._is(token, "or")

    @staticmethod
    def _is(token: _Token, text: str) -> bool:
        return not token.phrase and token.text.lower() == text


_NAMES = tuple(name.value for name in Name)
_DEEPEST = 50
