"""Commands outside: what they get, what they say, and how they end."""

import asyncio
import os
import signal
import sys

from copytaster.desk import outside
from copytaster.desk.outside import OUTPUT_AT_MOST, Ran, run_beside, run_on_terminal

PATIENCE = 10.0


async def test_a_line_for_the_shell_gets_the_text_and_its_output_is_told():
    assert await run_beside("tr a-z A-Z | cat", "fire\n", {}) == Ran(0, "FIRE\n")


async def test_the_words_of_a_command_need_no_shell():
    ran = await run_beside(["printf", "%s", "$(date) `x` ; y"], "", {})
    assert ran == Ran(0, "$(date) `x` ; y")


async def test_what_is_known_of_the_article_stands_in_the_environment():
    ran = await run_beside('printf %s "$COPYTASTER_TITLE"', "", {"title": "$(id) \0é"})
    assert ran.output == "$(id) é"


async def test_a_failure_has_its_status_and_both_outputs():
    assert await run_beside("echo out; echo err >&2; exit 3", "", {}) == Ran(3, "out\nerr\n")


async def test_a_command_that_there_is_not_is_told_and_raises_nothing():
    ran = await run_beside(["/nowhere/at-all"], "text", {})
    assert (ran.status, ran.output) == (127, "/nowhere/at-all: No such file or directory")
    assert run_on_terminal(["/nowhere/at-all"], None, {}).status == 127


async def test_a_command_that_does_not_want_the_text_is_none_the_worse():
    assert (await run_beside("true", "x" * 1_000_000, {})).status == 0


async def test_one_that_never_ends_to_talk_is_ended():
    ran = await run_beside("yes", "", {})
    assert ran.cut
    assert len(ran.output) == OUTPUT_AT_MOST


async def test_who_cancels_ends_the_command_and_all_that_it_started(tmp_path):
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    running = asyncio.create_task(run_beside(f"sleep 1000 > '{fifo}' & wait", "", {}))
    reading = await asyncio.to_thread(os.open, fifo, os.O_RDONLY)
    running.cancel()
    await asyncio.wait([running])
    assert await asyncio.to_thread(os.read, reading, 1) == b""  # who held its other end is gone
    os.close(reading)


async def test_who_cancels_before_a_command_has_quite_begun_ends_it_too(monkeypatch):
    begun: asyncio.Future[asyncio.subprocess.Process] = asyncio.get_running_loop().create_future()
    started = outside._started

    async def slowly(command, about):
        begun.set_result(await started(command, about))
        await asyncio.sleep(0)
        return begun.result()

    monkeypatch.setattr(outside, "_started", slowly)
    running = asyncio.create_task(run_beside("sleep 1000", "", {}))
    process = await begun
    running.cancel()
    await asyncio.wait([running])
    assert await asyncio.wait_for(process.wait(), PATIENCE) == -signal.SIGTERM


def test_on_the_terminal_a_command_is_waited_for(tmp_path):
    note = tmp_path / "note"
    command = [sys.executable, "-c", f"open({str(note)!r}, 'w').write(input())"]
    assert run_on_terminal(command, "fire\n", {}) == Ran(0, "")
    assert note.read_text() == "fire"
    assert run_on_terminal("exit 4", None, {}) == Ran(4, "")
