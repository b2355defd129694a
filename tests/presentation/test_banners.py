"""The banners over an article that was killed or corrected, and over one that kills."""

from __future__ import annotations

from dataclasses import replace

from copytaster.desk.words.rows import Recall, Row, Verdict
from copytaster.presentation.article_copy import Passage
from copytaster.presentation.banners import banners, concerned
from copytaster.presentation.looks import Look
from presentation.test_rows import ROW

STORY = replace(ROW, number=1, title="Minister Harrow resigns")
SIDE = replace(ROW, number=2, title="Who is Harrow?")
KILL = replace(
    ROW, number=3, title="KILL-HARROW", source="Norwire", date="2026-09-16T11:09:00Z",
    moment=1789556940.0,
)  # fmt: skip
ROWS = {row.number: row for row in (STORY, SIDE, KILL)}
KILLED = Recall(3, 1, "killed", "headline")
CORRECTED = Recall(3, 1, "corrected", "slug")


def shown(row: Row, *of: Recall, by: tuple[Recall, ...] = ()) -> list[str]:
    return [each.text for each in banners(row, of, by, ROWS)]


def test_a_killed_article_says_by_what_and_how_that_is_known() -> None:
    assert shown(STORY, KILLED) == [
        "KILLED by Norwire, 11:09 UTC: “KILL-HARROW” (it names the headline)"
    ]


def test_a_kill_stands_above_a_correction() -> None:
    assert [line.split()[0] for line in shown(STORY, CORRECTED, KILLED)] == ["KILLED", "CORRECTED"]


def test_a_correction_is_calm_and_a_kill_is_an_alarm() -> None:
    looks = [each.look for each in banners(STORY, (CORRECTED, KILLED), (), ROWS)]
    assert looks == [Look.ALARM, Look.NOTE]


def test_the_other_articles_of_the_story_say_which_one_was_killed() -> None:
    assert shown(SIDE, KILLED) == ["In this story: “Minister Harrow resigns” was killed"]


def test_a_kill_says_what_it_kills_and_whether_that_was_kept() -> None:
    assert shown(KILL, by=(KILLED,)) == ["Kills “Minister Harrow resigns”"]
    kept = {**ROWS, 1: replace(STORY, verdict=Verdict.KEPT)}
    (banner,) = banners(KILL, (), (KILLED,), kept)
    assert banner == Passage("Kills “Minister Harrow resigns”, which you kept", Look.ALARM)


def test_the_kill_itself_is_not_told_of_its_own_story() -> None:
    assert shown(KILL, KILLED) == []


def test_long_and_unsafe_headlines_are_short_and_safe() -> None:
    rows = {**ROWS, 3: replace(KILL, title="\x1b[31m" + "KILL " * 30)}
    (banner,) = banners(STORY, (KILLED,), (), rows)
    assert "\x1b" not in banner.text
    assert len(banner.text) < 130


def test_rows_that_are_gone_are_passed_over() -> None:
    assert list(banners(STORY, (KILLED,), (Recall(1, 9, "killed", "slug"),), {1: STORY})) == []


def test_the_rows_that_banners_speak_of() -> None:
    assert concerned(STORY, [KILLED, Recall(3, 2, "killed", "slug")]) == [2, 3]


def test_a_long_headline_is_cut_between_words() -> None:
    title = "NEWSBREAK-KESTRIA'S PREMIER MARTA HARROW RESIGNS - GOVERNMENT SPOKESMAN SAYS SO"
    assert shown_of(title) == (
        "In this story: “NEWSBREAK-KESTRIA'S PREMIER MARTA HARROW RESIGNS - GOVERNMENT "
        "SPOKESMAN…” was killed"
    )


def shown_of(title: str) -> str:
    """The banner of an article whose story has one of this title that was killed."""
    rows = {**ROWS, 1: replace(STORY, title=title)}
    (banner,) = banners(SIDE, (KILLED,), (), rows)
    return banner.text
