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


@dataclass(frozen=True, slots=True)
class Rulebook:
    """All rules, ready to be looked up: whole lines in a dictionary, patterns in one expression."""

    rules: tuple[Rule, ...]
    by_phrase: dict[str, Rule]
    pattern: re.Pattern[str]

    def match(self, shape: Shape) -> Rule | None:
        """The rule that such a line falls under, the first by module name and order, or None."""
        known = self.by_phrase.get(shape.key)
        if known or not shape.key:
            return known
        found = self.pattern.match(shape.key) if shape.length <= _LONGEST else None
        if not found or not found.lastgroup:
            return None
        rule = self.rules[int(found.lastgroup[1:])]
        return rule if shape.length <= rule.longest else None


_LONGEST = 600


@cache
def rulebook() -> Rulebook:
    """The rules of every module of this package; read once a process."""
    return _bound(tuple(rule for module in _modules() for rule in module.RULES))


def _modules() -> list[ModuleType]:
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return [importlib.import_module(f"{__name__}.{name}") for name in names if name != "rule"]


def _bound(rules: tuple[Rule, ...]) -> Rulebook:
    by_phrase: dict[str, Rule] = {}
    for rule in rules:
        for phrase in rule.phrases:
            by_phrase.setdefault(key_of(phrase), rule)
    groups = [
        f"(?P<r{number}>{'|'.join(rule.patterns)})"
        for number, rule in enumerate(rules)
        if rule.patterns
    ]
    return Rulebook(rules, by_phrase, re.compile(rf"(?:{'|'.join(groups)})\Z"))
