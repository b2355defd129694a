"""The part of the application that has a theme: of the settings, or one that fits the terminal.

A theme is read when it is chosen; all are read only when one goes through them.
"""

from __future__ import annotations

import os

from textual.driver import Driver

from copytaster.app_keys import AttentiveApp
from copytaster.desk.settings.settings import Settings
from copytaster.terminal.background import dark_by_environment
from copytaster.terminal.depth import Depth
from copytaster.terminal.driver import BackgroundSeen
from copytaster.themes import bundled_theme, load_themes, own_themes, theme_name

THEME_DEFAULTS = {
    "muted": "$foreground 60%",
    "title": "$foreground",
    "source": "$secondary",
    "caption": "$foreground 80%",
    "folded": "$warning",
    "suspect": "$foreground 55%",
    "cursor-background": "$primary 30%",
    "cursor-foreground": "$foreground",
    "head-background": "$panel",
    "head-foreground": "$foreground 70%",
    "focus-background": "$primary",
    "focus-foreground": "$background",
    "ansi-background": "ansi_default",
    "ansi-foreground": "ansi_default",
    "muted-style": "none",
    "suspect-style": "none",
    "cursor-style": "none",
    "head-style": "none",
    "focus-style": "bold",
}


class ThemedApp(AttentiveApp):
    """An application in the theme that its settings name."""

    def __init__(self, settings: Settings, depth: Depth, driver: type[Driver] | None) -> None:
        super().__init__(driver)
        self.settings = settings
        self.depth = depth
        self._dark = dark_by_environment(os.environ)
        self._own_themes: frozenset[str] = frozenset()

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """What a theme need not say."""
        return dict(THEME_DEFAULTS)

    def refresh_css(self, animate: bool = True) -> None:
        """Take up the colours of another theme; before the first screen, without a second parse."""
        if self.screen_stack:
            super().refresh_css(animate)
        else:
            self.stylesheet.set_variables(self.get_css_variables())

    def on_background_seen(self, event: BackgroundSeen) -> None:
        """The terminal is light or dark: take the theme that fits, if none is set."""
        self._dark = event.background.dark
        self.take_theme()

    def next_theme(self) -> str:
        """Take the next of the themes, at once; only now are all of them read. Its name."""
        themes = {theme.name: theme for theme in load_themes()[0]}
        names = list(themes)
        place = names.index(self.theme) if self.theme in themes else -1
        chosen = themes[names[(place + 1) % len(names)]]
        self.register_theme(chosen)
        self.theme = chosen.name
        return chosen.name

    def take_theme(self) -> None:
        """The theme of the settings, or the one that fits the terminal."""
        self.choose_theme(theme_name(self.settings, self.depth, dark=self._dark))

    def choose_theme(self, name: str) -> bool:
        """Take the theme of this name; whether there is one. A bundled one is read only now."""
        theme = None if name in self._own_themes else bundled_theme(name)
        if theme is not None:
            self.register_theme(theme)
        if theme is None and name not in self._own_themes:
            return False
        self.theme = name
        return True

    def register_themes(self) -> list[str]:
        """Take the theme that is set; what is wrong with it, or with the user's own themes."""
        own, complaints = own_themes()
        self._own_themes = frozenset(theme.name for theme in own)
        for theme in own:
            self.register_theme(theme)
        wanted = theme_name(self.settings, self.depth, dark=self._dark)
        if not self.choose_theme(wanted):
            complaints.append(f"no theme called {wanted}")
            self.choose_theme(Settings().theme_dark)
        return complaints
