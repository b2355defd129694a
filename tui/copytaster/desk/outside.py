"""Commands outside: run beside the reader or on its terminal, given a text, told of in a line.

A command never gets a piece of an article as shell syntax: what is known of the article comes in
its environment (`COPYTASTER_TITLE` …) and on its standard input.
"""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

OUTPUT_AT_MOST = 1 << 20
_CHUNK = 1 << 16

Command: TypeAlias = "str | Sequence[str]"
"""A line for the shell, which only the user types, or the words of a command without one."""


@dataclass(frozen=True, slots=True)
class Ran:
    """How a command ended: its exit status, and what it said on both outputs.

    Of more than a megabyte the rest is not waited for: `cut` is true and the command is ended.
    """

    status: int
    output: str
    cut: bool = False


async def run_beside(command: Command, text: str, about: Mapping[str, str]) -> Ran:
    """Run a command with a text on its standard input, and collect what it says.

    Whoever cancels this ends the command, with all that it started.
    """
    starting = asyncio.ensure_future(_started(command, about))
    try:
        process = await asyncio.shield(starting)
    except OSError as error:
        return Ran(127, f"{_name(command)}: {error.strerror}")
    except asyncio.CancelledError:
        starting.add_done_callback(_end_at_once)
        raise
    try:
        feeding = asyncio.create_task(_feed(process, text))
        output, cut = await _collect(process)
        if cut:
            _end(process)
            await _pass_over(process)
        await feeding
        return Ran(await process.wait(), output, cut)
    finally:
        _end(process)


def run_on_terminal(command: Command, text: str | None, about: Mapping[str, str]) -> Ran:
    """Run a command on the terminal, which must be free, and wait for it."""
    try:
        done = subprocess.run(
            command,
            shell=isinstance(command, str),
            input=text,
            text=True,
            encoding="utf-8",
            errors="replace",
            env=_environment(about),
            check=False,
        )
    except OSError as error:
        return Ran(127, f"{_name(command)}: {error.strerror}")
    return Ran(done.returncode, "")


async def _started(command: Command, about: Mapping[str, str]) -> asyncio.subprocess.Process:
    pipe = asyncio.subprocess.PIPE
    if isinstance(command, str):
        return await asyncio.create_subprocess_shell(
            command,
            stdin=pipe,
            stdout=pipe,
            stderr=asyncio.subprocess.STDOUT,
            env=_environment(about),
            start_new_session=True,
        )
    return await asyncio.create_subprocess_exec(
        *command,
        stdin=pipe,
        stdout=pipe,
        stderr=asyncio.subprocess.STDOUT,
        env=_environment(about),
        start_new_session=True,
    )


async def _feed(process: asyncio.subprocess.Process, text: str) -> None:
    """Give it the text, as far as it wants it."""
    stdin = process.stdin
    if stdin is None:
        return
    with suppress(BrokenPipeError, ConnectionResetError):
        stdin.write(text.encode("utf-8", "replace"))
        await stdin.drain()
    with suppress(BrokenPipeError, ConnectionResetError):
        stdin.close()
        await stdin.wait_closed()


async def _collect(process: asyncio.subprocess.Process) -> tuple[str, bool]:
    """What it says, and whether it said more than is wanted."""
    said = bytearray()
    while process.stdout and (chunk := await process.stdout.read(_CHUNK)):
        said += chunk
        if len(said) > OUTPUT_AT_MOST:
            break
    text = bytes(said[:OUTPUT_AT_MOST]).decode("utf-8", "replace")
    return text, len(said) > OUTPUT_AT_MOST


async def _pass_over(process: asyncio.subprocess.Process) -> None:
    """Take what it still says: asyncio tells of no end before its output has been read."""
    while process.stdout and await process.stdout.read(_CHUNK):
        pass


def _end(process: asyncio.subprocess.Process) -> None:
    if process.returncode is None:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGTERM)


def _end_at_once(starting: asyncio.Future[asyncio.subprocess.Process]) -> None:
    """End a command that nobody wants any more before it has quite begun."""
    if not starting.cancelled() and starting.exception() is None:
        _end(starting.result())


def _environment(about: Mapping[str, str]) -> dict[str, str]:
    """What the reader was started with, and what is known of the article."""
    told = {f"COPYTASTER_{name.upper()}": _inert(value) for name, value in about.items()}
    return {**os.environ, **told}


def _inert(value: str) -> str:
    return value.replace("\0", "").encode("utf-8", "replace").decode("utf-8")


def _name(command: Command) -> str:
    return command if isinstance(command, str) else command[0]
