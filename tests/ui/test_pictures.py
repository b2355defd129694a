"""The pictures of the pages show what the reader shows today: `make pictures` where not."""

from __future__ import annotations

import re
from html import unescape

import pytest
from rapidfuzz.fuzz import ratio

from pictures import DOCS, PICTURES, made

NEARLY_ALL = 90
"""Of 100: a word more in a line needs no new picture, another line does."""

PAGES = [*DOCS.parent.glob("*.md"), *DOCS.glob("*.md")]


def words(svg: str) -> list[str]:
    """All that a picture says, in order."""
    return unescape(re.sub(r"<style.*?</style>|<[^>]+>", " ", svg, flags=re.DOTALL)).split()


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_fresh(name, monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    kept = (DOCS / f"{name}.svg").read_text("utf-8")
    assert ratio(words(kept), words(made(PICTURES[name]))) >= NEARLY_ALL, "make pictures"


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_stands_in_a_page(name):
    assert any(f"{name}.svg)" in page.read_text("utf-8") for page in PAGES)


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_asks_no_other_site(name):
    assert "@font-face" not in (DOCS / f"{name}.svg").read_text("utf-8")
