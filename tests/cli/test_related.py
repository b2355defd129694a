"""`copytaster related`: what else tells a story, best first, with the reasons."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

KINDS = {"copy", "take", "same story", "background"}


@pytest.fixture
def update(inbox):
    return next(inbox.glob("*harbour-fire_update1*"))


def titles(answer):
    return [each["title"] for each in answer.json]


def test_the_takes_of_a_story_come_first(call, inbox, update):
    answer = call("related", update, "--json")
    assert answer.status == 0
    takes = {str(path.resolve()) for path in inbox.glob("*harbour-fire*") if path != update}
    assert takes
    assert {each["path"] for each in answer.json[: len(takes)]} == takes


def test_every_relation_has_every_key(call, update):
    for each in call("related", update, "--json").json:
        assert list(each) == ["id", "path", "title", "score", "kind", "reasons"]
        assert 0 <= each["score"] <= 1
        assert each["kind"] in KINDS
        assert all(isinstance(reason, str) for reason in each["reasons"])


def test_scores_fall_and_never_rise(call, update):
    scores = [each["score"] for each in call("related", update, "--json").json]
    assert scores == sorted(scores, reverse=True)


def test_same_stories_say_why(call, update):
    answer = call("related", update, "--json").json
    assert all(each["reasons"] for each in answer if each["kind"] != "background")


def test_an_article_is_not_related_to_itself(call, update):
    own = call("show", update, "--json").json["id"]
    assert own not in {each["id"] for each in call("related", update, "--json").json}


def test_no_more_than_the_limit(call, update):
    assert len(call("related", update, "--limit", 1, "--json").json) == 1


@pytest.mark.parametrize("limit", ["0", "-3", "many"])
def test_a_limit_is_a_number_from_one(call, update, limit):
    answer = call("related", update, "--limit", limit)
    assert answer.status == 2
    assert "--limit" in answer.complaint


def test_another_folder_can_be_searched(call, inbox, tmp_path, update):
    apart = tmp_path / "apart"
    apart.mkdir()
    lone = Path(shutil.move(update, apart))
    answer = call("related", lone, "--in", inbox, "--json")
    assert answer.status == 0
    assert "Skarhaven" in titles(answer)[0]


def test_a_lone_file_is_looked_for_in_the_inbox_that_is_set(call, home, inbox, tmp_path, update):
    apart = tmp_path / "apart"
    apart.mkdir()
    lone = Path(shutil.move(update, apart))
    (home / "settings.toml").write_text(f'inbox = ["{inbox}"]\n')
    assert "Skarhaven" in titles(call("related", lone, "--json"))[0]


def test_what_is_wrong_with_the_settings_is_said_where_they_name_the_inbox(
    call, home, tmp_path, update
):
    (tmp_path / "apart").mkdir()
    lone = Path(shutil.move(update, tmp_path / "apart"))
    (home / "settings.toml").write_text("inbox = 7\n")
    answer = call("related", lone, "--json")
    assert answer.json == []
    assert "inbox" in answer.complaint


def test_text_says_score_kind_title_path_and_reasons(call, update):
    found = call("related", update, "--json").json[0]
    first, second = call("related", update, "--limit", 1).out.splitlines()
    assert found["kind"] in first
    assert first.endswith(found["title"])
    assert found["path"] in second
    assert found["reasons"][0] in second


def test_jsonl_is_one_relation_a_line(call, update):
    assert call("related", update, "--jsonl").records == call("related", update, "--json").json


def test_each_answers_for_every_article_of_a_folder(call, inbox):
    answer = call("related", "--each", inbox, "--limit", 2, "--jsonl")
    assert answer.status == 0
    assert len(answer.records) == len(list(inbox.iterdir()))
    for record in answer.records:
        assert list(record) == ["id", "path", "related"]
        assert len(record["related"]) <= 2
        for each in record["related"]:
            assert list(each) == ["id", "path", "score", "kind"]


def test_each_tells_the_same_as_one_by_one(call, inbox, update):
    brief = ("id", "path", "score", "kind")
    records = {each["path"]: each for each in call("related", "--each", inbox).records}
    alone = call("related", update, "--json").json
    assert records[str(update.resolve())]["related"] == [
        {key: each[key] for key in brief} for each in alone
    ]


def test_each_as_json_is_one_document_and_as_text_lines(call, inbox):
    lines = call("related", "--each", inbox, "--jsonl").records
    assert call("related", "--each", inbox, "--json").json == lines
    assert call("related", "--each", inbox).records == lines


def test_each_of_an_empty_folder_is_an_empty_array_and_status_one(call, tmp_path):
    (tmp_path / "empty").mkdir()
    answer = call("related", "--each", tmp_path / "empty", "--json")
    assert (answer.status, answer.json) == (1, [])


@pytest.fixture
def many(file) -> Path:
    """A file with three articles, the first and the last of which tell one story."""
    fire = "A paper mill burned down in Ystermouth on Sunday. The owner blames the drying room."
    lines = [
        {"id": "fire", "title": "Mill burns", "text": fire},
        {"id": "tulips", "title": "Tulips bloom", "text": "The tulips of Oberfeld opened early."},
        {"id": "again", "title": "Mill burns down", "text": f"{fire} Nobody was hurt, he said."},
    ]
    return file("wire/many.jsonl", "".join(json.dumps(line) + "\n" for line in lines))


def test_one_article_of_a_file_is_named_by_its_part(call, many):
    answer = call("related", f"{many}#2", "--json")
    assert (answer.status, answer.complaints) == (0, "")
    assert answer.json[0]["id"] == "fire"
    assert "again" not in {each["id"] for each in answer.json}


def test_a_file_with_many_is_about_its_first_and_says_how_to_name_another(call, many):
    answer = call("related", many, "--json")
    assert answer.status == 0
    assert answer.json == call("related", f"{many}#0", "--json").json
    assert answer.json[0]["id"] == "again"
    assert f"{many}#1" in answer.complaint
    assert "first" in answer.complaint


def test_a_part_that_there_is_not_is_one_line_and_status_two(call, many):
    answer = call("related", f"{many}#3", "--json")
    assert (answer.status, answer.out) == (2, "")
    assert "#3" in answer.complaint


def test_nothing_related_is_status_one_and_an_empty_list(call, file):
    file("other.txt", "Tulips bloom\n\nThe tulips of Oberfeld opened a week early this spring.\n")
    path = file("lone.txt", "Chess final\n\nTarrasch Zukertort drew game nine after 41 moves.\n")
    answer = call("related", path, "--json")
    assert answer.status == 1
    assert answer.json == []


def test_an_unreadable_neighbour_is_a_line_and_the_rest_is_answered(call, inbox, update):
    (inbox / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    answer = call("related", update, "--json")
    assert answer.status == 2
    assert "Skarhaven" in titles(answer)[0]
    assert "picture.png" in answer.complaint


@pytest.mark.parametrize(
    "words",
    [
        ("related",),
        ("related", "gone.txt"),
        ("related", "--each", "no-such-folder"),
        ("related", "a.txt", "--each", "."),
    ],
)
def test_wrong_use_is_one_line_and_status_two(call, words, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    answer = call(*words)
    assert answer.status == 2
    assert answer.out == ""
    assert answer.complaint


def test_a_folder_that_is_not_there_is_wrong_use(call, update):
    answer = call("related", update, "--in", "no-such-folder")
    assert answer.status == 2
    assert "no-such-folder" in answer.complaint


def test_each_names_its_own_folder(call, inbox):
    answer = call("related", "--each", inbox, "--in", inbox)
    assert (answer.status, answer.out) == (2, "")
    assert "--each names its own folder" in answer.complaint
