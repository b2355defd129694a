from hypothesis import given, settings
from hypothesis import strategies as st

from copytaster.wire.formats.content import (
    html_root,
    is_markup,
    pieces_of_html,
    pieces_of_text,
    web_addresses,
)
from copytaster.wire.formats.html_main import main_element
from copytaster.wire.formats.rendering import pieces
from copytaster.wire.pieces import Kind

LONG = "The harbour of Vestvik was closed on Monday after a fire in a warehouse on quay nine."


def rendered(html: str) -> list[tuple[Kind, str]]:
    return [(piece.kind, piece.text) for piece in pieces_of_html(html)]


def test_every_block_element_ends_a_piece():
    assert rendered("<div>One<p>two</p>three<div>four</div></div>") == [
        (Kind.TEXT, "One"),
        (Kind.TEXT, "two"),
        (Kind.TEXT, "three"),
        (Kind.TEXT, "four"),
    ]


def test_inline_elements_do_not():
    assert rendered("<p>The <b>old</b> <i>har</i>bour</p>") == [(Kind.TEXT, "The old harbour")]


def test_the_markup_says_what_a_piece_is():
    html = "<h1>T</h1><h2>S</h2><figure><figcaption>C</figcaption></figure><ul><li>L</li></ul>"
    assert rendered(html) == [
        (Kind.TITLE, "T"),
        (Kind.SUBHEAD, "S"),
        (Kind.CAPTION, "C"),
        (Kind.ITEM, "L"),
    ]


def test_what_is_in_a_menu_is_menu_however_deep():
    html = "<nav><ul><li><h2>Home</h2></li></ul></nav><div role='dialog'><p>Cookies</p></div>"
    assert {kind for kind, _ in rendered(html)} == {Kind.MENU}


def test_text_behind_something_passed_over_is_kept():
    html = "<p>one<script>x()</script> two <svg role='menu'><p>no</p></svg>three</p><p>four</p>"
    assert [text for _, text in rendered(html)] == ["one two three", "four"]


def test_text_behind_a_table_is_kept():
    table = "<table><tr><td>a</td><td>1</td></tr></table>"
    assert rendered(f"<div>one{table}two</div>") == [
        (Kind.TEXT, "one"),
        (Kind.TABLE, "a  1"),
        (Kind.TEXT, "two"),
    ]


def test_the_share_of_links_is_measured():
    found = pieces_of_html("<p><a href='/'>12345</a>67890</p><p><a href='/'>all</a></p><p>none</p>")
    assert [piece.link_share for piece in found] == [0.5, 1.0, 0.0]


def test_plain_text_and_markup_are_told_apart():
    assert is_markup("One<br>two")
    assert is_markup("<p>One</p>")
    assert not is_markup("write to <desk@post.example> if x < y > z")
    assert [piece.text for piece in pieces_of_text("1 < 2\n\n<desk@post.example>")] == [
        "1 < 2",
        "<desk@post.example>",
    ]


def test_only_addresses_of_the_web_are_links():
    found = web_addresses(
        ["https://a", None, "javascript:x", " http://b ", "https://a", "file:///c"]
    )
    assert found == ("https://a", "http://b")


def main_of(html: str) -> str:
    root = html_root(html)
    assert root is not None
    return " ".join(piece.text for piece in pieces(main_element(root)))


def test_the_innermost_element_that_holds_the_text_is_the_main_one():
    html = f"<body><main><p>Menu</p><article><p>{LONG}</p></article></main><p>Foot</p></body>"
    assert main_of(html) == LONG


def test_an_article_split_over_several_elements_is_taken_with_their_parent():
    parts = "".join(f"<article><p>{LONG} {n}</p></article>" for n in range(4))
    assert main_of(f"<body><main>{parts}</main></body>").count(LONG) == 4


def test_a_page_without_any_paragraphs_is_taken_whole():
    assert main_of(f"<body>{LONG}<br>End</body>").startswith(LONG)


TAGS = st.sampled_from(
    [
        "<p>", "</p>", "<div>", "</div>", "<a href='/'>", "</a>", "<table>", "<tr>", "<td>",
        "</table>", "<nav>", "</nav>", "<script>", "</script>", "<svg role='menu'>", "</svg>",
        "<li>", "<br>", "word ", "&amp;",
    ]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(TAGS, max_size=25))
def test_any_markup_is_rendered(parts):
    root = html_root("".join(parts))
    if root is not None:
        assert all(piece.text.strip() for piece in pieces(main_element(root)))
