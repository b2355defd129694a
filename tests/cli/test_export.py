"""`copytaster export`: what was kept, or what a query matches, for others to use."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from copytaster.desk.keeping.saving import save_text

TOMORROW = "2999-01-01T06:00:00Z"


def item(guid: str, title: str, **fields: object) -> str:
    """A ninjs item of one paragraph."""
    record = {"guid": guid, "type": "text", "pubstatus": "usable", "headline": title}
    return json.dumps({**record, "body_html": f"<p>{title}: nobody came.</p>", **fields})


@pytest.fixture
def wire(file) -> Path:
    """An inbox with an item that may be used, and four that may not."""
    for name, content in (
        ("fair.json", item("urn:1", "The fair opens")),
        ("late.json", item("urn:2", "The budget", embargoed=TOMORROW)),
        ("dead.json", item("urn:3", "The resignation", pubstatus="canceled")),
        ("held.json", item("urn:4", "The verdict", pubstatus="withheld")),
    ):
        file(f"wire/{name}", content)
    return file("wire/open.json", item("urn:5", "The bridge")).parent


@pytest.fixture
def titles(call, wire):
    """The titles that an export of everything has, with the complaints beside it."""

    def export(*words: object) -> tuple[list[str], str]:
        answer = call("export", "*", "--in", wire, "--format", "json", *words)
        return sorted(record["title"] for record in answer.json), answer.complaints

    return export


def test_what_was_kept_is_exported_as_markdown(call, wire):
    call("keep", wire / "fair.json")
    answer = call("export", "--in", wire)
    assert (answer.status, answer.complaints) == (0, "")
    assert answer.out == "# The fair opens\n\nThe fair opens: nobody came.\n"


def test_with_a_query_it_is_what_the_query_matches(call, wire):
    answer = call("export", "title:bridge or title:fair", "--in", wire, "--format", "txt")
    assert answer.out.count("nobody came") == 2
    assert "\n* * *\n" in answer.out


def test_nothing_kept_is_status_one(call, wire):
    answer = call("export", "--in", wire)
    assert (answer.status, answer.out) == (1, "")
    assert call("export", "--in", wire, "--format", "json").json == []


def test_what_must_not_be_used_is_left_out_with_a_line(titles):
    found, complaints = titles()
    assert found == ["The bridge", "The fair opens"]
    said = sorted(line.partition("left out, ")[2] for line in complaints.splitlines())
    assert said == [
        "embargoed: The budget (--embargoed exports it all the same)",
        "killed: The resignation (--killed exports it all the same)",
        "on hold: The verdict (--embargoed exports it all the same)",
    ]


def test_asked_for_it_is_exported(titles):
    assert "The budget" in titles("--embargoed")[0]
    assert "The verdict" in titles("--embargoed")[0]
    assert "The resignation" in titles("--killed")[0]
    assert len(titles("--killed", "--embargoed")[0]) == 5


def test_an_item_that_was_killed_later_is_killed(call, titles, wire, file):
    kill = item("urn:1", "KILL Monday's item", pubstatus="canceled", versioncreated="2999-01-01")
    file("wire/kill.json", kill)
    assert titles()[0] == ["The bridge"]
    answer = call("export", "title:fair", "--in", wire)
    assert (answer.status, answer.out) == (1, "")
    assert "killed: The fair opens" in answer.complaint


def test_an_item_that_a_kill_names_by_its_slug_alone_is_killed(call, file):
    sent, later = "2026-09-01T10:00:00Z", "2026-09-01T11:00:00Z"
    story = item("urn:1", "The fair opens", slugline="FAIR-OPENING", versioncreated=sent)
    kill = item("urn:9", "KILL: fair", slugline="FAIR-OPENING, KILL", versioncreated=later)
    file("wire/fair.json", story)
    place = file("wire/kill.json", kill).parent
    call("keep", "title:opens", "--in", place)
    answer = call("export", "title:opens", "--in", place)
    assert (answer.status, answer.out) == (1, "")
    assert "left out, killed: The fair opens" in answer.complaint


def test_an_item_that_was_sent_again_after_its_kill_is_not(titles, file):
    early, late = "2026-01-01T10:00:00Z", "2026-01-01T11:00:00Z"
    file("wire/kill.json", item("urn:7", "KILL Fog", pubstatus="canceled", versioncreated=early))
    file("wire/again.json", item("urn:7", "The fog", versioncreated=late))
    assert "The fog" in titles()[0]


def test_copies_are_exported_once(titles, file):
    file("wire/copy.json", item("urn:1", "The fair opens"))
    assert titles()[0] == ["The bridge", "The fair opens"]


def test_a_file_without_an_article_is_left_out_with_its_reason(titles, file):
    file("wire/nothing.txt", "")
    found, complaints = titles()
    assert found == ["The bridge", "The fair opens"]
    assert "wire/nothing.txt: an empty file" in complaints


def test_two_articles_that_bring_one_id_both_go_out(call, file):
    record = {"id": "1", "title": "The fair opens", "text": "Nobody came to the fair."}
    file("both/a.jsonl", json.dumps(record))
    file("both/b.jsonl", json.dumps({**record, "title": "The goat", "text": "It went home."}))
    answer = call("export", "*", "--in", file("both/c.txt", "Fog\n\nIt came.\n").parent)
    assert (answer.status, answer.complaints) == (0, "")
    assert all(each in answer.out for each in ("Nobody came", "It went home", "It came"))


def test_of_several_versions_of_an_item_the_newest_goes_out_and_it_is_said(titles, file):
    file("wire/new.json", item("urn:1", "The fair closes", versioncreated="2999-01-01T00:00:00Z"))
    found, complaints = titles()
    assert found == ["The bridge", "The fair closes"]
    assert "left out: The fair opens: another version of it goes out" in complaints


def test_what_was_taught_is_folded_is_not_exported(call, home, file):
    text = "The fair opens\n\nIt opened on Monday at noon, and many came.\n\nOne more thing.\n"
    path = file("taught/fair.txt", text)
    assert "One more thing" in call("export", "*", "--in", path.parent).out
    (home / "taught.toml").write_text('[[rule]]\nfold = true\nphrase = "One more thing."\n')
    assert "One more thing" not in call("export", "*", "--in", path.parent).out


def test_the_newest_comes_first(call, file):
    for hour in (7, 9, 8):
        moment = f"2026-09-14T0{hour}:00:00Z"
        file(f"wire/{hour}.json", item(f"urn:{hour}", f"At {hour}", versioncreated=moment))
    place = file("wire/readme.md", "").parent
    records = call("export", "title:at", "--in", place, "--format", "json").json
    assert [record["title"] for record in records] == ["At 9", "At 8", "At 7"]


@pytest.mark.parametrize(
    ("name", "opening"),
    [
        *(("out.md", "# The"), ("out.txt", "The "), ("out.json", "["), ("out.ninjs", "[")),
        *(("out.eml", "From wire@"), ("out.mbox", "From wire@"), ("out", "# The")),
    ],
)
def test_the_name_of_the_file_decides_the_form(call, wire, tmp_path, name, opening):
    target = tmp_path / name
    answer = call("export", "title:bridge or title:fair", "--in", wire, "--to", target)
    assert (answer.status, answer.out) == (0, "")
    assert target.read_text().startswith(opening)


def test_a_form_that_is_named_wins_over_the_name_of_the_file(call, wire, tmp_path):
    target = tmp_path / "out.json"
    call("export", "title:bridge", "--in", wire, "--to", target, "--format", "md")
    assert target.read_text().startswith("# The bridge")


def test_nothing_to_export_leaves_the_file_as_it_was(call, wire, tmp_path):
    target = tmp_path / "out.md"
    target.write_text("yesterday")
    assert call("export", "--in", wire, "--to", target).status == 1
    assert target.read_text() == "yesterday"


def test_an_export_that_breaks_off_leaves_the_file_as_it_was(tmp_path):
    target = tmp_path / "out.md"
    target.write_text("yesterday")

    def pieces():
        yield "half"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        save_text(target, pieces())
    assert target.read_text() == "yesterday"
    assert list(tmp_path.iterdir()) == [target]


def test_a_link_is_followed(tmp_path):
    target, link = tmp_path / "out.md", tmp_path / "link.md"
    target.write_text("yesterday")
    link.symlink_to(target)
    save_text(link, ["today \ud800"])
    assert link.is_symlink()
    assert target.read_text() == "today ?"


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (("export", "colour:blue"), "colour"),
        (("export", "--in", "no-such-folder"), "no-such-folder"),
        (("export", "--format", "pdf"), "pdf"),
        (("export", "--to", "."), "is a folder"),
    ],
)
def test_wrong_use_is_one_line_and_status_two(call, words, named):
    answer = call(*words)
    assert answer.status == 2
    assert answer.out == ""
    assert named in answer.complaint


def test_a_file_that_cannot_be_written_is_one_line(call, wire, tmp_path):
    answer = call("export", "title:bridge", "--in", wire, "--to", tmp_path / "gone" / "out.md")
    assert answer.status == 2
    assert "out.md: cannot be written" in answer.complaint
