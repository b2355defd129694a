"""`copytaster keep`, `spike`, `flag`, `tag`, `undo`: the reader's decisions without a screen."""

from __future__ import annotations

import sqlite3
import subprocess
import time
from contextlib import closing
from pathlib import Path

import pytest

from cli.conftest import COMMAND, PATIENCE
from copytaster.desk.desk import Desk
from copytaster.desk.keeping.folders import state_folder
from copytaster.desk.ledger.ledger import FILE_NAME
from copytaster.desk.settings.settings import Settings
from copytaster.desk.words.news import Decided


@pytest.fixture
def goose(inbox) -> Path:
    """The file of one article that nothing else resembles."""
    return next(inbox.glob("*goose*"))


@pytest.fixture
def found(call, inbox):
    """The titles, to their first comma, that a query finds in the inbox."""

    def find(query: str) -> list[str]:
        rows = call("list", query, "--in", inbox, "--json").json
        return sorted(row["title"].partition(",")[0] for row in rows)

    return find


STATES = {
    "kept": "SELECT title FROM marks WHERE verdict = 'kept'",
    "spiked": "SELECT title FROM marks WHERE verdict = 'spiked'",
    "flagged": "SELECT title FROM marks WHERE flagged",
    "tagged": "SELECT title FROM marks JOIN tags USING (key)",
}


def marked(state: str) -> list[str]:
    """The titles, to their first comma, that the ledger has in a state."""
    with closing(sqlite3.connect(state_folder() / FILE_NAME)) as ledger:
        return sorted(title.partition(",")[0] for (title,) in ledger.execute(STATES[state]))


def test_a_file_is_kept_by_name(call, goose, found):
    answer = call("keep", goose)
    assert (answer.status, answer.complaints) == (0, "")
    assert answer.out.startswith("kept “One goose")
    assert found("is:kept") == marked("kept") == ["One goose"]


def test_all_that_a_query_matches_is_spiked_as_one_step(call, inbox, found):
    fires = found("title:fire")
    assert len(fires) > 1
    answer = call("spike", "--query", "title:fire", "--in", inbox)
    assert answer.out == f"spiked {len(fires)} articles\n"
    assert marked("spiked") == fires
    assert call("undo").out == f"undone: spiked {len(fires)} articles\n"
    assert marked("spiked") == []


def test_a_star_is_everything_and_nothing_at_all_is_not(call, inbox):
    empty = call("spike", "--query", "", "--in", inbox)
    assert empty.status == 2
    assert "--query '*'" in empty.complaint
    assert call("spike", "--query", "*", "--in", inbox).status == 0
    assert len(marked("spiked")) == len(list(inbox.iterdir()))


def test_json_says_how_many_and_which(call, inbox, goose):
    call("keep", goose)
    answer = call("keep", "--query", "title:goose or title:loup", "--in", inbox, "--json").json
    (loup,) = call("list", "title:loup", "--in", inbox, "--json").json
    assert answer["text"].startswith("kept “")
    assert answer["ids"] == [loup["id"]]
    assert (answer["articles"], answer["already"], answer["dry_run"]) == (1, 1, False)


def test_a_dry_run_tells_the_number_and_changes_nothing(call, inbox):
    answer = call("spike", "--query", "*", "--in", inbox, "--dry-run")
    assert answer.status == 0
    assert answer.out == f"dry run: spiked {len(list(inbox.iterdir()))} articles\n"
    assert marked("spiked") == []
    assert call("undo").status == 1


def test_what_is_so_already_is_status_one(call, goose):
    assert call("flag", goose).status == 0
    answer = call("flag", goose)
    assert answer.status == 1
    assert answer.out.startswith("already flagged “One goose")


def test_a_query_that_matches_nothing_is_status_one(call, inbox):
    answer = call("keep", "--query", "title:zeppelin", "--in", inbox)
    assert (answer.status, answer.out) == (1, "nothing to do: no such article\n")


@pytest.mark.parametrize(
    ("words", "state"),
    [(["keep"], "kept"), (["spike"], "spiked"), (["flag"], "flagged"), (["tag", "sea"], "tagged")],
)
def test_each_decision_is_taken_back_with_not(call, goose, words, state):
    call(*words, goose)
    assert marked(state) == ["One goose"]
    answer = call(*words, "--not", goose)
    assert answer.status == 0
    assert answer.out.startswith("no longer ")
    assert marked(state) == []
    assert call(*words, "--not", goose).status == 1


def test_not_keeping_leaves_what_is_spiked_on_the_spike(call, goose):
    call("spike", goose)
    answer = call("keep", "--not", goose)
    assert answer.status == 1
    assert answer.out.startswith("nothing to take back from “One goose")
    assert marked("spiked") == ["One goose"]


def test_a_tag_may_have_several_words(call, goose, found):
    assert call("tag", "page one", goose).out.startswith("tagged page one: “One goose")
    assert found('tag:"page one"') == ["One goose"]


def test_one_part_of_a_file_can_be_named(call, file):
    lines = [f'{{"id": "{n}", "title": "Story {n}", "text": "Nobody came."}}' for n in "abc"]
    path = file("wire.jsonl", "\n".join(lines) + "\n")
    assert "“Story b”" in call("keep", f"{path}#1").out
    assert marked("kept") == ["Story b"]
    assert call("keep", path).out == "kept 2 articles\n"
    assert call("keep", f"{path}#9").status == 2


def test_of_several_files_an_unreadable_one_is_a_line_and_the_rest_is_done(call, goose):
    answer = call("keep", goose.parent / "gone.txt", goose)
    assert answer.status == 2
    assert "gone.txt" in answer.complaint
    assert marked("kept") == ["One goose"]


def test_a_renamed_file_keeps_its_verdict(call, goose, found):
    call("keep", goose)
    goose.rename(goose.with_name("renamed.txt"))
    assert found("is:kept") == ["One goose"]


def test_undo_takes_several_back_latest_first_and_redo_does_them_again(call, goose):
    call("keep", goose)
    call("flag", goose)
    undone = call("undo", "5", "--json")
    assert undone.status == 0
    assert [each["text"].partition(" ")[0] for each in undone.json] == ["flagged", "kept"]
    assert [each["articles"] for each in undone.json] == [1, 1]
    assert marked("kept") + marked("flagged") == []
    assert call("undo").status == 1
    assert call("undo", "--redo").out.startswith("done again: kept “One goose")
    assert marked("kept") == ["One goose"]


def test_what_was_taught_is_taken_back_in_its_file_too(call, home, inbox, goose):
    rule = '[[rule]]\nfold = true\nphrase = "Advertisement"\n'
    (home / "taught.toml").write_text(rule)
    call("keep", goose)
    with closing(sqlite3.connect(state_folder() / FILE_NAME)) as ledger, ledger:
        ledger.execute("UPDATE changes SET field = ?, before = NULL", (f"taught:{rule}",))
    assert call("undo").status == 0
    assert (home / "taught.toml").read_text().strip() == ""


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (("keep",), "--query"),
        (("keep", "a.txt", "--query", "fire"), "one of the two"),
        (("keep", "a.txt", "--in", "."), "--in goes with --query"),
        (("spike", "--query", "colour:blue"), "colour"),
        (("spike", "--query", "is:open", "--in", "no-such-folder"), "no-such-folder"),
        (("tag",), "NAME"),
        (("tag", " ", "a.txt"), "name"),
        (("undo", "0"), "number from 1"),
    ],
)
def test_wrong_use_is_one_line_and_status_two(call, words, named):
    answer = call(*words)
    assert answer.status == 2
    assert answer.out == ""
    assert named in answer.complaint


@pytest.mark.parametrize("words", [("keep", "{goose}"), ("undo",)])
def test_a_ledger_that_cannot_be_written_is_one_line(call, goose, words):
    state_folder().parent.mkdir(parents=True, exist_ok=True)
    state_folder().write_text("in the way")
    answer = call(*(word.format(goose=goose) for word in words))
    assert answer.status == 2
    assert "ledger cannot be opened" in answer.complaint


def test_a_reader_that_is_open_hears_of_it(call, goose):
    with closing(Desk.open([goose.parent], Settings())) as desk:
        desk.start()
        assert desk.wait(PATIENCE)
        desk.news()
        call("spike", goose)
        numbers = _decided(desk)
        assert [row.title.partition(",")[0] for row in desk.rows(numbers)] == ["One goose"]
        assert [row.verdict for row in desk.rows(numbers)] == ["spiked"]


def _decided(desk: Desk) -> tuple[int, ...]:
    """The rows of the next news of a decision."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        desk.wait(0.1)
        for news in desk.news():
            if isinstance(news, Decided):
                return news.numbers
    return ()


def test_scripts_that_decide_at_once_lose_nothing(call, file):
    files = [file(f"inbox/{n}.txt", f"Story number {n}\n\nNobody came to it.\n") for n in range(6)]
    calls = [subprocess.Popen([COMMAND, "keep", each], stdout=subprocess.DEVNULL) for each in files]
    assert [each.wait(PATIENCE) for each in calls] == [0] * len(files)
    assert len(marked("kept")) == len(files)
    assert len(call("undo", "99", "--json").json) == len(files)


def test_what_is_embargoed_is_not_kept_unless_that_is_said(call, inbox, tmp_path):
    waiting = tmp_path / "waiting.json"
    waiting.write_text(
        '{"type": "text", "uri": "urn:wait:1", "headline": "Budget to be cut",'
        ' "embargoed": "2999-01-01T00:00:00Z", "body_text": "By a tenth."}'
    )
    answer = call("keep", waiting)
    assert answer.status == 2
    assert "left out, embargoed: Budget to be cut (--embargoed keeps it" in answer.complaints
    assert marked("kept") == []
    assert call("spike", waiting).status == 0
    assert call("keep", "--query", "budget", "--in", waiting).status == 2
    assert call("keep", waiting, "--embargoed").status == 0
    assert marked("kept") == ["Budget to be cut"]
    assert call("keep", waiting, "--not").status == 0
