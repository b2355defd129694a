"""What the desk has written on an article stands below its credit."""

from __future__ import annotations

from dataclasses import replace

from copytaster.desk.words.rows import Verdict
from copytaster.presentation.remarks import remarks, ruled
from presentation.test_rows import ROW


def test_what_nobody_wrote_on_has_no_remarks() -> None:
    assert list(remarks(ROW)) == []


def test_what_a_rule_did_says_which_rule_it_was() -> None:
    row = replace(ROW, verdict=Verdict.SPIKED, ruled="horoscopes", rules=("horoscopes",))
    assert [each.text for each in remarks(row)] == ["spiked by rule ‘horoscopes’"]


def test_the_score_stands_beside_the_rules_that_gave_it() -> None:
    assert ruled(replace(ROW, score=30, rules=("fires", "sea"))) == "score +30 · rules fires, sea"
    assert ruled(replace(ROW, score=-5, rules=("dull",))) == "score -5 · rule dull"
    assert ruled(replace(ROW, rules=("sea",))) == "rule sea"


def test_names_of_rules_are_safe_to_show() -> None:
    (line,) = remarks(replace(ROW, rules=("\x1b[2Jevil",)))
    assert "\x1b" not in line.text
