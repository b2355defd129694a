"""The line to the back room: starts the process, sends it requests, hears its news.

The pipe for news belongs to this side and is handed down to each back room, so its file descriptor
stays the same when one dies and another is started, and it never reads as ended.
"""

from __future__ import annotations

import contextlib
import json
import os
import selectors
import subprocess
import sys
import time
from typing import TYPE_CHECKING

from copytaster.desk.backroom.errand import Errand
from copytaster.desk.keeping.errors import plain_trouble
from copytaster.desk.words.news import Message, decode

if TYPE_CHECKING:
    from collections.abc import Iterator


STARTED_AT_MOST = 3
STEADY_SECONDS = 60.0  # a back room that has lived so long may die as often again
RETRY_SECONDS = 30.0  # after too many deaths, that a full disk or a lost folder has time to mend
LOG = "backroom.log"  # what a back room that failed had to say, until the next one is started
_CHUNK = 1 << 16


class BackLine:
    """A back room and the two pipes to it.

    Should it die it is started again, at most three times in a row, then once in a while.
    """

    def __init__(self, errand: Errand) -> None:
        self._errand = errand
        self._news, self._news_end = os.pipe()
        os.set_blocking(self._news, False)
        self._heard = bytearray()
        self._process: subprocess.Popen[bytes] | None = None
        self._started = 0
        self._started_at = 0.0

    def fileno(self) -> int:
        """Readable when there is news."""
        return self._news

    def start(self) -> None:
        """Start the back room, in a session of its own, so that Ctrl-C does not end it.

        Where one is at work already, that one stays.
        """
        if self.at_work:
            return
        self._hang_up()
        self._started += 1
        self._started_at = time.monotonic()
        log = self._log()
        self._process = subprocess.Popen(
            [
                sys.executable,
                "-m",
                "copytaster.desk.backroom.backroom",
                self._errand.to_json(),
                str(self._news_end),
            ],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=log,
            pass_fds=(self._news_end,),
            start_new_session=True,
        )
        os.close(log)
        if self._process.stdin is not None:
            os.set_blocking(self._process.stdin.fileno(), False)

    @property
    def at_work(self) -> bool:
        """Whether a back room was started and has not ended."""
        return self._process is not None and self._process.poll() is None

    def keep_up(self) -> bool:
        """Start the back room again where it has died; whether it did."""
        if self._process is None:
            return False
        age = time.monotonic() - self._started_at
        if self.at_work:
            self._started = 1 if age > STEADY_SECONDS else self._started
            return False
        if self._started >= STARTED_AT_MOST and age < RETRY_SECONDS:
            return False
        self.start()
        return True

    @property
    def given_up(self) -> bool:
        """Whether it has died too often to be started again."""
        dead = self._process is not None and not self.at_work
        return dead and self._started >= STARTED_AT_MOST

    @property
    def steady(self) -> bool:
        """Whether it has lived for a while."""
        return self._started == 1

    def _log(self) -> int:
        """Where it says why it failed; a disk that takes no log is no reason not to start it."""
        try:
            flags = os.O_CREAT | os.O_WRONLY | os.O_TRUNC
            return os.open(self._errand.catalogue / LOG, flags, 0o600)
        except OSError:
            return os.open(os.devnull, os.O_WRONLY)

    def last_words(self) -> str:
        """The last line that a back room that failed had to say."""
        try:
            log = (self._errand.catalogue / LOG).read_text("utf-8", "replace")
        except OSError as error:
            return f"the cache cannot be used ({plain_trouble(error)})"
        return next(iter(log.strip().splitlines()[-1:]), "the back room ended without a word")

    def send(self, **request: object) -> None:
        """Send a request; one that the pipe does not take at once is dropped, not waited for."""
        if self._process is None or self._process.stdin is None:
            return
        line = json.dumps(request).encode("ascii") + b"\n"
        with contextlib.suppress(OSError):
            os.write(self._process.stdin.fileno(), line)

    def messages(self) -> Iterator[Message]:
        """Everything that was said since, without waiting."""
        with contextlib.suppress(BlockingIOError):
            while chunk := os.read(self._news, _CHUNK):
                self._heard += chunk
        *lines, rest = self._heard.split(b"\n")
        self._heard = bytearray(rest)
        for line in lines:
            message = decode(bytes(line))
            if message is not None:
                yield message

    def wait(self, seconds: float) -> bool:
        """Wait until there is news; whether there is."""
        with selectors.DefaultSelector() as selector:
            selector.register(self._news, selectors.EVENT_READ)
            return bool(selector.select(seconds))

    def close(self) -> None:
        """End the back room, by closing its input, and let go of the pipes."""
        self._hang_up()
        if self._process is not None:
            try:
                self._process.wait(timeout=2)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
            self._process = None
        os.close(self._news)
        os.close(self._news_end)

    def _hang_up(self) -> None:
        """Close the input of the back room, upon which it ends."""
        if self._process is not None and self._process.stdin is not None:
            self._process.stdin.close()
