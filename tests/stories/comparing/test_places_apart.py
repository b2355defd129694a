"""Places that do not agree, and those that may well."""

from __future__ import annotations

import pytest

from copytaster.stories.comparing.comparison import compare
from copytaster.stories.index.document import Document
from stories.planting import told_and_raised
from stories.planting_places import natural_places, planted_places

LEDE = "The river Morla burst a dyke near Belaya Luka on Thursday, Minister Yuri Sobolin said."
RESCUE = "Rescuers pulled eleven people from a bus that had left the icy road {}."


def differing(
    ours: str, theirs: str, more: str = "", language: str = "en"
) -> list[tuple[str, str, str]]:
    """What does not agree where two articles share a lede, and theirs may tell one thing `more`."""
    own = Document("article", "", f"{LEDE}\n{ours}", language=language)
    other = Document("article", "", f"{LEDE}\n{theirs}\n{more}", language=language)
    return [(one.matter.value, one.ours, one.theirs) for one in compare(own, other).differences]


@pytest.mark.parametrize(
    ("ours", "theirs", "places"),
    [
        ("in Skarhaven", "in Brannock", ("Skarhaven", "Brannock")),
        ("in Skarhaven on Sunday", "in Brannock on Sunday", ("Skarhaven", "Brannock")),
        ("in Port Lisse", "in Andorral", ("Port Lisse", "Andorral")),
        ("near Orlino", "outside Drusko", ("Orlino", "Drusko")),
        ("in the village of Orlino", "in the town of Drusko", ("Orlino", "Drusko")),
        ("in the city of Orlino", "in Drusko", ("Orlino", "Drusko")),
        ("ten miles west of Orlino", "ten miles west of Drusko", ("Orlino", "Drusko")),
        ("in central Orlino", "in central Drusko", ("Orlino", "Drusko")),
        ("in Kenya", "in Uganda", ("Kenya", "Uganda")),
        ("north of the capital", "south of the capital", ("north", "south")),
        ("in the northern hills", "in the southeastern hills", ("northern", "southeastern")),
    ],
)
def test_another_place_where_two_sentences_are_worded_alike_is_told(
    ours: str, theirs: str, places: tuple[str, str]
) -> None:
    own, other = RESCUE.format(ours), RESCUE.format(theirs)
    assert differing(own, other) == [("place", *places)]
    assert differing(other, own) == [("place", *places[::-1])]


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("in Kabul", "in Afghanistan"),
        ("in Dallas on Sunday", "in Texas on Sunday"),
        ("in Kenya", "in Africa"),
        ("in England", "in Britain"),
        ("in Drusko", "near Orlino"),
        ("in Drusko", "in the province of Orlino"),
        ("in the district of Drusko", "in the city of Orlino"),
        ("at Heathrow", "in London"),
        ("in Slavyansk", "in Sloviansk"),
        ("in Nairobi", "in the Kenyan capital"),
        ("in New York", "in New York City"),
        ("north of the capital", "northeast of the capital"),
        ("north of the capital", "east of the capital"),
        ("from north to south", "from south to north"),
        ("in Orlino and Drusko", "in Drusko and Orlino"),
        ("in January", "in August last"),
    ],
)
def test_two_places_that_may_both_be_meant_agree(ours: str, theirs: str) -> None:
    own, other = RESCUE.format(ours), RESCUE.format(theirs)
    assert not [one for one in differing(own, other) if one[0] in ("place", "name")]
    assert not [one for one in differing(other, own) if one[0] in ("place", "name")]


@pytest.mark.parametrize(
    "more",
    [
        "Orlino lies in the hills above Drusko and has no station of its own.",
        "The Orlinian fire brigade came with two ladders and a boat.",
        "ORLINO, Sept 18 (Norwire) - Nobody could say why the driver had no map.",
    ],
)
def test_a_place_that_the_other_article_names_as_well_is_no_difference(more: str) -> None:
    own, other = RESCUE.format("in Orlino"), RESCUE.format("in Drusko")
    assert differing(own, other, more) == []


def test_sentences_that_are_told_otherwise_may_speak_of_two_places() -> None:
    own = RESCUE.format("in Orlino")
    other = "Firemen brought eleven people out of a coach that had slid off the road in Drusko."
    assert differing(own, other) == []


def test_a_place_is_known_by_its_dateline_where_nothing_stands_before_it() -> None:
    told = "The lanterns of {} were out for nine hours, and the gulls slept on the roofs."
    own = f"SKARHAVEN, Sept 18 (Norwire) - {told.format('Skarhaven')}"
    assert differing(own, told.format("Brannock")) == [("place", "Skarhaven", "Brannock")]


def test_a_name_that_is_nowhere_told_of_as_a_place_is_a_name() -> None:
    told = "It was the pilot {} who saw the first of the lights from the tower."
    assert differing(told.format("Dahl"), told.format("Rise")) == [("name", "Dahl", "Rise")]


def test_planted_places_are_found_and_places_told_otherwise_raise_few_alarms() -> None:
    found, alarms = told_and_raised(planted_places(92), natural_places(92))
    assert found / 92 >= 0.85
    assert found / alarms >= 0.9
