"""Embargoes: asked about before an item is kept, and counting down while they are in sight."""

from copytaster.desk.words.rows import Verdict, View

EMBARGOED = "Budget to be cut"
UNTIL = 32_472_144_000.0


def verdict(reader):
    """The verdict on the article on show."""
    return reader.screen.desk.row(reader.screen.number).verdict


async def test_an_embargoed_item_is_kept_only_after_a_yes(quick):
    async with quick() as reader:
        await reader.go_to(EMBARGOED)
        number = reader.screen.number
        await reader.press("s")
        assert "it is embargoed: keep it all the same?" in reader.shown("choice")
        await reader.press("escape")
        assert verdict(reader) is None
        await reader.press("s", "y")
        assert reader.screen.desk.row(number).verdict is Verdict.KEPT


async def test_spiking_one_asks_nothing_and_neither_does_taking_it_back(quick):
    async with quick() as reader:
        await reader.go_to(EMBARGOED)
        await reader.press("x")
        assert not reader.screen.choice.display


async def test_of_many_it_is_said_how_many_are_embargoed(quick):
    async with quick() as reader:
        total = len(reader.screen.desk.order(View()))
        await reader.press("asterisk", "s")
        assert f"keep {total} articles, 1 of them embargoed?" in reader.shown("choice")


async def test_the_time_that_is_left_counts_down_where_it_is_in_sight(quick, monkeypatch):
    async with quick(height=60) as reader:
        screen = reader.screen
        now = [UNTIL - 3 * 3600 - 600]
        for clocked in (screen, screen.articles):
            monkeypatch.setattr(clocked, "clock" if clocked is screen else "_clock", lambda: now[0])
        await reader.go_to(EMBARGOED)
        screen.count_down()
        await reader.pilot.pause()
        assert "EMBARGO 4h" in reader.shown("list")
        assert "00:00 UTC, still 3 h 10 min" in reader.shown("reader")
        now[0] += 60
        screen.count_down()
        await reader.pilot.pause()
        assert "still 3 h 9 min" in reader.shown("reader")
        now[0] = UNTIL
        screen.count_down()
        await reader.pilot.pause()
        assert "EMBARGO" not in reader.shown("list")
        assert "is over" in reader.shown("reader")


async def test_without_an_embargo_in_sight_the_clock_draws_nothing(quick):
    async with quick() as reader:
        await reader.press("backslash")
        await reader.type("goose")
        await reader.press("enter")
        turn, sheet = reader.screen.turn, reader.screen.sheet
        reader.screen.count_down()
        assert (reader.screen.turn, reader.screen.sheet) == (turn, sheet)
