"""The forms in which articles leave the desk."""

from __future__ import annotations

from enum import StrEnum


class Form(StrEnum):
    """The forms of an export, by the suffix of their files."""

    MARKDOWN = "md"
    TEXT = "txt"
    JSON = "json"
    NINJS = "ninjs"
    MAIL = "eml"
