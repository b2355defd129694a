"""Lines typed before: the last one first, each once, by what they were typed for."""

from copytaster.desk.keeping.typed_lines import FILE_NAME, KEPT, TypedLines


def test_lines_are_kept_by_purpose_the_last_one_first_and_each_once(tmp_path):
    typed = TypedLines(tmp_path / "state")
    for line in ("wc", "sort", "wc"):
        typed.add("pipe", line)
    typed.add("filter", "is:unread")
    assert TypedLines(tmp_path / "state").of("pipe") == ["wc", "sort"]
    assert typed.of("filter") == ["is:unread"]
    assert typed.of("export") == []


def test_no_more_than_a_hundred_are_kept(tmp_path):
    typed = TypedLines(tmp_path)
    for number in range(KEPT + 5):
        typed.add("pipe", str(number))
    assert len(typed.of("pipe")) == KEPT


def test_a_damaged_file_is_an_empty_one_and_only_its_user_reads_it(tmp_path):
    (tmp_path / FILE_NAME).write_text("[1, 2")
    typed = TypedLines(tmp_path)
    assert typed.of("pipe") == []
    typed.add("pipe", "wc")
    assert typed.of("pipe") == ["wc"]
    (tmp_path / FILE_NAME).unlink()
    typed.add("pipe", "wc")
    assert (tmp_path / FILE_NAME).stat().st_mode & 0o077 == 0


def test_a_folder_that_takes_no_file_is_no_matter(tmp_path):
    (tmp_path / "state").write_text("a file, no folder")
    typed = TypedLines(tmp_path / "state")
    typed.add("pipe", "wc")
    assert typed.of("pipe") == []
