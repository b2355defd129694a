"""Endless cheap input: bytes made out of other bytes, the same for the same seed."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

LONGEST = 2_000
"""Bytes of one input at most: a fault hides in a few, and short ones are quick."""

TOKENS = (
    b"\x00", b"\xff", b"\xfe\xff", b"\xef\xbb\xbf", b"\x1b[2J", b"\x1b]0;x\x07", b"\x9b31m",
    b"\x07", b"\r", b"\n\n", b"\t", b"&#27;", b"&lt;", b"<![CDATA[", b"]]>",
    b"<!DOCTYPE x [<!ENTITY a 'b'>]>", b"&a;", b"<p>", b"</p>", b"<", b">", b'"', b"'", b"[",
    b"]", b"{", b"}", b"(", b")", b"\\", b"\\u0000", b"\\ud800", b"NaN", b"1e999", b"-0",
    b"99999999999999999999", b"null", b"true", b"=", b":", b",", b"%", b"*", b"\xe2\x80\xae",
    b"\xe2\x80\x8b", b"\xcc\x81" * 9, b"\xed\xa0\x80", b"\xf0\x9f\x91\xa9\xe2\x80\x8d",
    b"0000-00-00", b"9999-12-31T23:59:60Z", b"\x01\x02\x03\x04", b"[[[[[[[[", b"((((((((",
    b"not not ", b"or ", b"date:", b"story:", b"[[rule]]\n", b"--",
)  # fmt: skip


def mutations(seeds: Sequence[bytes], seed: int) -> Iterator[bytes]:
    """Pieces of the seeds, cut, spliced and spoilt; one in forty is nothing but noise."""
    chance = random.Random(seed)
    while True:
        if chance.random() < 0.025:
            yield chance.randbytes(chance.randrange(80))
            continue
        data = bytearray(_piece(seeds, chance))
        for _ in range(chance.choice((0, 1, 1, 2, 3, 5))):
            _spoil(data, seeds, chance)
        yield bytes(data[:LONGEST])


def _piece(seeds: Sequence[bytes], chance: random.Random) -> bytes:
    """A whole short seed, or the beginning or the middle of a long one."""
    whole = chance.choice(seeds)
    if len(whole) <= LONGEST and chance.random() < 0.5:
        return whole
    size = chance.randrange(LONGEST)
    start = 0 if chance.random() < 0.6 else chance.randrange(len(whole) + 1)
    return whole[start : start + size]


def _spoil(data: bytearray, seeds: Sequence[bytes], chance: random.Random) -> None:
    at = chance.randrange(len(data) + 1)
    end = at + chance.randrange(1, 30)
    match chance.randrange(6):
        case 0:
            data[at:at] = chance.choice(TOKENS)
        case 1:
            data[at : at + 1] = chance.randbytes(1)
        case 2:
            del data[at:end]
        case 3:
            data[at:at] = data[at:end] * chance.randrange(1, 4)
        case 4:
            other = chance.choice(seeds)
            start = chance.randrange(len(other) + 1)
            data[at:at] = other[start : start + chance.randrange(1, 60)]
        case _:
            del data[at:]
