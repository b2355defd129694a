"""Every command of the reader, once: its keys, its label, its help, and where it works.

From this one table come the bindings of the panes, the help page, the footer, the palette, the
tables of the README and the names that a user's `[keys]` may rebind. Its order is the order of the
help.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.binding import Binding

    from copytaster.desk.settings.own_commands import OwnCommand


class Room(StrEnum):
    """Which part of the screen a command belongs to; its bindings live on that widget."""

    LIST = "list"
    READER = "reader"
    RELATED = "related"
    DESK = "desk"
    APP = "app"


class Need(StrEnum):
    """What a command cannot do without; the value is what to say where it is missing."""

    ARTICLE = "there is no article here"
    STORY = "this article stands alone"
    RELATED = "nothing is known to be related"
    PARAGRAPH = "J and K choose what to fold or unfold"
    SEARCH = "no search is on show; / begins one"
    MARK = "v marks where a range begins"


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that a key does.

    `id` is its name in the settings file and the palette, `keys` the default keys, `j,down,g g`,
    `action` what runs on the widget of its room, `label` the footer's word (none: not in the
    footer), `help` one sentence, `group` its heading on the help page, `needs` what must be there.
    """

    id: str
    keys: str
    action: str
    help: str
    room: Room
    group: str
    label: str = ""
    needs: Need | None = None


@dataclass(frozen=True, slots=True)
class _Heading:
    """A heading of the help, in one room: called with a command, it says where that belongs."""

    group: str
    room: Room = Room.DESK

    def __call__(
        self,
        id: str,
        keys: str,
        action: str,
        does: str,
        label: str = "",
        *,
        needs: Need | None = None,
    ) -> Command:
        return Command(id, keys, action, does, self.room, self.group, label, needs)


def _moves(heading: _Heading, thing: str) -> tuple[Command, ...]:
    name = heading.room.value
    return (
        heading(f"{name}.down", "j,down", "move(1)", f"Next {thing}"),
        heading(f"{name}.up", "k,up", "move(-1)", f"Previous {thing}"),
        heading(f"{name}.first", "g,home", "first", f"First {thing}"),
        heading(f"{name}.last", "G,end", "last", f"Last {thing}"),
        heading(f"{name}.page_down", "pagedown,ctrl+f", "page(1)", "Page down"),
        heading(f"{name}.page_up", "pageup,ctrl+b", "page(-1)", "Page up"),
    )


_MOVE_LIST = _Heading("Move", Room.LIST)
_MOVE_RELATED = _Heading("Move", Room.RELATED)
_MOVE = _Heading("Move")
_RELATED = _Heading("Related")
_DECIDE = _Heading("Decide")
_DECIDE_LIST = _Heading("Decide", Room.LIST)
_FIND = _Heading("Find")
_OUT = _Heading("Out")
_SCREEN = _Heading("Screen")
_SCREEN_APP = _Heading("Screen", Room.APP)
_DESK = _Heading("Desk")
_DESK_APP = _Heading("Desk", Room.APP)
_IN_THE_ARTICLE = _Heading("In the article", Room.READER)
_IN_THE_RELATED_STORIES = _Heading("In the related stories", Room.RELATED)

COMMANDS: tuple[Command, ...] = (
    *_moves(_MOVE_LIST, "article"),
    _MOVE_LIST("list.read", "enter", "read", "Read the article", "read", needs=Need.ARTICLE),
    _MOVE_RELATED(
        "related.go", "enter", "go", "Go to this related story", "go", needs=Need.RELATED
    ),
    _MOVE(
        "read.on",
        "space",
        "read_on",
        "Read on; at the end of an article, the next unread one",
        "read on",
    ),
    _MOVE("read.back", "b", "read_back", "Back up in the article"),
    _MOVE("paragraph.next", "J", "paragraph(1)", "Choose the next paragraph"),
    _MOVE("paragraph.previous", "K", "paragraph(-1)", "Choose the previous paragraph"),
    _MOVE("unread.next", "n", "onward", "Next unread article, or match of a search", "unread"),
    _MOVE("unread.previous", "p", "unread(-1)", "Previous unread article"),
    _MOVE("match.previous", "N", "match(-1)", "Previous match of a search", needs=Need.SEARCH),
    _MOVE(
        "urgent.next",
        "!",
        "alarm",
        "The alarm, or the next urgent item, kill or correction",
    ),
    _RELATED("related.next", "}", "related(1)", "Next related story", needs=Need.RELATED),
    _RELATED("related.previous", "{", "related(-1)", "Previous related story", needs=Need.RELATED),
    _RELATED("take.next", "]", "take(1)", "Next take of this story", needs=Need.STORY),
    _RELATED("take.previous", "[", "take(-1)", "Previous take of this story", needs=Need.STORY),
    _RELATED("compare", "D", "compare", "Compare with this related story", needs=Need.RELATED),
    _RELATED("story.part", "-", "part", "Take this article out of its story", needs=Need.STORY),
    _RELATED(
        "story.join",
        "+",
        "join",
        "Make this article one story with the related one",
        needs=Need.RELATED,
    ),
    _RELATED(
        "story.page",
        "I",
        "story_page",
        "The whole story: who had what first, and what does not agree",
        needs=Need.STORY,
    ),
    _RELATED("story.list", "i", "story", "Only this story in the list", needs=Need.STORY),
    _DECIDE(
        "keep",
        "s",
        "judge('kept')",
        "Keep and go to the next, or take that back",
        "keep",
        needs=Need.ARTICLE,
    ),
    _DECIDE(
        "spike",
        "x",
        "judge('spiked')",
        "Spike and go to the next, or take that back",
        "spike",
        needs=Need.ARTICLE,
    ),
    _DECIDE("flag", "f", "flag", "Flag or unflag, and go to the next", "flag", needs=Need.ARTICLE),
    _DECIDE("read.mark", "m", "toggle_read", "Mark as read or unread", needs=Need.ARTICLE),
    _DECIDE(
        "fold", "F", "fold", "Fold or unfold the chosen paragraph from now on", needs=Need.PARAGRAPH
    ),
    _DECIDE_LIST("mark", "v", "mark", "Mark or unmark, and go to the next", needs=Need.ARTICLE),
    _DECIDE_LIST(
        "mark.range", "V", "mark_range", "Mark from the last one to here", needs=Need.MARK
    ),
    _DECIDE_LIST("mark.all", "*", "mark_all", "Mark all that the list shows, or none"),
    _DECIDE("tag", "t", "tag", "Tag; -tag takes a tag away", "tag", needs=Need.ARTICLE),
    _DECIDE("note", "c", "note", "Write a note for the desk alone", needs=Need.ARTICLE),
    _DECIDE("spike.story", "X", "spike_story", "Spike the whole story", needs=Need.STORY),
    _DECIDE(
        "keep.alone",
        "S",
        "keep_alone",
        "Keep this, and spike the rest of its story",
        needs=Need.STORY,
    ),
    _DECIDE("repeat", ".", "repeat", "Do the last decision again", needs=Need.ARTICLE),
    _DECIDE("history", "H", "history", "What was decided, and the way back to each"),
    _DECIDE("alarm.seen", "&", "seen", "The alarm was seen"),
    _DECIDE("undo", "u", "undo", "Undo the last decision, whoever took it", "undo"),
    _DECIDE("redo", "U", "redo", "Redo what was undone"),
    _FIND("search", "/", "search", "Search titles, sources and slugs", "search"),
    _FIND("filter", "\\", "filter", "Filter: is:unread source:… date:…", "filter"),
    _FIND("basket.next", ">", "basket(1)", "Next basket"),
    _FIND("basket.previous", "<", "basket(-1)", "Previous basket"),
    _FIND("baskets", "'", "baskets", "All baskets, with their counts"),
    _FIND("basket.save", '"', "save_basket", "Save the filter as a basket"),
    _FIND("rows", "a", "by_story", "One row an article, or one row a story"),
    _FIND("sort", "O", "sort", "Sort by time, urgency, source or title"),
    _OUT("pipe", "|", "pipe", "Give the text to a command", needs=Need.ARTICLE),
    _OUT("export", "w", "export", "Write to a file, in any form", needs=Need.ARTICLE),
    _OUT("copy", "y", "copy", "Copy title, text, link or path", needs=Need.ARTICLE),
    _OUT("edit", "e", "edit", "Open a copy in the editor", needs=Need.ARTICLE),
    _OUT("link", "o", "links", "Open a link of the article", needs=Need.ARTICLE),
    _SCREEN("pane.list", "1", "pane('list')", "Go to the list"),
    _SCREEN("pane.reader", "2", "pane('reader')", "Go to the article"),
    _SCREEN("pane.related", "3", "pane('related')", "Go to the related stories"),
    _SCREEN("pane.next", "tab,l,right", "next_pane(1)", "Next pane"),
    _SCREEN("pane.previous", "shift+tab,h,left", "next_pane(-1)", "Previous pane"),
    _SCREEN("zoom", "z", "zoom", "Give the pane the whole screen, or take it back"),
    _SCREEN("pane.wider", ")", "resize_pane(4)", "Give the pane more room"),
    _SCREEN("pane.narrower", "(", "resize_pane(-4)", "Give the pane less room"),
    _SCREEN("pane.usual", "=", "usual_sizes", "Give each pane its usual room"),
    _SCREEN("layout.next", "L", "next_layout", "Next layout: columns, stacked, one at a time"),
    _SCREEN(
        "alike",
        "A",
        "alike",
        "Dim what was read before, or show all alike",
        needs=Need.ARTICLE,
    ),
    _SCREEN("folded", "B", "folded", "Show or hide what was folded away"),
    _SCREEN("raw", "r", "raw", "Show the raw file, or the article again", needs=Need.ARTICLE),
    _SCREEN(
        "encoding", "E", "next_encoding", "Try the next encoding for this file", needs=Need.ARTICLE
    ),
    _SCREEN_APP("theme", "T", "next_theme", "Next theme"),
    _DESK("wires", "W", "wires", "The wires: what each source sent, and which is quiet"),
    _DESK("rescan", "R", "rescan", "Look for new files now"),
    _DESK_APP("settings", "comma", "settings", "Settings, each with its meaning"),
    _DESK_APP("inbox", "C", "inbox", "Choose the folder that this desk reads"),
    _DESK_APP("palette", ":", "command_palette", "All commands, by name"),
    _DESK_APP("help", "?,f1", "help", "Keys and what they do", "help"),
    _DESK("back", "escape,backspace", "back", "Back to where one was"),
    _DESK("leave", "q", "leave", "Back to where one was, and in the end leave", "back"),
    _DESK_APP("stop", "ctrl+z", "suspend_process", "Stop for a while; fg in the shell goes on"),
    _DESK_APP("quit", "Q,ctrl+q", "quit", "Leave"),
    *_moves(_IN_THE_ARTICLE, "line"),
    *_moves(_IN_THE_RELATED_STORIES, "related story"),
)

BY_ID = {command.id: command for command in COMMANDS}


def own_rows(own: Mapping[str, OwnCommand]) -> Iterator[Command]:
    """The user's own commands as rows of the table."""
    for name, command in own.items():
        does = command.help or " ".join(command.words) or ", ".join(command.steps)
        yield Command(name, command.keys, f"own({name!r})", does, Room.DESK, "Your own")


def bindings(room: Room) -> list[Binding]:
    """The Textual bindings of one room; their ids let a user's key map replace the keys."""
    from textual.binding import Binding

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
