"""Where there is nothing to show, the screen says why and what to do next."""

from __future__ import annotations

from copytaster.desk.words.rows import View
from copytaster.presentation.empty import no_relatives, no_rows
from copytaster.presentation.looks import plain_text
from copytaster.presentation.welcome import FIVE, THEN, welcome_lines


def test_a_view_without_a_match_says_what_was_asked_and_how_to_leave_it():
    words = no_rows(View(query="is:kept", search="goose"), 9, {}, busy=False)
    assert "“goose” and “is:kept”" in words
    assert "Esc shows everything" in words


def test_an_empty_folder_says_how_to_choose_another_with_the_keys_that_are_bound():
    words = no_rows(View(), 0, {"inbox": "f2", "rescan": "f5"}, busy=False)
    assert "F2 chooses another folder" in words
    assert "F5 looks again" in words


def test_while_files_are_read_nobody_is_told_that_there_are_none():
    assert "being read" in no_rows(View(), 0, {}, busy=True)


def test_nothing_related_is_said_of_a_whole_index_only():
    assert "No other article" in no_relatives(unfinished=False)
    assert "still being related" in no_relatives(unfinished=True)


def test_the_welcome_tells_five_keys_as_they_are_bound():
    lines = [plain_text(line) for line in welcome_lines({"spike": "d d,x"})]
    assert len(FIVE) == 5
    assert any(line.startswith("  d d  ") and "Spike" in line for line in lines)
    assert any("Choose the folder" in line for line in lines)
    assert len([line for line in lines if line[2:3].strip()]) >= len(FIVE) + len(THEN)
    assert max(map(len, lines)) <= 69
