"""A corpus of any size out of the texts of sample_corpus/, the same on every machine.

Each copy of a text has its own number in the title and a few of its words changed, so that no two
are equal and many tell the same story. It is written in the forms that the programs compared read:
a file for each article, and one file for all as JSON Lines, mbox, RSS and plain text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from random import Random
from xml.sax.saxutils import escape

SAMPLE_CORPUS = Path(__file__).parents[2] / "sample_corpus"
FIRST_DAY = datetime(2026, 9, 1, tzinfo=UTC)
CHANGED_WORDS = 0.08
TITLE = re.compile(r"\b\d{6} \S")
"""How the titles of such a corpus begin; where it is seen, an article is on the screen."""

_PREFIX = re.compile(r"^\s*date \d{4}\S*\s*")


@dataclass(frozen=True, slots=True)
class Item:
    """One article: its number, when it came, its headline and its text, a blank line between
    paragraphs."""

    number: int
    date: datetime
    title: str
    text: str


def items(count: int) -> Iterator[Item]:
    """The first `count` articles of the endless corpus."""
    texts = [_title_and_text(path) for path in sorted(SAMPLE_CORPUS.rglob("*.txt"))]
    words = sorted({word for _, text in texts for word in text.split() if word.isalpha()})
    for number in range(count):
        title, text = texts[number % len(texts)]
        random = Random(number)
        changed = _changed(text, words, random) if number >= len(texts) else text
        date = FIRST_DAY + timedelta(minutes=number)
        yield Item(number, date, f"{number:06d} {title}", changed)


def write_files(folder: Path, count: int) -> Path:
    """A folder with a file for each article."""
    inbox = folder / "inbox"
    for item in items(count):
        path = inbox / f"{item.number // 1000:03d}" / f"{item.date:%Y%m%dT%H%MZ}_{item.number}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{item.title}\n\n{item.text}\n", encoding="utf-8")
    return inbox


def write_long_articles(folder: Path, count: int, words: int) -> Path:
    """A folder of articles with so many words each."""
    inbox = folder / f"long-{words}"
    inbox.mkdir()
    texts = "\n\n".join(item.text for item in items(150)).split("\n\n")
    random = Random(words)
    for number in range(count):
        paragraphs: list[str] = []
        while sum(paragraph.count(" ") + 1 for paragraph in paragraphs) < words:
            paragraphs.append(" ".join(random.choice(texts).split()))
        text = "\n\n".join(paragraphs)
        (inbox / f"{number:06d}.txt").write_text(f"{number:06d} Long read\n\n{text}\n")
    return inbox


def write_json_lines(folder: Path, count: int) -> Path:
    """One file of JSON Lines, alone in a folder."""
    path = folder / "inbox.jsonl"
    _write(path, count, _json_line)
    return path


def write_mbox(folder: Path, count: int) -> Path:
    """A mailbox, a message for each article."""
    path = folder / "inbox.mbox"
    _write(path, count, _message)
    return path


def write_feed(folder: Path, count: int) -> Path:
    """An RSS feed, an item for each article."""
    path = folder / "inbox.xml"
    opening = '<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"><channel>'
    opening += "<title>Inbox</title><link>https://inbox.example/</link>\n"
    _write(path, count, _feed_item, opening, "</channel></rss>\n")
    return path


def write_text(folder: Path, count: int) -> Path:
    """All articles in one text, as a pager takes it."""
    path = folder / "inbox.txt"
    _write(path, count, lambda item: f"{item.title}\n\n{item.text}\n\n")
    return path


def _title_and_text(path: Path) -> tuple[str, str]:
    lines = path.read_text(encoding="utf-8", errors="replace").split("\n")
    first = next(place for place, line in enumerate(lines) if line.strip())
    return _PREFIX.sub("", lines[first]).strip(), "\n".join(lines[first + 1 :]).strip()


def _changed(text: str, words: list[str], random: Random) -> str:
    lines = []
    for line in text.split("\n"):
        parts = line.split(" ")
        lines.append(
            " ".join(
                random.choice(words) if part.isalpha() and random.random() < CHANGED_WORDS else part
                for part in parts
            )
        )
    return "\n".join(lines)


def _write(
    path: Path, count: int, form: Callable[[Item], str], opening: str = "", closing: str = ""
) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.write(opening)
        file.writelines(form(item) for item in items(count))
        file.write(closing)


def _json_line(item: Item) -> str:
    record = {"title": item.title, "text": item.text, "date": item.date.isoformat()}
    return json.dumps(record, ensure_ascii=False) + "\n"


def _message(item: Item) -> str:
    body = re.sub("^From ", ">From ", item.text, flags=re.MULTILINE)
    return (
        f"From desk@inbox.example {item.date:%a %b %d %H:%M:%S %Y}\n"
        f"From: desk@inbox.example\nDate: {format_datetime(item.date)}\n"
        f"Subject: {item.title.encode('ascii', 'replace').decode()}\n"
        f"Message-ID: <{item.number}@inbox.example>\n"
        f"Content-Type: text/plain; charset=utf-8\n\n{body}\n\n"
    )


def _feed_item(item: Item) -> str:
    paragraphs = "".join(f"<p>{escape(line)}</p>" for line in item.text.split("\n") if line)
    return (
        f"<item><title>{escape(item.title)}</title><guid>{item.number}@inbox.example</guid>"
        f"<pubDate>{format_datetime(item.date)}</pubDate>"
        f"<description>{escape(paragraphs)}</description></item>\n"
    )
