"""Hostile, broken and odd wire files, made here, and a folder full of them that never rests.

Nothing in them reaches beyond the folder: what points outside points at a canary file beside it.
"""

from __future__ import annotations

import base64
import gzip
import os
import random
import socket
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from threading import Event

CANARY = "CANARY-4b1d"
"""A word in a file beside the folder; wherever it turns up, something was read that is not ours."""
OWNED = "owned-by-a-file"
"""What the files try to put into the title and the clipboard of the terminal."""

STORY = (
    "The council approved the plan on Tuesday after a debate of six hours, officials said.\n\n"
    "“We are relieved,” the mayor told reporters. “The work starts next week.”\n\n"
    "Opponents said that they would appeal to the court.\n"
)
ACTING = (
    "\x1b[2J\x1b[H\x1b[31mred\x1b[0m",
    f"\x1b]0;{OWNED}\x07",
    f"\x1b]52;c;{base64.b64encode(OWNED.encode()).decode()}\x07",
    "\x1b]8;;file:///etc/passwd\x1b\\link\x1b]8;;\x1b\\",
    "\x1bP+q544e\x1b\\\x1b[6n\x1bc\x1b[?1049h\x1b_Gf=100;AAAA\x1b\\",
    "\x9b2J\x9d0;x\x9c",
    "\u202eelddir\u2066\u2069\u200f\u202c\u200b\u2060\ufeff\u2028\u2029",
    "[bold red]x[/] [@click=app.quit]quit[/] [link=file:///etc/passwd]x[/] [/nonsense]",
    "%s %n {0} ${HOME} `id` $(id) {{7*7}}",
    "H" + "\u0301\u0489" * 400,
    "\ufdd0\uffff\U000e0041\u115f\u1160\u11ff\U0001f468\u200d\U0001f469",
)
"""Texts that would act on a terminal, on a markup language or on a shell."""

ODD_NAMES = (
    "plain.txt",
    "new\nline.txt",
    "\x1b]0;owned-by-a-file\x07.txt",
    "\x1b[2J\x1b[31m.txt",
    "[@click=app.quit]quit[red].txt",
    "\u202etxt.exe",
    "-rf",
    "--help",
    "$(touch owned).txt",
    "a" * 240 + ".txt",
    "tab\there.txt",
    "quote'\".txt",
)


def evil_texts() -> tuple[bytes, ...]:
    """Small files: texts that act, in plain text and in markup; broken and bottomless ones."""
    acting = [f"{act}\n\n{STORY}".encode() for act in ACTING]
    return (*acting, *_in_markup(), *_broken(), *_deep(200))


def _in_markup() -> Iterator[bytes]:
    act = "".join(f"&#x{ord(each):x};" for each in "\x1b]0;x\x07\u202e")
    yield f"<nitf><head><title>{act}</title></head><body><body.head><hl1>A{act}</hl1>".encode()
    yield f"<html><head><title>A{act}</title></head><body><p>{act}{STORY}</p></body>".encode()
    yield b'{"headline": "\\u001b[2J\\u009b31m", "body_text": "\\u0000", "pubstatus": "usable"}'
    yield b"Subject: =?utf-8?q?=1B]0;x=07?=\nFrom: a@example.org\nDate: x\n\n" + STORY.encode()
    yield b"---\ntitle: !!python/object/apply:os.system ['touch owned']\nx: &a [*a]\n---\nbody\n"
    yield b'<!DOCTYPE n [<!ENTITY x SYSTEM "file:../canary.txt">]><nitf><p>&x;</p></nitf>'
    yield b'<!DOCTYPE n [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><n>&b;&b;&b;</n>'
    yield b"<n xmlns:xi='http://www.w3.org/2001/XInclude'><xi:include href='../canary.txt'/></n>"
    yield b"<rss><channel><item><title>x</title><link>javascript:alert(1)</link></item></channel>"


def _broken() -> Iterator[bytes]:
    yield b""
    yield b"\n" * 50
    yield bytes(range(256))
    yield STORY.encode("utf-16")
    yield STORY.encode("utf-32")
    yield STORY.encode() + b"bad \xff\xfe\xc3( \xed\xa0\x80 end\n"
    yield STORY.replace("\n", "\r").encode()
    yield gzip.compress(STORY.encode(), mtime=0)
    yield b" date 2025-13-45 Council approves\n\n" + STORY.encode()
    yield b" date 9999-12-31 Council approves\n\n" + STORY.encode()
    yield b" date 0001-01-01 Council approves\n\n" + STORY.encode()
    yield b" date 2025-08-07 "


def _deep(depth: int) -> Iterator[bytes]:
    yield b"[" * depth + b"]" * depth
    yield b'{"a":' * depth + b"1" + b"}" * depth
    yield b"<a>" * depth + b"deep" + b"</a>" * depth
    yield b"<div><table>" * depth
    yield b">" * depth + b" quoted\n"
    yield b"Content-Type: multipart/mixed; boundary=x\nA: b\nC: d\n\n" + b"--x\n" * depth


def _large(scale: int) -> Iterator[bytes]:
    """Files that cost much; `scale` is 1 for a few hundred kilobytes, 100 for fifty megabytes."""
    yield b"word " * 100_000 * scale
    yield STORY.encode() * 1_000 * scale
    yield b"<html><body>" + b"<p>Short line.</p>" * 20_000 * scale
    yield b"<n " + b" ".join(b'a%d="x"' % n for n in range(20_000 * scale)) + b"/>"
    yield (
        b"<!DOCTYPE n [<!ENTITY b '" + b"x" * 6_000 * scale + b"'>]><n>" + b"&b;" * 5_000 + b"</n>"
    )
    yield (b"(" * 5_000 + b"a" * 5_000 + b"!") * scale
    yield from _deep(20_000 * scale)
    yield b'{"id": "1", "title": "x", "text": "y"}\n' * 2_000 * scale


def write_evil(folder: Path, *, scale: int = 1) -> int:
    """Fill a folder with evil files and a canary beside it; how many entries it has.

    From `scale` 100 on some are of fifty megabytes, and one is sparse and of 8 GiB.
    """
    folder.mkdir(parents=True, exist_ok=True)
    (folder.parent / "canary.txt").write_text(f"{CANARY}\n")
    for number, data in enumerate((*evil_texts(), *_large(scale))):
        (folder / f"{number:03d}.txt").write_bytes(data)
    for name in ODD_NAMES:
        (folder / name).write_text(f"{name}\n\n{STORY}")
    (folder / os.fsdecode(b"\xff\xfe.txt")).write_text(STORY)
    _odd_kinds(folder)
    if scale >= 100:
        with (folder / "sparse.txt").open("wb") as file:
            file.truncate(8 << 30)
    return len(list(folder.iterdir()))


def _odd_kinds(folder: Path) -> None:
    """Pipes, sockets, loops, and links that lead out."""
    os.mkfifo(folder / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as listening, suppress(OSError):
        listening.bind(os.fspath(folder / "socket.txt"))
    (folder / "loop.txt").symlink_to("loop.txt")
    (folder / "out.txt").symlink_to("../canary.txt")
    (folder / "passwd.txt").symlink_to("/etc/passwd")
    (folder / "zero.txt").symlink_to("/dev/zero")
    (folder / "up").symlink_to("..")
    (folder / "self").symlink_to(".")
    (folder / "gone.txt").symlink_to("nowhere")


def trouble(folder: Path, ended: Event, seed: int = 0) -> int:
    """Write, cut, rename, swap and delete files of a folder until it is told to end; how often."""
    chance = random.Random(seed)
    texts = evil_texts()
    place = folder / "live"
    place.mkdir(exist_ok=True)
    turns = 0
    while not ended.wait(chance.uniform(0.0, 0.02)):
        with suppress(OSError):
            _one_trouble(place, chance, texts)
        turns += 1
    return turns


def _one_trouble(place: Path, chance: random.Random, texts: tuple[bytes, ...]) -> None:
    path, other = (place / f"{chance.randrange(60):02d}.txt" for _ in range(2))
    match chance.randrange(9):
        case 0 | 1 | 2:
            path.write_bytes(chance.choice(texts))
        case 3:
            with path.open("ab") as file:
                file.write(chance.choice(texts)[:400])
        case 4:
            os.truncate(path, chance.randrange(200))
        case 5:
            path.replace(other)
        case 6:
            path.unlink()
        case 7:
            path.unlink(missing_ok=True)
            path.symlink_to(
                chance.choice(("../../canary.txt", "/etc/passwd", other.name, "/dev/tty"))
            )
        case _:
            os.utime(path, (0, time.time() + chance.uniform(-1e9, 1e9)))
