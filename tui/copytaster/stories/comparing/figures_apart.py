"""Figures that do not agree.

In sentences that are worded alike, figures in one place are laid side by side. Elsewhere two
figures must be about the same thing, by what happened, by unit or by noun (four dead, five dead),
and neither article may have the other's figure as well.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from copytaster.stories.comparing.facts import Facts
from copytaster.stories.comparing.figures import Figure
from copytaster.stories.comparing.measures import OTHERS
from copytaster.stories.comparing.moments import Precision
from copytaster.stories.comparing.said_alike import COMMON_SUBJECTS, FIRST_COUNT, PEOPLE, said_alike
from copytaster.stories.comparing.side import Side
from copytaster.stories.comparing.side_by_side import Swap
from copytaster.stories.comparing.synonyms import sense
from copytaster.stories.comparing.times_apart import told_of_other_times

_NEAR = 3.0
_FIRST_SENTENCES = 8
_FEWEST_SHARED = 3
_AGE = "year old"
_MANY_GROUPS = ("arrested", "missing")


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
        if not (_near(a, about[0]) and _of_one_group(a, about[0])):
            continue
        if _of_other_years(ours, i, a, theirs, j, about[0]):
            continue
        if subject != a.concept and not said_alike(ours, i, a, theirs, j, about[0]):
            continue
        if not _told_by_both(ours, a, theirs, about[0], subject):
            yield a, about[0]


def _told_by_both(ours: Side, a: Figure, theirs: Side, b: Figure, subject: str) -> bool:
    """Whether either article has the other's figure as well; asked last, for it reads both."""
    return theirs.has(a, subject) or ours.has(b, subject)


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
    return sense(a.counted or PEOPLE) == sense(b.counted or PEOPLE)


def only_ones(ours: Side, theirs: Side) -> Iterator[tuple[int, Figure, int, Figure]]:
    """Figures of which each article has one of the kind, in sentences that share some words.

    A count of things, or money, of which either article speaks once only; far apart they are about
    different things.
    """
    copies = _copies(ours, theirs)
    mine, others = _alone(ours, copies), _alone(theirs, copies)
    for subject in sorted(mine.keys() & others.keys()):
        (i, a), (j, b) = mine[subject], others[subject]
        if not _near(a, b) or _shared(ours, theirs, i, j) < _FEWEST_SHARED:
            continue
        if _of_other_days(ours, i, a, theirs, j, b) or not said_alike(ours, i, a, theirs, j, b):
            continue
        if not (_is_in(subject, ours, copies) or _told_by_both(ours, a, theirs, b, subject)):
            yield i, a, j, b


def _copies(ours: Side, theirs: Side) -> frozenset[str]:
    """The sentences of both: what they count is no difference, so they are read last, if at all."""
    if ours.language != theirs.language:
        return frozenset()
    return frozenset(told.text for told in ours.told) & {told.text for told in theirs.told}


def _is_in(subject: str, side: Side, copies: frozenset[str]) -> bool:
    """Whether one of these sentences has a figure of the kind."""
    return any(
        told.text in copies and any(subject == one.subject for one in _high(facts))
        for told, facts in zip(side.told, side.facts, strict=True)
    )


def _near(a: Figure, b: Figure) -> bool:
    """Whether two figures are of one size; those of a town and of a country are not."""
    return max(a.value, b.value) <= _NEAR * min(a.value, b.value)


def _alone(side: Side, copies: frozenset[str]) -> dict[str, tuple[int, Figure]]:
    """The subjects of which an article has one figure beside its copies, with its sentence."""
    found: defaultdict[str, list[tuple[int, Figure]]] = defaultdict(list)
    for number, (told, facts) in enumerate(zip(side.told, side.facts, strict=True)):
        for figure in _high(facts) if told.text not in copies else ():
            if figure.subject:
                found[figure.subject].append((number, figure))
    return {
        subject: each[0]
        for subject, each in found.items()
        if len(each) == 1 and subject not in COMMON_SUBJECTS
    }


def _high(facts: Facts) -> Iterator[Figure]:
    """The figures of a sentence that are high enough not to be there twice by chance."""
    if facts.may_count_much():
        yield from (one for one in facts.figures if one.value >= FIRST_COUNT)


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
        if not (a.agrees(b) or _told_by_both(ours, a, theirs, b, concept)):
            yield i, a, j, b


def _highest(side: Side) -> dict[str, tuple[int, Figure]]:
    """The highest count of each kind near the top; further down are those of other events."""
    highest: dict[str, tuple[int, Figure]] = {}
    top = max(_FIRST_SENTENCES, len(side.facts) // 3)
    for number, facts in enumerate(side.facts[:top]):
        for figure in facts.figures if facts.may_count_harmed() else ():
            if figure.concept and not figure.measure:
                known = highest.get(figure.concept)
                if known is None or figure.value > known[1].value:
                    highest[figure.concept] = number, figure
    return highest
