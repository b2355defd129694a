"""Every command of the reader, once: its keys, its label, its help, and where it works.

From this one table come the bindings of the panes, the help page, the footer, the palette, the
tables of the README and the names that a user's `[keys]` may rebind. Its order is the order of the
help.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from textual.binding import Binding


class Room(StrEnum):
    """Which part of the screen a command belongs to; its bindings live on that widget."""

    LIST = "list"
    READER = "reader"
    RELATED = "related"
    DESK = "desk"
    APP = "app"


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that a key does.

    `id` is its name in the settings file and the palette, `keys` the default keys in Textual's
    names, comma-separated, `action` what runs on the widget of its room, `label` the footer's word
    (none: not in the footer), `help` one sentence, `group` its heading on the help page.
    """

    id: str
    keys: str
    action: str
    help: str
    room: Room
    group: str
    label: str = ""


def _moves(room: Room, thing: str, group: str) -> tuple[Command, ...]:
    name = room.value
    return (
        Command(f"{name}.down", "j,down", "move(1)", f"Next {thing}", room, group),
        Command(f"{name}.up", "k,up", "move(-1)", f"Previous {thing}", room, group),
        Command(f"{name}.first", "g,home", "first", f"First {thing}", room, group),
        Command(f"{name}.last", "G,end", "last", f"Last {thing}", room, group),
        Command(f"{name}.page_down", "pagedown,ctrl+f", "page(1)", "Page down", room, group),
        Command(f"{name}.page_up", "pageup,ctrl+b", "page(-1)", "Page up", room, group),
    )


COMMANDS: tuple[Command, ...] = (
    *_moves(Room.LIST, "article", "Move"),
    Command("list.read", "enter", "read", "Read the article", Room.LIST, "Move", "read"),
    Command("related.go", "enter", "go", "Go to this related story", Room.RELATED, "Move", "go"),
    Command(
        "read.on",
        "space",
        "read_on",
        "Read on; at the end of an article, the next unread one",
        Room.DESK,
        "Move",
        "read on",
    ),
    Command("read.back", "b", "read_back", "Back up in the article", Room.DESK, "Move"),
    Command("paragraph.next", "J", "paragraph(1)", "Choose the next paragraph", Room.DESK, "Move"),
    Command(
        "paragraph.previous",
        "K",
        "paragraph(-1)",
        "Choose the previous paragraph",
        Room.DESK,
        "Move",
    ),
    Command("unread.next", "n", "unread(1)", "Next unread article", Room.DESK, "Move", "unread"),
    Command("unread.previous", "p", "unread(-1)", "Previous unread article", Room.DESK, "Move"),
    Command(
        "urgent.next",
        "exclamation_mark",
        "next_alarm",
        "Next urgent item, kill or correction",
        Room.DESK,
        "Move",
    ),
    Command(
        "related.next",
        "right_curly_bracket",
        "related(1)",
        "Next related story",
        Room.DESK,
        "Related",
    ),
    Command(
        "related.previous",
        "left_curly_bracket",
        "related(-1)",
        "Previous related story",
        Room.DESK,
        "Related",
    ),
    Command(
        "take.next",
        "right_square_bracket",
        "take(1)",
        "Next take of this story",
        Room.DESK,
        "Related",
    ),
    Command(
        "take.previous",
        "left_square_bracket",
        "take(-1)",
        "Previous take of this story",
        Room.DESK,
        "Related",
    ),
    Command("compare", "D", "compare", "Compare with this related story", Room.DESK, "Related"),
    Command(
        "story.part", "minus", "part", "Take this article out of its story", Room.DESK, "Related"
    ),
    Command(
        "story.join",
        "plus",
        "join",
        "Make this article one story with the related one",
        Room.DESK,
        "Related",
    ),
    Command("story.list", "i", "story", "Only this story in the list", Room.DESK, "Related"),
    Command("keep", "s", "judge('kept')", "Keep, and go to the next", Room.DESK, "Decide", "keep"),
    Command(
        "spike", "x", "judge('spiked')", "Spike, and go to the next", Room.DESK, "Decide", "spike"
    ),
    Command("flag", "f", "flag", "Flag or unflag, and go to the next", Room.DESK, "Decide", "flag"),
    Command("read.mark", "m", "toggle_read", "Mark as read or unread", Room.DESK, "Decide"),
    Command(
        "fold",
        "F",
        "fold",
        "Fold or unfold the chosen paragraph from now on",
        Room.DESK,
        "Decide",
    ),
    Command("mark", "v", "mark", "Mark or unmark, and go to the next", Room.LIST, "Decide"),
    Command("mark.range", "V", "mark_range", "Mark from the last one to here", Room.LIST, "Decide"),
    Command("spike.story", "X", "spike_story", "Spike the whole story", Room.DESK, "Decide"),
    Command("repeat", "full_stop", "repeat", "Do the last decision again", Room.DESK, "Decide"),
    Command("undo", "u", "undo", "Undo the last decision", Room.DESK, "Decide", "undo"),
    Command("redo", "U", "redo", "Redo what was undone", Room.DESK, "Decide"),
    Command(
        "search", "slash", "search", "Search titles, sources and slugs", Room.DESK, "Find", "search"
    ),
    Command(
        "filter",
        "backslash",
        "filter",
        "Filter: is:unread source:… date:…",
        Room.DESK,
        "Find",
        "filter",
    ),
    Command("sort", "O", "sort", "Sort by time, urgency, source or title", Room.DESK, "Find"),
    Command("pane.list", "1", "pane('list')", "Go to the list", Room.DESK, "Screen"),
    Command("pane.reader", "2", "pane('reader')", "Go to the article", Room.DESK, "Screen"),
    Command(
        "pane.related", "3", "pane('related')", "Go to the related stories", Room.DESK, "Screen"
    ),
    Command("pane.next", "tab,l,right", "next_pane(1)", "Next pane", Room.DESK, "Screen"),
    Command(
        "pane.previous", "shift+tab,h,left", "next_pane(-1)", "Previous pane", Room.DESK, "Screen"
    ),
    Command(
        "zoom", "z", "zoom", "Give the pane the whole screen, or take it back", Room.DESK, "Screen"
    ),
    Command("folded", "B", "folded", "Show or hide what was folded away", Room.DESK, "Screen"),
    Command("raw", "r", "raw", "Show the raw file, or the article again", Room.DESK, "Screen"),
    Command(
        "encoding",
        "E",
        "next_encoding",
        "Try the next encoding for this file",
        Room.DESK,
        "Screen",
    ),
    Command("theme", "T", "next_theme", "Next theme", Room.APP, "Screen"),
    Command("rescan", "R", "rescan", "Look for new files now", Room.DESK, "Desk"),
    Command("palette", "colon", "command_palette", "All commands, by name", Room.APP, "Desk"),
    Command("help", "question_mark,f1", "help", "Keys and what they do", Room.APP, "Desk", "help"),
    Command("back", "escape,backspace", "back", "Back to where one was", Room.DESK, "Desk"),
    Command(
        "leave",
        "q",
        "leave",
        "Back to where one was, and in the end leave",
        Room.DESK,
        "Desk",
        "back",
    ),
    Command("quit", "Q,ctrl+q", "quit", "Leave", Room.APP, "Desk"),
    *_moves(Room.READER, "line", "In the article"),
    *_moves(Room.RELATED, "related story", "In the related stories"),
)

UNBOUND = "unbound"
"""The keys of a command that has lost all of its own to other commands."""

BY_ID = {command.id: command for command in COMMANDS}

_KEY_SIGNS = {
    "down": "↓",
    "up": "↑",
    "left": "←",
    "right": "→",
    "home": "Home",
    "end": "End",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "space": "Space",
    "enter": "Enter",
    "tab": "Tab",
    "escape": "Esc",
    "f1": "F1",
    "shift+tab": "Shift-Tab",
    "exclamation_mark": "!",
    "right_curly_bracket": "}",
    "left_curly_bracket": "{",
    "right_square_bracket": "]",
    "left_square_bracket": "[",
    "slash": "/",
    "backslash": "\\",
    "colon": ":",
    "question_mark": "?",
    "full_stop": ".",
    "vertical_line": "|",
    "plus": "+",
    "minus": "-",
}


def bindings(room: Room) -> list[Binding]:
    """The Textual bindings of one room; their ids let a user's key map replace the keys."""
    return [
        Binding(
            command.keys, command.action, command.label, show=bool(command.label), id=command.id
        )
        for command in COMMANDS
        if command.room is room
    ]


def groups() -> Iterator[tuple[str, list[Command]]]:
    """The commands by heading, in the order of the table."""
    for heading in dict.fromkeys(command.group for command in COMMANDS):
        yield heading, [command for command in COMMANDS if command.group == heading]


def key_signs(keys: str) -> list[str]:
    """Textual's key names as they stand on a keyboard: `pagedown,ctrl+f` is `PgDn`, `Ctrl-F`."""
    return [_key_sign(key.strip()) for key in keys.split(",") if key != UNBOUND]


def _key_sign(key: str) -> str:
    if key in _KEY_SIGNS:
        return _KEY_SIGNS[key]
    if key.startswith("ctrl+"):
        return f"Ctrl-{key[5:].upper()}"
    return key
