"""Which item a kill, a withdrawal or a correction is about, found with care.

What names the target best wins: its guid, the number of its transmission, the headline that is
quoted or that both have, and last the slug. Only items of the same source (or of none)
that are no younger, and at most two days older, are looked at; a guid may be of any age. Headlines
that differ are compared with rapidfuzz, and only the nearest counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from copytaster.desk.catalogue.catalogue import Catalogue, Changes
from copytaster.desk.catalogue.recalls import recalls_by
from copytaster.desk.catalogue.schema import RECALLS
from copytaster.desk.query.condition import EVERYTHING, Condition, among, both
from copytaster.desk.words.rows import Recall
from copytaster.wire.recalls import RecallKind, Sought, bare_slug, bare_title, sought

BACK_SECONDS = 2 * 86_400.0
DAY_SECONDS = 86_399.0  # an item that names only its day may be of its last second
DAY_LENGTH = len("2026-09-14")
NEAR_ENOUGH = 92.0  # rapidfuzz ratio of two headlines
ALIKE_ENOUGH = 60.0  # rapidfuzz token set ratio of a headline and its correction of the same slug
SHORTEST_FUZZY = 20  # characters of a headline that may differ from the one sought
WAYS = ("guid", "number", "headline", "slug")
"""What can name a target, the surest first."""

_OF_THEIR_GUID = """a.guid IN (
    SELECT guid FROM articles b WHERE b.number IN (SELECT value FROM json_each(?))
)"""


@dataclass(frozen=True, slots=True)
class _Recaller:
    """An item that recalls another, with what its own row says of it."""

    number: int
    key: int
    guid: str | None
    source: str | None
    first: float
    last: float
    sought: Sought


class Recalling:
    """The recalls of one catalogue, kept up to date with its changes. It only reads."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._recallers: dict[int, _Recaller] = {}

    def found(self, changes: Changes) -> Iterator[Recall]:
        """What these changes bring: new recalls with their targets, new targets of older ones."""
        fresh = set(changes.filed)
        for number in fresh.union(changes.gone):
            self._recallers.pop(number, None)
        for recaller in self._read(both(Condition(f"({RECALLS})"), among(fresh))):
            yield from self._targets(recaller, EVERYTHING)
        for recaller in self._around(changes.filed):
            if recaller.number not in fresh:
                yield from self._targets(recaller, among(fresh))

    def best(self, recalls: Iterable[Recall]) -> list[Recall]:
        """Of each item's targets, with those that are known, only those that are named best."""
        by_item: dict[int, list[Recall]] = {}
        for each in recalls:
            by_item.setdefault(each.recall, []).append(each)
        return [
            each
            for number, some in by_item.items()
            for each in _surest([*some, *recalls_by(self._catalogue, number)])
        ]

    def _around(self, numbers: Sequence[int]) -> Iterator[_Recaller]:
        """The recallers that one of these rows may be the target of."""
        found = self._catalogue.connection.execute(
            "SELECT min(moment), max(moment) FROM articles"
            " WHERE number IN (SELECT value FROM json_each(?))",
            among(numbers).values,
        ).fetchone()
        if found[0] is None:
            return
        span = "a.moment BETWEEN ? AND ?"
        values = (found[0] - DAY_SECONDS, found[1] + BACK_SECONDS)
        yield from self._read(both(Condition(f"({RECALLS})"), Condition(span, values)))
        of_their_guid = Condition(_OF_THEIR_GUID, among(numbers).values)
        yield from self._read(both(Condition(f"({RECALLS})"), of_their_guid))

    def _read(self, condition: Condition) -> list[_Recaller]:
        rows = self._catalogue.connection.execute(
            "SELECT number, key, guid, source_key, moment, date FROM articles a"  # noqa: S608
            f" WHERE {condition.sql}",
            condition.values,
        ).fetchall()
        unread = [row for row in rows if row[0] not in self._recallers]
        articles = dict(self._catalogue.articles([row[0] for row in unread]))
        for number, key, guid, source, moment, date in unread:
            said = sought(articles[number]) if number in articles else None
            if said is not None:
                last = moment + (DAY_SECONDS if date and len(date) <= DAY_LENGTH else 0)
                self._recallers[number] = _Recaller(
                    number, key, guid, source, moment - BACK_SECONDS, last, said
                )
        return [self._recallers[row[0]] for row in rows if row[0] in self._recallers]

    def _targets(self, recaller: _Recaller, among_these: Condition) -> Iterator[Recall]:
        for way, numbers in self._named(recaller, among_these):
            if numbers:
                for number in numbers:
                    yield Recall(recaller.number, number, recaller.sought.kind.value, way)
                return

    def _named(
        self, recaller: _Recaller, among_these: Condition
    ) -> Iterator[tuple[str, Sequence[int]]]:
        """The rows that each way of naming gives, the latest first."""
        guid = Condition("a.guid = ? AND a.moment <= ?", (recaller.guid, recaller.last))
        yield "guid", [row[0] for row in self._others(recaller, both(guid, among_these), "a.guid")]
        near = both(_near(recaller), among_these)
        yield "number", self._by_number(recaller, near)
        titles = self._others(recaller, near, "a.title")
        yield "headline", _by_title(recaller.sought.titles, titles)
        yield "headline", _by_title((recaller.sought.own,), titles)[:1]
        yield "slug", self._by_slug(recaller, near, dict(titles))

    def _by_number(self, recaller: _Recaller, near: Condition) -> list[int]:
        wanted = set(recaller.sought.numbers)
        if not wanted:
            return []
        items = self._others(recaller, near, "a.item")
        return [number for number, item in items if item and wanted & set(item.split())]

    def _by_slug(
        self, recaller: _Recaller, near: Condition, titles: Mapping[int, str | None]
    ) -> list[int]:
        """A kill is of all that was sent under its slug; a correction of the last that is like it.

        Agencies use the slugs of routine items again.
        """
        said = recaller.sought
        slugs = self._others(recaller, near, "a.slug") if said.slug else []
        same = [number for number, slug in slugs if bare_slug(slug) == said.slug]
        if said.kind is not RecallKind.CORRECTED:
            return same
        alike = [n for n in same if _alike(said.own, bare_title(titles.get(n) or ""))]
        return alike[:1]

    def _others(
        self, recaller: _Recaller, condition: Condition, column: str
    ) -> list[tuple[int, str | None]]:
        """The rows that meet the condition and are no copy of the recaller, the latest first."""
        return self._catalogue.connection.execute(
            f"SELECT a.number, {column} FROM articles a WHERE {condition.sql}"  # noqa: S608
            " AND a.key != ? AND a.status != 'canceled' AND a.problem IS NULL"
            " ORDER BY a.moment DESC, a.number DESC",
            (*condition.values, recaller.key),
        ).fetchall()


def _near(recaller: _Recaller) -> Condition:
    """Of the same source, or of none, and neither younger nor much older."""
    sql = "a.moment BETWEEN ? AND ? AND (a.source_key IS ? OR a.source_key IS NULL OR ? IS NULL)"
    return Condition(sql, (recaller.first, recaller.last, recaller.source, recaller.source))


def _by_title(wanted: Sequence[str], titles: Sequence[tuple[int, str | None]]) -> list[int]:
    """The rows with one of these headlines; where there are none, those with the nearest."""
    bare = {number: bare_title(title or "") for number, title in titles}
    same = [number for number, title in bare.items() if title and title in wanted]
    return same or [number for each in wanted for number in _nearest(each, bare)]


def _alike(one: str, other: str) -> bool:
    from rapidfuzz import fuzz

    return fuzz.token_set_ratio(one, other) >= ALIKE_ENOUGH


def _nearest(wanted: str, titles: Mapping[int, str]) -> list[int]:
    if len(wanted) < SHORTEST_FUZZY or not titles:
        return []
    from rapidfuzz import fuzz, process

    near = process.extract(wanted, titles, scorer=fuzz.ratio, score_cutoff=NEAR_ENOUGH, limit=20)
    return [number for _, score, number in near if score == near[0][1]]


def _surest(recalls: Sequence[Recall]) -> list[Recall]:
    best = min(WAYS.index(each.way) for each in recalls)
    return [each for each in dict.fromkeys(recalls) if WAYS.index(each.way) == best]
