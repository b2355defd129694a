"""`copytaster compare`: what two articles share, what is new, what does not agree."""

from __future__ import annotations

import pytest

KEYS = [
    "a",
    "b",
    "new_in_b",
    "pairs",
    "only_a",
    "only_b",
    "differences",
    "sentences_a",
    "sentences_b",
]


@pytest.fixture
def takes(inbox):
    """The second update of a story, and its correction."""
    return next(inbox.glob("*fire_update2*")), next(inbox.glob("*fire_corrected*"))


def test_the_document_has_every_key_in_order(call, takes):
    answer = call("compare", *takes, "--json")
    assert answer.status == 0
    assert list(answer.json) == KEYS
    assert (answer.json["a"], answer.json["b"]) == tuple(map(str, takes))


def test_a_correction_differs_by_what_it_corrects(call, takes):
    found = call("compare", *takes, "--json").json
    (difference,) = found["differences"]
    assert difference["kind"] == "number"
    assert (difference["a"], difference["b"]) == ("12,000", "1,200")
    assert "12,000 tonnes" in found["sentences_a"][difference["a_sentence"] - 1]
    assert "1,200 tonnes" in found["sentences_b"][difference["b_sentence"] - 1]


def test_sentences_are_counted_from_one_and_each_is_somewhere(call, takes):
    found = call("compare", *takes, "--json").json
    for side in ("a", "b"):
        numbers = [number for pair in found["pairs"] for number in pair[side]]
        numbers += found[f"only_{side}"]
        assert sorted(numbers) == list(range(1, len(found[f"sentences_{side}"]) + 1))


def test_every_pair_has_its_kind_and_score(call, takes):
    pairs = call("compare", *takes, "--json").json["pairs"]
    assert pairs
    for pair in pairs:
        assert list(pair) == ["a", "b", "kind", "score"]
        assert pair["kind"] in {"same", "changed", "quote"}
        assert 0 <= pair["score"] <= 1


def test_an_article_has_nothing_that_is_not_in_itself(call, takes):
    found = call("compare", takes[0], takes[0], "--json").json
    assert found["new_in_b"] == 0
    assert found["only_a"] == found["only_b"] == found["differences"] == []


def test_the_text_marks_each_line_and_ends_with_the_differences(call, takes):
    lines = call("compare", *takes).out.splitlines()
    assert any(line.startswith("= ") for line in lines)
    assert any(line.startswith("~ ") for line in lines)
    assert any(line.startswith("- ") for line in lines)
    end = lines.index("0% new in B")
    assert lines[end + 1] == "number: “12,000” or “1,200”"
    assert all(len(line) <= 80 for line in lines)


def test_strangers_share_nothing_and_the_status_says_so(call, inbox, takes):
    answer = call("compare", takes[0], next(inbox.glob("*goose-runway*")), "--json")
    assert answer.status == 1
    assert answer.json["pairs"] == []
    assert answer.json["new_in_b"] == 1


def test_one_article_of_a_file_with_many_is_named_by_its_number(call, samples):
    feed = next(samples("*skarhavencourier_feed.rss").iterdir())
    answer = call("compare", f"{feed}#1", f"{feed}#1", "--json")
    assert answer.status == 0
    assert any("gander" in sentence for sentence in answer.json["sentences_a"])


@pytest.mark.parametrize("part", ["", "#99"])
def test_what_is_not_there_is_one_line_on_stderr(call, tmp_path, samples, part):
    feed = next(samples("*skarhavencourier_feed.rss").iterdir())
    missing = f"{feed}{part}" if part else tmp_path / "nowhere.txt"
    answer = call("compare", feed, missing)
    assert answer.status == 2
    assert answer.out == ""
    assert str(missing) in answer.complaint


def test_two_articles_are_needed(call, takes):
    answer = call("compare", takes[0])
    assert answer.status == 2
    assert "B" in answer.complaint


def test_control_characters_never_reach_the_terminal(call, file):
    evil = file(
        "evil.txt", "The mill \x1b[2J burned down on Sunday night, police said.\n\nTwo died.\n"
    )
    assert "\x1b" not in call("compare", evil, evil).out
