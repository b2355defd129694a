"""The five files that the desk was made for, where they stand beside the checkout."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from copytaster import bundled

SEEDS = Path(__file__).resolve().parents[3] / "shared" / "data" / "seeds"
FOLDED = {"boilerplate-link", "boilerplate-other"}
KEPT = {"body", "subhead"}
UNSCORED = {"blank", "neutral"}

pytestmark = pytest.mark.skipif(
    not SEEDS.is_dir(), reason="the seeds are not beside this checkout; they are not ours to give"
)


@pytest.fixture
def seeds():
    return sorted(SEEDS.glob("*.txt"))


def labels(path):
    """The label of each line that counts, by number from 1."""
    rows = (
        line.split("\t", 2)
        for line in path.with_suffix(".labels.tsv").read_text("utf-8").split("\n")
        if line
    )
    return {int(row[0]): row[1] for row in rows if row[1] not in UNSCORED}


def roles(record):
    """The role of each line by number."""
    return {
        number: block["role"]
        for block in record["blocks"]
        for number in range(block["lines"][0], block["lines"][1] + 1)
    }


def expected(label):
    """The roles that are right for a label."""
    if label in FOLDED:
        return {"link", "furniture"}
    return KEPT if label in KEPT else {label}


def test_every_line_of_every_seed_is_read_right(call, seeds):
    records = {each["path"]: each for each in call("show", *seeds, "--jsonl").records}
    for path in seeds:
        read = roles(records[str(path)])
        wrong = {
            n: label for n, label in labels(path).items() if read.get(n) not in expected(label)
        }
        assert wrong == {}, path.name


def neighbours(call, inbox):
    """What is related to each seed of a folder, best first, by the name of the seed."""
    records = call("related", "--each", inbox, "--jsonl").records
    return {Path(each["path"]).name: each["related"] for each in records}


def test_each_seed_ranks_the_other_four_first(call, seeds, tmp_path):
    for path in seeds:
        shutil.copy2(path, tmp_path)
    names = {path.name for path in seeds}
    for name, related in neighbours(call, tmp_path).items():
        assert {Path(each["path"]).name for each in related} == names - {name}


def test_among_a_hundred_other_articles_too(call, seeds, tmp_path):
    inbox = tmp_path / "inbox"
    shutil.copytree(bundled.folder("sample_corpus"), inbox)
    for path in seeds:
        shutil.copy2(path, inbox)
    found = neighbours(call, inbox)
    names = {path.name for path in seeds}
    for name in names:
        assert {Path(each["path"]).name for each in found[name][:4]} == names - {name}
        assert {each["kind"] for each in found[name][4:]} <= {"background"}
