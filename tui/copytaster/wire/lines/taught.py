"""What the user taught: phrases and blocks that are always folded, or never.

Articles are parsed without it and laid under it afterwards (`taught_copy`), so what is taught shows
at once, in files of every format, and is taken back as quickly. It is kept in a TOML file that a
person can read and edit; reading and writing the file itself is left to the desk, here are only the
rules and their text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from hashlib import blake2b
from typing import Any

from copytaster.wire.article import Article, Block, Role, word_count

REASON = "folded as you taught it"
OPENING = 60
"""Characters of a block that its rule quotes, so that a person knows what it is about."""
LONGEST_PHRASE = 300
"""Characters beyond which a text is a paragraph, taught as a block and not as a phrase."""


@dataclass(frozen=True, slots=True)
class TaughtRule:
    """One thing that the user taught.

    Either `phrase` (a whole block, compared without case, quotes and decoration) or `block` (the
    fingerprint of one block's text) is set. `source` limits the rule to one outlet, `article` to
    one article by its id; None is for all. `opening` only tells a person which block is meant.
    `fold` False means: never fold this, whatever the rules say.
    """

    phrase: str | None = None
    block: str | None = None
    source: str | None = None
    article: str | None = None
    opening: str | None = None
    fold: bool = True

    def applies_to(self, article: Article) -> bool:
        """Whether the rule is for articles of this source, and for this one."""
        return self.source in (None, article.source) and self.article in (None, article.id)

    def same_case(self, other: TaughtRule) -> bool:
        """Whether both speak about the same blocks, however they decide."""
        return replace(self, fold=True, opening=None) == replace(other, fold=True, opening=None)


class TaughtRulesError(ValueError):
    """A file of taught rules that cannot be understood; its text says what is wrong."""


class Teaching:
    """All that was taught, ready to be asked: a look-up costs the same for any number of rules."""

    def __init__(self, rules: Sequence[TaughtRule] = ()) -> None:
        self.rules = tuple(rules)
        self._phrases: dict[str, list[int]] = defaultdict(list)
        self._blocks: dict[str, list[int]] = defaultdict(list)
        for place, rule in enumerate(self.rules):
            if rule.phrase is not None:
                self._phrases[_phrase_key(rule.phrase)].append(place)
            elif rule.block is not None:
                self._blocks[rule.block].append(place)

    def __bool__(self) -> bool:
        return bool(self.rules)

    def ruling(self, block: Block, article: Article) -> TaughtRule | None:
        """The last rule that speaks about a block; what was taught later wins."""
        places = list(self._phrases.get(_phrase_key(block.text), ())) if self._phrases else []
        if self._blocks:
            places += self._blocks.get(fingerprint(block.text), ())
        found = (place for place in places if self.rules[place].applies_to(article))
        last = max(found, default=None)
        return None if last is None else self.rules[last]

    def speaks_about(self, article: Article) -> bool:
        """Whether any rule speaks about any block of an article."""
        return bool(self.rules) and any(self.ruling(block, article) for block in article.blocks)


NOTHING_TAUGHT = Teaching()


def taught_copy(article: Article, teaching: Teaching) -> Article:
    """The article with its blocks folded and unfolded as they were taught; a title never is."""
    if not teaching:
        return article
    blocks = tuple(_taught(block, teaching.ruling(block, article)) for block in article.blocks)
    if blocks == article.blocks:
        return article
    words = article.word_count - word_count(article.blocks) + word_count(blocks)
    return replace(article, blocks=blocks, word_count=max(0, words))


def _taught(block: Block, rule: TaughtRule | None) -> Block:
    if rule is None or block.role is Role.TITLE:
        return block
    if rule.fold and not block.role.folded:
        return replace(block, role=Role.FURNITURE, suspect=False, reason=REASON)
    if not rule.fold and (block.role.folded or block.suspect):
        role = Role.BODY if block.role.folded else block.role
        return replace(block, role=role, suspect=False, reason=None)
    return block


def fingerprint(text: str) -> str:
    """The fingerprint of a block: 16 hexadecimal digits, the same on every machine."""
    return blake2b(_spaced(text).encode("utf-8", "replace"), digest_size=8).hexdigest()


def this_block(text: str, article: str, *, fold: bool = True) -> TaughtRule:
    """The rule for this very block of the article with this id."""
    return TaughtRule(
        block=fingerprint(text), article=article, opening=_spaced(text)[:OPENING], fold=fold
    )


def this_phrase(text: str, source: str | None = None, *, fold: bool = True) -> TaughtRule:
    """The rule for a phrase, of one source or everywhere; a long one is known by fingerprint."""
    if len(text) > LONGEST_PHRASE:
        opening = _spaced(text)[:OPENING]
        return TaughtRule(block=fingerprint(text), source=source, opening=opening, fold=fold)
    return TaughtRule(phrase=_spaced(text), source=source, fold=fold)


def to_toml(rules: Sequence[TaughtRule]) -> str:
    """The rules as the text of a TOML file, in their order."""
    import tomli_w

    return "\n".join(f"[[rule]]\n{tomli_w.dumps(_record(rule))}" for rule in rules)


def from_toml(text: str) -> tuple[TaughtRule, ...]:
    """The rules of a TOML file's text; `TaughtRulesError` where it is none."""
    import tomllib

    try:
        tables = tomllib.loads(text).get("rule", [])
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise TaughtRulesError(f"not TOML: {error}") from error
    if not isinstance(tables, list):
        raise TaughtRulesError("“rule” must be a list of tables: [[rule]]")
    return tuple(_rule(table, number) for number, table in enumerate(tables, start=1))


_TEXTS = ("phrase", "block", "source", "article", "opening")
_KEYS = frozenset(field.name for field in fields(TaughtRule))


def _spaced(text: str) -> str:
    return " ".join(text.split())


def _phrase_key(text: str) -> str:
    """A phrase as it is looked up; one of nothing but decoration is itself."""
    from copytaster.wire.shapes import key_of  # its patterns would delay the first paint

    return key_of(text) or _spaced(text)


def _record(rule: TaughtRule) -> dict[str, Any]:
    record: dict[str, Any] = {"fold": rule.fold}
    for name in _TEXTS:
        value = getattr(rule, name)
        if value is not None:
            record[name] = value
    return record


def _rule(table: object, number: int) -> TaughtRule:
    if not isinstance(table, dict):
        raise TaughtRulesError(f"rule {number} is not a table")
    strange = sorted(set(table) - _KEYS)
    if strange:
        raise TaughtRulesError(f"rule {number}: unknown key {strange[0]}")
    if ("phrase" in table) == ("block" in table):
        raise TaughtRulesError(f"rule {number}: needs either “phrase” or “block”")
    for name in _TEXTS:
        if not isinstance(table.get(name, ""), str):
            raise TaughtRulesError(f"rule {number}: “{name}” must be text")
    if not isinstance(table.get("fold", True), bool):
        raise TaughtRulesError(f"rule {number}: “fold” must be true or false")
    return TaughtRule(**table)
