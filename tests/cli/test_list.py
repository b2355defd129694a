"""`copytaster list`: the articles that a query matches, as the reader's list shows them."""

from __future__ import annotations

import pytest

KEYS = [
    *("id", "path", "part", "title", "title_derived", "source", "date", "urgency", "status"),
    *("slug", "take", "embargo", "word_count", "story", "problem"),
    *("verdict", "flagged", "read", "tags", "returned"),
    *("recalled", "score", "rules", "ruled"),
]


def test_without_a_query_all_articles_are_listed(call, inbox):
    answer = call("list", "--in", inbox, "--json")
    assert answer.status == 0
    assert len(answer.json) == len(list(inbox.iterdir()))


def test_every_row_has_every_key(call, inbox):
    for row in call("list", "--in", inbox, "--json").json:
        assert list(row) == KEYS


def test_jsonl_is_the_same_a_line_each(call, inbox):
    lines = call("list", "--in", inbox, "--jsonl").records
    rows = call("list", "--in", inbox, "--json").json
    assert [line["id"] for line in lines] == [row["id"] for row in rows]
    assert [list(line) for line in lines] == [list(row) for row in rows]


def test_a_query_narrows(call, inbox):
    rows = call("list", "title:goose", "--in", inbox, "--json").json
    assert [row["title"].partition(",")[0] for row in rows] == ["One goose"]


def test_a_search_is_fuzzy(call, inbox):
    rows = call("list", "--search", "runwey gose", "--in", inbox, "--json").json
    assert "goose" in rows[0]["title"]


def test_the_order_can_be_chosen(call, inbox):
    titles = [row["title"] for row in call("list", "--sort", "title", "--in", inbox, "--json").json]
    assert titles == sorted(titles, key=str.casefold)
    newest = [row["date"] for row in call("list", "--in", inbox, "--json").json]
    oldest = [row["date"] for row in call("list", "--sort", "oldest", "--in", inbox, "--json").json]
    assert newest[0][:10] == oldest[-1][:10]
    assert newest[0] > newest[-1]


def test_text_is_one_line_an_article(call, inbox):
    lines = call("list", "title:goose", "--in", inbox).out.splitlines()
    assert len(lines) == 1
    assert "One goose" in lines[0]


def test_nothing_found_is_status_one_and_an_empty_list(call, inbox):
    answer = call("list", "title:zeppelin", "--in", inbox, "--json")
    assert answer.status == 1
    assert answer.json == []
    assert call("list", "title:zeppelin", "--in", inbox).out == ""


def test_the_inbox_that_is_set_is_listed(call, home, inbox):
    (home / "settings.toml").write_text(f'inbox = ["{inbox}"]\n')
    assert len(call("list", "--json").json) == len(list(inbox.iterdir()))


def test_without_an_inbox_the_sample_corpus_is_listed(call):
    assert len(call("list", "--jsonl").records) >= 60


def test_a_file_that_cannot_be_read_is_a_row_with_its_problem(call, inbox):
    (inbox / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    rows = call("list", "--in", inbox, "--json").json
    assert [row["path"] for row in rows if row["problem"]] == [str(inbox / "picture.png")]


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (("list", "colour:blue"), "colour"),
        (("list", "--sort", "silly"), "silly"),
        (("list", "--in", "no-such-folder"), "no-such-folder"),
    ],
)
def test_wrong_use_is_one_line_and_status_two(call, words, named):
    answer = call(*words)
    assert answer.status == 2
    assert answer.out == ""
    assert named in answer.complaint


FIRE = """Harbour fire kills {count} in Skarhaven

A fire in the harbour of Skarhaven killed {count} dockers, Ingrid Solbakken said.

Flames rose from Quay Nine at dawn and spread to a warehouse full of timber.
"""


def test_the_first_list_of_a_folder_knows_its_stories(call, tmp_path):
    for number, count in enumerate(("two", "three")):
        (tmp_path / f"{number}.txt").write_text(FIRE.format(count=count))
    first, second = call("list", "--in", tmp_path, "--json").json
    assert first["story"] == second["story"] is not None
