import pytest

from copytaster.desk.keeping.bookmark import FILE_NAME, Bookmark, load, save

MARK = Bookmark(number=7, id="fire", top=3)


def test_a_bookmark_is_found_again(tmp_path):
    save(tmp_path, MARK)
    assert load(tmp_path) == MARK
    assert [path.name for path in tmp_path.iterdir()] == [FILE_NAME]


@pytest.mark.parametrize(
    "text",
    [
        *("", "[]", "{}", '{"number": 1}', "null", '{"number": "x"}', "[" * 90_000),
        '{"number": 1e999, "id": "a", "top": 1}',
        '{"number": 99999999999999999999, "id": "a", "top": 1}',
    ],
)
def test_a_damaged_bookmark_is_none(tmp_path, text):
    (tmp_path / FILE_NAME).write_text(text)
    assert load(tmp_path) is None


def test_a_folder_that_takes_none_is_no_matter(tmp_path):
    save(tmp_path / "gone", MARK)
    assert load(tmp_path / "gone") is None
