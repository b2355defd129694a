"""What was read in one take is dimmed in the next, and only what was really read."""

from __future__ import annotations

import pytest

from copytaster.presentation.looks import Look
from copytaster.wire.opening.encodings import next_encoding

TOLL = "Twelve people died when a mill burned in Ystermouth on Sunday, police said."
CAUSE = "The fire began in a drying room, the owner told local radio."
GOOSE = "A goose that lived on the roof was found unharmed on Tuesday evening."
FILLER = "\n\n".join(
    f"Paragraph {number} of the mill owner's long account says what stood on floor {number} of it."
    for number in range(40)
)


def take(title: str, *paragraphs: str) -> str:
    first, *others = paragraphs
    lead = f"YSTERMOUTH, Sept 14 (Norwire) - {first}"
    return "\n\n".join([title, lead, *others]) + "\n"


@pytest.fixture
def inbox(tmp_path):
    """Two takes of one story, short enough to be read at a glance, and one that is long."""
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    (inbox / "one.txt").write_text(take("Mill burns in Ystermouth", TOLL, CAUSE))
    (inbox / "two.txt").write_text(
        take("Ystermouth mill fire kills fifteen", TOLL.replace("Twelve", "Fifteen"), CAUSE, GOOSE)
    )
    (inbox / "long.txt").write_text(
        take("What the owner of the Ystermouth mill says", TOLL, CAUSE, FILLER)
    )
    return inbox


async def go_to(reader, words):
    screen = reader.screen
    rows = screen.desk.rows([*screen.articles.order])
    number = next(row.number for row in rows if words in row.title)
    screen.articles.go_to_number(number)
    await reader.until(lambda: screen.number == number and screen.sheet.article is not None)
    return number


async def known(reader, number):
    """Wait until the answer of this row is of something read."""
    desk = reader.screen.desk
    await reader.until(lambda: (found := desk.whats_new(number)) is not None and found.sentences)
    return desk.whats_new(number)


def looks(reader):
    """The words of the article on show by their look."""
    pane = reader.screen.reader
    found = {}
    for place in range(pane.length):
        for text, look in pane.line(place):
            found.setdefault(look, []).append(text.strip())
    return {look: " ".join(filter(None, texts)) for look, texts in found.items()}


async def test_a_sentence_read_in_one_take_is_dimmed_in_the_next(reading):
    async with reading() as reader:
        await go_to(reader, "Mill burns")
        await reader.press("enter")
        number = await go_to(reader, "kills fifteen")
        await known(reader, number)
        await reader.until(lambda: Look.KNOWN in looks(reader))
        assert looks(reader)[Look.KNOWN] == CAUSE
        assert looks(reader)[Look.CHANGED] == "Fifteen"
        assert GOOSE in looks(reader)[Look.PLAIN]
        assert "% new" in reader.shown("reader").split("\n")[0]


async def test_passing_by_is_not_reading(reading):
    async with reading() as reader:
        await go_to(reader, "Mill burns")
        number = await go_to(reader, "kills fifteen")
        await reader.until(lambda: reader.screen.desk.whats_new(number) is not None)
        assert reader.screen.desk.whats_new(number).sentences == 0
        assert Look.KNOWN not in looks(reader)


async def test_space_at_the_end_has_read_the_article(reading):
    async with reading() as reader:
        first = await go_to(reader, "Mill burns")
        await reader.press("space")
        assert reader.screen.desk.row(first).read
        number = await go_to(reader, "kills fifteen")
        assert (await known(reader, number)).new == 2


async def test_a_leap_to_the_end_has_read_nothing(reading):
    async with reading(100, 24) as reader:
        await go_to(reader, "What the owner")
        await reader.press("2", "G", "1")
        assert reader.screen.reader.reading() is None


async def test_what_was_scrolled_past_was_read_and_no_more(reading):
    async with reading(100, 24) as reader:
        await go_to(reader, "What the owner")
        pane = reader.screen.reader
        await reader.press("2", *"jjjjjjjjjj")
        reading_now = pane.reading()
        assert reading_now is not None
        above = "".join("".join(t for t, _ in pane.line(at)) for at in range(pane.top))
        letters = len("".join(above[above.index("YSTERMOUTH, Sept") :].split()))
        assert reading_now.letters == letters


async def test_the_list_counts_the_new_sentences(reading):
    async with reading() as reader:
        await go_to(reader, "Mill burns")
        await reader.press("enter", "1")
        number = await go_to(reader, "kills fifteen")
        await known(reader, number)
        await reader.until(lambda: "+2" in reader.shown("list"))


async def test_one_key_shows_all_alike_and_again_dims(reading):
    async with reading() as reader:
        await go_to(reader, "Mill burns")
        await reader.press("enter")
        await known(reader, await go_to(reader, "kills fifteen"))
        await reader.until(lambda: Look.KNOWN in looks(reader))
        text = reader.shown("reader").split("\n")[2:]
        await reader.press("A")
        assert Look.KNOWN not in looks(reader)
        assert "alike" in reader.shown("status")
        assert reader.shown("reader").split("\n")[2:] == text
        await reader.press("A")
        assert Look.KNOWN in looks(reader)


async def test_a_setting_keeps_all_alike(reading):
    async with reading(dim_read=False) as reader:
        await go_to(reader, "Mill burns")
        await reader.press("enter")
        await known(reader, await go_to(reader, "kills fifteen"))
        assert Look.KNOWN not in looks(reader)


async def test_the_foot_line_says_where_a_paragraph_was_read(reading):
    async with reading() as reader:
        await go_to(reader, "Mill burns")
        await reader.press("enter")
        await known(reader, await go_to(reader, "kills fifteen"))
        await reader.until(lambda: Look.KNOWN in looks(reader))
        await reader.press("J")
        while "read in" not in reader.shown("status"):
            before = reader.screen.reader.paragraph
            await reader.press("J")
            assert reader.screen.reader.paragraph != before
        assert "Norwire" in reader.shown("status")


async def test_what_was_read_is_noted_when_the_reader_is_left(reading, open_desk):
    async with reading() as reader:
        await go_to(reader, "Mill burns")
        await reader.press("enter")
    async with reading() as reader:
        number = await go_to(reader, "kills fifteen")
        assert (await known(reader, number)).new == 2


async def test_in_another_encoding_nothing_is_dimmed(reading):
    async with reading() as reader:
        await go_to(reader, "Mill burns")
        await reader.press("enter")
        await known(reader, await go_to(reader, "kills fifteen"))
        await reader.until(lambda: Look.KNOWN in looks(reader))
        assert next_encoding(reader.screen.sheet.article.encoding)
        await reader.press("E")
        assert Look.KNOWN not in looks(reader)
