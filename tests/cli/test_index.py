"""`copytaster index`: a folder read and related ahead of time."""

from __future__ import annotations


def test_index_says_what_it_read_and_what_it_took(call, inbox):
    answer = call("index", inbox, "--json")
    assert answer.status == 0
    assert list(answer.json) == ["files", "articles", "seconds", "bytes"]
    assert answer.json["files"] == len(list(inbox.iterdir()))
    assert answer.json["bytes"] > 0


def test_articles_of_one_file_are_counted_each(call, samples):
    counted = call("index", samples("*corbel_briefs*"), "--json").json
    assert counted["files"] == 1
    assert counted["articles"] > 1


def test_the_second_time_finds_all_in_the_cache(call, inbox):
    first, second = call("index", inbox, "--json").json, call("index", inbox, "--json").json
    assert second["articles"] == first["articles"]


def test_text_is_one_line(call, inbox):
    (line,) = call("index", inbox).out.splitlines()
    assert line.startswith(f"{len(list(inbox.iterdir()))} files, ")


def test_an_empty_folder_is_nothing_to_do(call, tmp_path):
    empty = tmp_path / "empty"
    empty.mkdir()
    answer = call("index", empty, "--json")
    assert answer.status == 1
    assert answer.json["articles"] == 0


def test_a_folder_that_is_not_there_is_wrong_use(call):
    answer = call("index", "no-such-folder")
    assert answer.status == 2
    assert "no-such-folder" in answer.complaint
