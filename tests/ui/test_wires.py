"""The page of the wires: opened, walked, left, and one wire listed."""

from copytaster.presentation.looks import plain_text
from copytaster.screens.wires import WireList


def page(reader) -> str:
    """What the page shows."""
    pane = reader.app.screen.query_one(WireList)
    return "\n".join(plain_text(pane.line(place)) for place in range(pane.length))


async def test_the_wires_are_shown_and_left(reading):
    async with reading() as reader:
        await reader.press("W")
        assert "Norwire" in page(reader)
        await reader.press("escape")
        assert "Inbox" in reader.shown("list")


async def test_the_span_can_be_changed(reading):
    async with reading() as reader:
        await reader.press("W", "h", "h", "h")
        pane = reader.app.screen.query_one(WireList)
        assert "last 6 hours" in plain_text(pane.head())
        await reader.press("l")
        assert "last 24 hours" in plain_text(pane.head())


async def test_the_wire_that_is_picked_is_listed(reading):
    async with reading() as reader:
        await reader.press("W")
        pane = reader.app.screen.query_one(WireList)
        place = [wire.source for wire in pane.wires].index("Norwire")
        await reader.press(*"j" * place, "enter")
        assert 'source:"Norwire"' in reader.shown("list")
        rows = reader.screen.desk.rows(reader.screen.order)
        assert rows
        assert all("Norwire" in row.source for row in rows)


async def test_every_width_down_to_one_cell_is_drawn(reading):
    async with reading(80, 24) as reader:
        await reader.press("W")
        for width in (200, 60, 20, 5, 1):
            await reader.pilot.resize_terminal(width, 12)
            await reader.pilot.pause()
        assert reader.app.return_code is None
