from copytaster.wire.formats.content import html_root
from copytaster.wire.formats.tables import aligned, data_rows


def rows_of(html: str) -> list[list[str]]:
    root = html_root(html)
    assert root is not None
    table = root.find(".//table")
    assert table is not None
    return data_rows(table)


def test_figures_stand_right_and_words_left():
    assert aligned([["Club", "Pts"], ["Rovers", "42"], ["Union", "7"]]) == (
        "Club    Pts\nRovers   42\nUnion     7"
    )


def test_rows_of_different_length_are_filled_up():
    assert aligned([["a"], ["b", "c"]]) == "a\nb  c"


def test_empty_columns_take_no_room():
    assert aligned([["a", "", "b"], ["c", "", "d"]]) == "a  b\nc  d"


def test_a_table_that_lays_out_a_page_is_none():
    assert rows_of("<table><tr><td><table><tr><td>x</td></tr></table></td></tr></table>") == []
    assert rows_of(f"<table><tr><td>{'word ' * 40}</td><td>{'word ' * 40}</td></tr></table>") == []


def test_a_single_column_is_no_table():
    assert rows_of("<table><tr><td>a</td></tr><tr><td>b</td></tr></table>") == []


def test_the_cells_of_a_data_table_are_found():
    assert rows_of("<table><tr><th>a</th><td> b\n c </td></tr></table>") == [["a", "b c"]]
