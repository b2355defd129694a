"""`copytaster compare`: what two articles share, what is new, what does not agree."""

from __future__ import annotations

import pytest

from corpus.labels import SAMPLES

FIRST = """Ferry runs aground

A ferry with 312 people aboard ran onto a sandbank off Theris on Saturday.
“Nobody is hurt,” said the captain, Ione Maris.
The sea was calm and the moon was full.
"""
SECOND = """Ferry runs aground off Theris

A ferry with 318 people aboard ran onto a sandbank off Theris on Saturday.
“Nobody is hurt,” said the captain, Ione Maris.
Two tugs from Pelagia will try to pull it free at high water.
"""
KINDS = {"same", "changed", "quote"}
MATTERS = {"number", "quote", "name", "date"}


@pytest.fixture
def pair(file):
    return file("first.txt", FIRST), file("second.txt", SECOND)


@pytest.fixture
def compared(call, pair):
    answer = call("compare", *pair, "--json")
    assert answer.status == 0
    return answer.json


def test_the_comparison_has_every_key(compared, pair):
    assert list(compared) == [
        *("a", "b", "new_in_b", "pairs", "only_a", "only_b", "differences"),
        *("sentences_a", "sentences_b"),
    ]
    assert (compared["a"], compared["b"]) == tuple(map(str, pair))
    assert 0 < compared["new_in_b"] < 1


def test_every_pair_has_every_key(compared):
    for each in compared["pairs"]:
        assert list(each) == ["a", "b", "kind", "score"]
        assert each["kind"] in KINDS
        assert 0 <= each["score"] <= 1


def test_numbers_of_sentences_count_from_one_and_each_stands_once(compared):
    ours = [number for pair in compared["pairs"] for number in pair["a"]] + compared["only_a"]
    theirs = [number for pair in compared["pairs"] for number in pair["b"]] + compared["only_b"]
    assert sorted(ours) == list(range(1, len(compared["sentences_a"]) + 1))
    assert sorted(theirs) == list(range(1, len(compared["sentences_b"]) + 1))


def test_a_place_is_a_name_in_json_and_a_place_in_words(call, file):
    ours, theirs = file("ours.txt", FIRST), file("theirs.txt", FIRST.replace("Theris", "Brannock"))
    (found,) = call("compare", ours, theirs, "--json").json["differences"]
    assert (found["kind"], found["a"], found["b"]) == ("name", "Theris", "Brannock")
    assert "place: “Theris” or “Brannock”" in call("compare", ours, theirs).out


def test_what_is_new_stands_alone(compared):
    (number,) = compared["only_b"]
    assert "tugs" in compared["sentences_b"][number - 1]


def test_a_figure_that_does_not_agree_is_named(compared):
    (difference,) = compared["differences"]
    assert list(difference) == ["kind", "a", "b", "a_sentence", "b_sentence"]
    assert difference["kind"] in MATTERS
    assert (difference["a"], difference["b"]) == ("312", "318")
    assert "312" in compared["sentences_a"][difference["a_sentence"] - 1]


def test_text_shows_both_sides(call, pair):
    out = call("compare", *pair).out
    assert "+ Two tugs" in out
    assert "- The sea was calm" in out


def test_nothing_in_common_is_status_one(call, file, pair):
    other = file("other.txt", "Tulips bloom\n\nThe tulips of Oberfeld opened early this year.\n")
    answer = call("compare", pair[0], other, "--json")
    assert answer.status == 1
    assert answer.json["pairs"] == []


def test_one_article_of_a_file_with_many_can_be_named(call, file, pair):
    many = file("many.jsonl", '{"title": "One", "text": "Nothing here."}\n')
    assert call("compare", pair[0], f"{many}#0", "--json").json["b"].endswith("many.jsonl#0")
    missing = call("compare", pair[0], f"{many}#7")
    assert missing.status == 2
    assert "many.jsonl#7" in missing.complaint


def test_a_missing_file_is_one_line(call, pair):
    answer = call("compare", pair[0], "gone.txt")
    assert answer.status == 2
    assert answer.out == ""
    assert "gone.txt" in answer.complaint


def test_a_new_version_says_first_what_it_changed(call):
    old, new = (
        SAMPLES / f"20260914T{take}_norwire_harbour-fire_{name}.txt"
        for take, name in (("1130Z", "update2"), ("1322Z", "corrected"))
    )
    told = " ".join(call("compare", old, new).out.split("\n=")[0].split())
    assert told.startswith("Corrects paragraph 7")
    assert "12,000 → 1,200" in told
    assert "1 changed" in told


def test_other_outlets_are_no_versions(call, pair):
    assert "→" not in call("compare", *pair).out
