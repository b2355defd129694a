"""Stories, measured on the sample corpus: what belongs together, by hand, and what is related."""

from __future__ import annotations

from collections import Counter
from functools import cache
from itertools import combinations

import pytest

from copytaster.stories.index.document import Document, document_of
from copytaster.stories.match import Kind
from copytaster.stories.related import Related
from copytaster.wire.reading import read
from corpus.labels import LONER, SAMPLES, members, sample_paths, story_rows

DIGEST = "20260915T0600Z_norwire_world-digest.txt"
ADVISORY = "20260917T1500Z_norwire_advisory-sallow-cup.txt"
TWIN = "20260919T1842Z_norwire_port-brannock-fire.txt"
STORY_OF = dict(story_rows())


@cache
def documents() -> dict[str, Document]:
    """The document of each article that stories.tsv names."""
    found: dict[str, Document] = {}
    for path in sample_paths():
        for article in read(path) or []:
            name = path.name if path.name in STORY_OF else f"{path.name}#{article.part}"
            found[name] = document_of(article)
    return found


@cache
def names() -> dict[str, str]:
    return {document.key: name for name, document in documents().items()}


@cache
def related() -> Related:
    by_key = {document.key: document for document in documents().values()}
    made = Related(by_key.get)
    made.add(list(by_key.values()))
    made.settle()
    return made


def nearest(name: str, kinds: frozenset[Kind] = frozenset(Kind)) -> list[str]:
    """The names of what is related to an article, best first."""
    found = related().related(documents()[name].key, 12)
    return [names()[relation.key] for relation in found if relation.kind in kinds]


def stories() -> list[set[str]]:
    return [{names()[key] for key in story.keys} for story in related().stories()]


def companions(name: str) -> set[str]:
    """The other articles of the same story in the same language."""
    language = documents()[name].language
    return {
        other
        for other in members()[STORY_OF[name]]
        if other != name and documents()[other].language == language
    }


def test_stories_and_loners_name_every_article_once() -> None:
    named = Counter(name for name, _ in story_rows())
    assert set(named.values()) == {1}
    assert {name.partition("#")[0] for name in named} == {path.name for path in sample_paths()}
    assert set(documents()) == set(named)


def test_there_are_a_dozen_stories_of_two_takes_and_more_and_twenty_loners() -> None:
    assert all(len(takes) >= 2 for takes in members().values())
    assert sum(2 <= len(takes) <= 8 for takes in members().values()) >= 12
    assert sum(story == LONER for _, story in story_rows()) >= 20


def test_nearest_to_nine_takes_in_ten_is_another_take() -> None:
    asked = [name for takes in members().values() for name in takes if companions(name)]
    missed = [name for name in asked if nearest(name)[0] not in members()[STORY_OF[name]]]
    assert len(missed) <= len(asked) / 10, missed


def test_an_article_that_stands_alone_is_called_the_story_of_nothing() -> None:
    told = frozenset({Kind.COPY, Kind.TAKE, Kind.SAME_STORY})
    wrong = {
        name: found[0]
        for name, story in story_rows()
        if story == LONER and (found := nearest(name, told))
    }
    assert wrong == {}


def test_articles_that_are_put_together_belong_together() -> None:
    pairs = [pair for story in stories() for pair in combinations(sorted(story), 2)]
    wrong = [(a, b) for a, b in pairs if STORY_OF[a] != STORY_OF[b] or STORY_OF[a] == LONER]
    assert len(wrong) <= len(pairs) * 0.15, wrong


def test_most_takes_of_a_story_are_put_together() -> None:
    wanted = [
        (name, other)
        for takes in members().values()
        for name, other in combinations(takes, 2)
        if other in companions(name)
    ]
    told = stories()
    together = sum(any(a in story and b in story for story in told) for a, b in wanted)
    assert together >= len(wanted) * 0.5


@pytest.mark.parametrize("name", [DIGEST, ADVISORY])
def test_digests_and_advisories_join_no_story(name: str) -> None:
    assert not any(name in story for story in stories())


def test_another_fire_in_another_port_is_another_story() -> None:
    assert not any(TWIN in story and len(story) > 1 for story in stories())


def test_a_correction_is_a_take_of_what_it_corrects() -> None:
    corrected = "20260914T1322Z_norwire_harbour-fire_corrected.txt"
    assert nearest(corrected)[0] == "20260914T1130Z_norwire_harbour-fire_update2.txt"


def test_agency_copy_without_a_title_is_known_as_a_copy() -> None:
    found = nearest("20260918T0611Z_inbox_0047.txt", frozenset({Kind.COPY, Kind.TAKE}))
    assert found[:1] == ["20260918T0312Z_norwire_zuikai-satellite.txt"]


def test_unrelated_headlines_below_an_article_relate_it_to_nothing() -> None:
    blast = "20260914T1548Z_straitsworld_skarhaven-blast.txt"
    text = (SAMPLES / blast).read_text("utf-8")
    assert "Zuikai satellite" in text
    kinds = frozenset(Kind) - {Kind.BACKGROUND}
    assert {STORY_OF[name] for name in nearest(blast, kinds)} == {"harbour-fire"}
