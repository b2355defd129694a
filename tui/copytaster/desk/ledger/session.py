"""Who is at the desk: the user, the host, and this one run of the program."""

from __future__ import annotations

import getpass
import os
import socket
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Session:
    """One run: its own name, the user's, the host's, and the clock that it goes by."""

    name: str
    user: str
    host: str
    now: Callable[[], float] = time.time


def this_session() -> Session:
    """This process as a session of its own."""
    return Session(name=os.urandom(8).hex(), user=_user(), host=socket.gethostname())


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return str(os.getuid())
