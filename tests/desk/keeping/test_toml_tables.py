"""Files of tables that users write: a slip spoils one table, and is told with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from copytaster.desk.keeping.toml_tables import (
    Flaw,
    a_text,
    flaws_of,
    read_tables,
    replaced,
    texts,
    whole,
    yes_or_no,
)

TWO = '[[rule]]\nname = "one"\n\n# about the second\n[[rule]]\nname = "two"\nscore = 3\n'


def test_tables_are_read_with_the_lines_of_their_keys() -> None:
    (one, two), flaws = read_tables(TWO, "rule")
    assert flaws == []
    assert (one.record, one.line) == ({"name": "one"}, 1)
    assert (two.at("score"), two.at("name"), two.at("missing")) == (7, 6, 5)


@pytest.mark.parametrize(
    ("slip", "line"),
    [('name = "one', 2), ("name", 2), ("name = 2026-99-01", 2), ('x = """a\nb', 4)],
)
def test_a_slip_spoils_one_table(slip: str, line: int) -> None:
    text = TWO.replace('name = "one"', slip, 1)
    (two,), (flaw,) = read_tables(text, "rule")
    assert two.record["name"] == "two"
    assert abs(flaw.line - line) <= 2
    assert flaw.text


@pytest.mark.parametrize(
    ("text", "line"),
    [('name = "no heading"\n', 1), ('\n[[ruel]]\nname = "x"\n', 2), ("[rules]\n", 1)],
)
def test_what_stands_in_no_table_of_ours_is_told(text: str, line: int) -> None:
    tables, (flaw,) = read_tables(text + TWO, "rule")
    assert len(tables) == 2
    assert flaw.line == line
    assert "did you mean “[[rule]]”?" in flaw.text


def test_comments_and_blank_lines_are_no_flaw() -> None:
    assert read_tables("# mine\n\n" + TWO, "rule")[1] == []
    assert read_tables("", "rule") == ([], [])


def test_keys_that_are_not_known_are_told_with_the_likely_one() -> None:
    ((table,), _) = read_tables("[[rule]]\nscroe = 3\nscore = true\n", "rule")
    assert flaws_of(table, {"score": whole}) == [
        Flaw(2, "there is no “scroe”; did you mean “score”?"),
        Flaw(3, "“score” must be a whole number"),
    ]


def test_values_are_checked() -> None:
    assert a_text("a") is texts("a") is texts(["a"]) is yes_or_no(False) is whole(0) is None
    assert all([a_text(" "), texts([]), texts(["a", 1]), yes_or_no(1), whole("1"), whole(True)])


def test_a_flaw_names_file_and_line() -> None:
    assert Flaw(12, "no").told(Path("/home/me/rules.toml")) == "rules.toml:12: no"


def test_a_table_is_put_in_place_of_another_and_all_else_stays() -> None:
    (one, two), _ = read_tables(TWO, "rule")
    new = '[[rule]]\nname = "new"\n'
    assert replaced(TWO, one, new) == TWO.replace('[[rule]]\nname = "one"\n', new)
    assert replaced(TWO, two, new) == TWO.replace('[[rule]]\nname = "two"\nscore = 3\n', new)
    assert replaced(TWO, one, "") == TWO.partition("\n\n")[2]
    assert replaced(TWO, None, new) == TWO + "\n" + new
    assert replaced("", None, new) == new
    assert replaced("# mine", None, new) == "# mine\n\n" + new
