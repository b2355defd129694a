"""Layouts and the room of the panes, by keys; both stand again at the next start."""


def widths(reader):
    """How wide the three panes are, in cells."""
    return [
        reader.screen.query_one(f"#{name}").outer_size.width
        for name in ("list", "reader", "related")
    ]


def heights(reader):
    """How high the three panes are, in cells."""
    return [
        reader.screen.query_one(f"#{name}").outer_size.height
        for name in ("list", "reader", "related")
    ]


async def test_the_pane_with_the_keys_gets_more_room_and_less(reading):
    async with reading(150, 40) as reader:
        before = widths(reader)
        await reader.press(")")
        wider = widths(reader)
        assert wider[0] > before[0]
        assert sum(wider) == 150
        await reader.press("(", "(")
        assert widths(reader)[0] < before[0]
        await reader.press("=")
        assert widths(reader) == before


async def test_stacked_panes_change_their_height(reading):
    async with reading(80, 40) as reader:
        before = heights(reader)
        await reader.press("2", ")")
        assert heights(reader)[1] > before[1]


async def test_one_pane_at_a_time_says_that_it_has_all_the_room(reading):
    async with reading(50, 20) as reader:
        await reader.press(")")
        assert "all the room" in reader.shown("status")


async def test_the_layout_key_walks_through_all_layouts_and_says_so(reading):
    async with reading(150, 40) as reader:
        seen = []
        for _ in range(4):
            await reader.press("L")
            seen.append(reader.screen.layout_name)
            assert f"layout {seen[-1]}" in reader.shown("status")
        assert seen == ["columns", "stacked", "reading", "auto"]


async def test_a_layout_stands_at_once_and_after_a_resize(reading):
    async with reading(150, 40) as reader:
        await reader.press("L", "L")
        assert widths(reader) == [150, 150, 150]
        await reader.pilot.resize_terminal(130, 40)
        await reader.pilot.pause()
        assert widths(reader) == [130, 130, 130]


async def test_rooms_and_layout_stand_again_at_the_next_start(reading):
    async with reading(150, 40) as reader:
        await reader.press(")", ")")
        left = widths(reader)
    async with reading(150, 40) as reader:
        assert widths(reader) == left
        await reader.press("L", "L")
    async with reading(150, 40) as reader:
        assert reader.screen.layout_name == "stacked"
        assert widths(reader) == [150, 150, 150]
