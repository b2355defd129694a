from __future__ import annotations

import pytest

from copytaster.wire.lines.captions import is_caption, is_credit_only
from copytaster.wire.shapes import shape_of


@pytest.mark.parametrize(
    "line",
    [
        "The pier on Monday. Photo: Ada Moss/Reuters",
        "Divers at the pier on Monday. Getty Images",
        "The pier was built in 1911. / Reuters",
        "The pier in winter (Image: Getty)",
        "The harbour master. Credit: Ada Moss / Harbour Pictures",
        "Divers at the pier. Photograph: Ada Moss/The Guardian",
        "A ship is seen at the pier on Monday, May 3, 2026",
        "Image copyright Ada Moss Image caption The pier in winter",
        "Firefighters search the pier after the blaze – video",
        "Die Pier am Montag. Foto: Ada Moss/dpa",
        "Le quai, lundi. ADA MOSS / LE PHARE",
        "The pier in winter. — Reuters pic",
        "The pier in winter [Ada Moss/Al Jazeera]",
        "Ada Moss (left) and Bo Lind at the pier",
        "The pier, of which little is said. Picture by Reuters",
    ],
)
def test_a_credit_or_its_words_make_a_caption(line: str) -> None:
    assert is_caption(line, shape_of(line))


@pytest.mark.parametrize(
    "line",
    [
        "The harbour master told Reuters that the pier would be closed.",
        "“You can be pictured in at most one of them,” she said.",
        "The pictures were shown in court.",
        "He left the pier at nine and was never seen again.",
        "The decision was announced by the city (which owns the pier).",
        "“The pier stays shut,” the mayor was quoted as saying on Monday by state news agencies.",
        "The pier will stay shut until Friday, it was reported by Reuters.",
    ],
)
def test_a_sentence_that_names_an_agency_is_none(line: str) -> None:
    assert not is_caption(line, shape_of(line))


@pytest.mark.parametrize("line", ["Getty Images", "Photo: AFP", "Ada Moss | Getty Images", "BBC"])
def test_a_credit_may_stand_alone(line: str) -> None:
    assert is_credit_only(shape_of(line))


def test_a_headline_is_no_credit() -> None:
    assert not is_credit_only(shape_of("Reuters names a new editor"))
