"""Rules at work: what arrives is held against every rule, and what it does is in the ledger.

A rule speaks about all that is on the desk, hits an article once, and decides nothing that was ever
decided by hand. Each rule is one step of the ledger with its name, so what it did can be seen and
taken back. It hits no article that it was taken back from.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from copytaster.desk.ledger.decisions import named
from copytaster.desk.ledger.fields import Change, Field
from copytaster.desk.ledger.hits import decided_by_hand, hits_of, rules_with_hits
from copytaster.desk.lists.lists import Lists
from copytaster.desk.lists.row_reader import RowReader, numbers_of
from copytaster.desk.lists.tallies import looks_beyond
from copytaster.desk.query.language import Complaint, Name, Node, Not, Term, parse
from copytaster.desk.words.news import Alarm
from copytaster.desk.words.rows import Verdict, View

if TYPE_CHECKING:
    from copytaster.desk.catalogue.catalogue import Catalogue, Changes
    from copytaster.desk.ledger.fields import Item
    from copytaster.desk.ledger.ledger import Ledger
    from copytaster.desk.rules.rules import Rule


class Ruling:
    """The rules over one catalogue, to whose connection the ledger is attached."""

    def __init__(
        self,
        catalogue: Catalogue,
        ledger: Ledger,
        today: Callable[[], datetime.date] = datetime.date.today,
    ) -> None:
        self._catalogue = catalogue
        self._ledger = ledger
        self._lists = Lists(catalogue)
        self._rows = RowReader(catalogue.connection)
        self._today = today
        self._rules: tuple[Rule, ...] | None = None
        self._change = 0

    def apply(self, rules: Sequence[Rule], *, live: bool) -> Iterator[Alarm]:
        """Hold what was filed since against the rules, and everything where these have changed.

        The alarms are those of rules that ring or run; none where not `live`, for what is read at
        the start is no news. LedgerError where the ledger does not take it.
        """
        holding = tuple(rule for rule in rules if rule.holds(self._today()))
        changes = self._catalogue.changes(self._change)
        if holding != self._rules:
            self._drop_others(holding)
            for rule in holding:
                self._apply_to_all(rule)
        elif changes.filed:
            for rule in holding:
                yield from self._apply_to_some(rule, changes, live=live)
        self._rules, self._change = holding, changes.upto

    def _apply_to_some(self, rule: Rule, changes: Changes, *, live: bool) -> Iterator[Alarm]:
        numbers = self._lists.among(rule.when, changes.filed)
        fresh = self._hit(rule, self._rows.items(numbers)) if numbers else []
        if fresh and live and (rule.bell or rule.run):
            keys = {item.key for item in fresh}
            rows = [n for n in numbers_of(self._catalogue.connection, [*keys]) if n in numbers]
            text = f"rule ‘{rule.name}’: {named(fresh)}"
            yield Alarm(text, tuple(rows), bell=rule.bell, command=rule.run)

    def _apply_to_all(self, rule: Rule) -> None:
        items = self._rows.items(self._lists.order(View(rule.when)))
        self._hit(rule, items)
        if is_of_text(rule.when):
            gone = hits_of(self._catalogue.connection, rule.name).keys() - {i.key for i in items}
            self._leave(rule.name, gone)

    def _hit(self, rule: Rule, items: Sequence[Item]) -> list[Item]:
        """Do to these articles what the rule does; the ones that it had not hit before."""
        known = hits_of(self._catalogue.connection, rule.name)
        other = [item for item in items if known.get(item.key) != rule.score]
        if not other:
            return []
        hit = self._untouched(other, f"{Field.RULE}:{rule.name}")
        fresh = [item for item in hit if item.key not in known]
        changes = [Change(hit, Field.RULE, rule.score, rule.name), *self._effects(rule, fresh)]
        self._ledger.decide_all(changes, f"{done_by(rule)}: {named(hit)}", by_rule=rule.name)
        return fresh

    def _effects(self, rule: Rule, items: Sequence[Item]) -> Iterator[Change]:
        if rule.spike:
            free = self._untouched(items, Field.VERDICT)
            yield Change(free, Field.VERDICT, Verdict.SPIKED.value)
        if rule.flag:
            yield Change(self._untouched(items, Field.FLAGGED), Field.FLAGGED, 1)
        for tag in rule.tags:
            yield Change(self._untouched(items, f"{Field.TAG}:{tag}"), Field.TAG, 1, tag)

    def _untouched(self, items: Sequence[Item], field: str) -> list[Item]:
        """Those of the articles whose field was never decided about by hand."""
        keys = [item.key for item in items]
        by_hand = decided_by_hand(self._catalogue.connection, keys, field)
        return [item for item in items if item.key not in by_hand]

    def _drop_others(self, rules: Sequence[Rule]) -> None:
        """End the hits of rules that are no more in force; what they decided stands."""
        names = {rule.name for rule in rules}
        for name in rules_with_hits(self._catalogue.connection):
            if name not in names:
                self._leave(name, hits_of(self._catalogue.connection, name).keys())

    def _leave(self, rule: str, keys: Iterable[int]) -> None:
        items = self._rows.items(numbers_of(self._catalogue.connection, [*keys]))
        if items:
            change = Change(items, Field.RULE, None, rule)
            text = f"no longer hit by rule ‘{rule}’: {named(items)}"
            self._ledger.decide_all([change], text, by_rule=rule)


def done_by(rule: Rule) -> str:
    """What a rule did, for the history: `spiked, tagged sport by rule ‘horoscopes’`."""
    words = [
        *(["spiked"] if rule.spike else []),
        *(["flagged"] if rule.flag else []),
        *([f"scored {rule.score:+}"] if rule.score else []),
        *(f"tagged {tag}" for tag in rule.tags),
    ]
    return f"{', '.join(words) or 'found'} by rule ‘{rule.name}’"


def is_of_text(query: str) -> bool:
    """Whether a query asks only what an article says, which stays true of it."""
    tree = parse(query)
    return not isinstance(tree, Complaint) and not looks_beyond(tree) and not _asks_marks(tree)


def _asks_marks(node: Node) -> bool:
    if isinstance(node, Term):
        return node.name in (Name.IS, Name.TAG, Name.SCORE, Name.RULE)
    if isinstance(node, Not):
        return _asks_marks(node.part)
    return any(map(_asks_marks, node.parts))
