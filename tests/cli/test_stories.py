"""`copytaster stories`: a folder as stories, each with its takes in order."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from copytaster.desk.catalogue.entries import key_of
from copytaster.desk.keeping.folders import state_folder
from copytaster.desk.ledger.fields import Item
from copytaster.desk.ledger.ledger import open_ledger
from copytaster.desk.ledger.ties import Tie, pair


@pytest.fixture
def stories(call, inbox):
    answer = call("stories", inbox, "--json")
    assert answer.status == 0
    return answer.json


def test_every_article_is_in_exactly_one_story(stories, inbox):
    paths = [each["path"] for story in stories for each in story["articles"]]
    assert sorted(paths) == sorted(str(path.resolve()) for path in inbox.iterdir())


def test_the_takes_of_a_story_stand_together_in_their_order(stories):
    takes = max((story["articles"] for story in stories), key=len)
    names = [Path(each["path"]).stem.partition("harbour-fire_")[2] for each in takes]
    assert set(names) == {"alert", "update1", "update2", "corrected"}
    assert names.index("alert") < names.index("update1") < names.index("update2")


def test_every_story_has_every_key(stories):
    for story in stories:
        assert list(story) == ["story", "title", "first", "last", "articles"]
        assert story["title"]
        assert story["first"] <= story["last"]
        assert all(list(each) == ["id", "path"] for each in story["articles"])


def test_stories_are_numbered_once_each(stories):
    numbers = [story["story"] for story in stories]
    assert len(set(numbers)) == len(numbers)


def test_text_shows_the_stories_of_more_than_one_article(call, inbox):
    lines = call("stories", inbox).out.splitlines()
    assert lines[0].endswith("(4)")
    assert sum(line.startswith("    ") for line in lines) == 4


def test_an_empty_folder_has_no_stories(call, tmp_path):
    empty = tmp_path / "empty"
    empty.mkdir()
    answer = call("stories", empty, "--json")
    assert answer.status == 1
    assert answer.json == []


def test_a_folder_that_is_not_there_is_wrong_use(call):
    answer = call("stories", "no-such-folder")
    assert answer.status == 2
    assert "no-such-folder" in answer.complaint


def test_what_was_parted_and_joined_by_hand_is_told_so(call, inbox):
    before = call("stories", "--json", inbox).json
    story = next(story for story in before if len(story["articles"]) > 1)
    lone = next(story for story in before if len(story["articles"]) == 1)
    one, *others = (each["id"] for each in story["articles"])
    ledger = open_ledger(state_folder())
    item = Item(key_of(one), one, None, None, "one")
    words = {pair(item.key, key_of(other)): Tie.APART for other in others}
    stranger = lone["articles"][0]["id"]
    ledger.tie(item, {**words, pair(item.key, key_of(stranger)): Tie.TOGETHER}, "by hand")
    ledger.close()
    told = call("stories", "--json", inbox).json
    own = next(each for each in told if one in {article["id"] for article in each["articles"]})
    assert {article["id"] for article in own["articles"]} == {one, stranger}


def test_the_story_of_one_file_is_as_it_is_among_all(call, inbox, stories):
    of = next(inbox.glob("*harbour-fire_update1*"))
    answer = call("stories", inbox, "--of", of, "--json")
    assert answer.status == 0
    assert answer.json == [max(stories, key=lambda story: len(story["articles"]))]
    assert call("stories", "--of", of, "--json").json == answer.json


def test_a_file_that_stands_alone_is_a_story_in_json_and_nothing_as_text(call, inbox, stories):
    alone = next(story for story in stories if len(story["articles"]) == 1)
    of = alone["articles"][0]["path"]
    assert call("stories", "--of", of, "--json").json == [alone]
    text = call("stories", "--of", of)
    assert (text.status, text.out) == (1, "")


def test_neither_a_folder_nor_a_file_is_wrong_use(call, inbox):
    assert call("stories").status == 2
    assert call("stories", inbox, "--of", inbox / "nothing.txt").status == 2


def test_a_lone_file_is_looked_for_in_the_inbox_that_is_set(call, home, inbox, tmp_path, stories):
    fire = max(stories, key=lambda story: len(story["articles"]))
    (tmp_path / "apart").mkdir()
    lone = shutil.move(next(inbox.glob("*harbour-fire_update1*")), tmp_path / "apart")
    (home / "settings.toml").write_text(f'inbox = ["{inbox}"]\n')
    (story,) = call("stories", "--of", lone, "--json").json
    assert ids(story) == ids(fire)
    assert lone in {each["path"] for each in story["articles"]}


def test_a_file_that_lies_apart_has_its_story_in_the_folder_that_is_named(
    call, inbox, tmp_path, stories
):
    fire = max(stories, key=lambda story: len(story["articles"]))
    lone = shutil.move(next(inbox.glob("*harbour-fire_update1*")), tmp_path / "apart.txt")
    (story,) = call("stories", inbox, "--of", lone, "--json").json
    assert ids(story) == ids(fire)


def test_a_lone_file_without_an_inbox_stands_alone(call, inbox, tmp_path):
    (tmp_path / "apart").mkdir()
    lone = shutil.copy(next(inbox.glob("*harbour-fire_update1*")), tmp_path / "apart")
    (story,) = call("stories", "--of", lone, "--json").json
    assert len(story["articles"]) == 1


def ids(story) -> set[str]:
    return {each["id"] for each in story["articles"]}


def test_a_folder_that_cannot_be_listed_is_a_line_and_status_two(call, inbox, monkeypatch):
    (inbox / "closed").mkdir()
    listing = os.scandir

    def refused(folder):
        if os.fspath(folder).endswith(b"/closed"):
            raise PermissionError
        return listing(folder)

    monkeypatch.setattr(os, "scandir", refused)
    answer = call("stories", inbox)
    assert answer.status == 2
    assert answer.complaint == f"copytaster: {inbox / 'closed'}: no permission to look into it"
