"""What is not the article: one rule, or one family of rules, a file.

To add one, write a module here with `RULES`, a tuple of `Rule`, and a test beside its kin in
tests/wire/boilerplate. It is found by itself; no list names it. A rule describes a kind of line
(share buttons, newsletter prompts), in the languages in which the kind was met, and never a text.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from dataclasses import dataclass
from functools import cache
from types import ModuleType

from copytaster.wire.boilerplate.rule import Reach, Rule
from copytaster.wire.shapes import Shape, key_of

__all__ = ["Reach", "Rule", "Rulebook", "rulebook"]


_LONGEST = 600
_LONGEST_HELD = 320


@dataclass(frozen=True, slots=True)
class Rulebook:
    """All rules, ready to be looked up: whole lines in a dictionary, patterns in one expression."""

    rules: tuple[Rule, ...]
    by_phrase: dict[str, Rule]
    pattern: re.Pattern[str]
    glued: re.Pattern[str]
    held: tuple[tuple[str, Rule], ...]
    ending: dict[str, Rule]

    def match(self, text: str, shape: Shape) -> Rule | None:
        """The rule that such a line falls under, the first by module name and order, or None.

        A word or two with a full stop ("Share.") is no button: buttons are not sentences.
        """
        known = self.by_phrase.get(shape.key)
        if known or not shape.key:
            return None if shape.closed and not shape.asks and shape.words <= 2 else known
        if shape.prose and _is_reported(text, shape):
            return None
        if shape.length > _LONGEST:
            return None
        return self._by_pattern(text, shape) or self._by_words(shape)

    def _by_pattern(self, text: str, shape: Shape) -> Rule | None:
        found = self._of(self.pattern.match(shape.key), shape)
        if not shape.closed or shape.asks:
            return found or self._of(self.glued.match(text), shape)
        return None if found and found.reach is Reach.LIST else found  # a heading is no sentence

    def _by_words(self, shape: Shape) -> Rule | None:
        if shape.length > _LONGEST_HELD:
            return None
        for words, rule in self.held:
            if words in shape.key:
                return rule if shape.length <= rule.longest else None
        if shape.closed or not shape.key.endswith(tuple(self.ending)):
            return None
        found = next(words for words in self.ending if shape.key.endswith(words))
        return self.ending[found] if shape.length <= self.ending[found].longest else None

    def _of(self, found: re.Match[str] | None, shape: Shape) -> Rule | None:
        if not found or not found.lastgroup:
            return None
        rule = self.rules[int(found.lastgroup[1:])]
        return rule if shape.length <= rule.longest else None


@cache
def rulebook() -> Rulebook:
    """The rules of every module of this package; read once a process."""
    return _bound(tuple(rule for module in _modules() for rule in module.RULES))


def _is_reported(text: str, shape: Shape) -> bool:
    """Whether the sentence is somebody's speech: pages do not quote themselves."""
    return text[0] in _QUOTES or any(verb in shape.key[-60:] for verb in _SAID)


_QUOTES = "\"“”„«»‘'"
_SAID = (
    " said",
    " says",
    " told ",
    " sagte",
    " a dit",
    " a déclaré",
    " dijo",
    " ha detto",
    " disse",
)


def _modules() -> list[ModuleType]:
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return [importlib.import_module(f"{__name__}.{name}") for name in names if name != "rule"]


def _bound(rules: tuple[Rule, ...]) -> Rulebook:
    by_phrase: dict[str, Rule] = {}
    for rule in rules:
        for phrase in rule.phrases:
            by_phrase.setdefault(key_of(phrase), rule)
    pattern = _either({number: rule.patterns for number, rule in enumerate(rules)})
    glued = _either({number: rule.glued for number, rule in enumerate(rules)})
    return Rulebook(
        rules,
        by_phrase,
        re.compile(rf"(?:{pattern.translate(_DOTLESS)})\Z"),
        re.compile(rf"(?:{glued})(?=[^\W\da-zß-ÿ_][^\W_]|[\"“‘'„«])"),
        tuple((words.translate(_DOTLESS), rule) for rule in rules for words in rule.holds),
        {" " + key_of(words): rule for rule in rules for words in rule.ends},
    )


_DOTLESS = str.maketrans("ı", "i")


def _either(patterns: dict[int, tuple[str, ...]]) -> str:
    """One expression for the patterns of all rules; the name of the group tells whose it was."""
    return "|".join(f"(?P<r{number}>{'|'.join(own)})" for number, own in patterns.items() if own)
