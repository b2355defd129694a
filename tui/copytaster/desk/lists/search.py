"""Search as one types: fuzzy, over titles, slugs and sources, best first.

Comparing what was typed with 100,000 titles takes rapidfuzz 50 to 190 ms. So each typed word is
first looked up among the words that occur at all (the vocabulary of the full-text index), as a
beginning and, with rapidfuzz, as a misspelling; only the rows that have a word of each kind are
then compared as a whole and ranked.
"""

from __future__ import annotations

import json
import re
from array import array
from typing import TYPE_CHECKING

from copytaster.desk.lists.orders import ordered
from copytaster.desk.query.condition import EVERYTHING, Condition, both
from copytaster.desk.words.rows import Sort

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from copytaster.desk.catalogue.catalogue import Catalogue

RANKED_AT_MOST = 1_500  # of more rows than these, the others follow in the order of the list
VARIANTS_AT_MOST = 12
NEAR_ENOUGH = 75.0  # rapidfuzz ratio of a misspelled word; "prise" and "price" have 80
SHORTEST_FUZZY = 4
FEW = 400  # rows that came since; the words of so few are looked at, not those of all again
WORDS_SINCE = 5_000
AT_A_TIME = 4_000  # words, which take 4 ms
_NUMBERS = "SELECT json_group_array(a.number) FROM articles a WHERE {}"
_NEXT_WORDS = "SELECT term FROM vocabulary WHERE term > ? ORDER BY term LIMIT ?"
_VOCABULARY = "CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab('main', 'heads', 'row')"


class Search:
    """The search over one catalogue; it remembers the vocabulary while that does not change."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._words: list[str] = []
        self._words_since: dict[str, None] = {}
        self._words_as_of = -1
        self._has_table = False

    def ranked(self, typed: str, condition: Condition, sort: Sort) -> array[int]:
        """The rows that meet the condition and what was typed, the best first."""
        match = self._match(typed)
        if match is None:
            return ordered(self._catalogue.connection, condition, sort)
        found = ordered(self._catalogue.connection, both(condition, match), sort)
        return self._best_first(typed, found)

    def near(self, name: str) -> list[int]:
        """The rows that have every word of a name, or one near it, in no order."""
        match = self._match(name)
        if match is None:
            return []
        rows = self._catalogue.connection.execute(_NUMBERS.format(match.sql), match.values)
        return list(json.loads(rows.fetchone()[0]))

    def make_ready(self) -> None:
        """Load what comparing words needs, before the first of them is typed."""
        self._spellings("ready")

    def load_words(self) -> Iterator[None]:
        """Load the vocabulary a little at a time, so that keys are heard in between.

        Each time it is asked for what follows the last word: a question left open would keep the
        connection at the state of its beginning.
        """
        if self._words:
            return
        self._open_vocabulary()
        as_of, words, last = self._catalogue.change(), list[str](), ""
        while some := self._catalogue.connection.execute(_NEXT_WORDS, (last, AT_A_TIME)).fetchall():
            words += [word for (word,) in some]
            last = words[-1]
            yield
        if not self._words:
            self._words, self._words_as_of = words, as_of

    def _match(self, typed: str) -> Condition | None:
        """The rows with a word for each typed word; None where nothing was typed that is one."""
        words = re.findall(r"\w+", typed.casefold())
        if not words:
            return None
        groups = (" OR ".join(self._spellings(word)) for word in words)
        expression = " AND ".join(f"({group})" for group in groups)
        sql = "a.number IN (SELECT rowid FROM heads WHERE heads MATCH ?)"
        return both(EVERYTHING, Condition(sql, (expression,)))

    def _spellings(self, word: str) -> list[str]:
        """The word as a beginning, then the words of the vocabulary that are near it."""
        spellings = [f'"{word}"*']
        if len(word) < SHORTEST_FUZZY:
            return spellings
        from rapidfuzz import fuzz, process

        near = process.extract(
            word,
            self._vocabulary(),
            scorer=fuzz.ratio,
            score_cutoff=NEAR_ENOUGH,
            limit=VARIANTS_AT_MOST,
        )
        return spellings + [f'"{spelling}"' for spelling, _, _ in near]

    def _vocabulary(self) -> list[str]:
        """All words of the heads; after a few arrivals, those of before with the words of these."""
        change = self._catalogue.change()
        if change != self._words_as_of:
            filed = self._catalogue.changes(self._words_as_of).filed if self._words else ()
            self._words_as_of = change
            if self._words and len(filed) <= FEW and len(self._words_since) <= WORDS_SINCE:
                self._words_since |= dict.fromkeys(self._words_of(filed))
            else:
                self._words, self._words_since = self._all_words(), {}
        return [*self._words, *self._words_since]

    def _all_words(self) -> list[str]:
        self._open_vocabulary()
        words = self._catalogue.connection.execute("SELECT term FROM vocabulary")
        return [word for (word,) in words]

    def _open_vocabulary(self) -> None:
        if not self._has_table:
            self._catalogue.connection.execute(_VOCABULARY)
            self._has_table = True

    def _words_of(self, numbers: Sequence[int]) -> Iterator[str]:
        for head in self._heads(numbers).values():
            yield from re.findall(r"\w+", head)

    def _best_first(self, typed: str, found: array[int]) -> array[int]:
        from rapidfuzz import fuzz, process

        first = found[:RANKED_AT_MOST]
        heads = self._heads(first)
        scores = {
            number: score
            for _, score, number in process.extract(
                typed.casefold(), heads, scorer=fuzz.WRatio, limit=None
            )
        }
        ranked = sorted(first, key=lambda number: -scores.get(number, 0.0))
        return array("q", ranked) + found[RANKED_AT_MOST:]

    def _heads(self, numbers: Sequence[int]) -> dict[int, str]:
        marks = ",".join("?" * len(numbers))
        rows = self._catalogue.connection.execute(
            "SELECT number, title_key || ' ' || coalesce(slug, '') || ' ' ||"  # noqa: S608
            f" coalesce(source_key, '') FROM articles WHERE number IN ({marks})",
            list(numbers),
        )
        return dict(rows.fetchall())
