"""One article as the catalogue files it: its columns, and its whole text packed.

Entries are made in the worker that parsed the file, so that the back room only has to write them.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from dataclasses import dataclass
from datetime import UTC, datetime

from copytaster.wire.article import Article, Block, Role, as_json, from_json
from copytaster.wire.identity import fingerprint


@dataclass(frozen=True, slots=True)
class Entry:
    """The columns of one article; `moment` is in seconds since 1970, None where undated.

    `key` is what the ledger knows it by, None where its id alone tells. `article` is the packed
    text, None where the file gave none and `problem` says why.
    """

    part: int
    id: str
    title: str
    title_derived: bool = False
    guid: str | None = None
    item: str | None = None
    version: str | None = None
    source: str | None = None
    slug: str | None = None
    date: str | None = None
    moment: float | None = None
    urgency: int | None = None
    status: str = "usable"
    take: str | None = None
    embargo: str | None = None
    language: str | None = None
    words: int = 0
    folded: int = 0
    problem: str | None = None
    key: int | None = None
    article: bytes | None = None


def entry_of(article: Article, part: int) -> Entry:
    """The entry of an article that stands at this place among those of its file."""
    return Entry(
        part=part,
        id=storable(article.id),
        title=storable(article.title),
        title_derived=article.title_derived,
        guid=_storable(article.guid),
        item=_storable(article.item),
        version=_storable(article.version),
        source=_storable(article.source),
        slug=_storable(article.slug),
        date=_storable(article.date),
        moment=moment_of(article.date),
        urgency=article.urgency,
        status=article.status.value,
        take=_storable(article.take),
        embargo=_storable(article.embargo),
        language=_storable(article.language),
        words=article.word_count,
        folded=sum(_height(block) for block in article.blocks if block.role.folded),
        key=ledger_key(article),
        article=pack(article),
    )


def entry_of_problem(path: str, reason: str, part: int = 0) -> Entry:
    """The entry of a file that gave no article: its name for a title, and the reason."""
    title = storable(path.rpartition("/")[2])
    return Entry(part=part, id=f"file:{storable(path)}", title=title, problem=reason)


def ledger_key(article: Article) -> int:
    """The key of an article: by its id, and where that is an agency's guid, by its text too.

    So an item that is sent again keeps its verdict, and a new version of it is judged anew.
    """
    if article.guid is None:
        return key_of(storable(article.id))
    text = fingerprint(article.title, article.blocks)
    return key_of(f"{storable(article.id)}\n{text}")


def key_of(identity: str) -> int:
    """A signed 64-bit number for an article's id, by which catalogue and ledger are joined.

    Among a million ids two share a number with a chance of 3 in 100 million (birthday bound).
    """
    digest = hashlib.blake2b(identity.encode("utf-8", "replace"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def moment_of(date: str | None) -> float | None:
    """Seconds since 1970 of an ISO 8601 day or moment, UTC where it names no zone."""
    if date is None:
        return None
    try:
        moment = datetime.fromisoformat(date)
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return moment.timestamp()


def pack(article: Article) -> bytes:
    """The article as compressed JSON; level 1, for speed: 2.5 to 1 on wire copy."""
    return zlib.compress(json.dumps(as_json(article)).encode("ascii"), 1)


def unpack(packed: bytes) -> Article:
    """The article that `pack` packed; ValueError, KeyError or zlib.error where it is damaged."""
    return from_json(json.loads(zlib.decompress(packed)))


def story_text(packed: bytes) -> str:
    """The text of a packed article that is not folded away; "" where it is damaged."""
    try:
        blocks = json.loads(zlib.decompress(packed))["blocks"]
        return "\n".join(b["text"] for b in blocks if not Role(b["role"]).folded)
    except (ValueError, KeyError, TypeError, zlib.error):
        return ""


def storable(text: str) -> str:
    """The text without lone surrogates, which a database cannot hold."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")


def _storable(text: str | None) -> str | None:
    return None if text is None else storable(text)


def _height(block: Block) -> int:
    return block.lines[1] - block.lines[0] + 1 if block.lines else 1
