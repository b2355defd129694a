"""The id of an article: its own where it brings one, else a fingerprint of its content."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b

from copytaster.wire.article import Block

_DIGEST_BYTES = 10


def fingerprint(title: str, blocks: Iterable[Block]) -> str:
    """Twenty hexadecimal digits made of title and text, the same on every machine.

    Every block counts, folded or not, and blanks do not: an article keeps its id, and with it the
    decisions about it, when the user teaches a rule or a later version folds its lines otherwise.
    """
    text = "".join("".join(block.text.split()) for block in blocks) or "".join(title.split())
    return blake2b(text.encode("utf-8", "replace"), digest_size=_DIGEST_BYTES).hexdigest()
