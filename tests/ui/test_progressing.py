"""Work that is done in a blink is not told of; what takes longer is."""

from copytaster.desk.words.news import Progress
from copytaster.screens.reading import progressing


def busy(read=1, total=2):
    """Work is being done."""
    return Progress(read, total, 1, busy=True, note=None)


REST = Progress(2, 2, 2, busy=False, note=None)


async def test_an_item_that_is_read_in_a_blink_leaves_the_foot_alone(quick):
    async with quick() as reader:
        await reader.hear(REST)
        await reader.hear(busy())
        assert "reading" not in reader.shown("status")
        await reader.hear(REST)
        assert "keep" in reader.shown("status")


async def test_work_that_goes_on_is_told_of_though_nothing_more_is_heard(quick, monkeypatch):
    monkeypatch.setattr(progressing, "BLINK", 0.01)
    async with quick() as reader:
        await reader.hear(REST)
        await reader.hear(busy())
        await reader.until(lambda: "reading 1 of 2" in reader.shown("status"))
        await reader.hear(REST)
        assert "reading" not in reader.shown("status")


async def test_the_first_reading_of_all_is_told_of_at_once(quick):
    async with quick() as reader:
        await reader.hear(busy(1_204, 66_000))
        assert "reading 1,204 of 66,000" in reader.shown("status")


async def test_what_is_related_is_asked_again_after_the_shortest_work(quick, monkeypatch):
    async with quick() as reader:
        await reader.hear(REST)
        asked = []
        monkeypatch.setattr(reader.screen, "look_ahead", lambda: asked.append("around"))
        await reader.hear(busy())
        await reader.hear(REST)
        assert asked
