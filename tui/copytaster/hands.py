"""Ready-made keys for hands that know another program, by the setting `key_map`.

Each names only what differs from the table of commands. A key given here is taken from whoever had
it there, and a user's own keys win over both.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

PANES = ("list", "reader", "related")


def _in_all_panes(**moves: str) -> dict[str, str]:
    return {f"{pane}.{move}": keys for pane in PANES for move, keys in moves.items()}


VIM = {
    **_in_all_panes(
        first="g g,home",
        page_down="ctrl+f,ctrl+d,pagedown",
        page_up="ctrl+b,ctrl+u,pageup",
    ),
    "pane.next": "ctrl+w w,ctrl+w l,ctrl+w j,tab,l,right",
    "pane.previous": "ctrl+w W,ctrl+w h,ctrl+w k,shift+tab,h,left",
    "zoom": "z z,ctrl+w o",
    "folded": "z a,B",
    "raw": "g f,r",
    "spike": "d d,x",
    "redo": "ctrl+r,U",
    "back": "escape,backspace,ctrl+o",
    "quit": "Z Z,Z Q,Q,ctrl+q",
}

NEWSBOAT = {
    **_in_all_panes(first="home"),
    "spike": "x,D",
    "compare": "ctrl+d",
    "flag": "f,ctrl+e",
    "read.mark": "N,m",
    "match.previous": "ctrl+n",
    "sort": "g,O",
    "filter": "F,\\",
    "fold": "ctrl+k",
    "rescan": "r,R",
    "raw": "ctrl+u",
}

EMACS = {
    **_in_all_panes(
        down="ctrl+n,j,down",
        up="ctrl+p,k,up",
        first="alt+<,home",
        last="alt+>,end",
        page_down="ctrl+v,pagedown",
        page_up="alt+v,pageup",
    ),
    "pane.next": "ctrl+x o,ctrl+f,tab,right",
    "pane.previous": "ctrl+b,shift+tab,left",
    "zoom": "ctrl+x 1,z",
    "spike": "ctrl+k,x",
    "mark": "ctrl+@,v",
    "undo": "ctrl+_,ctrl+x u,u",
    "redo": "alt+_,U",
    "search": "ctrl+s,/",
    "palette": "alt+x,:",
    "rescan": "g,R",
    "back": "ctrl+g,escape,backspace",
    "quit": "ctrl+x ctrl+c,Q,ctrl+q",
}

HANDS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {"copytaster": {}, "vim": VIM, "newsboat": NEWSBOAT, "emacs": EMACS}
)
"""The ready-made maps by name; that of copytaster itself is the table of commands."""
