"""A paragraph on its way to a block: what was found so far, revised from pass to pass."""

from __future__ import annotations

from dataclasses import dataclass, replace

from copytaster.wire.article import Block, Role
from copytaster.wire.boilerplate import Rule
from copytaster.wire.lines.paragraphs import Paragraph
from copytaster.wire.shapes import Shape

LONGEST_LINK = 200
"""Characters; longer lines are not headlines."""


@dataclass(frozen=True, slots=True)
class Draft:
    """One paragraph with its shape, and the role, reason and rule found for it so far.

    `role` is None where nothing speaks for anything yet.
    """

    paragraph: Paragraph
    shape: Shape
    role: Role | None = None
    reason: str | None = None
    suspect: bool = False
    rule: Rule | None = None

    @property
    def text(self) -> str:
        """The text of the paragraph, on one line."""
        return self.paragraph.text

    @property
    def folded(self) -> bool:
        """Whether it is folded as things stand."""
        return self.role is not None and self.role.folded

    @property
    def story(self) -> bool:
        """Whether it reads like a sentence of the story and nothing else claims it."""
        return self.role in (None, Role.BODY) and self.shape.prose

    @property
    def linklike(self) -> bool:
        """A line such as headlines are: short, and not ending as a sentence does."""
        return self.shape.length <= LONGEST_LINK and (not self.shape.closed or self.shape.asks)

    def taken_as(self, role: Role) -> Draft:
        """The same with a role."""
        return replace(self, role=role)

    def fold(self, role: Role, reason: str) -> Draft:
        """The same, folded for a reason."""
        return replace(self, role=role, reason=reason, suspect=False)

    def doubted(self, reason: str) -> Draft:
        """The same, to be dimmed for a reason but not folded."""
        return replace(self, suspect=True, reason=reason)

    def block(self) -> Block:
        """The block that it became; body where nothing else was found."""
        return Block(
            role=self.role or Role.BODY,
            text=self.text,
            lines=(self.paragraph.first, self.paragraph.last),
            suspect=self.suspect,
            reason=self.reason,
        )
