"""A query as a condition on the catalogue's articles, joined with the ledger's marks.

The condition speaks of `a`, the articles, and of the attached database `ledger`. Words are looked
up in the full-text index, each as the beginning of a word, so that a filter narrows as it is typed;
“phrases” are taken whole.
"""

from __future__ import annotations

import re
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from copytaster.desk.catalogue.fulltext import MATCHES, MATCHING
from copytaster.desk.keeping.suggest import suggestion
from copytaster.desk.ledger.returning import RETURNED
from copytaster.desk.query.condition import EVERYTHING, NOTHING, Condition, among
from copytaster.desk.query.language import And, Complaint, Name, Node, Not, Term, parse
from copytaster.desk.query.spans import age_span, date_span, number_span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a query is asked: the time, the story under the cursor, and who knows near names.

    Of a `few` rows, such as those that just arrived, each is looked up; else all rows that have a
    word are listed. At 30,000 articles a word in a row takes 0.1 to 0.7 ms, the list 2 to 10.
    """

    now: float
    story: int | None = None
    near: Callable[[str], Iterable[int]] = lambda _name: ()
    few: bool = False


Compiled: TypeAlias = Condition | Complaint

# Nine in ten are spiked: with the plus, the list is walked in its order instead of the key's.
_SPIKED = "+a.key IN (SELECT key FROM ledger.marks WHERE verdict = 'spiked')"
_KEPT = "a.key IN (SELECT key FROM ledger.marks WHERE verdict = 'kept')"
_READ = "EXISTS (SELECT 1 FROM ledger.marks m WHERE m.key = a.key AND m.read)"
_STATES = {
    "unread": f"NOT {_READ}",
    "read": _READ,
    "kept": _KEPT,
    "spiked": _SPIKED,
    "open": f"NOT {_KEPT} AND NOT {_SPIKED}",
    "flagged": "a.key IN (SELECT key FROM ledger.marks WHERE flagged)",
    "tagged": "a.key IN (SELECT key FROM ledger.tags)",
    "noted": "a.key IN (SELECT key FROM ledger.marks WHERE note IS NOT NULL)",
    "returned": RETURNED,
    "urgent": "a.urgency <= 3",
    "kill": "(a.status = 'canceled' OR a.take LIKE '%kill%')",
    "killed": "a.number IN (SELECT target FROM recalls WHERE kind != 'corrected')",
    "corrected": "a.number IN (SELECT target FROM recalls WHERE kind = 'corrected')",
    "embargoed": "a.embargo IS NOT NULL",
    "copy": "EXISTS (SELECT 1 FROM articles b WHERE b.key = a.key AND b.number < a.number)",
    "problem": "a.problem IS NOT NULL",
}
STATE_NAMES = tuple(_STATES)
"""Every state that `is:` may ask for."""
SHORTEST_IN_TEXT = 3
TEXT_NAMES = (Name.SOURCE, Name.TITLE, Name.SLUG, Name.TEXT)
_IN_HEADS = "SELECT rowid FROM heads WHERE heads MATCH ?"
_OF_ONE_ROW = {
    _IN_HEADS: "EXISTS (SELECT 1 FROM heads WHERE heads MATCH ? AND rowid = a.number)",
    MATCHING: MATCHES,
}
"""Where a word is sought among all rows, and how the same is asked of one."""
UNSPACED = re.compile("[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]")


def condition_of(query: str, setting: Setting | None = None) -> Compiled:
    """The condition of a query, or what is wrong with it."""
    if not query.strip():
        return EVERYTHING
    tree = parse(query)
    if isinstance(tree, Complaint):
        return tree
    return condition_of_tree(tree, setting or Setting(time.time()))


def complaint_of(node: Node) -> Complaint | None:
    """What is wrong with a query that was read already; nothing is looked up for it."""
    condition = condition_of_tree(node, Setting(now=0.0))
    return condition if isinstance(condition, Complaint) else None


def condition_of_tree(node: Node, setting: Setting) -> Compiled:
    """The condition of a query that was read already, or what is wrong with it."""
    if isinstance(node, Term):
        return _term(node, setting)
    if isinstance(node, Not):
        part = condition_of_tree(node.part, setting)
        if isinstance(part, Complaint):
            return part
        return Condition(f"NOT coalesce(({part.sql}), 0)", part.values)
    word = " AND " if isinstance(node, And) else " OR "
    parts: list[Condition] = []
    for each in node.parts:
        part = condition_of_tree(each, setting)
        if isinstance(part, Complaint):
            return part
        parts.append(part)
    if not parts:
        return EVERYTHING
    values = tuple(value for part in parts for value in part.values)
    return Condition(word.join(f"({part.sql})" for part in parts), values)


def _term(term: Term, setting: Setting) -> Compiled:
    match term.name:
        case None | Name.SOURCE | Name.TITLE | Name.SLUG | Name.TEXT:
            return _text(term, few=setting.few)
        case Name.TAG:
            sql = "a.key IN (SELECT key FROM ledger.tags WHERE tag = ?)"
            return Condition(sql, (term.value,))
        case Name.RULE:
            sql = "a.key IN (SELECT key FROM ledger.hits WHERE rule = ?)"
            return Condition(sql, (term.value,))
        case Name.SCORE:
            return _score(term)
        case Name.IS:
            return _state(term)
        case Name.LANGUAGE:
            return Condition("a.language = ?", (term.value.lower(),))
        case Name.STORY:
            return _story(term, setting)
        case Name.NEAR:
            return among(setting.near(term.value))
        case _:
            return _span(term, setting.now)


def _state(term: Term) -> Compiled:
    state = term.value.lower()
    if state in _STATES:
        return Condition(_STATES[state])
    return Complaint(f"there is no state “{state}”{suggestion(state, _STATES)}", term.at)


def _story(term: Term, setting: Setting) -> Compiled:
    if term.value.isdecimal():
        # As a float, for a number of any length is one: SQLite's whole numbers end at 2**63.
        return Condition("a.story = ?", (float(term.value),))
    if term.value.lower() != "this":
        return Complaint("a story is “this”, or a number", term.at)
    return NOTHING if setting.story is None else Condition("a.story = ?", (setting.story,))


def _score(term: Term) -> Compiled:
    """The sum of what the rules gave; most articles have none, so they are found by what has."""
    span = number_span(term.value)
    if isinstance(span, str):
        return Complaint(span, term.at)
    limits = ((">=", span.first), ("<=", span.last))
    given = [(sign, limit) for sign, limit in limits if limit is not None]
    within = " AND ".join(f"sum(score) {sign} ?" for sign, _ in given)
    scored = f"SELECT key FROM ledger.hits GROUP BY key HAVING {within}"  # noqa: S608
    values = tuple(limit for _, limit in given)
    if (span.first is None or span.first <= 0) and (span.last is None or span.last >= 0):
        unscored = "a.key NOT IN (SELECT key FROM ledger.hits)"
        return Condition(f"({unscored} OR a.key IN ({scored}))", values)
    return Condition(f"a.key IN ({scored})", values)


def _span(term: Term, now: float) -> Compiled:
    match term.name:
        case Name.DATE:
            column, span = "a.moment", date_span(term.value, now)
        case Name.AGE:
            column, span = "a.moment", age_span(term.value, now)
        case Name.URGENCY:
            column, span = "a.urgency", number_span(term.value)
        case _:
            column, span = "a.words", number_span(term.value)
    if isinstance(span, str):
        return Complaint(span, term.at)
    limits = [("<" if span.open_end else "<=", span.last), (">=", span.first)]
    given = [(sign, limit) for sign, limit in limits if limit is not None]
    sql = " AND ".join(f"{column} {sign} ?" for sign, _ in given) or f"{column} IS NOT NULL"
    return Condition(sql, tuple(limit for _, limit in given))


def _text(term: Term, *, few: bool) -> Condition:
    words = re.findall(r"\w+", term.value)
    if not words:
        return EVERYTHING
    if UNSPACED.search(term.value) and term.name is not Name.TEXT:
        return _substring(term)
    if few:
        places, phrases = zip(*_sought(term), strict=True)
        return Condition(" OR ".join(_OF_ONE_ROW[place] for place in places), phrases)
    found = rows_with(term)
    return Condition(f"a.number IN ({found.sql})", found.values)


def rows_with(term: Term) -> Condition:
    """The rows that have a word or phrase, as a SELECT of their numbers."""
    places, phrases = zip(*_sought(term), strict=True)
    return Condition(" UNION ALL ".join(places), phrases)


def _sought(term: Term) -> list[tuple[str, str]]:
    """Where a word or phrase is sought, and what FTS5 is asked there.

    A word is the beginning of one; in texts only one of three letters and more, for hardly a text
    has none that begins with “a”.
    """
    words = " ".join(re.findall(r"\w+", term.value))
    phrase = f'"{words}"' if term.phrase else f'"{words}"*'
    if term.name is Name.TEXT:
        return [(MATCHING, phrase)]
    if term.name:
        return [(_IN_HEADS, f"{{{term.name}}} : {phrase}")]
    if not term.phrase and len(words) < SHORTEST_IN_TEXT:
        return [(_IN_HEADS, phrase)]
    return [(_IN_HEADS, phrase), (MATCHING, phrase)]


def _substring(term: Term) -> Condition:
    """Scripts without spaces have no words that an index could begin with: look anywhere."""
    columns = [f"a.{term.name}"] if term.name else ["a.title", "a.slug", "a.source"]
    escaped = re.sub(r"([\\%_])", r"\\\1", term.value)
    sql = " OR ".join(f"{column} LIKE ? ESCAPE '\\'" for column in columns)
    return Condition(sql, (f"%{escaped}%",) * len(columns))
