"""`copytaster --plain`: the whole desk line by line, without one escape code."""

from __future__ import annotations

import subprocess
from collections.abc import Callable

import pytest

from cli.conftest import COMMAND, PATIENCE
from copytaster.cli.plain.dialogue import Dialogue
from copytaster.cli.plain.place import PlainPlace
from copytaster.cli.plain.words import WORDS, letters, understood
from copytaster.commands import COMMANDS
from copytaster.desk.desk import Desk
from copytaster.desk.settings.settings import Settings
from copytaster.keyboard import key_names

OWN_LETTERS = {"list", "go", "read", "related", "all", "where"}


@pytest.fixture
def desk(inbox, tmp_path):
    """A desk that has read and related everything."""
    desk = Desk.open([inbox], Settings(), state=tmp_path / "state", cache=tmp_path / "cache")
    desk.start()
    assert desk.wait(PATIENCE)
    yield desk
    desk.close()


@pytest.fixture
def say(desk) -> Callable[[str], str]:
    """Types a line and gives what is answered."""
    dialogue = Dialogue(PlainPlace(desk, Settings(sort="oldest")))

    def type_line(typed: str) -> str:
        return "\n".join(dialogue.answer(typed))

    return type_line


def test_a_session_through_a_pipe_sends_no_escape_code(inbox):
    done = subprocess.run(
        [COMMAND, "--plain", inbox],
        input="help\nlist\nread\nrelated\nkeep\nundo\n",
        capture_output=True,
        encoding="utf-8",
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 0
    assert done.stderr == ""
    assert "End of the article." in done.stdout
    assert not [letter for letter in done.stdout if ord(letter) < 32 and letter != "\n"]


def test_every_word_of_the_help_is_answered(say):
    assert all(word.usage in say("help") for word in WORDS)
    for word in WORDS:
        assert say(word.word)
        assert "no word here" not in say(word.letter)


def test_letters_are_those_of_the_reader_where_it_has_the_same(say):
    keys = {key for command in COMMANDS for key in key_names(command.keys)}
    for word, letter in zip(WORDS, letters(), strict=True):
        assert letter in keys or word.word in OWN_LETTERS


def test_a_word_may_be_shortened_and_a_sign_stands_before_its_words():
    assert understood("prev") == understood("previous")
    word, rest = understood("/two words") or (None, "")
    assert (word and word.word, rest) == ("search", "two words")
    assert understood("zeppelin") is None


def test_next_and_previous_tell_the_headline_and_the_ends(say):
    first = say("first")
    assert first.startswith("1: ")
    assert say("").startswith("2: ")
    assert say("k") == first
    assert say("previous") == "This is the first article."
    say("last")
    assert say("next") == "This is the last article."


def test_an_article_is_read_in_whole_paragraphs_and_is_read_then(say):
    say("search goose")
    assert "unread" in say("first")
    told = say("read")
    assert "folded" in told or "goose" in told.lower()
    assert "unread" not in say("first")


def test_keep_goes_on_and_undo_comes_back(say, desk):
    first = say("first")
    assert say("keep").splitlines()[1].startswith("2: ")
    assert desk.counts().kept == 1
    assert "kept" in say("filter is:kept")
    say("all")
    assert say("undo").splitlines()[-1] == first
    assert desk.counts().kept == 0


def test_related_stories_are_told_with_reasons_and_gone_to(say):
    say("search harbour fire")
    say("first")
    told = say("related").splitlines()
    assert "of 100" in told[0]
    title = told[0].partition(": ")[2].partition(".")[0]
    assert title in say("go 1")


def test_a_filter_that_is_wrong_is_complained_of(say):
    assert "no state “nonsense”" in say("filter is:nonsense")


def test_what_matches_nothing_lists_everything_again(say):
    assert "Everything is listed again" in say("search zzzzqqq")
    assert say("first").startswith("1: ")


def test_a_story_of_its_own_says_so(say):
    say("search goose")
    say("first")
    assert "stands alone" in say("story")


def test_an_empty_folder_answers_every_word(tmp_path):
    desk = Desk.open([tmp_path], Settings(), state=tmp_path / "s", cache=tmp_path / "c")
    try:
        desk.start()
        assert desk.wait(PATIENCE)
        dialogue = Dialogue(PlainPlace(desk, Settings()))
        assert dialogue.begin()
        assert all(dialogue.answer(f"{word.word} 1") for word in WORDS)
    finally:
        desk.close()
