"""Baskets on the screen: from one to the next, all at once, saved and removed, new ones counted."""

from copytaster.desk.words.news import Arrived, Tallied, Tally
from copytaster.presentation.looks import plain_text


def switcher(reader):
    """The lines of the switcher."""
    pane = reader.app.screen.query_one("BasketList")
    return [plain_text(pane.line(place)) for place in range(pane.length)]


async def test_one_goes_round_the_baskets_and_the_inbox_is_one_of_them(quick):
    async with quick() as reader:
        everything = list(reader.screen.order)
        names = [basket.name for basket in reader.screen.desk.baskets()]
        await reader.press("greater_than_sign")
        assert names[0] in reader.shown("list")
        await reader.press("less_than_sign")
        assert "Inbox" in reader.shown("list")
        await reader.press("less_than_sign")
        assert names[-1] in reader.shown("list")
        await reader.press("greater_than_sign")
        assert list(reader.screen.order) == everything


async def test_the_switcher_shows_counts_and_opens_what_is_picked(quick):
    async with quick() as reader:
        name = reader.screen.desk.baskets()[0].name
        reader.screen.desk._tallies[name] = Tally(name, 12, 3)
        await reader.hear(Tallied((Tally(name, 12, 3),)))
        await reader.press("apostrophe")
        assert "Inbox" in switcher(reader)[0]
        assert "12     3 new" in switcher(reader)[1]
        await reader.press("j", "enter")
        assert name in reader.shown("list")
        assert reader.screen.desk.baskets()[0].unseen == 0


async def test_a_filter_becomes_a_basket_and_goes_again(quick):
    async with quick() as reader:
        await reader.press("quotation_mark")
        assert "filters" in reader.shown("status")
        await reader.press("backslash")
        await reader.type("goose")
        await reader.press("enter", "quotation_mark")
        await reader.type("Birds")
        await reader.press("enter")
        assert "saved as basket “Birds”" in reader.shown("status")
        assert " Birds" in reader.shown("list")
        await reader.press("apostrophe")
        assert any("Birds" in line and "goose" in line for line in switcher(reader))
        await reader.press("d", "y")
        assert "removed basket “Birds”" in reader.shown("status")
        assert "Birds" not in [basket.name for basket in reader.screen.desk.baskets()]


async def test_new_articles_are_counted_until_one_goes_to_them(quick, monkeypatch):
    async with quick(height=12) as reader:
        screen = reader.screen
        screen.read_once = True
        whole = screen.order
        screen.order = whole[2:]
        await reader.press("G")
        monkeypatch.setattr(screen.desk, "merge", lambda *_: whole)
        await reader.hear(Arrived(2))
        assert "Inbox  2 new" in reader.shown("list")
        await reader.press("g")
        assert "new" not in reader.shown("list").splitlines()[0]
