"""An article as a mail (RFC 5322), or as one of several in a mailbox (RFC 4155)."""

from __future__ import annotations

import re
import time
from datetime import UTC, datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime
from urllib.parse import quote

from copytaster.desk.catalogue.entries import moment_of, storable
from copytaster.desk.exporting.plain_text import text_below_title
from copytaster.wire.article import Article

DOMAIN = "copytaster.invalid"  # RFC 2606: a domain that is nobody's
_MESSAGE_ID = re.compile(r"[\w.+=!#$%&'*/?^`{|}~-]+@[\w.-]+", re.ASCII)
_SEPARATOR_LINE = re.compile(r"^(>*From )", re.MULTILINE)


def mail(article: Article) -> str:
    """The article as one mail in ASCII: the headline as subject, the source as sender."""
    message = EmailMessage()
    message["Subject"] = _header(article.title)
    message["From"] = Address(_header(article.source or ""), "wire", DOMAIN)
    if (moment := moment_of(article.date)) is not None:
        message["Date"] = format_datetime(datetime.fromtimestamp(moment, UTC))
    message["Message-ID"] = f"<{_message_id(article)}>"
    for name, value in (
        ("Keywords", ", ".join(article.keywords)),
        ("Content-Language", article.language),
        ("X-Slug", article.slug),
    ):
        if value:
            message[name] = _header(value)
    message.set_content(storable(text_below_title(article)), cte="quoted-printable")
    return message.as_string()


def mailbox_entry(article: Article) -> str:
    """The article as one mail of a mailbox: with a line above it, and none like that in it."""
    written = time.asctime(time.gmtime(moment_of(article.date) or 0))
    quoted = _SEPARATOR_LINE.sub(r">\1", mail(article))
    return f"From wire@{DOMAIN} {written}\n{quoted}\n"


def _header(text: str) -> str:
    """Text in one line, without characters that a header cannot have."""
    return " ".join(re.sub(r"[\x00-\x1f\x7f]", " ", storable(text)).split())


def _message_id(article: Article) -> str:
    if article.guid and _MESSAGE_ID.fullmatch(article.guid):
        return article.guid
    return f"{quote(storable(article.id), '') or 'item'}@{DOMAIN}"
