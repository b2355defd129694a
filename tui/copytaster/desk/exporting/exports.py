"""Articles in one of the forms in which they leave the desk, as text to be written piece by piece.

Whatever the form, only what may leave is in it: `publishable` is asked here, for every article.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import Any

from copytaster.desk.exporting.form import Form
from copytaster.desk.exporting.mail import mail, mailbox_entry
from copytaster.desk.exporting.markdown import markdown
from copytaster.desk.exporting.ninjs import ninjs
from copytaster.desk.exporting.plain_text import plain_text
from copytaster.desk.exporting.publishable import publishable
from copytaster.wire.article import Article, as_json

_BETWEEN_MARKDOWN = "\n---\n\n"
_BETWEEN_TEXTS = "\n* * *\n\n"


def exported(articles: Iterable[Article], form: Form) -> Iterator[str]:
    """All articles in this form: of JSON an array, of mails a mailbox where there are several."""
    ready = map(publishable, articles)
    match form:
        case Form.MARKDOWN:
            yield from _parted(map(markdown, ready), _BETWEEN_MARKDOWN)
        case Form.TEXT:
            yield from _parted(map(plain_text, ready), _BETWEEN_TEXTS)
        case Form.JSON:
            yield from _array(map(as_json, ready))
        case Form.NINJS:
            yield from _alone_or(ready, _ninjs_object, _ninjs_array)
        case Form.MAIL:
            yield from _alone_or(ready, mail, _mailbox)


def exported_one(article: Article, form: Form) -> str:
    """One article in this form."""
    return "".join(exported((article,), form))


def _alone_or(
    articles: Iterator[Article],
    alone: Callable[[Article], str],
    several: Callable[[Iterator[Article]], Iterator[str]],
) -> Iterator[str]:
    first, second = next(articles, None), next(articles, None)
    if first is not None and second is None:
        yield alone(first)
    elif first is not None and second is not None:
        yield from several(chain((first, second), articles))


def _mailbox(articles: Iterator[Article]) -> Iterator[str]:
    return map(mailbox_entry, articles)


def _ninjs_object(article: Article) -> str:
    return _json(ninjs(article)) + "\n"


def _ninjs_array(articles: Iterator[Article]) -> Iterator[str]:
    return _array(map(ninjs, articles))


def _array(records: Iterable[dict[str, Any]]) -> Iterator[str]:
    yield "["
    yield from _parted((f"\n{_json(record)}" for record in records), ",")
    yield "\n]\n"


def _parted(texts: Iterable[str], between: str) -> Iterator[str]:
    for count, text in enumerate(texts):
        yield f"{between}{text}" if count else text


def _json(record: dict[str, Any]) -> str:
    return json.dumps(record, ensure_ascii=False, indent=1)
