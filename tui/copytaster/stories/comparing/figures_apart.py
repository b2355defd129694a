"""Figures that do not agree.

In sentences that are worded alike, figures in one place are laid side by side. Elsewhere two
figures must be about the same thing, by what happened, by unit or by noun (four dead, five dead),
and neither article may have the other's figure as well.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from copytaster.stories.comparing.facts import Facts
from copytaster.stories.comparing.figures import Figure
from copytaster.stories.comparing.folding import folded_word, folded_words, stem
from copytaster.stories.comparing.measures import CURRENCIES, OTHERS
from copytaster.stories.comparing.moments import Precision
from copytaster.stories.comparing.side import Side
from copytaster.stories.comparing.side_by_side import Swap
from copytaster.stories.comparing.synonyms import sense
from copytaster.stories.comparing.telling import Told
from copytaster.stories.comparing.times_apart import told_of_other_times

_NEAR = 3.0
_FIRST_COUNT = 10
_FIRST_SENTENCES = 8
_FEWEST_SHARED = 3
_BESIDE_COMMON, _BESIDE_SMALL = 3, 2
_REACH = 45
_TIMES = ("second", "minute", "hour", "day", "week", "month", "year", "year old", "decade")
_AGE = "year old"
_PEOPLE = "people"
_LENGTHS = ("mile", "km", "meter", "foot", "inch", "cm", "mm")
_MONEY = frozenset(CURRENCIES.values())
_BEARING = re.compile(r"[^.;,]{0,30}?\b(?:north|south|east|west)\w*\s(?:of|from)\b")
_SIZE_OF = re.compile(r"(?:-[^\W\d_]+)+\s([^\W\d_]+)")
_MANY_GROUPS = ("arrested", "missing")
_COMMON_SUBJECTS = frozenset(
    {
        *_TIMES,
        *(f"{time} {kind}" for time in _TIMES for kind in ("each", "ago")),
        *_MONEY,
        *_LENGTHS,
        "people",
        "percent",
        "tally",
        OTHERS,
    }
)


def swapped_figures(
    side_by_side: Sequence[Swap], ours: Facts, theirs: Facts
) -> Iterator[tuple[Figure, Figure]]:
    """Figures that stand in the same place of two sentences worded alike."""
    for swap in side_by_side:
        mine, others = ours.figures_within(swap.our_span), theirs.figures_within(swap.their_span)
        if len(mine) != 1 or len(others) != 1:
            continue
        a, b = mine[0], others[0]
        moved = _as_often(a, ours, theirs) or _as_often(b, theirs, ours)
        if _comparable(a, b) and not moved:
            yield a, b


def _as_often(figure: Figure, own: Facts, other: Facts) -> bool:
    """Whether the other sentence has a figure as often as its own: it only stands elsewhere."""
    here, there = (sum(map(figure.agrees, facts.figures)) for facts in (own, other))
    return there >= here


def _comparable(a: Figure, b: Figure) -> bool:
    """Whether nothing says that the two are about different things."""
    if not _of_one_group(a, b) or (OTHERS in (a.measure, b.measure) and a.measure != b.measure):
        return False
    if a.measure or b.measure:
        return a.measure == b.measure or not (a.measure and b.measure)
    return a.concept == b.concept or not (a.concept and b.concept)


def same_subject(ours: Side, theirs: Side, i: int, j: int) -> Iterator[tuple[Figure, Figure]]:
    """Figures about the same thing, the only ones of theirs, that neither article has as well."""
    for a in ours.facts[i].figures:
        subject = a.subject
        if subject in (None, _AGE) or ours.facts[i].count(subject) != 1:
            continue
        about = [b for b in theirs.facts[j].figures if b.subject == subject]
        if len(about) != 1 or theirs.facts[j].count(subject) != 1 or a.agrees(about[0]):
            continue
        if theirs.has(a, subject) or ours.has(about[0], subject) or not _near(a, about[0]):
            continue
        if not _of_one_group(a, about[0]) or _of_other_years(ours, i, a, theirs, j, about[0]):
            continue
        if subject == a.concept or _said_alike(ours, i, a, theirs, j, about[0]):
            yield a, about[0]


def _of_other_years(ours: Side, i: int, a: Figure, theirs: Side, j: int, b: Figure) -> bool:
    return told_of_other_times(ours.facts[i], a, theirs.facts[j], b, (Precision.YEAR,))


def _of_other_days(ours: Side, i: int, a: Figure, theirs: Side, j: int, b: Figure) -> bool:
    """Whether two figures of sentences that need not tell the same are of two days, or years."""
    kinds = (Precision.YEAR, Precision.WEEKDAY)
    return told_of_other_times(ours.facts[i], a, theirs.facts[j], b, kinds)


def _of_one_group(a: Figure, b: Figure) -> bool:
    """Whether two counts may be of the same people: officers and suspects are arrested apart."""
    if a.concept not in _MANY_GROUPS:
        return True
    return sense(a.counted or _PEOPLE) == sense(b.counted or _PEOPLE)


def _said_alike(ours: Side, i: int, a: Figure, theirs: Side, j: int, b: Figure) -> bool:
    """Whether the words beside two figures are much the same.

    Two sums of money, or two spans of weeks, are seldom about one thing, least of all where hardly
    anything but names stands beside both.
    """
    own, other = ours.told[i], theirs.told[j]
    if _is_bearing(own, a) and not _from_one_place(own, a, other, b):
        return False
    if _is_size(a) and _sized(own, a) != _sized(other, b):
        return False
    beside = _beside(own, a) & _beside(other, b)
    if a.subject in _COMMON_SUBJECTS and a.subject != _PEOPLE:
        if len(beside) < _BESIDE_COMMON:
            return False
        small = frozenset(map(sense, ours.small | theirs.small))
        return len(beside & small) >= _BESIDE_SMALL
    return len(beside) >= (
        1 if a.subject == _PEOPLE or min(a.value, b.value) >= _FIRST_COUNT else _BESIDE_SMALL
    )


def _is_bearing(told: Told, figure: Figure) -> bool:
    """Whether a figure says how far from a place something is, which is named before it."""
    return figure.measure in _LENGTHS and _BEARING.match(told.text, figure.end) is not None


def _from_one_place(own: Told, a: Figure, other: Told, b: Figure) -> bool:
    """Whether the same is named before two distances, and if both name places, one of them."""
    before, theirs = _told_before(own, a), _told_before(other, b)
    named, others = before & _names(own), theirs & _names(other)
    return bool(named & others if named and others else before & theirs)


def _names(told: Told) -> frozenset[str]:
    """The senses of the words that a sentence writes with a capital."""
    return frozenset(map(sense, told.capital))


def _is_size(figure: Figure) -> bool:
    """Whether it is a length of one thing: a 60-foot wall, a 60-foot-wide stone."""
    subject = figure.subject or ""
    return subject.endswith(" each") and subject.replace("-", " ").split()[0] in _LENGTHS


def _sized(told: Told, figure: Figure) -> str | None:
    """What a figure is the size of (a 60-foot-wide *stone*), where it is joined to it."""
    found = _SIZE_OF.match(told.text, figure.end)
    return sense(folded_word(found[1])) if found else None


def _told_before(told: Told, figure: Figure) -> frozenset[str]:
    """The senses of the words before a figure, but for lengths and figures."""
    words = (word for word in folded_words(told.text[: figure.start]) if not word[0].isdigit())
    return told.senses.intersection(map(sense, words)) - frozenset(map(sense, _LENGTHS))


def _beside(told: Told, figure: Figure) -> frozenset[str]:
    """The senses of the words within reach of a figure, but for the one that it counts in."""
    text = told.text[max(0, figure.start - _REACH) : figure.end + _REACH]
    words = (word for word in folded_words(text) if not word[0].isdigit())
    senses = frozenset(map(sense, words)) & told.senses
    return senses - {figure.counted, figure.measure, *map(stem, (figure.measure or "").split())}


def only_ones(ours: Side, theirs: Side) -> Iterator[tuple[int, Figure, int, Figure]]:
    """Figures of which each article has one of the kind, in sentences that share some words.

    A count of things, or money, of which either article speaks once only; far apart they are about
    different things.
    """
    mine, others = _alone(ours), _alone(theirs)
    for subject in sorted(mine.keys() & others.keys()):
        (i, a), (j, b) = mine[subject], others[subject]
        known = theirs.has(a, subject) or ours.has(b, subject)
        if known or not _near(a, b) or _shared(ours, theirs, i, j) < _FEWEST_SHARED:
            continue
        if _of_other_days(ours, i, a, theirs, j, b):
            continue
        if _said_alike(ours, i, a, theirs, j, b):
            yield i, a, j, b


def _near(a: Figure, b: Figure) -> bool:
    """Whether two figures are of one size; those of a town and of a country are not."""
    return max(a.value, b.value) <= _NEAR * min(a.value, b.value)


def _alone(side: Side) -> dict[str, tuple[int, Figure]]:
    """The subjects of which an article has one figure, with the figure and its sentence."""
    found: defaultdict[str, list[tuple[int, Figure]]] = defaultdict(list)
    for number, facts in enumerate(side.facts):
        for figure in facts.figures if facts.may_count_much() else ():
            if figure.subject and figure.value >= _FIRST_COUNT:
                found[figure.subject].append((number, figure))
    return {
        subject: each[0]
        for subject, each in found.items()
        if len(each) == 1 and subject not in _COMMON_SUBJECTS
    }


def _shared(ours: Side, theirs: Side, i: int, j: int) -> int:
    """How many words of meaning two sentences share, figures not counted."""
    shared = ours.told[i].stems & theirs.told[j].stems
    return sum(not word[0].isdigit() for word in shared)


def tolls(ours: Side, theirs: Side) -> Iterator[tuple[int, Figure, int, Figure]]:
    """The highest counts of dead, missing and so on that do not agree, with their sentences."""
    mine, others = _highest(ours), _highest(theirs)
    for concept in sorted(mine.keys() & others.keys()):
        (i, a), (j, b) = mine[concept], others[concept]
        if not (_near(a, b) and _of_one_group(a, b)) or _of_other_days(ours, i, a, theirs, j, b):
            continue
        if not (a.agrees(b) or theirs.has(a, concept) or ours.has(b, concept)):
            yield i, a, j, b


def _highest(side: Side) -> dict[str, tuple[int, Figure]]:
    """The highest count of each kind near the top; further down are those of other events."""
    highest: dict[str, tuple[int, Figure]] = {}
    top = max(_FIRST_SENTENCES, len(side.facts) // 3)
    for number, facts in enumerate(side.facts[:top]):
        for figure in facts.figures:
            if figure.concept and not figure.measure:
                known = highest.get(figure.concept)
                if known is None or figure.value > known[1].value:
                    highest[figure.concept] = number, figure
    return highest
