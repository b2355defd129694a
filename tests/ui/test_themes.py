"""Themes: those that come along can be read by everybody, a user's own never stop the program."""

from pathlib import Path

import pytest
from textual.color import Color
from textual.theme import Theme

from copytaster import bundled, themes
from copytaster.app_themes import THEME_DEFAULTS
from copytaster.desk.settings.settings import Settings
from copytaster.terminal.depth import Depth
from copytaster.themes import bundled_theme, load_themes, read_theme, theme_name

AA = 4.5
"""The contrast that WCAG 2.2 asks of normal text, level AA."""

PAIRS = [
    ("foreground", "background"),
    ("title", "background"),
    ("muted", "background"),
    ("source", "background"),
    ("caption", "background"),
    ("folded", "background"),
    ("suspect", "background"),
    ("error", "background"),
    ("success", "background"),
    ("warning", "background"),
    ("accent", "background"),
    ("cursor-foreground", "cursor-background"),
    ("head-foreground", "head-background"),
    ("focus-foreground", "focus-background"),
    ("foreground", "head-background"),
    ("accent", "head-background"),
]

TRUE_COLOURED = [theme for theme in load_themes()[0] if not theme.ansi]


def luminance(colour: Color) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = [part / 255 for part in (colour.r, colour.g, colour.b)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours (WCAG 2.2)."""
    lighter, darker = sorted((luminance(Color.parse(one)), luminance(Color.parse(other))))[::-1]
    return (lighter + 0.05) / (darker + 0.05)


def colour(theme: Theme, name: str) -> str:
    """A colour of a theme by its name in the file."""
    value = theme.variables.get(name) or getattr(theme, name.replace("-", "_"), None)
    assert isinstance(value, str), f"{theme.name} says nothing of {name}"
    return value


@pytest.mark.parametrize("theme", TRUE_COLOURED, ids=lambda theme: theme.name)
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_text_stands_out_from_its_ground(theme, text, ground):
    assert contrast(colour(theme, text), colour(theme, ground)) >= AA


def test_the_promised_themes_are_there():
    names = {theme.name for theme in load_themes()[0]}
    assert len(names) >= 14
    assert {"night-desk", "day-desk", "terminal", "high-contrast", "monochrome"} <= names


def test_no_theme_that_comes_along_is_wrong():
    _, complaints = load_themes()
    assert complaints == []


def test_a_theme_is_named_as_its_file():
    for path in bundled.folder("themes").glob("*.toml"):
        theme = read_theme(path)
        assert isinstance(theme, Theme)
        assert theme.name == path.stem


@pytest.mark.parametrize(
    "text",
    [
        "name = 'x'",
        "not toml at all",
        "name = 'x'\n[colours]\nprimary = 'no such colour'",
        "name = 'x'\n[colours]\nprimary = '#fff'\ncursor-style = 'wobbly'",
        "name = 'x'\nspeed = 3\n[colours]\nprimary = '#fff'",
        "colours = 3",
    ],
)
def test_a_wrong_theme_is_a_line_not_a_crash(tmp_path, text):
    path = tmp_path / "mine.toml"
    path.write_text(text)
    complaint = read_theme(path)
    assert isinstance(complaint, str)
    assert str(path) in complaint
    assert "\n" not in complaint.strip()


def test_a_short_theme_is_filled_up(tmp_path):
    path = tmp_path / "mine.toml"
    path.write_text("name = 'mine'\n[colours]\nprimary = '#ff8800'\n")
    assert isinstance(read_theme(path), Theme)
    assert "cursor-background" in THEME_DEFAULTS


def test_themes_of_the_user_are_found(tmp_path, monkeypatch):
    mine = tmp_path / "themes"
    mine.mkdir()
    (mine / "mine.toml").write_text("name = 'mine'\n[colours]\nprimary = '#ff8800'\n")
    monkeypatch.setattr(themes, "user_folder", lambda: Path(mine))
    assert "mine" in {theme.name for theme in load_themes()[0]}


def test_without_colours_the_theme_is_monochrome():
    assert theme_name(Settings(theme="day-desk"), Depth.NONE, dark=True) == "monochrome"


def test_the_theme_follows_the_background_unless_one_is_set():
    assert theme_name(Settings(), Depth.TRUE, dark=False) == "day-desk"
    assert theme_name(Settings(), Depth.TRUE, dark=True) == "night-desk"
    assert theme_name(Settings(theme="high-contrast"), Depth.TRUE, dark=False) == "high-contrast"


def test_sixteen_colours_are_the_terminals_own():
    assert theme_name(Settings(), Depth.SIXTEEN, dark=True) == "terminal"


def test_a_bundled_theme_is_found_by_its_name_alone():
    found = bundled_theme("nord")
    assert found is not None
    assert found.name == "nord"
    assert bundled_theme("../themes/nord") is None
    assert bundled_theme("no-such-theme") is None


async def test_an_unknown_theme_is_one_line_and_the_desk_opens_in_its_own(reading):
    async with reading(theme="no-such-theme") as reader:
        assert reader.app.theme == "night-desk"
        assert "no theme called no-such-theme" in reader.shown("status")


async def test_the_theme_key_walks_through_all_themes(reading):
    async with reading() as reader:
        seen = []
        for _ in load_themes()[0]:
            await reader.press("T")
            seen.append(reader.app.theme)
        assert sorted(seen) == sorted(theme.name for theme in load_themes()[0])


@pytest.mark.parametrize(
    "line",
    [
        "warning = '#ffff00 = '",
        "muted = ''",
        "muted = '$nowhere 60%'",
        "muted = 'red; display: none'",
        "focus-style = 'red on blue'",
        "deep = " + "[" * 900,
    ],
)
def test_what_could_not_be_drawn_with_is_no_theme(line, tmp_path):
    path = tmp_path / "own.toml"
    path.write_text(f"name = 'own'\n[colours]\nprimary = '#ff8800'\n{line}\n")
    assert str(path) in str(read_theme(path))


def test_a_variable_may_be_part_of_another_colour(tmp_path):
    path = tmp_path / "own.toml"
    path.write_text("name = 'own'\n[colours]\nprimary = 'red'\nmuted = '$foreground 60%'\n")
    assert isinstance(read_theme(path), Theme)
