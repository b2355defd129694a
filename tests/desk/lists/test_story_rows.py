"""One row a story: folded where the first of it stands, and steady under the cursor."""

from array import array
from contextlib import closing

import pytest

from copytaster.desk.catalogue.catalogue import open_catalogue
from copytaster.desk.catalogue.entries import entry_of
from copytaster.desk.lists import story_rows
from copytaster.desk.lists.lists import Lists
from copytaster.desk.lists.story_rows import StoryRows
from copytaster.desk.words.rows import Sort, View
from desk.making import article, file_articles, parsed

STORIES = View(sort=Sort.TITLE, by_story=True)


def filed(writer, *stories):
    """Articles a, b, c …, each in the story of this number, with a source of its own letter."""
    names = "abcdefgh"[: len(stories)]
    file_articles(writer, [article(name, source=name.upper()) for name in names])
    writer.note_stories({n: story for n, story in enumerate(stories, 1) if story})


def test_each_story_shows_once_and_what_stands_alone_always(catalogue, writer):
    filed(writer, 7, 0, 7, 0, 9)
    assert list(Lists(catalogue).order(STORIES)) == [1, 2, 4, 5]


def test_the_row_under_the_cursor_stands_for_its_story_in_the_place_of_the_first(catalogue, writer):
    filed(writer, 7, 0, 7, 0, 9)
    assert list(Lists(catalogue).order(STORIES, standing=3)) == [3, 2, 4, 5]
    assert list(Lists(catalogue).order(STORIES, standing=2)) == [1, 2, 4, 5]


@pytest.mark.usefixtures("deeds")
def test_a_row_that_the_view_does_not_show_stands_for_nothing(catalogue, writer):
    filed(writer, 7, 0, 7)
    shown = Lists(catalogue).order(View(query="a or b", by_story=True), standing=3)
    assert sorted(shown) == [1, 2]


def test_a_new_take_is_folded_into_its_story_and_the_cursor_keeps_its_row(
    catalogue, writer, monkeypatch
):
    monkeypatch.setattr(story_rows, "REST", 0)
    filed(writer, 7, 0, 0)
    with closing(open_catalogue(catalogue.folder)[0]) as screen:
        lists = Lists(screen)
        order = lists.order(STORIES, standing=1)
        writer.file([parsed("/wire/later.txt", [entry_of(article("_d"), 0)])])
        order = lists.merge(STORIES, order, standing=1)
        assert list(order) == [4, 1, 2, 3]
        writer.note_stories({1: 7, 4: 7})
        assert list(lists.merge(STORIES, order, standing=1)) == [1, 2, 3]


def test_who_tells_a_story_is_counted_most_first(catalogue, writer):
    names = ("ap", "dpa", "ap", None)
    file_articles(writer, [article(f"t{n}", source=source) for n, source in enumerate(names)])
    writer.note_stories(dict.fromkeys(range(1, 5), 7))
    assert StoryRows(catalogue).sources(7) == (("ap", 2), ("", 1), ("dpa", 1))


def test_an_empty_list_folds_to_an_empty_list(catalogue):
    assert StoryRows(catalogue).folded(array("q"), standing=5) == array("q")
