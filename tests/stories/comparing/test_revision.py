"""What a new version of an item changed."""

from __future__ import annotations

from copytaster.stories.comparing.revision import Rewrite, revision
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
