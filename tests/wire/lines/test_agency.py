from copytaster.wire.article import Block, Role
from copytaster.wire.filing import Filing
from copytaster.wire.lines.agency import read_agency, read_agency_text, with_notes
from copytaster.wire.opening.incoming import Incoming
from copytaster.wire.options import ReadOptions
from copytaster.wire.pieces import Kind, Piece

INCOMING = Incoming("x", b"", "", "utf-8", ReadOptions())
KNOWN = Filing(title="Fire closes harbour", byline="By Ada Lunde")
LEDE = "VESTVIK (NOR) - A fire closed the harbour on Monday, the port authority said."


def roles(*pieces: Piece, known: Filing = KNOWN) -> list[tuple[Role, str]]:
    return [(block.role, block.text) for block in read_agency(pieces, INCOMING, known).blocks]


def text(words: str) -> Piece:
    return Piece(Kind.TEXT, words)


def test_agate_and_lists_of_links_stay_body_for_agencies_send_no_furniture():
    lines = ["Share", "Read more: Harbour reopens", "Rovers 2, Union 1", "Related"]
    found = roles(text(LEDE), *map(text, lines), text(LEDE))
    assert all(not role.folded for role, _ in found)
    assert [words for _, words in found] == [LEDE, *lines, LEDE]


def test_headline_and_byline_are_not_said_again():
    found = roles(Piece(Kind.TITLE, "FIRE CLOSES HARBOUR"), text("By Ada Lunde"), text(LEDE))
    assert found == [(Role.BODY, LEDE)]


def test_what_stands_before_the_repeated_headline_is_a_kicker_and_a_subhead_below_it_the_deck():
    found = roles(
        text("Harbour"),
        Piece(Kind.TITLE, "Fire closes harbour"),
        Piece(Kind.SUBHEAD, "Two ferries wait"),
        text(LEDE),
    )
    assert found == [(Role.KICKER, "Harbour"), (Role.DECK, "Two ferries wait"), (Role.BODY, LEDE)]


def test_a_line_of_reporters_and_editors_signs_off():
    found = roles(text(LEDE), text(LEDE), text("(Reporting by Ada Lunde; Editing by Bo Vik)"))
    assert found[-1][0] is Role.SIGNOFF


def test_a_rule_of_dashes_is_no_subhead():
    assert roles(text(LEDE), text("___"), text(LEDE))[1] == (Role.BODY, "___")


def test_no_block_of_agency_copy_is_suspect():
    text_ = LEDE + "\n\n" + "\n".join(f"{n}. Rovers {n}" for n in range(9))
    assert not any(block.suspect for block in read_agency_text(text_, INCOMING, KNOWN).blocks)


def test_nothing_at_all_is_the_known_fields():
    assert read_agency((), INCOMING, KNOWN) == KNOWN


def test_a_limit_of_characters_is_kept():
    short = Incoming("x", b"", "", "utf-8", ReadOptions(max_characters=100))
    assert len(read_agency([text(LEDE)] * 50, short, KNOWN).blocks) == 1


def test_a_notebook_is_a_note_and_private_from_where_it_says_so():
    blocks = [
        Block(Role.BODY, words)
        for words in (
            "Text.",
            "# Notizblock",
            "Internet",
            "Nicht zur Veröffentlichung bestimmt",
            "Tel.",
        )
    ]
    found = with_notes(blocks)
    assert [block.role for block in found] == [Role.BODY, *[Role.NOTE] * 4]
    assert [block.reason for block in found[1:]] == [
        "a note to editors",
        "a note to editors",
        "not for publication",
        "not for publication",
    ]
