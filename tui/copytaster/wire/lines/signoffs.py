"""Sign-offs and sources: who worked on a story, and whose it is.

They are credit: kept, and shown small.

"(Reporting by …; Editing by …)", "ab/cd", "— Jo Bell", "Reuter", "SOURCE: …".
"""

from __future__ import annotations

import re

from copytaster.wire.shapes import Shape

LONGEST = 400
"""Characters of a sign-off; agencies list up to a dozen people."""

_WORK = (
    r"(?:additional )?(?:reporting|writing|editing|compiled|translation|written|edited|reported|"
    r"produced|"
    r"fact-check(?:ed|ing)?|translated|adaptation|research|bearbeitung|redaktion|redigering|"
    r"rédaction|"
    r"edición|montage)"
)
_BEGINS = re.compile(
    rf"(?:{_WORK}(?: and (?:writing|editing|production|reporting))?(?: by\b|:)"
    r"|(?:this|the) (?:report|story|article) (?:contains|includes|uses) (?:material|reporting|"
    r"information) from\b"
    r"|contributing(?:: | (?:writers?|reporters?)\b)"
    r"|with (?:files|reporting|input|additional reporting|contributions) (?:from|by)\b"
    r"|this (?:report|story|article|post) (?:was|has been|is) (?:last |first |originally |also )?"
    r"(?:updated|corrected|amended|produced|edited|based|written|reported)\b"
    r"|quellen?: )"
)
_WHOLE = re.compile(
    r"(?:with (?:agencies|wires|post wires|news wire services|afp|reuters|ap|wire services)"
    r"|mit (?:material|agenturen|agenturmaterial)\b.{0,60}|avec (?:afp|reuters|ap|agences?)"
    r"|con información de .{2,60})\Z"
)
_CONTRIBUTED = re.compile(
    r".{2,160}\bcontributed"
    r"(?: (?:to (?:this|the) (?:report|story|article|piece|post)|reporting|research)\b.{0,120}"
    r"|\. updated\b.{0,60})?\Z"
    r"|.{2,120}\b(?:a|ont) contribué à (?:cet|ce)\b.{0,60}\Z"
)
_FULL_NAME = r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){1,3}"
_INITIALS = re.compile(
    rf"(?:--|–|—) ?(?:By )?{_FULL_NAME}(?:(?:,| and) {_FULL_NAME}){{0,3}}\Z"
    r"|\(?[a-zA-Z]{2,4}(?:/[a-zA-Z]{2,5}){1,4}\)?\Z"
    r"|\(?(?:REUTERS?|Reuter)\)?\Z"
    r"|\((?:AFP|AP|dpa|Reuters|TASS|EFE|ANSA|PA|UPI|IANS|PTI|APA|sda|SDA|KNA|epd)\)\Z"
)
_SOURCE = re.compile(
    r"(?:(?:source|sources|fuente|fonte|kaynak|źródło|источник|bron)\s*:\s*|"
    r"(?-i:SOURCE)\s+(?=[^\W\d_]))"
    r"(\S.{0,80})\Z",
    re.IGNORECASE,
)


def is_sign_off(text: str, shape: Shape) -> bool:
    """Whether the paragraph says who worked on the story: "(Reporting by …; Editing by …)"."""
    if shape.length > LONGEST:
        return False
    if _INITIALS.match(text) or _BEGINS.match(shape.key) or _WHOLE.match(shape.key):
        return True
    return " contribu" in shape.key and bool(_CONTRIBUTED.match(shape.key))


def is_bio(text: str, shape: Shape) -> bool:
    """Whether the paragraph is about its writer: "Ada Moss is a reporter in Skarhaven"."""
    return shape.length <= LONGEST and bool(_BIO.match(text))


_BIO = re.compile(
    rf"{_FULL_NAME} (?:is|was|covers|writes|reports) (?:a|an|the|about|on|for|from)?\b.{{0,80}}"
    r"\b(?:reporter|correspondent|editor|writer|columnist|journalist|host|contributor|bureau chief|"
    r"freelance|fellow|producer|covering|covers|for (?:the )?(?-i:[A-Z]))"
)


def named_source(text: str) -> str | None:
    """The outlet that a line "SOURCE: …" names, or None."""
    found = _SOURCE.match(text)
    return found[1].strip() if found else None
