"""The help: what can be done here first, what cannot under its reason, all of it found by words."""

from __future__ import annotations

from itertools import pairwise

from copytaster.commands import COMMANDS, Need, Room
from copytaster.presentation.help_page import HelpPage
from copytaster.presentation.looks import plain_text


def shown(page: HelpPage, words: str = "") -> list[str]:
    return [plain_text(line) for line in page.lines(words)]


def headings(page: HelpPage, words: str = "") -> list[str]:
    lines = shown(page, words)
    return [line.strip() for before, line in pairwise(lines) if not before]


def test_every_command_stands_in_it_once():
    lines = shown(HelpPage({}, Room.LIST))
    for command in COMMANDS:
        alike = [other for other in COMMANDS if other.help == command.help]
        assert sum(line.endswith(command.help) for line in lines) >= len(alike)


def test_the_pane_that_has_the_keys_comes_first():
    assert headings(HelpPage({}, Room.READER))[0] == "In the article"
    assert headings(HelpPage({}, Room.RELATED))[0] == "In the related stories"


def test_what_cannot_be_done_now_stands_under_its_reason():
    lines = shown(HelpPage({}, Room.LIST, frozenset({Need.STORY})))
    reason = lines.index("  Not now: this article stands alone")
    (spike,) = (at for at, line in enumerate(lines) if line.endswith("Spike the whole story"))
    (keep,) = (
        at
        for at, line in enumerate(lines)
        if line.endswith("Keep and go to the next, or take that back")
    )
    assert keep < reason < spike


def test_the_keys_are_those_that_are_bound():
    (line,) = (each for each in shown(HelpPage({"spike": "d d,x"})) if "Spike and go" in each)
    assert line.split()[:3] == ["d", "d", "x"]


def test_a_command_is_found_by_its_words_its_name_and_its_key():
    assert headings(HelpPage({}), "SPIKE story") == ["Decide"]
    assert any("Next take" in line for line in shown(HelpPage({}), "take.next"))
    assert any("Sort by" in line for line in shown(HelpPage({"sort": "f9"}), "f9"))


def test_words_that_nothing_has_are_answered():
    assert any("No command" in line for line in shown(HelpPage({}), "zeppelin"))
