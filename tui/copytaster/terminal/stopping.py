"""Ctrl-Z: stopping the program for the shell that began it.

A shell with job control gives each job a process group of its own (POSIX.1-2024, the chapter on the
shell, 2.11). The group of a session's leader is none: a terminal or `ssh HOST copytaster` began it,
and there what is stopped stays so.
"""

from __future__ import annotations

import os
import signal


def can_be_brought_back() -> bool:
    """Whether a shell is there that has this process as part of a job."""
    return os.getpgrp() != os.getsid(0)


def stop() -> None:
    """Stop this process, and the rest of its job with it: a `make` that waits for it, say.

    Returns when it is continued. The terminal is to be given back before: the shell goes on at once
    when the first process of the job has stopped.
    """
    if can_be_brought_back():
        os.killpg(os.getpgrp(), signal.SIGSTOP)
    else:
        os.kill(os.getpid(), signal.SIGSTOP)
