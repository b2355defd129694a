"""Rules: what stands in the user's file, what they do, and what they never do."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest

from copytaster.desk.catalogue.catalogue import Catalogue
from copytaster.desk.catalogue.entries import entry_of
from copytaster.desk.catalogue.writer import CatalogueWriter
from copytaster.desk.deeds import Deeds
from copytaster.desk.ledger.ledger import open_ledger
from copytaster.desk.lists.lists import Lists
from copytaster.desk.lists.row_reader import RowReader
from copytaster.desk.rules.rules import Rule, RuleFile, parse
from copytaster.desk.rules.ruling import Ruling, done_by, is_of_text
from copytaster.desk.words.news import Alarm
from copytaster.desk.words.rows import Row, Verdict, View
from desk.making import article, file_articles, parsed, session

TODAY = datetime.date(2026, 9, 14)
STARS = Rule("horoscopes", "horoscope", spike=True)
FIRES = Rule("fires", "fire", score=30, tags=("blaze", "near"), flag=True, highlight=("quay",))


class TestFile:
    """rules.toml: what is wrong is told with its line, and the rest works."""

    def test_a_rule_says_when_and_what(self) -> None:
        rules, flaws = parse(
            '[[rule]]\nname = "ferries"\nwhen = "ferry or title:boat"\nscore = -20\n'
            'tag = ["sea", "port"]\nflag = true\nspike = false\nhighlight = "quay"\n'
            'bell = true\nrun = "say {title}"\nexpires = 2027-01-31\n'
        )
        assert flaws == []
        assert rules == (
            Rule(
                "ferries", "ferry or title:boat", -20, ("sea", "port"), True, False, ("quay",),
                True, "say {title}", datetime.date(2027, 1, 31), 1,
            ),
        )  # fmt: skip
        assert list(rules[0].does()) == [
            "flag", "score -20", "tag sea", "tag port", "highlight quay", "ring the bell",
            "run say {title}",
        ]  # fmt: skip

    @pytest.mark.parametrize(
        ("wrong", "line", "text"),
        [
            ("scroe = 3", 4, "there is no “scroe”; did you mean “score”?"),
            ("score = true", 4, "“score” must be a whole number"),
            ("spike = 1", 4, "“spike” must be true or false"),
            ("tag = []", 4, "“tag” must be a text, or a list of texts"),
            ('expires = "soon"', 4, "“expires” must be a day, as in 2027-01-31"),
            ("expires = 2027-01-31T12:00:00", 4, "“expires” must be a day, as in 2027-01-31"),
            ("score = = 3", 4, "invalid value"),
        ],
    )
    def test_a_mistake_is_one_line_with_its_place(self, wrong: str, line: int, text: str) -> None:
        mine = f'[[rule]]\nname = "a"\nwhen = "a"\n{wrong}\n'
        rules, (flaw,) = parse(f'{mine}\n[[rule]]\nname = "b"\nwhen = "b"\nspike = true\n')
        assert [rule.name for rule in rules] == ["b"]
        assert (flaw.line, flaw.text) == (line, text)

    @pytest.mark.parametrize(
        ("rule", "line", "text"),
        [
            ('when = "a"\nspike = true', 1, "this rule has no “name”"),
            ('name = "a"\nspike = true', 1, "this rule has no “when”"),
            (
                'name = "a"\nwhen = "is:keptt"\nspike = true', 3,
                "the query is wrong at 4: there is no state “keptt”; did you mean “kept”?",
            ),
            (
                'name = "a"\nwhen = "a"', 1,
                "this rule does nothing: give it one of"
                " spike, score, tag, flag, highlight, bell, run",
            ),
        ],
    )  # fmt: skip
    def test_what_is_missing_is_told(self, rule: str, line: int, text: str) -> None:
        rules, (flaw,) = parse(f"[[rule]]\n{rule}\n")
        assert rules == ()
        assert (flaw.line, flaw.text) == (line, text)

    def test_two_rules_of_one_name_are_one_too_many(self) -> None:
        one = '[[rule]]\nname = "a"\nwhen = "a"\nspike = true\n'
        rules, (flaw,) = parse(one + one)
        assert (len(rules), flaw.line, flaw.text) == (1, 6, "a second rule “a”")

    def test_it_is_read_again_when_it_has_changed(self, tmp_path: Path) -> None:
        file = RuleFile(tmp_path / "rules.toml")
        assert file.current() == ()
        file.path.write_text('[[rule]]\nname = "a"\nwhen = "a"\nspike = tru\n', "utf-8")
        assert file.changed()
        assert file.complaints() == ["rules.toml:4: invalid value"]
        file.path.write_text('[[rule]]\nname = "a"\nwhen = "a"\nspike = true\n', "utf-8")
        assert [rule.name for rule in file.current()] == ["a"]
        assert file.complaints() == []

    def test_a_rule_holds_until_the_day_it_expires(self) -> None:
        rule = Rule("a", "a", spike=True, expires=TODAY)
        assert rule.holds(TODAY - datetime.timedelta(days=1))
        assert not rule.holds(TODAY)

    def test_what_it_did_is_told_in_words(self) -> None:
        assert done_by(STARS) == "spiked by rule ‘horoscopes’"
        assert done_by(FIRES) == "flagged, scored +30, tagged blaze, tagged near by rule ‘fires’"
        assert done_by(Rule("a", "a", highlight=("b",))) == "found by rule ‘a’"


class Desk:
    """A catalogue whose rules are applied as the back room does it."""

    def __init__(self, catalogue: Catalogue, deeds: Deeds, state: Path) -> None:
        self.catalogue = catalogue
        self.deeds = deeds
        self.ledger = open_ledger(state, session("back room"))
        self.ruling = Ruling(catalogue, self.ledger, lambda: self.today)
        self.today = TODAY
        self._files = 10

    def brings(self, title: str) -> int:
        self._files += 1
        path = f"/wire/{self._files}.txt"
        CatalogueWriter(self.catalogue).file([parsed(path, [entry_of(article(title), 0)])])
        return self.catalogue.last_number()

    def apply(self, *rules: Rule, live: bool = True) -> list[Alarm]:
        return list(self.ruling.apply(rules, live=live))

    def row(self, number: int) -> Row:
        row = RowReader(self.catalogue.connection).row(number)
        assert row is not None
        return row

    def verdicts(self) -> list[str | None]:
        numbers = range(1, self.catalogue.last_number() + 1)
        return [self.row(number).verdict for number in numbers]

    def judge(self, number: int, verdict: Verdict | None) -> None:
        self.deeds.judge(RowReader(self.catalogue.connection).items([number]), verdict)

    def history(self) -> list[str]:
        return [event.text for event in self.ledger.history()]


@pytest.fixture
def desk(
    catalogue: Catalogue,
    writer: CatalogueWriter,
    deeds: Deeds,
    tmp_path: Path,
) -> Iterator[Desk]:
    file_articles(writer, [article("Horoscope for Monday"), article("Harbour fire")])
    made = Desk(catalogue, deeds, tmp_path / "state")
    yield made
    made.ledger.close()


def test_a_rule_spikes_what_is_there_and_what_comes(desk: Desk) -> None:
    desk.apply(STARS)
    assert desk.verdicts() == ["spiked", None]
    desk.brings("Your horoscope for Tuesday")
    desk.apply(STARS)
    assert desk.verdicts() == ["spiked", None, "spiked"]
    assert desk.history() == [
        "spiked by rule ‘horoscopes’: “Your horoscope for Tuesday”",
        "spiked by rule ‘horoscopes’: “Horoscope for Monday”",
    ]
    assert (desk.row(1).ruled, desk.row(1).rules) == ("horoscopes", ("horoscopes",))


def test_a_rule_scores_tags_and_flags(desk: Desk) -> None:
    desk.apply(FIRES, Rule("all", "not horoscope", score=-5))
    row = desk.row(2)
    assert (row.score, row.tags, row.flagged) == (25, ("blaze", "near"), True)
    assert (row.rules, row.verdict, row.ruled) == (("all", "fires"), None, None)


def test_it_does_nothing_twice(desk: Desk) -> None:
    desk.apply(STARS, FIRES)
    events = desk.ledger.last_event()
    desk.apply(STARS, FIRES)
    desk.brings("Storm")
    desk.apply(STARS, FIRES)
    Ruling(desk.catalogue, desk.ledger, lambda: TODAY).apply([STARS, FIRES], live=True)
    again = Ruling(desk.catalogue, desk.ledger, lambda: TODAY)
    assert list(again.apply([STARS, FIRES], live=True)) == []
    assert desk.ledger.last_event() == events


@pytest.mark.parametrize("verdict", [Verdict.KEPT, None])
def test_it_never_decides_what_was_decided_by_hand(desk: Desk, verdict: Verdict | None) -> None:
    desk.judge(1, Verdict.KEPT)
    desk.judge(1, verdict)
    desk.apply(STARS)
    assert desk.row(1).verdict is verdict
    assert desk.row(1).rules == ("horoscopes",)


def test_what_is_taken_off_the_spike_stays_off(desk: Desk) -> None:
    desk.apply(STARS)
    desk.judge(1, None)
    desk.brings("Storm")
    desk.apply(STARS)
    desk.apply(STARS, FIRES)
    assert desk.row(1).verdict is None
    assert desk.row(1).ruled is None


def test_a_tag_and_a_flag_that_were_taken_away_stay_away(desk: Desk) -> None:
    items = RowReader(desk.catalogue.connection).items([2])
    for given in (True, False):
        desk.deeds.tag(items, {"blaze": given})
        desk.deeds.flag(items, flagged=given)
    desk.apply(FIRES)
    assert (desk.row(2).tags, desk.row(2).flagged) == (("near",), False)


def test_undo_takes_back_what_was_done_by_hand_and_not_the_rules_work(desk: Desk) -> None:
    desk.judge(2, Verdict.KEPT)
    desk.apply(STARS)
    desk.deeds.undo()
    assert desk.verdicts() == ["spiked", None]


def test_what_a_rule_did_is_taken_back_in_one_step_and_never_done_again(desk: Desk) -> None:
    desk.brings("Horoscope for Tuesday")
    desk.apply(STARS)
    deed = desk.deeds.take_back("horoscopes")
    assert deed.text == "done: took back rule ‘horoscopes’: 2 articles, u undoes"
    assert set(deed.numbers) == {1, 3}
    assert desk.verdicts() == [None, None, None]
    desk.brings("Storm")
    desk.apply(STARS)
    desk.apply(STARS, FIRES)
    assert desk.verdicts() == [None] * 4
    undone = desk.deeds.undo()
    assert undone is not None
    assert desk.verdicts() == ["spiked", None, "spiked", None]


def test_what_was_decided_by_hand_since_is_not_taken_back(desk: Desk) -> None:
    desk.apply(STARS)
    desk.judge(1, Verdict.KEPT)
    desk.deeds.take_back("horoscopes")
    assert desk.row(1).verdict is Verdict.KEPT
    assert desk.deeds.take_back("horoscopes").text == "rule ‘horoscopes’ did nothing that stands"


def test_a_rule_that_was_changed_is_applied_at_once(desk: Desk) -> None:
    desk.apply(FIRES)
    desk.apply(Rule("fires", "horoscope", score=7))
    assert [desk.row(n).score for n in (1, 2)] == [7, 0]
    assert desk.row(2).tags == ("blaze", "near")
    desk.apply(Rule("fires", "horoscope", score=9))
    assert desk.row(1).score == 9


def test_a_rule_that_is_gone_or_expired_scores_no_more(desk: Desk) -> None:
    short = Rule("fires", "fire", score=30, expires=TODAY + datetime.timedelta(days=1))
    desk.apply(short)
    assert desk.row(2).score == 30
    desk.today += datetime.timedelta(days=1)
    desk.apply(short)
    assert (desk.row(2).score, desk.row(2).rules) == (0, ())
    assert desk.history()[0] == "no longer hit by rule ‘fires’: “Harbour fire”"


def test_what_a_rule_about_states_hit_stays_hit_when_the_state_changes(desk: Desk) -> None:
    unread = Rule("new", "is:unread", score=1)
    desk.apply(unread)
    desk.deeds.mark_read(RowReader(desk.catalogue.connection).items([1]), read=True, by_hand=False)
    desk.apply(unread, STARS)
    assert desk.row(1).score == 1


def test_rules_ring_and_run_for_what_comes_and_not_for_what_is_there(desk: Desk) -> None:
    loud = Rule("flash", "fire", bell=True, run="say {title}")
    assert desk.apply(loud) == []
    number = desk.brings("Fire in town")
    assert desk.apply(loud, live=True) == [
        Alarm("rule ‘flash’: “Fire in town”", (number,), bell=True, command="say {title}")
    ]
    desk.brings("Fire at sea")
    assert desk.apply(loud, live=False) == []


def test_scores_and_rules_are_asked_for(desk: Desk) -> None:
    desk.apply(FIRES, Rule("dull", "horoscope", score=-10))
    desk.brings("Storm")
    lists = Lists(desk.catalogue)

    def found(query: str) -> list[int]:
        return sorted(lists.order(View(query)))

    assert found("score:>20") == [2]
    assert found("score:<0") == [1]
    assert found("score:0") == [3]
    assert found("score:-10..5") == [1, 3]
    assert found("score:>=0") == [2, 3]
    assert found("rule:fires or rule:dull") == [1, 2]
    assert lists.complaint("score:high") is not None


@pytest.mark.parametrize(
    ("query", "of_text"),
    [
        ("fire title:sea", True),
        ("fire is:unread", False),
        ("age:<6h", False),
        ("not (a or tag:b)", False),
        ("score:>3", False),
        ("is:keptt:", False),
    ],
)
def test_whether_a_query_asks_what_stays_true(query: str, of_text: bool) -> None:
    assert is_of_text(query) is of_text


def test_rules_wait_where_the_ledger_cannot_be_written(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        from copytaster.desk.keeping.errors import LedgerError

        raise LedgerError("the disk is full")

    with monkeypatch.context() as patch:
        patch.setattr(desk.ledger, "decide_all", refuse)
        with pytest.raises(Exception, match="disk is full"):
            desk.apply(STARS)
    desk.apply(STARS)
    assert desk.verdicts() == ["spiked", None]
