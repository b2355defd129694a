"""What the desk sorts by itself: articles into baskets, kills to what they kill, by rules."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from copytaster.desk.asking import Asking
from copytaster.desk.catalogue.recalls import recalls_by, recalls_of
from copytaster.desk.words.news import Alarm, Tallied, Tally

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copytaster.desk.backroom.back_line import BackLine
    from copytaster.desk.catalogue.catalogue import Catalogue
    from copytaster.desk.deeds import Deeds
    from copytaster.desk.inbox.teaching import TaughtFile
    from copytaster.desk.lists.baskets import Basket, BasketFile
    from copytaster.desk.query.completion import Completer, Completions
    from copytaster.desk.rules.rules import Rule, RuleFile
    from copytaster.desk.words.news import Message, News
    from copytaster.desk.words.rows import Deed, Recall


class Sorting(Asking):
    """Baskets, recalls and rules of a desk; the back room counts, finds and applies them."""

    def __init__(
        self, catalogue: Catalogue, deeds: Deeds, line: BackLine, taught: TaughtFile
    ) -> None:
        super().__init__(catalogue, deeds, line, taught)
        self._config = taught.path.parent
        self._tallies: dict[str, Tally] = {}

    @cached_property
    def _baskets(self) -> BasketFile:
        from copytaster.desk.lists.baskets import BasketFile, baskets_path

        return BasketFile(baskets_path(self._config))

    @cached_property
    def _rules(self) -> RuleFile:
        from copytaster.desk.rules.rules import RuleFile, rules_path

        return RuleFile(rules_path(self._config))

    @cached_property
    def _completer(self) -> Completer:
        from copytaster.desk.query.completion import Completer

        return Completer(self._catalogue)

    def baskets(self) -> tuple[Basket, ...]:
        """The saved searches in their order, each with its count once `Tallied` has told it."""
        from copytaster.desk.lists.baskets import told

        return told(self._baskets.current(), self._tallies)

    def basket_complaints(self) -> list[str]:
        """What is wrong with the file of baskets, a line each."""
        return self._baskets.complaints()

    def look_into(self, basket: Basket) -> None:
        """A basket is opened: what it holds is new no more."""
        self._line.send(basket=[basket.query])
        known = self._tallies.get(basket.name)
        if known:
            self._tallies[basket.name] = Tally(known.name, known.count, 0)

    def save_basket(self, name: str, query: str) -> str:
        """Save a query under a name, in place of one of that name; what to say of it."""
        if complaint := self._lists.complaint(query):
            return complaint
        from copytaster.desk.lists.baskets import Basket

        problem = self._baskets.save(Basket(name, query))
        return problem or f"saved as basket “{name}”"

    def remove_basket(self, name: str) -> str:
        """Remove a basket; what to say of it."""
        return self._baskets.remove(name) or f"removed basket “{name}”"

    def complete(self, query: str, cursor: int) -> Completions:
        """The ways in which a query may go on at a place, the likeliest first."""
        return self._completer.complete(query, cursor)

    def rules(self) -> tuple[Rule, ...]:
        """The rules in their order, as rules.toml has them."""
        return self._rules.current()

    def highlights(self, number: int) -> tuple[str, ...]:
        """The words that the rules which hit a row want to stand out in its article."""
        row = self._rows.row(number)
        if row is None or not row.rules:
            return ()
        return tuple(w for rule in self.rules() if rule.name in row.rules for w in rule.highlight)

    def take_back(self, rule: str) -> Deed:
        """Take back all that a rule did and nobody changed since, as one step."""
        return self._done(self._deeds.take_back(rule))

    def recalls_of(self, number: int) -> list[Recall]:
        """What kills, withdraws or corrects the article of a row, or another of its story.

        The latest first; those about the row itself have it for their `target`.
        """
        return recalls_of(self._catalogue, number)

    def recalls_by(self, number: int) -> list[Recall]:
        """What the article of a row itself kills, withdraws or corrects."""
        return recalls_by(self._catalogue, number)

    def _hear(self, message: Message) -> Iterator[News]:
        match message:
            case Tallied():
                self._tallies = {each.name: each for each in message.tallies}
                yield message
            case Alarm():
                yield message
            case _:
                yield from super()._hear(message)
