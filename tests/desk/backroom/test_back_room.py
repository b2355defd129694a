"""The small parts of the back room: requests, reports, news, locks."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copytaster.desk.asking import _joined
from copytaster.desk.backroom import reporting
from copytaster.desk.backroom.at_hand import AT_HAND, AtHand
from copytaster.desk.backroom.backroom import BackRoom
from copytaster.desk.backroom.errand import Errand, errand_for
from copytaster.desk.backroom.reporting import Reporter
from copytaster.desk.backroom.saved_index import FOLDER, STAMP
from copytaster.desk.keeping.polling import DatabaseWatch
from copytaster.desk.keeping.writer_lock import WriterLock
from copytaster.desk.ledger.ties import Ties
from copytaster.desk.settings.settings import Settings
from copytaster.desk.words.news import (
    Alarm,
    Arrived,
    Decided,
    LedgerChanged,
    Message,
    News,
    Novelty,
    Progress,
    RelatedReady,
    Relations,
    Rescanning,
    Tallied,
    Tally,
    decode,
    encode,
)
from copytaster.desk.words.requests import REMEMBERED, Requests
from copytaster.desk.words.rows import Related
from copytaster.desk.words.whats_new import Change, Known, Met, Occasion, WhatIsNew
from copytaster.wire.lines.taught import Teaching
from desk.making import Clock

RELATED = st.builds(
    Related,
    number=st.integers(1),
    score=st.floats(0, 1),
    kind=st.text(),
    reasons=st.lists(st.text()).map(tuple),
)
NEWS = st.builds(
    WhatIsNew,
    sentences=st.integers(0),
    new=st.integers(0),
    share=st.floats(0, 1),
    met=st.lists(
        st.builds(
            Met,
            st.integers(0),
            st.integers(0),
            st.integers(0),
            st.sampled_from(Known),
            st.lists(st.tuples(st.integers(0), st.integers(0)), max_size=2).map(tuple),
            st.integers(0),
            st.text(),
        ),
        max_size=2,
    ).map(tuple),
    occasions=st.lists(
        st.builds(Occasion, st.none() | st.text(), st.none(), st.text(), st.floats(0, 1e9)),
        max_size=2,
    ).map(tuple),
    change=st.none()
    | st.builds(Change, st.just((("12", "15"),)), st.integers(0), st.integers(0), st.integers(0)),
)
MESSAGES = st.one_of(
    st.builds(Novelty, st.integers(1), NEWS),
    st.builds(Progress, st.integers(0), st.integers(0), st.integers(0), st.booleans(), st.text()),
    st.builds(Arrived, st.integers(0)),
    st.builds(Relations, st.integers(1), st.lists(RELATED, max_size=3).map(tuple)),
    st.just(LedgerChanged()),
    st.just(Rescanning()),
    st.builds(Alarm, st.text(), st.lists(st.integers(1)).map(tuple), st.booleans(), st.text()),
    st.builds(
        Tallied,
        st.lists(st.builds(Tally, st.text(), st.integers(0), st.integers(0))).map(tuple),
    ),
)


@given(MESSAGES)
def test_every_message_survives_the_pipe_as_one_line(message: Message) -> None:
    line = encode(message)
    assert line.count(b"\n") == 1
    assert decode(line) == message


@given(MESSAGES, st.integers(0, 200))
def test_half_a_message_is_passed_over(message: Message, cut: int) -> None:
    line = encode(message)[:-1]
    if cut < len(line):
        assert decode(line[:cut]) is None


def test_a_message_of_another_program_is_passed_over() -> None:
    for line in (b"", b"[]", b"null", b'["progress", {}]', b'["unheard", {}]', b"\xff"):
        assert decode(line) is None


@pytest.fixture
def pipe() -> Iterator[tuple[int, int]]:
    ends = os.pipe()
    yield ends
    for end in ends:
        os.close(end)


def hang_up(pipe: tuple[int, int]) -> None:
    """End what is written to the pipe; its number stays taken, so that nothing else gets it."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, pipe[1])
    os.close(nowhere)


def ask(pipe: tuple[int, int], **request: object) -> None:
    os.write(pipe[1], json.dumps(request).encode() + b"\n")


def rows_in_turn(requests: Requests) -> list[int]:
    return list(iter(requests.related.next_row, None))


def test_the_newest_question_is_answered_first(pipe: tuple[int, int]) -> None:
    requests = Requests(pipe[0])
    ask(pipe, related=[1, 2])
    ask(pipe, related=[3, 4])
    requests.hear()
    assert requests.waiting
    assert rows_in_turn(requests) == [3, 4, 1, 2]
    assert not requests.waiting


def test_a_question_that_is_asked_again_moves_to_the_front(pipe: tuple[int, int]) -> None:
    requests = Requests(pipe[0])
    ask(pipe, related=[1, 2, 3])
    ask(pipe, related=[2])
    requests.hear()
    assert rows_in_turn(requests) == [2, 1, 3]


def test_questions_that_were_overtaken_long_ago_are_dropped(pipe: tuple[int, int]) -> None:
    requests = Requests(pipe[0])
    for start in range(0, REMEMBERED * 3, 100):
        ask(pipe, related=list(range(start, start + 100)))
        requests.hear()
    rows = rows_in_turn(requests)
    assert len(rows) == REMEMBERED
    assert rows[0] == REMEMBERED * 3 - 100
    assert min(rows) == REMEMBERED * 2


def test_a_request_may_come_in_pieces(pipe: tuple[int, int]) -> None:
    requests = Requests(pipe[0])
    os.write(pipe[1], b'{"rela')
    requests.hear()
    os.write(pipe[1], b'ted": [7]}\n')
    requests.hear()
    assert rows_in_turn(requests) == [7]


def test_rescans_are_counted_and_taken_once(pipe: tuple[int, int]) -> None:
    requests = Requests(pipe[0])
    ask(pipe, rescan=True)
    ask(pipe, rescan=True)
    requests.hear()
    assert requests.take_rescans() == 2
    assert requests.take_rescans() == 0


def test_what_is_nearest_now_is_answered_first_and_nothing_twice(pipe: tuple[int, int]) -> None:
    requests = Requests(pipe[0])
    ask(pipe, related=[1, 2, 3], nearest=[1, 2, 3])
    requests.hear()
    assert requests.related.next_row() == 1
    ask(pipe, related=[4], nearest=[1, 3, 4])
    requests.hear()
    assert [requests.related.next_row() for _ in range(4)] == [3, 4, 2, None]


def test_a_story_page_that_was_closed_is_not_asked_for_any_more(pipe: tuple[int, int]) -> None:
    requests = Requests(pipe[0])
    ask(pipe, stories=[7, 8])
    ask(pipe, left=[7])
    requests.hear()
    assert (requests.stories.next_row(), requests.stories.next_row()) == (8, None)
    assert requests.take_left() == [7]
    assert requests.take_left() == []


def test_the_end_of_the_input_is_the_end(pipe: tuple[int, int]) -> None:
    requests = Requests(pipe[0])
    hang_up(pipe)
    requests.hear()
    assert requests.ended


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    return Clock.of(reporting, monkeypatch)


def told(pipe: tuple[int, int]) -> list[Message | None]:
    os.set_blocking(pipe[0], False)
    try:
        return [decode(line) for line in os.read(pipe[0], 1 << 16).splitlines()]
    except BlockingIOError:
        return []


def busy(read: int) -> Progress:
    return Progress(read, 100, 0, busy=True, note=None)


def test_progress_is_told_at_most_four_times_a_second(pipe: tuple[int, int], clock: Clock) -> None:
    reporter = Reporter(pipe[1])
    for hundredth in range(100):
        clock.now = 100 + hundredth / 100
        reporter.arrived(1)
        reporter.tell(busy(hundredth))
    messages = told(pipe)
    assert sum(isinstance(each, Progress) for each in messages) == 4
    assert sum(each.count for each in messages if isinstance(each, Arrived)) <= 100


def test_the_end_is_told_at_once(pipe: tuple[int, int], clock: Clock) -> None:
    reporter = Reporter(pipe[1])
    idle = Progress(100, 100, 100, busy=False, note=None)
    reporter.tell(busy(1))
    reporter.arrived(3)
    reporter.tell(idle)
    assert told(pipe) == [busy(1), Arrived(3), idle]


def test_that_all_stories_are_told_is_told_at_once(pipe: tuple[int, int], clock: Clock) -> None:
    reporter = Reporter(pipe[1])
    unstoried = Progress(100, 100, 100, busy=False, note=None, storied=False)
    storied = Progress(100, 100, 100, busy=False, note=None)
    reporter.tell(unstoried)
    reporter.tell(storied)
    assert told(pipe) == [unstoried, storied]


def test_what_is_as_it_was_is_not_told_again(pipe: tuple[int, int], clock: Clock) -> None:
    reporter = Reporter(pipe[1])
    for second in range(5):
        clock.now = 100 + second
        reporter.tell(busy(1))
    assert told(pipe) == [busy(1)]


def test_work_that_is_soon_done_is_told_all_the_same(pipe: tuple[int, int], clock: Clock) -> None:
    reporter = Reporter(pipe[1])
    idle = Progress(100, 100, 100, busy=False, note=None)
    reporter.tell(idle)
    reporter.hurry()
    reporter.tell(busy(100))
    reporter.tell(idle)
    assert told(pipe) == [idle, busy(100), idle]


def test_after_a_rescan_begins_all_is_news_again(pipe: tuple[int, int], clock: Clock) -> None:
    reporter = Reporter(pipe[1])
    reporter.tell(busy(1))
    clock.now += 1
    reporter.rescanning()
    reporter.tell(busy(1))
    assert told(pipe) == [busy(1), Rescanning(), busy(1)]


def test_answers_that_can_wait_come_four_times_a_second(
    pipe: tuple[int, int], clock: Clock
) -> None:
    reporter = Reporter(pipe[1])
    wakes = []
    for hundredth in range(100):
        clock.now = 100 + hundredth / 100
        reporter.send_soon(Novelty(hundredth, WhatIsNew()))
        reporter.tell(busy(1))
        wakes.append(told(pipe))
    reporter.flush()
    answers = [each for wake in [*wakes, told(pipe)] for each in wake if isinstance(each, Novelty)]
    assert [each.number for each in answers] == list(range(100))
    assert sum(map(bool, wakes)) == 4


def test_what_waits_is_sent_before_what_does_not(pipe: tuple[int, int], clock: Clock) -> None:
    reporter = Reporter(pipe[1])
    answers = [Novelty(number, WhatIsNew()) for number in (1, 2)]
    for answer in answers:
        reporter.send_soon(answer)
    reporter.send(LedgerChanged())
    assert told(pipe) == [*answers, LedgerChanged()]


def test_news_of_one_kind_are_joined() -> None:
    note = Progress(1, 2, 3, busy=True, note="a line to show")
    last = Progress(2, 2, 3, busy=False, note=None)
    heard: list[News] = [busy(1), Arrived(2), RelatedReady((1,)), note, Arrived(3), last]
    heard += [RelatedReady((1, 2)), Decided((4,))]
    assert _joined(heard) == [Arrived(5), Decided((4,)), RelatedReady((1, 2)), note, last]


def test_a_row_is_asked_for_once_until_it_is_answered() -> None:
    relations = AtHand()
    assert relations.wanting([1, 2]) == [1, 2]
    assert relations.wanting([2, 3]) == [3]
    relations.learn(1, ())
    assert relations.wanting([1]) == []
    assert relations.get(1) == ()
    assert relations.get(2) is None


def test_an_old_answer_is_shown_while_a_new_one_is_asked_for() -> None:
    relations = AtHand()
    answer = (Related(2, 0.9, "take", ()),)
    relations.learn(1, answer)
    relations.grow_old()
    assert relations.get(1) == answer
    assert relations.wanting([1]) == [1]
    assert relations.known == (1,)


def test_only_the_last_answers_are_kept() -> None:
    relations = AtHand()
    for number in range(AT_HAND + 5):
        relations.learn(number, ())
    assert relations.get(0) is None
    assert relations.wanting([0]) == [0]
    assert relations.get(AT_HAND + 4) == ()


def test_only_one_back_room_writes(tmp_path: Path) -> None:
    first, second = WriterLock(tmp_path), WriterLock(tmp_path)
    assert first.take()
    assert first.take()
    assert not second.take()
    assert not second.held


def test_the_lock_goes_with_its_process(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path;"
        "from copytaster.desk.keeping.writer_lock import WriterLock;"
        "print(WriterLock(Path(sys.argv[1])).take(), flush=True); sys.stdin.read()"
    )
    command = [sys.executable, "-c", code, os.fspath(tmp_path)]
    holder = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert holder.stdout is not None
    assert holder.stdout.readline() == "True\n"
    lock = WriterLock(tmp_path)
    assert not lock.take()
    holder.kill()
    holder.communicate()
    assert lock.take()


def test_a_database_that_another_connection_wrote_to_has_changed(tmp_path: Path) -> None:
    path = tmp_path / "some.db"
    watch = DatabaseWatch(path)
    assert not watch.changed()
    assert not path.exists()
    writer = sqlite3.connect(path, isolation_level=None)
    writer.execute("CREATE TABLE one (two)")
    watch.changed()
    assert not watch.changed()
    writer.execute("INSERT INTO one VALUES (3)")
    assert watch.changed()
    assert not watch.changed()
    writer.close()


def test_an_errand_survives_the_command_line(tmp_path: Path) -> None:
    place = tmp_path / os.fsdecode(b"caf\xe9")
    errand = errand_for(tmp_path / "c", tmp_path / "l", [place], Settings(poll=True))
    assert Errand.from_json(errand.to_json()) == errand
    assert errand.to_json().isascii()


class Failing:
    """An index that fails whatever it is asked."""

    waiting = 0

    def learn(self, teaching: Teaching) -> bool:
        return False

    def tie(self, ties: Ties) -> bool:
        return False

    def related(self, number: int) -> tuple[Related, ...]:
        raise ValueError(number)


def test_a_failing_index_ends_related_stories_and_not_the_reading(
    pipe: tuple[int, int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = os.pipe()
    errand = errand_for(tmp_path / "cache", tmp_path / "state", [], Settings())
    room = BackRoom(errand, Requests(pipe[0]), Reporter(answers[1]))
    monkeypatch.setattr(room._stories, "_relating", Failing())
    ask(pipe, related=[7, 8])
    hang_up(pipe)
    room.run()
    room.close()
    messages = told(answers)
    notes = [each.note for each in messages if isinstance(each, Progress) and each.note]
    assert notes == ["no related stories: the index failed (ValueError)"]


def test_a_back_room_without_an_index_answers_that_nothing_is_related(
    pipe: tuple[int, int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = os.pipe()
    errand = errand_for(tmp_path / "cache", tmp_path / "state", [], Settings())
    room = BackRoom(errand, Requests(pipe[0]), Reporter(answers[1]))
    monkeypatch.setattr(room._stories, "_without_index", True)
    ask(pipe, related=[7])
    room._requests.hear()
    room._relate()
    assert told(answers) == [Relations(7, ())]
    room.close()


def test_a_saved_index_that_fails_is_made_again_before_it_is_given_up(
    pipe: tuple[int, int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = os.pipe()
    errand = errand_for(tmp_path / "cache", tmp_path / "state", [], Settings())
    room = BackRoom(errand, Requests(pipe[0]), Reporter(answers[1]))
    assert room._lock.take()
    stamp = tmp_path / "cache" / FOLDER / STAMP
    stamp.parent.mkdir()
    stamp.write_text("[]")
    monkeypatch.setattr(room._stories, "_relating", Failing())
    ask(pipe, related=[7])
    room._requests.hear()
    room._relate()
    assert room._progress().note == "the saved index was damaged; it is made again"
    assert not stamp.exists()
    assert not room._stories._without_index
    room.close()
