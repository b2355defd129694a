"""What does not agree across a whole story, and who says what."""

from __future__ import annotations

from copytaster.stories.comparing.differences import Matter
from copytaster.stories.comparing.disagreements import Disagreement, Inquiry, disagreements
from copytaster.stories.index.document import Document

LEDE = "A mill burned down in Ystermouth on Sunday, the chief of its fire brigade said."


def told(source: str, held: str, hour: int = 12) -> Document:
    text = f"{LEDE}\nThe shed held {held} of fertiliser, its owner said."
    return Document(
        f"{source}-{hour}", "", text, language="en", source=source, moment=f"2026-09-14T{hour}:00Z"
    )


def answers(found: Disagreement) -> list[tuple[str, list[str]]]:
    return [(version.text, [claim.key for claim in version.claims]) for version in found.versions]


def test_who_says_what_with_the_version_of_most_first() -> None:
    (found,) = disagreements(
        [
            told("Ledger", "13,000 tonnes", 14),
            told("Norwire", "12,000 tonnes", 12),
            told("Meridian", "12\u00a0000 tons", 13),
        ]
    )
    assert found.matter is Matter.NUMBER
    assert answers(found) == [
        ("12,000", ["Norwire-12", "Meridian-13"]),
        ("13,000", ["Ledger-14"]),
    ]
    claim = found.versions[1].claims[0]
    assert (claim.number, claim.text) == (1, "13,000")
    assert claim.sentence.startswith("The shed held 13,000 tonnes")


def test_a_source_that_corrected_itself_agrees_with_its_last_word() -> None:
    story = [
        told("Norwire", "12,000 tonnes", 12),
        told("Norwire", "13,000 tonnes", 15),
        told("Ledger", "13,000 tonnes", 14),
    ]
    assert disagreements(story) == []


def test_a_story_that_agrees_has_no_disagreements() -> None:
    same = [told(source, "12,000 tonnes") for source in ("Norwire", "Ledger", "Meridian")]
    assert disagreements(same) == []
    assert disagreements(same[:1]) == disagreements([]) == []


def test_an_inquiry_that_is_broken_off_has_compared_the_newest() -> None:
    story = [told(f"Wire {hour}", f"{hour},000 tonnes", hour) for hour in (13, 12, 11, 10)]
    inquiry = Inquiry(story)
    assert (inquiry.compared, inquiry.found()) == (1, [])
    steps = inquiry.steps()
    for _ in range(4):
        next(steps)
    (found,) = inquiry.found()
    assert inquiry.compared == 3
    assert {version.text for version in found.versions} >= {"13,000", "12,000", "11,000"}
    assert list(steps)
    assert inquiry.compared == 4
    assert inquiry.found() == disagreements(story)
