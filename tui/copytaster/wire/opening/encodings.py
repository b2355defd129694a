"""Bytes to text: byte order marks, UTF-8 strictly, what the file declares, then the fallback.

UTF-8 is tried strictly because 8-bit text hardly ever passes for it. A detector by statistics
(charset-normalizer) is asked only where many bytes are high: on a dpa text with two accents it
answers Big5.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from copytaster.wire.language import latin_language

_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(
    rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)|<meta[^>]{0,200}?charset\s*=\s*["']?([\w.:-]+)""",
    re.IGNORECASE,
)
_ASCII = bytes(range(128))
_HEAD = 4096
_SAMPLE = 65_536
_MANY_HIGH = 0.25
_LONG_RUN = re.compile(rb"[\x80-\xff]{3}")
_LIKELY = (
    "cp1251",
    "koi8_r",
    "shift_jis",
    "euc_jp",
    "gb18030",
    "big5",
    "euc_kr",
    "cp1256",
    "cp1253",
    "cp1255",
    "iso8859_7",
    "cp874",
)
IN_TURN = (
    *("utf-8", "cp1252", "iso8859_15", "cp1250", "cp1251", "koi8_r", "iso8859_7", "cp1254"),
    *("cp1255", "cp1256", "shift_jis", "euc_jp", "gb18030", "big5", "euc_kr", "utf-16-le"),
)
"""The encodings that the reader's key tries one after the other."""
_PAGES = {
    "cp1250": ("pl", "cs", "hu", "hr", "ro"),
    "cp1254": ("tr",),
    "cp1257": ("et",),
    "cp1258": ("vi",),
}
_WESTERN = frozenset({"cp1252", "latin-1", "iso8859-1", "iso-8859-1"})
_WINDOWS = {"iso8859-1": "cp1252", "ascii": "cp1252"}


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text with its encoding (a Python codec name) and what had to be said about it."""

    text: str
    encoding: str
    warnings: tuple[str, ...] = ()


def next_encoding(encoding: str) -> str:
    """The encoding that a user tries after this one, round and round."""
    place = IN_TURN.index(encoding) + 1 if encoding in IN_TURN else 0
    return IN_TURN[place % len(IN_TURN)]


def decode(data: bytes, fallback: str = "cp1252", chosen: str | None = None) -> Decoded:
    """The text of these bytes, its line ends normalised; any bytes at all, never an error.

    A `chosen` encoding is taken as it is, whatever the bytes look like.
    """
    found = _as_chosen(data, chosen) if chosen else _decode(data, fallback)
    text = found.text.replace("\r\n", "\n").replace("\r", "\n")
    return Decoded(text, found.encoding, found.warnings)


def _as_chosen(data: bytes, encoding: str) -> Decoded:
    return Decoded(data.decode(encoding, "replace"), encoding)


def _decode(data: bytes, fallback: str) -> Decoded:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            name = encoding.removesuffix("-sig")
            return Decoded(data.decode(encoding, "replace"), name)
    if wide := _wide_without_mark(data):
        return Decoded(data.decode(wide, "replace"), wide)
    if b"\x1b$" in data[:_SAMPLE] and (text := _strictly(data, "iso2022_jp")) is not None:
        return Decoded(text, "iso2022_jp")
    if (text := _utf8(data)) is not None:
        return Decoded(text, "utf-8")
    return _eight_bit(data, fallback)


def is_wide(data: bytes) -> bool:
    """Whether this is UTF-16 or UTF-32, whose NULs do not make it binary."""
    marked = any(data.startswith(mark) for mark, encoding in _MARKS if encoding != "utf-8-sig")
    return marked or _wide_without_mark(data) is not None


def _wide_without_mark(data: bytes) -> str | None:
    """UTF-16 or UTF-32 by the places of its NUL bytes: mostly Latin text has one in two."""
    head = data[:_HEAD]
    if len(head) < 8 or head.count(0) < len(head) // 4:
        return None
    quarters = [head[place::4].count(0) * 4 / len(head) for place in range(4)]
    if min(quarters[1:]) > 0.9 > quarters[0]:
        return "utf-32-le"
    if min(quarters[:3]) > 0.9 > quarters[3]:
        return "utf-32-be"
    if min(quarters[1], quarters[3]) > 0.5 and max(quarters[0], quarters[2]) < 0.1:
        return "utf-16-le"
    if min(quarters[0], quarters[2]) > 0.5 and max(quarters[1], quarters[3]) < 0.1:
        return "utf-16-be"
    return None


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _utf8(data: bytes) -> str | None:
    """UTF-8, forgiving only a last character that was cut in two."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        cut_at_end = error.start >= len(data) - 3 and error.reason == "unexpected end of data"
        return data.decode("utf-8", "replace") if cut_at_end and error.start else None


def _eight_bit(data: bytes, fallback: str) -> Decoded:
    if (declared := _declared(data)) and (text := _strictly(data, declared)) is not None:
        return Decoded(text, declared)
    sample = data[:_SAMPLE]
    many = len(sample.translate(None, _ASCII)) > _MANY_HIGH * len(sample)
    if _is_damaged_utf8(sample, many=many):
        return _line_by_line(data, fallback)
    encoding = _guess(sample) if many else _by_language(sample, fallback)
    if encoding and (text := _strictly(data, encoding)) is not None:
        return Decoded(text, encoding, (f"encoding not named: read as {encoding}",))
    return _by_fallback(data, fallback)


def _declared(data: bytes) -> str | None:
    """The encoding that an XML declaration or a meta element names, if there is such a codec."""
    match = _DECLARED.search(data[:_HEAD])
    if match is None:
        return None
    try:
        name = codecs.lookup((match[1] or match[2]).decode("ascii")).name
    except LookupError:
        return None
    return None if name.startswith(("utf", "iso2022")) else _WINDOWS.get(name, name)


def _is_damaged_utf8(sample: bytes, *, many: bool) -> bool:
    """Whether some characters are proper UTF-8 sequences, so that a few bad bytes are damage.

    Where many bytes are high, the proper ones must outnumber the bad: in Shift JIS and EUC some
    pairs look like UTF-8 by chance.
    """
    text = sample.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = len(text) - len(text.encode("ascii", "ignore")) - bad
    return good > 0 and good * (1 if many else 4) >= bad


def _line_by_line(data: bytes, fallback: str) -> Decoded:
    """Each line as UTF-8, else in the fallback; lines of neither with replacement marks."""
    lines = [_mixed_line(line, fallback) for line in data.split(b"\n")]
    return Decoded("\n".join(lines), "utf-8", ("some bytes are not UTF-8",))


def _mixed_line(line: bytes, fallback: str) -> str:
    if (text := _strictly(line, "utf-8")) is not None:
        return text
    if not _LONG_RUN.search(line) and (text := _strictly(line, fallback)) is not None:
        return text
    return line.decode("utf-8", "replace")


def _guess(sample: bytes) -> str | None:
    """What charset-normalizer takes it for, among the encodings whose text is mostly high bytes."""
    from charset_normalizer import from_bytes

    best = from_bytes(sample, cp_isolation=list(_LIKELY)).best()
    return best.encoding if best else None


def _by_language(sample: bytes, fallback: str) -> str | None:
    """Another code page of Windows, where the little words are of a language that needs it."""
    if fallback.lower() not in _WESTERN:
        return None
    language = latin_language(sample.decode("cp1252", "replace"))
    return next((page for page, languages in _PAGES.items() if language in languages), None)


def _by_fallback(data: bytes, fallback: str) -> Decoded:
    text = _strictly(data, fallback)
    if text is None:
        return Decoded(
            data.decode(fallback, "replace"), fallback, ("some bytes could not be read",)
        )
    return Decoded(text, fallback)
