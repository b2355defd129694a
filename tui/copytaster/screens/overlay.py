"""What lies over the desk for a while: it closes once, however often it is told to.

Keys that were typed ahead reach a screen that has closed already; a second `dismiss` would then
close the desk below it, and a third end the program.
"""

from __future__ import annotations

from textual.await_complete import AwaitComplete
from textual.command import CommandPalette
from textual.screen import ModalScreen


class Overlay(ModalScreen[None]):
    """A screen over the desk."""

    def dismiss(self, result: None = None) -> AwaitComplete:
        """Close, unless that was done before."""
        return super().dismiss(result) if self.is_current else AwaitComplete()


class Palette(CommandPalette):
    """Textual's palette, as an overlay of ours."""

    def dismiss(self, result: None = None) -> AwaitComplete:
        """Close, unless that was done before."""
        return super().dismiss(result) if self.is_current else AwaitComplete()
