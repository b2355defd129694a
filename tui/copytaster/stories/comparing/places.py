"""Where the sentences of an article stand in its blocks, and which of them were read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from copytaster.stories.comparing.splitting import news_sentences
from copytaster.wire.article import Article
from copytaster.wire.told import letters_of, tells


@dataclass(frozen=True, slots=True)
class Placed:
    """A sentence, and where in the text of its block it stands, in characters."""

    sentence: str
    start: int
    end: int


def placed_sentences(text: str) -> list[Placed]:
    """The sentences of a block's text, each with its place."""
    sentences = news_sentences(text)
    found = list(_found(text, sentences))
    if len(found) == len(sentences):
        return found
    places = [place for place, character in enumerate(text) if not character.isspace()]
    return list(_counted(places, sentences))


def _found(text: str, sentences: Sequence[str]) -> Iterator[Placed]:
    end = 0
    for sentence in sentences:
        start = text.find(sentence, end)
        if start >= 0:
            end = start + len(sentence)
            yield Placed(sentence, start, end)


def _counted(places: Sequence[int], sentences: Sequence[str]) -> Iterator[Placed]:
    """By their letters, where line breaks or blanks part the words of the text otherwise."""
    first = 0
    for sentence in sentences:
        letters = letters_of(sentence)
        last = first + letters - 1
        if letters and last < len(places):
            yield Placed(sentence, places[first], places[last] + 1)
        first += letters


def in_block(text: str, placed: Placed, span: tuple[int, int]) -> tuple[int, int]:
    """A span of a sentence, in the characters of the text of its block."""
    start, end = span
    if placed.end - placed.start == len(placed.sentence):
        return placed.start + start, placed.start + end
    places = [at for at in range(placed.start, placed.end) if not text[at].isspace()]
    first, last = (letters_of(placed.sentence[:edge]) for edge in span)
    return places[first], places[last - 1] + 1


def told_up_to(article: Article, letters: int) -> str:
    """The sentences that end within so many letters of the article, a block a line."""
    lines: list[str] = []
    left = letters
    for block in filter(tells, article.blocks):
        length = letters_of(block.text)
        if length > left:
            lines.append(" ".join(_within(block.text, left)))
            break
        lines.append(" ".join(block.text.split()))
        left -= length
    return "\n".join(filter(None, lines))


def _within(text: str, letters: int) -> Iterator[str]:
    for sentence in news_sentences(text):
        letters -= letters_of(sentence)
        if letters < 0:
            return
        yield sentence
