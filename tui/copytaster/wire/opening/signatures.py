"""What is no wire file: the first bytes of the usual binary files, and binary data in general.

The signatures are those of the file formats' own specifications (as `file(1)` knows them).
"""

from __future__ import annotations

from copytaster.wire.opening.encodings import is_wide

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"\x1f\x8b", "a gzip archive"),
    (b"PK\x03\x04", "a zip archive or an Office document"),
    (b"PK\x05\x06", "an empty zip archive"),
    (b"%PDF-", "a PDF document"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"(\xb5/\xfd", "a zstd archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF87a", "a GIF picture"),
    (b"GIF89a", "a GIF picture"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\x00", "a program"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document"),
    (b"OggS", "an Ogg recording"),
    (b"ID3\x03", "an MP3 recording"),
    (b"ID3\x04", "an MP3 recording"),
    (b"\x1aE\xdf\xa3", "a Matroska film"),
)
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\v\f\r\x1b")
_ASCII = bytes(range(128))
_WIRE_STARTS = (b"\x16\x16\x01", b"\x01", b"\x7f\x01", b"\x00\x01")
_SAMPLE = 65_536


def binary_kind(data: bytes) -> str | None:
    """What kind of binary file this is, as a phrase with its article, or None for text."""
    for signature, name in _SIGNATURES:
        if data.startswith(signature):
            return name
    if data[4:8] == b"ftyp":
        return "a film"
    if data[:4] == b"RIFF" and data[8:12] in (b"WEBP", b"WAVE", b"AVI "):
        return "a picture or recording"
    return "binary data" if _looks_binary(data[:_SAMPLE]) else None


def _looks_binary(sample: bytes) -> bool:
    """Whether control characters rule out text; UTF-16 and agency headers have some of their own.

    Shares were set on random bytes (10% controls, half of them high) against agency tables (up to
    25% controls, nothing high).
    """
    if not sample or sample.startswith(_WIRE_STARTS) or is_wide(sample):
        return False
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    high = len(sample.translate(None, _ASCII))
    return controls > 0.3 * len(sample) or (
        controls > 0.05 * len(sample) and high > 0.2 * len(sample)
    )
