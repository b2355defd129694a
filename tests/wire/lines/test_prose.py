from copytaster.wire.article import Role
from copytaster.wire.filing import Filing
from copytaster.wire.lines.prose import as_lines, read_page, read_prose, within
from copytaster.wire.opening.incoming import Incoming
from copytaster.wire.options import ReadOptions
from copytaster.wire.pieces import Kind, Piece

INCOMING = Incoming("x", b"", "", "utf-8", ReadOptions())
FIRST = "A fire closed the harbour of Vestvik on Monday, the port authority said in the morning."
SECOND = "Two ferries with three hundred people on board were told to wait outside until noon."


def test_a_known_title_wins_over_the_one_in_the_text():
    found = read_prose(f"Other title\n\n{FIRST}\n\n{SECOND}", INCOMING, Filing(title="Known"))
    assert found.title == "Known"


def test_captions_tables_and_headings_are_as_marked():
    pieces = [
        Piece(Kind.TEXT, FIRST),
        Piece(Kind.CAPTION, "Smoke over the quay"),
        Piece(Kind.SUBHEAD, "Ferries wait for the tide"),
        Piece(Kind.TABLE, "Alma  210\nUlva   90"),
        Piece(Kind.TEXT, SECOND),
    ]
    found = read_page(pieces, INCOMING, Filing(title="Fire"))
    assert [(block.role, block.text) for block in found.blocks] == [
        (Role.BODY, FIRST),
        (Role.CAPTION, "Smoke over the quay"),
        (Role.SUBHEAD, "Ferries wait for the tide"),
        (Role.BODY, "Alma  210\nUlva   90"),
        (Role.BODY, SECOND),
    ]


def test_menus_are_furniture_whatever_they_say():
    pieces = [Piece(Kind.TEXT, FIRST), Piece(Kind.MENU, SECOND), Piece(Kind.TEXT, SECOND)]
    menu = read_page(pieces, INCOMING, Filing(title="Fire")).blocks[1]
    assert (menu.role.folded, bool(menu.reason)) == (True, True)


def test_a_sentence_that_is_a_link_is_kept():
    pieces = [
        Piece(Kind.TEXT, FIRST),
        Piece(Kind.TEXT, "The council has said so.", 1.0),
        Piece(Kind.TEXT, SECOND),
    ]
    assert read_page(pieces, INCOMING, Filing(title="Fire")).blocks[1].role is Role.BODY


def test_a_page_without_pieces_is_the_known_fields():
    assert read_page((), INCOMING, Filing(title="Fire")) == Filing(title="Fire")


def test_as_many_pieces_are_taken_as_the_limit_allows_and_one_at_least():
    pieces = [Piece(Kind.TEXT, "x" * 60)] * 3
    assert len(within(pieces, 130)) == 2
    assert [len(piece.text) for piece in within(pieces, 10)] == [10]


def test_each_piece_is_one_line_between_blank_ones():
    assert as_lines([Piece(Kind.TABLE, "a\nb"), Piece(Kind.TEXT, "c")]) == "a b\n\nc"
