"""How the tests of the rules read a line: before, as it stands in a file; after, what is left."""

from __future__ import annotations

from copytaster.wire.boilerplate import Rule, rulebook
from copytaster.wire.lines.lines import Parsed, classify
from copytaster.wire.shapes import shape_of

STORY = (
    "The ferry company said on Monday that the crossing would close for nine days in October.",
    "Repairs to the northern pier cannot be done while ships lie there, its director said.",
    "Commuters will be carried by bus over the old bridge, which adds forty minutes to the trip.",
    "The mayor called the timing unfortunate but said that nobody wanted another such winter.",
)


def rule_of(line: str) -> Rule | None:
    """The rule that a line falls under by itself."""
    return rulebook().match(line, shape_of(line))


def rule_name(line: str) -> str | None:
    """The name of the rule that a line falls under by itself."""
    rule = rule_of(line)
    return rule.name if rule else None


def kept(text: str) -> list[str]:
    """What is left of a text once the folded blocks are taken out."""
    return [block.text for block in classify(text).blocks if not block.role.folded]


def folded(parsed: Parsed) -> list[str]:
    """The texts of the folded blocks."""
    return [block.text for block in parsed.blocks if block.role.folded]


def story(*inside: str) -> str:
    """A story of four paragraphs with lines in its middle."""
    return "\n\n".join((*STORY[:2], *inside, *STORY[2:]))


def story_then(*after: str) -> str:
    """A story of four paragraphs with lines after its end."""
    return "\n\n".join((*STORY, *after))
