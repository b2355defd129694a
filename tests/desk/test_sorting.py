"""The desk sorts by itself: baskets are counted behind the screen, kills of kept items ring."""

from __future__ import annotations

import time

from copytaster.desk.desk import Desk
from copytaster.desk.lists.baskets import Basket
from copytaster.desk.words.news import Alarm
from copytaster.desk.words.rows import Sort, Verdict, View
from desk.test_desk import PATIENCE, DeskOfFiles, files

__all__ = ["files"]

ALERT = (
    "date 2026-09-16 ALERT-KESTRIA'S MINISTER HARROW RESIGNS\n\n"
    "ALDMERE, Sept 16 (Norwire) - Minister Tomas Harrow has resigned, a source said.\n"
)
KILL = (
    "date 2026-09-16 KILL-HARROW-RESIGNS\n\n"
    "ALDMERE, Sept 16 (Norwire) - Editors: Please kill the alert headlined"
    ' "KESTRIA\'S MINISTER HARROW RESIGNS". There is no substitute.\n'
)


def alarm_of(desk: Desk) -> Alarm:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        for news in desk.news():
            if isinstance(news, Alarm):
                return news
        desk._line.wait(1)
    raise AssertionError("no alarm")


def counted(desk: Desk, name: str, count: int, unseen: int) -> Basket:
    """The basket of this name once it holds so many."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        desk.news()
        (basket,) = (each for each in desk.baskets() if each.name == name)
        if (basket.count, basket.unseen) == (count, unseen):
            return basket
        desk._line.wait(1)
    raise AssertionError(f"{basket} never held {count}, {unseen} of them new")


def test_baskets_are_counted_as_files_come_and_are_decided_about(files: DeskOfFiles) -> None:
    files.write("fire.txt")
    desk = files.started()
    basket = counted(desk, "Open", 1, 1)
    desk.look_into(basket)
    counted(desk, "Open", 1, 0)
    files.write("alert.txt", ALERT)
    counted(desk, "Open", 2, 1)
    desk.judge(list(desk.order(View("harrow"))), Verdict.SPIKED)
    counted(desk, "Open", 1, 0)


def test_a_basket_that_is_saved_is_counted(files: DeskOfFiles) -> None:
    files.write("fire.txt")
    desk = files.started()
    assert desk.baskets()[-1].name == "Kills"
    assert desk.save_basket("Fire", "is:") == "at 4: “is:” wants a value"
    assert desk.save_basket("Fire", "fire") == "saved as basket “Fire”"
    counted(desk, "Fire", 1, 1)
    assert desk.basket_complaints() == []
    assert desk.remove_basket("Fire") == "removed basket “Fire”"
    assert desk.baskets()[-1].name == "Kills"


def test_the_kill_of_what_was_kept_is_an_alarm(files: DeskOfFiles) -> None:
    files.write("alert.txt", ALERT)
    desk = files.started()
    (alert,) = desk.order(View())
    desk.judge([alert], Verdict.KEPT)
    files.write("kill.txt", KILL)
    alarm = alarm_of(desk)
    assert alarm.text.startswith("KILLED, and you kept it: “ALERT-KESTRIA'S")
    kill = alarm.numbers[0]
    assert alarm.numbers == (kill, alert)
    assert [each.recall for each in desk.recalls_of(alert)] == [kill]
    assert [each.target for each in desk.recalls_by(kill)] == [alert]
    row = desk.row(alert)
    assert row is not None
    assert row.recalled == "killed"


def test_it_is_an_alarm_at_the_next_start_too(files: DeskOfFiles) -> None:
    files.write("alert.txt", ALERT)
    desk = files.started()
    desk.judge(list(desk.order(View(sort=Sort.TITLE))), Verdict.KEPT)
    files.close(desk)
    files.write("kill.txt", KILL)
    desk = files.open()
    desk.start()
    assert alarm_of(desk).text.startswith("KILLED")
