"""What the tests of the formats share: reading one text as if it were a file."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from copytaster.wire.article import Article, Role
from copytaster.wire.reading import read_bytes


@pytest.fixture
def articles() -> Callable[[str | bytes], list[Article]]:
    """Reads all articles of a text."""

    def read(content: str | bytes) -> list[Article]:
        data = content.encode() if isinstance(content, str) else content
        return read_bytes(data, "inbox/item")

    return read


@pytest.fixture
def article(articles: Callable[[str | bytes], list[Article]]) -> Callable[[str | bytes], Article]:
    """Reads a text that holds one article."""

    def read(content: str | bytes) -> Article:
        (found,) = articles(content)
        return found

    return read


@pytest.fixture
def texts() -> Callable[[Article, Role], list[str]]:
    """The texts of an article's blocks of one role."""

    def of_role(found: Article, role: Role) -> list[str]:
        return [block.text for block in found.blocks if block.role is role]

    return of_role
