"""`copytaster rules`: what was taught is listed, tried on files, and forgotten again."""

import json

import pytest

from copytaster.wire.lines.taught import this_block, this_phrase, to_toml

HYMN = "Harbour, oh harbour of ours"
LEDE = "The ferry company said on Monday that the crossing would close for nine days in October."
MORE = "Commuters will be carried by bus over the old bridge, which adds forty minutes to the trip."
PIECE = f"Harbour ferries stop for nine days\n\n{LEDE}\n\n{HYMN}\n\n{MORE}\n"


@pytest.fixture
def taught(home):
    """Writes the file of taught rules; returns its path."""
    path = home / "taught.toml"

    def write(*rules):
        path.write_text(to_toml(rules))
        return path

    return write


def test_without_rules_there_is_nothing_to_list(call):
    answer = call("rules")
    assert (answer.status, answer.out, answer.complaints) == (1, "", "")


def test_rules_are_listed_with_their_numbers_in_words(call, taught):
    taught(
        this_phrase(HYMN, "Norwire"),
        this_phrase("Most read", fold=False),
        this_block(LEDE, "article-7"),
    )
    answer = call("rules")
    assert answer.status == 0
    assert answer.out.splitlines() == [
        f"  1  fold “{HYMN}” of Norwire",
        "  2  keep “Most read” everywhere",
        "  3  fold “The ferry company said on Monday that the crossing would clo …”"
        " in article article-7",
    ]


def test_rules_are_listed_as_json(call, taught):
    taught(this_phrase(HYMN, "Norwire"))
    assert call("rules", "--json").json["taught"] == [
        {
            "number": 1,
            "fold": True,
            "phrase": HYMN,
            "block": None,
            "opening": None,
            "source": "Norwire",
            "article": None,
        }
    ]


def test_a_rule_that_is_no_longer_wanted_is_removed(call, taught):
    path = taught(this_phrase(HYMN), this_phrase("Most read"))
    answer = call("rules", "remove", 1)
    assert (answer.status, answer.out) == (0, f"removed: fold “{HYMN}” everywhere\n")
    assert path.read_text() == to_toml([this_phrase("Most read")])


@pytest.mark.parametrize("number", ["0", "2", "-1"])
def test_a_number_that_is_not_there_is_one_line(call, taught, number):
    path = taught(this_phrase(HYMN))
    before = path.read_text()
    answer = call("rules", "remove", "--", number)
    assert answer.status == 2
    assert f"no rule {number}" in answer.complaint
    assert path.read_text() == before


def test_the_blocks_that_rules_touch_are_shown(call, taught, file):
    taught(this_phrase("Grain prices"), this_phrase(HYMN))
    answer = call("rules", "test", file("ferries.txt", PIECE))
    assert (answer.status, answer.out) == (0, f"  2  folded  {HYMN}\n")


def test_the_blocks_that_rules_touch_are_shown_as_json(call, taught, file):
    taught(this_phrase(HYMN, fold=False))
    (touched,) = call("rules", "test", "--json", file("ferries.txt", PIECE)).json
    assert touched["rule"] == 1
    assert touched["text"] == HYMN
    assert touched["lines"] == [5, 5]
    assert touched["becomes"] == "same"


def test_a_file_that_no_rule_touches_says_nothing(call, taught, file):
    taught(this_phrase("Grain prices"))
    answer = call("rules", "test", file("ferries.txt", PIECE))
    assert (answer.status, answer.out) == (1, "")


def test_a_file_that_cannot_be_read_is_one_line(call, taught, tmp_path):
    taught(this_phrase(HYMN))
    answer = call("rules", "test", tmp_path / "nowhere.txt")
    assert answer.status == 2
    assert "nowhere.txt" in answer.complaint


def test_a_damaged_file_of_rules_is_one_line_and_stays_as_it_is(call, home):
    path = home / "taught.toml"
    path.write_text("[[rule]]\nphrase = 3\n")
    for words in (["rules"], ["rules", "remove", "1"]):
        answer = call(*words)
        assert answer.status == 2
        assert "rule 1: “phrase” must be text" in answer.complaint
    assert path.read_text() == "[[rule]]\nphrase = 3\n"


def test_hostile_rules_are_listed_harmlessly(call, taught):
    taught(this_phrase("\x1b[2Jboo", "\x07bell"))
    assert "\x1b" not in call("rules").out
    assert "\x07" not in call("rules").out


def test_show_folds_what_was_taught(call, taught, file):
    path = file("ferries.txt", PIECE)
    assert HYMN in call("show", path).out
    taught(this_phrase(HYMN))
    shown = call("show", path)
    assert HYMN not in shown.out
    assert "folded as you taught it" in shown.out
    assert HYMN in call("show", "--all", path).out
    block = next(b for b in call("show", "--json", path).json["blocks"] if b["text"] == HYMN)
    assert (block["role"], block["reason"]) == ("furniture", "folded as you taught it")


def test_the_raw_file_knows_no_rules(call, taught, file):
    taught(this_phrase(HYMN))
    assert HYMN in call("show", "--raw", file("ferries.txt", PIECE)).out


def test_show_goes_on_without_rules_that_are_damaged(call, home, file):
    (home / "taught.toml").write_text("rule = 3")
    answer = call("show", file("ferries.txt", PIECE))
    assert answer.status == 0
    assert HYMN in answer.out
    assert "taught.toml" in answer.complaint


def test_what_is_folded_does_not_count_for_likeness(call, taught, tmp_path):
    """Two articles that share nothing but a long house advertisement are not related."""
    advertisement = (
        "The Sund Savings Bank of Halvor invites readers to its open evening on mortgages for"
        " fishermen, dockers and pilots at the old customs house beside Quay Nine on Thursday."
    )
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    (inbox / "a.txt").write_text(f"{PIECE}\n{advertisement}\n")
    grain = "Traders said that barley and oats had been sold by farmers of the eastern valleys."
    (inbox / "b.txt").write_text(f"Grain prices fall again\n\n{grain}\n\n{advertisement}\n")
    before = call("related", "--json", inbox / "a.txt", "--in", inbox)
    assert json.loads(before.out)[0]["path"].endswith("b.txt")
    taught(this_phrase(advertisement))
    after = call("related", "--json", inbox / "a.txt", "--in", inbox)
    scores = [each["score"] for each in json.loads(after.out)]
    assert not scores or scores[0] < before.json[0]["score"] / 2


RULES = """
[[rule]]
name = "geese"
when = "title:goose"
spike = true

[[rule]]
name = "blasts"
when = "title:blast"
score = 30
tag = "port"
expires = 2099-01-31
"""


@pytest.fixture
def ruled(home):
    """Writes rules.toml; returns its path."""
    path = home / "rules.toml"
    path.write_text(RULES, encoding="utf-8")
    return path


class TestRulesOfQueries:
    """rules.toml: listed with hits, tried without doing anything, and taken back."""

    def test_they_are_listed_before_what_was_taught(self, call, ruled, taught, inbox):
        taught(this_phrase(HYMN))
        call("list", "--in", inbox)
        assert call("rules").out.splitlines() == [
            "geese  1 hit  spike  when title:goose",
            "blasts  3 hits  score +30, tag port  when title:blast  until 2099-01-31",
            f"  1  fold “{HYMN}” everywhere",
        ]

    def test_they_are_listed_as_json(self, call, ruled):
        assert call("rules", "--json").json == {
            "rules": [
                {
                    "name": "geese", "when": "title:goose", "does": ["spike"],
                    "expires": None, "in_force": True, "hits": 0,
                },
                {
                    "name": "blasts", "when": "title:blast", "does": ["score +30", "tag port"],
                    "expires": "2099-01-31", "in_force": True, "hits": 0,
                },
            ],
            "taught": [],
        }  # fmt: skip

    def test_what_they_do_shows_in_the_list_and_is_taken_back(self, call, ruled, inbox):
        (goose,) = call("list", "goose", "--in", inbox, "--json").json
        assert (goose["verdict"], goose["ruled"], goose["rules"]) == ("spiked", "geese", ["geese"])
        assert call("rules", "undo", "geese").out == "took back rule ‘geese’: 1 article\n"
        (goose,) = call("list", "goose", "--in", inbox, "--json").json
        assert (goose["verdict"], goose["rules"]) == (None, [])
        assert call("rules", "undo", "geese").status == 1
        assert call("undo").out == "undone: took back rule ‘geese’: 1 article\n"
        (goose,) = call("list", "goose", "--in", inbox, "--json").json
        assert goose["verdict"] == "spiked"

    def test_the_history_names_the_rule(self, call, ruled, inbox):
        call("list", "--in", inbox)
        texts = [each["text"] for each in call("ledger", "export", "--history").records]
        assert texts[0] == "scored +30, tagged port by rule ‘blasts’: 3 articles"
        assert texts[1].startswith("spiked by rule ‘geese’: “")

    def test_a_file_is_tried_without_doing_anything(self, call, file, inbox):
        other = file("mine.toml", RULES.replace("title:blast", "title:bees or title:loup"))
        answer = call("rules", "try", other, "--in", inbox)
        assert answer.status == 0
        assert answer.out.splitlines()[0] == "geese: would spike: 1 of 7 articles"
        assert call("list", "is:spiked", "--in", inbox).status == 1

    def test_the_rules_in_force_are_tried_as_json(self, call, ruled, inbox):
        geese, blasts = call("rules", "try", "--in", inbox, "--json").json
        assert geese["does"] == ["spike"]
        assert len(blasts["articles"]) == 3
        assert set(geese["articles"][0]) == {"id", "path", "title", "verdict"}

    def test_a_query_is_tried(self, call, inbox):
        answer = call("rules", "try", "title:blast", "--in", inbox)
        assert answer.out.splitlines()[0] == "this query: matches 3 of 7 articles"
        assert call("rules", "try", "title:unheard", "--in", inbox).status == 1
        assert call("rules", "try", "is:", "--in", inbox).status == 2
        assert call("rules", "try", "gone.toml", "--in", inbox).status == 2

    def test_a_mistake_is_a_line_and_the_rest_works(self, call, ruled, inbox):
        ruled.write_text(RULES.replace("tag =", "tga ="), encoding="utf-8")
        answer = call("rules")
        assert answer.status == 2
        assert (
            answer.complaint == "copytaster: rules.toml:11: there is no “tga”; did you mean “tag”?"
        )
        assert [line.split()[0] for line in answer.out.splitlines()] == ["geese"]
