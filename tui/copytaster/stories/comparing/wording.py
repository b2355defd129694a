"""Names and quotes that differ where two sentences say the same otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from copytaster.stories.comparing.facts import Facts
from copytaster.stories.comparing.folding import Word
from copytaster.stories.comparing.function_words import FUNCTION_WORDS
from copytaster.stories.comparing.quotations import Quotation, shared_run
from copytaster.stories.comparing.side_by_side import Swap
from copytaster.stories.comparing.telling import Told
from copytaster.stories.sentences import COPIED

_LONGEST_NAME = 3
_ALIKE = 50
_CUT_WORDS = 3
_SHARED_WORDS = 5
_FORMS_OF_ADDRESS = """
mr mrs ms miss dr prof sir president prime minister sen rep gov general chancellor king queen pope
judge captain us uk eu un british american russian
"""
_TITLES = frozenset(_FORMS_OF_ADDRESS.split())


def differing_names(
    side_by_side: Sequence[Swap], ours: Sequence[Told], theirs: Sequence[Told], i: int, j: int
) -> Iterator[tuple[str, str]]:
    """Names that stand in one place of two sentences that are otherwise copies."""
    from rapidfuzz import fuzz

    if fuzz.ratio(ours[i].plain, theirs[j].plain) < COPIED:
        return
    for swap in side_by_side:
        a = ours[i].words[slice(*swap.our_words)]
        b = theirs[j].words[slice(*swap.their_words)]
        if (
            swap.anchored
            and _is_name(a, ours)
            and _is_name(b, theirs)
            and not _kin(a, b, ours[i], theirs[j])
        ):
            yield _text(ours[i], swap.ours), _text(theirs[j], swap.theirs)


def _is_name(words: Sequence[Word], article: Sequence[Told]) -> bool:
    """Whether some words are all capitals, no titles or days, and never written small."""
    if not 1 <= len(words) <= _LONGEST_NAME:
        return False
    if any(
        not word.capital or word.folded in _TITLES or word.folded in FUNCTION_WORDS
        for word in words
    ):
        return False
    named = {word.folded for word in words}
    return not any(w.folded in named and not w.capital for told in article for w in told.words)


def _kin(a: Sequence[Word], b: Sequence[Word], ours: Told, theirs: Told) -> bool:
    """Whether two names may be one: shared or abbreviated parts, or both in both sentences."""
    mine, other = {word.folded for word in a}, {word.folded for word in b}
    if mine & other or mine <= _folded(theirs) or other <= _folded(ours):
        return True
    joined = ("".join(sorted(mine)), "".join(sorted(other)))
    initials = ("".join(w.folded[0] for w in a), "".join(w.folded[0] for w in b))
    if initials[0] == joined[1] or initials[1] == joined[0]:
        return True
    return any(x[:4] == y[:4] for x in mine for y in other)


def _folded(told: Told) -> set[str]:
    return {word.folded for word in told.words}


def _text(told: Told, span: tuple[int, int]) -> str:
    return told.text[span[0] : span[1]]


def differing_quotes(
    ours: Sequence[Facts], theirs: Sequence[Facts], i: int, j: int
) -> Iterator[tuple[str, str]]:
    """Quotes of two aligned sentences that are one quote in different words, or cut short."""
    for mine in ours[i].quotations:
        for other in theirs[j].quotations:
            if (
                _reworded(mine, other)
                or _cut_short(mine, other, theirs[j + 1 : j + 2])
                or _cut_short(other, mine, ours[i + 1 : i + 2])
            ):
                yield mine.text, other.text


def _reworded(a: Quotation, b: Quotation) -> bool:
    """Whether two quotes of much the same words differ in a word that carries meaning."""
    from rapidfuzz import fuzz

    shorter, longer = sorted((a.words, b.words), key=len)
    if len(shorter) < 4 or len(shorter) < 0.6 * len(longer):
        return False
    if fuzz.ratio(" ".join(a.words), " ".join(b.words)) < _ALIKE:
        return False
    apart = set(a.words) ^ set(b.words)
    return (
        any(word not in FUNCTION_WORDS for word in apart) and len(set(a.words) & set(b.words)) >= 2
    )


def _cut_short(whole: Quotation, part: Quotation, after: Sequence[Facts]) -> bool:
    """Whether a quote ends where the other goes on, and the next sentence has not the rest."""
    if not part.closed or len(part.words) + _CUT_WORDS > len(whole.words):
        return False
    run = shared_run(whole.words, part.words)
    if run < _SHARED_WORDS or run < len(part.words) - 1:
        return False
    rest = set(whole.words) - set(part.words)
    return not any(
        len(rest & set(quote.words)) >= 2 for facts in after for quote in facts.quotations
    )
