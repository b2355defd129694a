"""What a new version changed, in one line."""

from __future__ import annotations

from copytaster.presentation.looks import Look, plain_text
from copytaster.presentation.revision import revision_line
from copytaster.stories.comparing.revision import revision
from stories.versions import FIRST, SECOND, version


def test_advisory_figures_and_counts_stand_in_one_line() -> None:
    found = revision_line(revision(version(*FIRST), version(*SECOND, advisory="(Updates toll)")))
    assert plain_text(found) == "Updates toll · Twelve → Fifteen · 1 added, 1 cut, 1 changed"
    assert ("Twelve → Fifteen", Look.URGENT) in found


def test_nothing_is_said_of_a_version_that_changed_nothing() -> None:
    assert revision_line(revision(version(*FIRST), version(*FIRST))) == ()


def test_only_what_happened_is_counted() -> None:
    found = revision_line(revision(version(*FIRST[:2]), version(*FIRST)))
    assert plain_text(found) == "1 added"


def test_no_control_character_gets_into_the_line() -> None:
    found = revision_line(revision(version(*FIRST), version(*FIRST, advisory="Adds \x1b[31mred")))
    assert "\x1b" not in plain_text(found)
