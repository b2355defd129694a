"""`related` and `stories` about articles that share an id: each is there, each as what it is."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from copytaster.desk.catalogue.entries import ledger_key
from copytaster.desk.keeping.folders import state_folder
from copytaster.desk.ledger.fields import Item
from copytaster.desk.ledger.ledger import open_ledger
from copytaster.desk.ledger.ties import Tie, pair
from copytaster.wire.reading import read

GUID = "urn:newsml:norwire:mill"
MILL = (
    "A paper mill burned down in Ystermouth on Sunday night, the fire brigade said.",
    "The owner, Edda Norling, told local radio that the drying room caught fire first.",
)
MORE = {
    "2": "Two watchmen were taken to hospital with burns, Norling said.",
    "3": "Police opened an inquiry against the maker of the boilers on Monday.",
    "10": "The mill will be built again, the county council decided.",
}
TULIPS = "The tulips of Oberfeld opened a week early. Growers blame the warm rain of March.\n"


@pytest.fixture
def version(file) -> Callable[[str], Path]:
    """Files a version of one item, the versions before it and a paragraph of its own."""

    def write(number: str) -> Path:
        told = [*MILL, *(text for other, text in MORE.items() if int(other) <= int(number))]
        record = {
            "guid": GUID,
            "version": number,
            "versioncreated": "2025-08-07T10:00:00Z",
            "pubstatus": "usable",
            "headline": f"Mill burns, version {number}",
            "body_html": "".join(f"<p>{text}</p>" for text in told),
        }
        return file(f"wire/mill-{number}.json", json.dumps(record))

    return write


@pytest.fixture
def wire(version) -> Path:
    """Three versions of one item, filed in an order that is not that of their names."""
    first, *_ = [version(number) for number in ("10", "2", "3")]
    return first.parent


@pytest.fixture
def copies(file) -> Path:
    """A folder with the same text twice, and a stranger."""
    for name in ("a.txt", "b.txt"):
        file(f"copies/{name}", "Mill burns\n\n" + "\n\n".join(MILL) + "\n")
    return file("copies/other.txt", f"Tulips bloom\n\n{TULIPS}").parent


def names(records) -> list[str]:
    return [Path(each["path"]).name for each in records]


def test_all_versions_of_an_item_are_one_story_in_their_order(call, wire):
    (story,) = call("stories", wire, "--json").json
    assert names(story["articles"]) == ["mill-2.json", "mill-3.json", "mill-10.json"]
    assert {each["id"] for each in story["articles"]} == {GUID}


def test_a_version_is_related_to_the_others_as_takes_and_not_to_itself(call, wire):
    found = call("related", wire / "mill-3.json", "--json").json
    assert sorted(names(found)) == ["mill-10.json", "mill-2.json"]
    assert {each["kind"] for each in found} == {"take"}
    assert {each["title"] for each in found} == {"Mill burns, version 10", "Mill burns, version 2"}


def test_each_has_a_line_for_every_version(call, wire):
    records = call("related", "--each", wire, "--jsonl").records
    assert sorted(names(records)) == ["mill-10.json", "mill-2.json", "mill-3.json"]
    for record in records:
        assert record["id"] == GUID
        assert len(record["related"]) == 2
        assert record["path"] not in {each["path"] for each in record["related"]}


def test_the_same_text_in_two_files_is_a_copy(call, copies):
    found = call("related", copies / "b.txt", "--json").json
    assert (names(found)[0], found[0]["kind"]) == ("a.txt", "copy")
    assert "b.txt" not in names(found)
    assert len(call("related", "--each", copies).records) == 3


def test_a_file_under_another_name_of_its_path_finds_itself(call, copies, tmp_path, monkeypatch):
    (tmp_path / "link").symlink_to(copies)
    (copies / "same.txt").symlink_to(copies / "b.txt")
    monkeypatch.chdir(copies)
    for place in ("b.txt", tmp_path / "link" / "b.txt", "same.txt"):
        found = names(call("related", place, "--json").json)
        assert found[0] == "a.txt"
        assert not {"b.txt", "same.txt"} & set(found)


def test_the_limit_does_not_count_the_file_itself(call, copies):
    (copies / "same.txt").symlink_to(copies / "b.txt")
    assert names(call("related", copies / "b.txt", "--limit", 1, "--json").json) == ["a.txt"]


def test_a_copy_that_lies_elsewhere_is_a_relation(call, copies, file):
    lone = file("apart/mine.txt", (copies / "a.txt").read_text())
    found = call("related", lone, "--in", copies, "--json").json
    assert sorted(names(found)[:2]) == ["a.txt", "b.txt"]
    assert [each["kind"] for each in found[:2]] == ["copy", "copy"]


def test_two_articles_that_bring_one_id_are_two(call, file):
    lines = [
        {"id": "1", "title": "Mill burns", "text": " ".join(MILL)},
        {"id": "1", "title": "Tulips bloom", "text": TULIPS},
    ]
    path = file("wire/two.jsonl", "".join(json.dumps(line) + "\n" for line in lines))
    told = call("stories", path.parent, "--json").json
    assert [story["title"] for story in told] == ["Mill burns", "Tulips bloom"]
    assert [record["id"] for record in call("related", "--each", path).records] == ["1", "1"]


def test_the_story_of_one_article_of_a_file_is_asked_for_by_its_part(call, file):
    lines = [
        {"id": "1", "title": "Mill burns", "text": " ".join(MILL)},
        {"id": "1", "title": "Tulips bloom", "text": TULIPS},
    ]
    path = file("wire/two.jsonl", "".join(json.dumps(line) + "\n" for line in lines))
    (story,) = call("stories", "--of", f"{path}#1", "--json").json
    assert story["title"] == "Tulips bloom"
    answer = call("stories", "--of", f"{path}#2", "--json")
    assert (answer.status, answer.out) == (2, "")
    assert "#2" in answer.complaint


def test_what_was_parted_by_hand_holds_for_every_copy(call, copies, file):
    ours, theirs = copies / "a.txt", file("copies/late.txt", f"Mill burns\n\n{' '.join(MILL)} .\n")
    before = call("stories", copies, "--json").json
    assert max(len(story["articles"]) for story in before) == 3
    part(ours, theirs)
    told = [set(names(story["articles"])) for story in call("stories", copies, "--json").json]
    assert {"a.txt", "b.txt"} in told
    assert {"late.txt"} in told


def part(ours: Path, theirs: Path) -> None:
    """Say by hand that two files do not tell one story."""
    one, other = (article for path in (ours, theirs) for article in read(path))
    item = Item(ledger_key(one), one.id, None, None, one.title)
    ledger = open_ledger(state_folder())
    ledger.tie(item, {pair(item.key, ledger_key(other)): Tie.APART}, "by hand")
    ledger.close()
