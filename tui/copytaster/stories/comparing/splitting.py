"""Text parted into the sentences that people see and count.

Every word stands in a sentence; `stories.sentences`, which finds copies, leaves the short ones out.
The rules are those of news copy: initials, courtesy titles, dotted
names of countries, decimals, ordinals of German dates, and `“Why?” he asked.`
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

_CLOSING = "\"”’»“›')\\]」』）"
_OPENING = "\"“„‘«‹'`(\\[¿¡—–「『"
LONGEST_SENTENCE = 2_000
"""Characters; no sentence that we know is half as long."""
_OPENING_MARKS = _OPENING.replace("\\", "")
_WINDOW = 80
_KEPT = 2_048
_END = re.compile(
    rf"(?<![.!?…؟।])(?P<mark>[.!?…؟।]++)(?P<closing>(?:\s»)?[{_CLOSING}]*+)\s+"
    rf"(?=[{_OPENING}]*\s?[^\W_])"
    r"|(?<![。！？｡])(?P<wide>[。！？｡]++)(?P<corner>[」』”）]*+)(?![」』”）とのな、。])"
)
_MARK = re.compile(r"[.!?…؟।。！？｡]")
"""What every end of a sentence begins with, which is quick to look for."""
_TITLES_AND_RANKS = """
mr mrs ms messrs dr prof sen sens rep reps gov lt col gen maj capt cmdr adm sgt cpl pvt st sts mt ft
jr sr hon rev fr pres supt insp det vs fig vol pp art dept dist est approx inc ltd co corp
bros assn jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri
"""
_OTHER_LANGUAGES = """
nr bzw ca usw dipl hr fr ing str mio mrd tsd geb abs ggf evtl sog inkl vgl mme mlle mm av bd env sra
srta dn dña ud uds pág tel dott sig sigg avv on г гг ул тыс млн млрд руб им
"""
_ABBREVIATIONS = frozenset((_TITLES_AND_RANKS + _OTHER_LANGUAGES).split())
_BLANKS = re.compile(r"(?:(?!(?<=\d)[\u00a0\u202f\u2009](?=\d))\s)+")
"""All white space but the narrow blank within 12\u00a0000."""
_MAY_END = frozenset({"inc", "ltd", "co", "corp", "jr", "sr", "st", "mm", "art", "on"})
_DOTTED = re.compile(r"(?:^|[\s(“\"„«‘])(?:[^\W\d_]\.){1,}[^\W\d_]$")
_INITIAL = re.compile(r"(?:^|[\s(“\"„«‘.-])[^\W\d_]$")
_ORDINAL = re.compile(r"(?:^|\s)\d{1,2}$")
_GERMAN_MONTH = re.compile(
    r"(?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
    r"|Jahrhundert|Mal)\b"
)
_STARTING_WORDS = """
the a an he she it they we i you in on at but and or so this that these those there his her its
their our when while after before as if for from with by however meanwhile what who some many most
no not both under since
"""
_STARTERS = frozenset(_STARTING_WORDS.split())
_SPEECH = re.compile(
    r"(?:[^\W\d_][\w.’'-]*,?\s+){1,5}?"
    r"(?:said|says|asked|asks|added|adds|told|wrote|writes|replied|cried|shouted|quipped|joked)\b"
)
_NEXT = re.compile(r"[\w’'-]+")


def news_sentences(text: str) -> list[str]:
    """The sentences of a text in which a line is a block (a paragraph, a subhead)."""
    return [sentence for block in text.split("\n") for sentence in _of_block(block)]


@lru_cache(maxsize=_KEPT)
def _of_block(block: str) -> tuple[str, ...]:
    """Its sentences, kept for the next article that its own is compared with."""
    return tuple(_parted(block))


def _parted(block: str) -> Iterator[str]:
    block = " ".join(block.split()) if block.isascii() else _BLANKS.sub(" ", block).strip()
    start = scanned = corners = 0
    for mark in _MARK.finditer(block):
        found = _END.match(block, mark.start())
        if found is None:
            continue
        corners += block.count("「", scanned, found.end()) - block.count("」", scanned, found.end())
        scanned = found.end()
        if corners > 0 if found["wide"] is not None else not _is_end(block, found):
            continue
        yield from _in_bounds(block[start : found.end()].strip())
        start = found.end()
    yield from _in_bounds(block[start:].strip())


def _in_bounds(sentence: str) -> Iterator[str]:
    """The sentence; what goes on without end, as tables without a stop do, in pieces."""
    while len(sentence) > LONGEST_SENTENCE:
        end = sentence.rfind(" ", 1, LONGEST_SENTENCE) % (LONGEST_SENTENCE + 1)
        yield sentence[:end]
        sentence = sentence[end:].lstrip()
    if sentence:
        yield sentence


def _is_end(block: str, found: re.Match[str]) -> bool:
    """Whether the mark ends a sentence, by the few words on either side of it."""
    after = block[found.end() : found.end() + _WINDOW]
    if after.lstrip(f"{_OPENING_MARKS} ")[:1].islower():
        return False
    if found["mark"] == ".":
        before = block[max(0, found.start() - _WINDOW) : found.start()]
        return _full_stop_ends(before, found["closing"], after)
    return not (found["closing"] and _SPEECH.match(after))


def _full_stop_ends(before: str, closing: str, after: str) -> bool:
    """Whether a single full stop closes its sentence, by the word before it and the one after."""
    last = before.rsplit(None, 1)[-1] if before.split() else ""
    word = last.lstrip(_OPENING_MARKS).casefold()
    if closing.strip(")] "):
        return True
    if _ORDINAL.search(before):
        return not _GERMAN_MONTH.match(after)
    if word in ("no", "nos"):
        return not after[:1].isdigit()
    if word in _ABBREVIATIONS:
        return word in _MAY_END and _starts_afresh(after)
    if _DOTTED.search(before) or (_INITIAL.search(before) and word not in ("i", "я", "y", "à")):
        return _starts_afresh(after)
    return True


def _starts_afresh(after: str) -> bool:
    """Whether the next word is one that begins sentences and no names."""
    found = _NEXT.search(after)
    return found is not None and found[0].casefold() in _STARTERS
