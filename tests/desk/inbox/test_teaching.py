"""What was taught: a file that one may edit, deeds that u takes back, an index that follows."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copytaster.desk.backroom.relating import Relating
from copytaster.desk.backroom.saved_index import FOLDER, STAMP
from copytaster.desk.catalogue.catalogue import Catalogue
from copytaster.desk.catalogue.revision import differing
from copytaster.desk.catalogue.writer import CatalogueWriter
from copytaster.desk.deeds import Deeds
from copytaster.desk.desk import Desk
from copytaster.desk.inbox.teaching import Lesson, Scope, TaughtFile, lesson_of, taught_path
from copytaster.desk.lists.row_reader import RowReader
from copytaster.desk.words.rows import Sort, Verdict, View
from copytaster.wire.article import Article, Block, Role
from copytaster.wire.lines.taught import (
    TaughtRule,
    Teaching,
    from_toml,
    this_block,
    this_phrase,
    to_toml,
)
from desk.making import article, file_articles
from desk.test_desk import DeskOfFiles

TURNS = 60
HYMN = "Harbour, oh harbour of ours"
PIER = Article(id="pier", path="pier.txt", title="Old pier closes", source="Norwire")
BLOCK = Block(Role.BODY, HYMN, (5, 5))


@pytest.fixture
def file(tmp_path: Path) -> TaughtFile:
    return TaughtFile(taught_path(tmp_path / "config"))


def learned(file: TaughtFile, *rules: TaughtRule) -> tuple[TaughtRule, ...]:
    """The rules of the file after these were learned."""
    assert file.learn(Lesson(rules)) is None
    return file.current().rules


def written(file: TaughtFile, text: str) -> TaughtFile:
    """The file with this text, of another age than before."""
    file.path.parent.mkdir(exist_ok=True)
    age = file.path.stat().st_mtime_ns if file.path.exists() else 0
    file.path.write_text(text, encoding="utf-8")
    os.utime(file.path, ns=(age + 10**9, age + 10**9))
    return file


def test_where_there_is_no_file_nothing_is_taught(file: TaughtFile) -> None:
    assert not file.current()
    assert file.complaint is None


def test_what_is_learned_is_in_force_at_once_and_for_others(file: TaughtFile) -> None:
    assert learned(file, this_phrase(HYMN)) == (this_phrase(HYMN),)
    assert TaughtFile(file.path).current().rules == (this_phrase(HYMN),)


def test_a_file_that_was_edited_is_read_again(file: TaughtFile) -> None:
    learned(file, this_phrase(HYMN))
    written(file, to_toml([this_phrase("Most read")]))
    assert file.current().rules == (this_phrase("Most read"),)


def test_a_file_that_was_removed_teaches_nothing_any_more(file: TaughtFile) -> None:
    learned(file, this_phrase(HYMN))
    file.path.unlink()
    assert not file.current()


def test_a_damaged_file_is_one_line_and_the_last_rules_stay(file: TaughtFile) -> None:
    learned(file, this_phrase(HYMN))
    written(file, "rule = 3")
    assert file.current().rules == (this_phrase(HYMN),)
    assert file.complaint is not None
    assert "taught.toml: “rule” must be a list" in file.complaint
    written(file, "")
    assert not file.current()
    assert file.complaint is None


@pytest.mark.parametrize("damage", [b"rule = 3", b"\xff\xfe", b"[[rule]]\nfold = true"])
def test_a_damaged_file_is_left_alone(file: TaughtFile, damage: bytes) -> None:
    file.path.parent.mkdir()
    file.path.write_bytes(damage)
    problem = file.learn(Lesson((this_phrase(HYMN),)))
    assert problem is not None
    assert problem.startswith("nothing was taught: ")
    assert file.path.read_bytes() == damage


def test_a_folder_that_cannot_be_made_is_a_line(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("in the way")
    problem = TaughtFile(taught_path(tmp_path / "config")).learn(Lesson((this_phrase(HYMN),)))
    assert problem is not None
    assert "cannot be" in problem


def test_what_a_person_wrote_beside_the_rules_stays(file: TaughtFile) -> None:
    own = (
        "# the hymn of the harbour\n[[rule]]\nphrase = 'Most read'  # never\nfold = false\n\n"
        "[[rule]]\nphrase = 'Next'\n"
    )
    written(file, own)
    learned(file, this_phrase(HYMN))
    text = file.path.read_text()
    assert text.startswith(own.rstrip())
    assert file.learn(Lesson((), (this_phrase("Next"),))) is None
    assert "# the hymn of the harbour" in file.path.read_text()
    assert "# never" in file.path.read_text()
    assert [rule.phrase for rule in file.current().rules] == ["Most read", HYMN]


def test_rules_that_stand_in_one_line_are_written_anew(file: TaughtFile) -> None:
    written(file, "rule = [{phrase = 'Most read'}, {phrase = 'Next'}]")
    assert learned(file, this_phrase(HYMN)) == tuple(map(this_phrase, ("Most read", "Next", HYMN)))


def test_the_file_is_its_users_alone_and_no_half_of_it_is_left(file: TaughtFile) -> None:
    learned(file, this_phrase(HYMN))
    assert file.path.stat().st_mode & 0o777 == 0o600
    assert [path.name for path in file.path.parent.iterdir()] == ["taught.toml"]


PHRASES = st.sampled_from(["Most read", "[[rule]]", "a\n[[rule]]\nb", "“Next”", "x = 1", "#"])
RULES = st.builds(TaughtRule, phrase=PHRASES, fold=st.booleans()) | st.builds(
    this_block, PHRASES, st.just("pier")
)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(RULES, st.booleans()), max_size=8))
def test_whatever_is_learned_and_forgotten_the_file_says_what_is_meant(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[TaughtRule, bool]]
) -> None:
    file = TaughtFile(tmp_path_factory.mktemp("config") / "taught.toml")
    meant: list[TaughtRule] = []
    for rule, learn in steps:
        lesson = Lesson((rule,), (rule,)) if learn else Lesson((), (rule,))
        assert file.learn(lesson) is None
        meant = [each for each in meant if each != rule] + [rule] * learn
        assert from_toml(file.path.read_text()) == tuple(meant)


def test_a_scope_says_how_far_a_rule_reaches(file: TaughtFile) -> None:
    rules = [file.lesson(PIER, [BLOCK], scope, fold=True).learned for scope in Scope]
    assert rules == [
        (this_block(HYMN, "pier"),),
        (this_phrase(HYMN, "Norwire"),),
        (this_phrase(HYMN),),
    ]


def test_a_lesson_says_what_it_does(file: TaughtFile) -> None:
    texts = [file.lesson(PIER, [BLOCK], scope, fold=True).text for scope in Scope]
    assert texts == [f"folded “{HYMN}” {where}" for where in ("here", "of Norwire", "everywhere")]
    many = file.lesson(PIER, [BLOCK, Block(Role.LINK, "x" * 99)], Scope.BLOCK, fold=False)
    assert many.text == "unfolded 2 blocks here"
    long = file.lesson(PIER, [Block(Role.LINK, "word " * 99)], Scope.BLOCK, fold=False)
    assert len(long.text) < 60


def test_a_new_rule_takes_the_place_of_the_old_one_on_the_same_thing(file: TaughtFile) -> None:
    learned(file, this_phrase(HYMN), this_phrase("Next"))
    lesson = file.lesson(PIER, [BLOCK], Scope.EVERYWHERE, fold=False)
    assert lesson.forgotten == (this_phrase(HYMN),)
    assert file.learn(lesson) is None
    assert file.current().rules == (this_phrase("Next"), this_phrase(HYMN, fold=False))


def test_a_lesson_comes_back_from_the_ledger_as_it_was_noted(file: TaughtFile) -> None:
    lesson = Lesson((this_phrase(HYMN),), (this_block(HYMN, "pier"),))
    again = lesson_of(lesson.noted.items())
    assert (again.learned, again.forgotten) == (lesson.learned, lesson.forgotten)
    assert lesson.reverse.learned == lesson.forgotten


@pytest.fixture
def pier(catalogue: Catalogue, writer: CatalogueWriter, deeds: Deeds) -> RowReader:
    body = (Block(Role.BODY, "The old pier closes for nine days.", (3, 3)), BLOCK)
    file_articles(writer, [article("Old pier closes", blocks=body), article("Grain falls")])
    return RowReader(catalogue.connection)


@pytest.fixture
def taught_here(tmp_path: Path) -> TaughtFile:
    """The file that the deeds of this test write to."""
    return TaughtFile(taught_path(tmp_path))


def test_teaching_is_undone_in_its_turn_and_redone(
    deeds: Deeds, pier: RowReader, taught_here: TaughtFile
) -> None:
    first, second = pier.items([1, 2])
    lesson = taught_here.lesson(PIER, [BLOCK], Scope.EVERYWHERE, fold=True)
    deed = deeds.teach(first, lesson)
    assert (deed.text, deed.numbers) == (f"folded “{HYMN}” everywhere, u undoes", (1,))
    deeds.judge([second], Verdict.KEPT)
    deeds.undo()
    assert taught_here.current().rules == (this_phrase(HYMN),)
    undone = deeds.undo()
    assert undone is not None
    assert undone.text == f"undone: folded “{HYMN}” everywhere, U does it again"
    assert taught_here.current().rules == ()
    deeds.redo()
    assert taught_here.current().rules == (this_phrase(HYMN),)


def test_undo_brings_back_what_was_replaced(
    deeds: Deeds, pier: RowReader, taught_here: TaughtFile
) -> None:
    (item,) = pier.items([1])
    deeds.teach(item, taught_here.lesson(PIER, [BLOCK], Scope.EVERYWHERE, fold=True))
    deeds.teach(item, taught_here.lesson(PIER, [BLOCK], Scope.EVERYWHERE, fold=False))
    assert taught_here.current().rules == (this_phrase(HYMN, fold=False),)
    deeds.undo()
    assert taught_here.current().rules == (this_phrase(HYMN),)


def test_what_cannot_be_written_is_no_deed(
    deeds: Deeds, pier: RowReader, taught_here: TaughtFile
) -> None:
    (item,) = pier.items([1])
    written(taught_here, "rule = 3")
    deed = deeds.teach(item, Lesson((this_phrase(HYMN),)))
    assert deed.numbers == ()
    assert deed.text.startswith("nothing was taught")
    assert deeds.undo() is None


def test_a_ledger_that_fails_teaches_nothing(
    deeds: Deeds, pier: RowReader, taught_here: TaughtFile, tmp_path: Path
) -> None:
    import sqlite3

    (item,) = pier.items([1])
    connection = sqlite3.connect(tmp_path / "state" / "ledger.db")
    connection.execute("DROP TABLE changes")
    connection.close()
    deed = deeds.teach(item, Lesson((this_phrase(HYMN),)))
    assert deed.numbers == ()
    assert taught_here.current().rules == ()


QUAY = "Flames rose from Quay Nine at dawn and spread to a warehouse full of timber."
BANK = (
    "The Sund Savings Bank of Halvor invites readers to its open evening on mortgages for"
    " fishermen, dockers and pilots at the old customs house on Thursday."
)


def told(title: str, *paragraphs: str) -> Article:
    blocks = tuple(Block(Role.BODY, text, (n, n)) for n, text in enumerate(paragraphs, 3))
    return article(title, blocks=blocks, date="2026-09-14")


@pytest.fixture
def bank(catalogue: Catalogue, writer: CatalogueWriter) -> Catalogue:
    """Two articles with one advertisement in both, and one without."""
    fire = told("Harbour fire kills two in Skarhaven", QUAY, BANK)
    grain = told("Grain prices fall", "Barley was sold by farmers of the eastern valleys.", BANK)
    budget = told("Kestria passes its budget", "The parliament passed a budget after talks.")
    file_articles(writer, [fire, grain, budget])
    return catalogue


def worked(relating: Relating) -> Relating:
    relating.catch_up()
    while relating.behind:
        relating.work(1)
    return relating


def likeness(relating: Relating) -> float:
    return max((each.score for each in relating.related(1) if each.number == 2), default=0.0)


def test_what_is_folded_by_hand_no_longer_counts_for_likeness(bank: Catalogue) -> None:
    relating = worked(Relating(bank))
    before = likeness(relating)
    assert relating.learn(Teaching([this_phrase(BANK)]))
    worked(relating)
    assert likeness(relating) < before / 2
    assert relating.learn(Teaching())
    assert likeness(worked(relating)) > before / 2


def test_the_same_rules_again_are_no_work(bank: Catalogue) -> None:
    relating = worked(Relating(bank, Teaching([this_phrase(BANK)])))
    assert not relating.learn(Teaching([this_phrase(BANK)]))
    assert not relating.behind


def test_only_the_rows_that_a_rule_speaks_about_are_indexed_again(
    bank: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    relating = worked(Relating(bank))
    again: list[int] = []
    taken = relating._take
    monkeypatch.setattr(relating, "_take", lambda rows: (again.extend(rows), taken(rows))[1])
    relating.learn(Teaching([this_phrase(BANK)]))
    worked(relating)
    assert sorted(again) == [1, 2]


def test_rules_that_follow_each_other_quickly_all_have_their_say(bank: Catalogue) -> None:
    relating = worked(Relating(bank))
    before = likeness(relating)
    relating.learn(Teaching([this_phrase(BANK)]))
    relating.learn(Teaching([this_phrase(BANK), this_phrase("Next")]))
    assert likeness(worked(relating)) < before / 2


def test_a_saved_index_follows_what_was_taught_while_it_lay(bank: Catalogue) -> None:
    relating = worked(Relating(bank))
    before = likeness(relating)
    relating.settle()
    again = Relating(bank, Teaching([this_phrase(BANK)]))
    assert again.behind
    assert likeness(worked(again)) < before / 2
    assert again.settle()
    last = Relating(bank, Teaching([this_phrase(BANK)]))
    assert not last.behind
    assert likeness(worked(last)) < before / 2


def test_an_index_of_rules_that_cannot_be_read_is_made_again(bank: Catalogue) -> None:
    worked(Relating(bank)).settle()
    stamp = bank.folder / FOLDER / STAMP
    stamp.write_text(stamp.read_text().replace('""', '"rule = 3"'))
    again = Relating(bank)
    again.catch_up()
    assert again.waiting == 3


ONE, TWO, THREE = (this_phrase(word) for word in ("one", "two", "three"))


@pytest.mark.parametrize(
    ("before", "after", "differ"),
    [
        ([], [], []),
        ([ONE], [ONE, TWO], [TWO]),
        ([ONE, TWO], [TWO], [ONE]),
        ([ONE, TWO], [TWO, ONE], [ONE, TWO]),
        ([ONE, TWO], [TWO, ONE, THREE], [ONE, TWO, THREE]),
    ],
)
def test_rules_differ_where_they_came_went_or_changed_their_order(
    before: list[TaughtRule], after: list[TaughtRule], differ: list[TaughtRule]
) -> None:
    assert differing(before, after) == set(differ)


def test_the_back_room_hears_of_what_was_taught_and_of_undo(tmp_path: Path) -> None:
    files = DeskOfFiles(tmp_path)
    files.write("fire.txt", f"Harbour fire kills two\n\n{QUAY}\n\n{BANK}\n")
    files.write("grain.txt", f"Grain prices fall\n\nBarley was sold by farmers.\n\n{BANK}\n")
    desk = files.started()
    number, other = desk.order(View(sort=Sort.TITLE))
    until(desk, lambda: desk.related(number) is not None)
    before = desk_likeness(desk, number, other)
    article = desk.article(number)
    assert article is not None
    advertisement = [block for block in article.blocks if block.text == BANK]
    deed = desk.teach(number, advertisement, Scope.EVERYWHERE, fold=True)
    assert deed.numbers == (number,)
    told_again = desk.article(other)
    assert told_again is not None
    assert [block.text for block in told_again.blocks if block.role.folded] == [BANK]
    until(desk, lambda: desk_likeness(desk, number, other) < before / 2)
    desk.undo()
    until(desk, lambda: desk_likeness(desk, number, other) > before / 2)
    for each in list(files.desks):
        files.close(each)


def desk_likeness(desk: Desk, number: int, other: int) -> float:
    found = [each.score for each in desk.related(number) or () if each.number == other]
    return max(found, default=0.0)


def until(desk: Desk, condition: Callable[[], bool]) -> None:
    """Hear the news until something is so."""
    for _ in range(TURNS):
        if condition():
            return
        desk._line.wait(0.5)
        desk.news()
    raise AssertionError("it never came to this")
