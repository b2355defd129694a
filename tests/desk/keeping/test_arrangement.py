"""The room of the panes: shared out whole, kept whole, and never a reason not to open."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copytaster.desk.keeping.arrangement import (
    FILE_NAME,
    LEAST,
    WHOLE,
    Arrangement,
    ArrangementFile,
    resized,
)

steps = st.lists(st.tuples(st.integers(0, 2), st.integers(-200, 200)), max_size=30)


@given(steps)
def test_the_whole_stays_the_whole_and_no_pane_is_lost(steps):
    shares = Arrangement().columns
    for place, step in steps:
        shares = resized(shares, place, step)
        assert sum(shares) == WHOLE
        assert min(shares) >= LEAST


def test_a_pane_gets_what_it_asks_for():
    assert resized((34, 42, 24), 0, 4)[0] == 38
    assert resized((34, 42, 24), 2, -4)[2] == 20


def test_it_is_kept_as_it_was_left(tmp_path):
    left = Arrangement("stacked", (40, 40, 20), (20, 60, 20))
    ArrangementFile(tmp_path).save(left)
    assert ArrangementFile(tmp_path).load() == left


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        '{"layout": "auto"}',
        '{"layout": "auto", "columns": [1, 98, 1], "rows": [30, 48, 22]}',
        '{"layout": "auto", "columns": [50, 50], "rows": [30, 48, 22]}',
        '{"layout": "auto", "columns": "abc", "rows": [30, 48, 22]}',
    ],
)
def test_a_damaged_file_is_none(tmp_path, text):
    (tmp_path / FILE_NAME).write_text(text)
    assert ArrangementFile(tmp_path).load() == Arrangement()


def test_a_folder_that_takes_none_is_no_matter(tmp_path):
    file = ArrangementFile(tmp_path / "missing")
    file.save(Arrangement("stacked"))
    assert file.load() == Arrangement()
