"""Folding and unfolding by hand: chosen with J and K, asked for with F, taken back with u."""

import pytest

from copytaster.desk.inbox.teaching import taught_path
from copytaster.desk.words.rows import View
from copytaster.wire.lines.taught import from_toml

PIECE = """\
Harbour ferries stop for nine days in October

HALVOR, Sept 14 (Norwire) - The ferry company said on Monday that the crossing would close for
nine days in October, while the northern pier is repaired and its lamps are replaced.

Repairs to the northern pier cannot be done while ships lie there, its director said.

Harbour, oh harbour of ours

Commuters will be carried by bus over the old bridge, which adds forty minutes to the trip.

Most read

Grain silo sold to a bank

Church bell found in the bay

Goat elected mayor of Sund
"""
OTHER = """\
Grain prices fall for the third week

HALVOR, Sept 14 (Norwire) - Grain prices fell for the third week in a row on Monday, traders said,
as the harvest in the eastern valleys turned out to be larger than had been expected in summer.

Harbour, oh harbour of ours

The ministry of farming said that it would not step in before the end of the month.
"""
HYMN = "Harbour, oh harbour of ours"


@pytest.fixture
def inbox(tmp_path):
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    (inbox / "ferries.txt").write_text(PIECE)
    (inbox / "grain.txt").write_text(OTHER)
    return inbox


async def go_to(reader, words):
    rows = reader.screen.desk.rows(reader.screen.desk.order(View()))
    reader.screen.articles.go_to_number(next(row.number for row in rows if words in row.title))
    await reader.pilot.pause()


async def choose(reader, words):
    """Press J until the chosen paragraph has these words."""
    for _ in range(20):
        await reader.press("J")
        if words in reader.screen.reader.chosen.text:
            return
    raise AssertionError(f"no paragraph with “{words}”: {reader.shown('reader')}")


def chosen_lines(reader):
    """The lines of the reader under the paragraph cursor."""
    pane = reader.screen.reader
    places = range(pane.top, min(pane.top + pane.page, pane.length))
    lines = reader.shown("reader").splitlines()[1:]
    return [lines[place - pane.top].strip() for place in places if pane.under_cursor(place)]


def drawn(reader):
    """The lines of the whole screen as they go to the terminal."""
    return [strip.text for strip in reader.screen._compositor.render_strips()]


def rules(tmp_path):
    path = taught_path(tmp_path / "config")
    return from_toml(path.read_text()) if path.exists() else ()


def folds(reader):
    lines = [line.strip() for line in reader.shown("reader").splitlines()]
    return [line for line in lines if line.startswith(("▸", "▾"))]


async def test_no_paragraph_is_marked_before_one_is_chosen(reading):
    async with reading() as reader:
        await go_to(reader, "ferries")
        assert chosen_lines(reader) == []


async def test_paragraphs_are_chosen_one_by_one_and_back(reading):
    async with reading() as reader:
        await go_to(reader, "ferries")
        await reader.press("J")
        assert chosen_lines(reader)[0].startswith("HALVOR, Sept 14")
        assert len(chosen_lines(reader)) > 1
        await reader.press("J")
        assert chosen_lines(reader)[0].startswith("Repairs to the northern pier")
        await reader.press("K")
        assert chosen_lines(reader)[0].startswith("HALVOR, Sept 14")


async def test_the_first_and_the_last_paragraph_are_the_ends(reading):
    async with reading() as reader:
        await go_to(reader, "ferries")
        await reader.press("K", "K", "K")
        assert chosen_lines(reader)[0].startswith("HALVOR")
        await reader.press(*"JJJJJJJJJJ")
        assert chosen_lines(reader) == folds(reader)


async def test_the_chosen_paragraph_comes_into_sight(reading):
    async with reading(80, 24) as reader:
        await go_to(reader, "ferries")
        for _ in range(4):
            await reader.press("J")
            assert chosen_lines(reader)


async def test_another_article_begins_without_a_choice(reading):
    async with reading() as reader:
        await go_to(reader, "ferries")
        await reader.press("J")
        await go_to(reader, "Grain")
        assert chosen_lines(reader) == []


async def test_a_raw_file_has_no_paragraphs_to_choose(reading):
    async with reading() as reader:
        await reader.press("r", "J")
        assert "nothing to choose" in reader.shown("status")


async def test_f_without_a_choice_says_how_to_choose(reading):
    async with reading() as reader:
        await reader.press("F")
        assert "J and K" in reader.shown("status")
        assert not reader.screen.choice.display


async def test_the_question_takes_the_place_of_the_status_bar(reading):
    async with reading() as reader:
        await go_to(reader, "ferries")
        await reader.press("J", "F")
        assert drawn(reader)[-1].strip() == reader.shown("choice").strip()
        await reader.press("escape")
        assert drawn(reader)[-1].strip() == reader.shown("status").strip()


async def test_a_phrase_folded_everywhere_is_folded_in_other_articles_too(reading, tmp_path):
    async with reading() as reader:
        await go_to(reader, "ferries")
        await choose(reader, HYMN)
        await reader.press("F")
        assert f"Fold “{HYMN[:20]}" in reader.shown("choice")
        await reader.press("e")
        assert not reader.screen.choice.display
        assert "1 line folded: folded as you taught it" in reader.shown("reader")
        assert "u undoes" in reader.shown("status")
        assert [rule.phrase for rule in rules(tmp_path)] == [HYMN]
        await go_to(reader, "Grain")
        assert HYMN not in reader.shown("reader")


async def test_a_block_folded_here_stays_in_other_articles(reading):
    async with reading() as reader:
        await go_to(reader, "ferries")
        await choose(reader, HYMN)
        await reader.press("F", "b")
        assert HYMN not in reader.shown("reader")
        await go_to(reader, "Grain")
        assert HYMN in reader.shown("reader")


async def test_a_phrase_folded_for_its_source_stays_in_articles_of_others(reading, inbox, tmp_path):
    foreign = OTHER.replace("(Norwire)", "(Straits World)").replace("Grain prices", "Barley prices")
    (inbox / "barley.txt").write_text(foreign)
    async with reading() as reader:
        await go_to(reader, "ferries")
        await choose(reader, HYMN)
        await reader.press("F")
        assert "p wherever Norwire has it" in reader.shown("choice")
        await reader.press("p")
        assert [rule.source for rule in rules(tmp_path)] == ["Norwire"]
        await go_to(reader, "Grain prices")
        assert HYMN not in reader.shown("reader")
        await go_to(reader, "Barley prices")
        assert HYMN in reader.shown("reader")


async def test_undo_and_redo_go_for_what_was_taught_as_for_all_else(reading, tmp_path):
    async with reading() as reader:
        await go_to(reader, "ferries")
        await choose(reader, HYMN)
        await reader.press("F", "e")
        await go_to(reader, "Grain")
        await reader.press("f", "u", "u")
        assert "undone: folded" in reader.shown("status")
        assert "ferries" in reader.title
        assert HYMN in reader.shown("reader")
        assert rules(tmp_path) == ()
        await reader.press("U")
        assert HYMN not in reader.shown("reader")
        assert len(rules(tmp_path)) == 1


async def test_escape_teaches_nothing_and_gives_the_keys_back(reading, tmp_path):
    async with reading() as reader:
        await go_to(reader, "ferries")
        await reader.press("2", "J", "F", "escape")
        assert not reader.screen.choice.display
        assert reader.screen.reader.has_focus
        assert rules(tmp_path) == ()


async def test_any_other_key_teaches_nothing_and_does_nothing(reading, tmp_path):
    async with reading() as reader:
        await go_to(reader, "ferries")
        number = reader.screen.number
        await reader.press("J", "F", "x")
        assert reader.screen.desk.row(number).verdict is None
        assert rules(tmp_path) == ()


async def test_a_whole_fold_is_unfolded_line_by_line(reading, tmp_path):
    async with reading() as reader:
        await go_to(reader, "ferries")
        await choose(reader, "lines folded")
        await reader.press("F")
        assert "Unfold these" in reader.shown("choice")
        await reader.press("b")
        assert folds(reader) == []
        assert "Goat elected mayor of Sund" in reader.shown("reader")
        assert not any(rule.fold for rule in rules(tmp_path))
        await reader.press("u")
        assert len(folds(reader)) == 1
        assert rules(tmp_path) == ()


async def test_one_line_of_an_opened_fold_is_unfolded_alone(reading):
    async with reading() as reader:
        await go_to(reader, "ferries")
        await reader.press("B")
        await choose(reader, "Goat elected")
        assert "folded: " in reader.shown("status")
        await reader.press("F", "b")
        assert chosen_lines(reader) == ["Goat elected mayor of Sund"]
        await reader.press("B")
        assert "Goat elected mayor of Sund" in reader.shown("reader")
        assert "Church bell" not in reader.shown("reader")


async def test_what_is_suspect_says_why(reading, inbox):
    (inbox / "ferries.txt").write_text(PIECE.replace(HYMN, "HARBOUR, OH HARBOUR OF OURS"))
    async with reading() as reader:
        await go_to(reader, "ferries")
        blocks = reader.screen.sheet.article.blocks
        suspect = next(block for block in blocks if block.suspect)
        await choose(reader, suspect.text)
        assert f"suspect: {suspect.reason}" in reader.shown("status")
        await reader.press("K")
        assert "suspect" not in reader.shown("status")


async def test_a_source_is_offered_only_where_there_is_one(reading, inbox):
    (inbox / "ferries.txt").write_text(PIECE.replace("(Norwire) ", ""))
    async with reading() as reader:
        await go_to(reader, "ferries")
        assert reader.screen.row.source is None
        await reader.press("J", "F")
        assert "wherever" not in reader.shown("choice")


async def test_a_file_of_rules_that_is_damaged_is_said_and_left_alone(reading, tmp_path):
    path = taught_path(tmp_path / "config")
    path.parent.mkdir()
    path.write_text("[[rule]]\nphrase = ")
    async with reading() as reader:
        await go_to(reader, "ferries")
        await choose(reader, HYMN)
        await reader.press("F", "e")
        assert "nothing was taught" in reader.shown("status")
        assert HYMN in reader.shown("reader")
        assert path.read_text() == "[[rule]]\nphrase = "


@pytest.mark.parametrize(("width", "height"), [(40, 12), (20, 6), (2, 2), (1, 1)])
async def test_teaching_works_in_the_smallest_of_terminals(reading, tmp_path, width, height):
    async with reading(width, height) as reader:
        await go_to(reader, "ferries")
        await reader.press("2", "J", "F", "b")
        assert len(rules(tmp_path)) == 1
        assert reader.screen.reader.display
