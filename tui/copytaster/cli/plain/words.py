"""The words of `--plain`, once each: what one types, its letter, and what it does."""

from __future__ import annotations

from dataclasses import dataclass

from copytaster.keyboard import key_names


@dataclass(frozen=True, slots=True)
class Word:
    """Something to type: a word or its letter, and what stands behind it, if anything."""

    word: str
    letter: str
    does: str
    takes: str = ""

    @property
    def usage(self) -> str:
        """How it is typed: `search WORDS`."""
        return f"{self.word} {self.takes}".rstrip()


WORDS: tuple[Word, ...] = (
    Word("next", "j", "Go to the next article"),
    Word("previous", "k", "Go to the previous article"),
    Word("first", "g", "Go to the first article"),
    Word("last", "G", "Go to the last article"),
    Word("unread", "n", "Go to the next unread article"),
    Word("list", "l", "Tell ten articles from here, with their numbers"),
    Word("go", "o", "Go to the article of this number", "NUMBER"),
    Word("read", "r", "Read the article"),
    Word("folded", "B", "Read it with what was folded away"),
    Word("related", "3", "Tell what else tells this story, with numbers to go to"),
    Word("story", "i", "List only this story"),
    Word("keep", "s", "Keep, and go to the next"),
    Word("spike", "x", "Spike, and go to the next"),
    Word("flag", "f", "Flag or unflag"),
    Word("undo", "u", "Undo the last decision, whoever took it"),
    Word("redo", "U", "Redo what was undone"),
    Word("search", "/", "List what has these words, near spellings too", "WORDS"),
    Word("filter", "\\", "List what a query matches: is:unread source:…", "QUERY"),
    Word("all", "a", "List everything again"),
    Word("where", "w", "Tell where one is, and how many are unread"),
    Word("help", "?", "Tell these words"),
    Word("quit", "q", "Leave"),
)


def understood(typed: str) -> tuple[Word, str] | None:
    """The word that was typed, by itself or by its letter, and what stood behind it."""
    name, _, rest = typed.strip().partition(" ")
    for word in WORDS:
        if name in (word.word, word.letter):
            return word, rest.strip()
    sign = name[:1]
    if sign in ("/", "\\"):
        return understood(f"{sign} {typed.strip()[1:]}")
    begun = [word for word in WORDS if name and word.word.startswith(name.lower())]
    return (begun[0], rest.strip()) if len(begun) == 1 else None


def letters() -> list[str]:
    """The letters as Textual names their keys."""
    return [key_names(word.letter)[0] for word in WORDS]
