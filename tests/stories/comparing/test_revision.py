"""What a new version of an item changed."""

from __future__ import annotations

from dataclasses import replace

from copytaster.stories.comparing.revision import Rewrite, revision, revision_if_one
from copytaster.wire.reading import read
from corpus.labels import SAMPLES
from stories.versions import FIRST, SECOND, version


def test_a_new_version_says_what_it_added_cut_and_changed() -> None:
    found = revision(version(*FIRST), version(*SECOND, advisory="(Updates toll, adds watchman)"))
    assert found.advisory == "(Updates toll, adds watchman)"
    assert found.added == (SECOND[2],)
    assert found.cut == (FIRST[2],)
    assert found.changed == (Rewrite(FIRST[0], SECOND[0]),)


def test_a_new_toll_stands_out() -> None:
    (toll,) = revision(version(*FIRST), version(*SECOND)).figures
    assert (toll.ours, toll.theirs) == ("Twelve", "Fifteen")


def test_the_same_version_changed_nothing() -> None:
    found = revision(version(*FIRST), version(*FIRST))
    assert (found.added, found.cut, found.changed, found.figures) == ((), (), (), ())
    assert found.advisory is None


def test_a_correction_of_the_sample_corpus_is_the_figure_that_it_corrects() -> None:
    (old,) = read(next(SAMPLES.glob("*harbour-fire_update2.txt"))) or ()
    (new,) = read(next(SAMPLES.glob("*harbour-fire_corrected.txt"))) or ()
    found = revision(old, new)
    assert "1,200 tonnes" in (found.advisory or "")
    assert [(one.ours, one.theirs) for one in found.figures] == [("12,000", "1,200")]
    assert found.added == ()
    assert len(found.changed) == 1


def test_a_version_is_known_by_its_slug_or_by_what_its_house_says_and_repeats() -> None:
    old, new = version(*FIRST), version(*SECOND)
    assert revision_if_one(replace(old, slug="mill"), replace(new, slug="mill")) is not None
    old, new = replace(old, source="Norwire"), replace(new, source="Norwire")
    assert revision_if_one(old, new) is None
    assert revision_if_one(old, replace(new, take="Update 1")) is not None
    assert revision_if_one(old, replace(new, advisory="(Updates toll)")) is not None
    assert revision_if_one(old, replace(new, take="Update 1", source="Ledger")) is None
    another = version("A goose sat down on the runway.")
    assert revision_if_one(old, replace(another, take="Update 1", source="Norwire")) is None


def test_a_version_may_repeat_a_single_sentence_with_another_toll_in_it() -> None:
    old = replace(version(FIRST[0]), source="Norwire")
    new = replace(version(SECOND[0]), source="Norwire", take="Update 1")
    assert revision_if_one(old, new) is not None
