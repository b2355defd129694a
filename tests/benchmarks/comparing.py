"""`make bench-compare`: alignment and differences against labels, and what they cost.

Alignment is measured on the sample corpus, once as the program is and once with the weights fitted
anew without the story that is measured, and on the seeds, which no weight was ever fitted to.
"""

from __future__ import annotations

import random
import statistics
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz

from copytaster.stories.comparing import alignment, context, evidence
from copytaster.stories.comparing.comparison import compare
from copytaster.stories.comparing.disagreements import disagreements
from copytaster.stories.comparing.numerals import in_words
from copytaster.stories.comparing.telling import Told, tell_both
from copytaster.stories.index.document import Document, document_of
from copytaster.wire.article import Article
from copytaster.wire.reading import stream
from corpus.aligned import (
    SAME,
    LabelledPair,
    Score,
    aligned_pairs,
    sample_pairs,
    score,
    seed_pairs,
)
from corpus.contradictions import ROUNDUPS, RUMOURS, alarm_of, labelled_alarms
from corpus.labels import SAMPLES, members
from corpus.readings import most_say, read_again
from stories.planting import Planted, natural_pairs, planted_pairs, told_and_raised
from stories.planting_places import natural_places, planted_places

Weights = NDArray[np.float64]

THRESHOLDS = (0.3, 0.4, 0.55, 0.7, 0.85)
REGULARISED = 0.3
QUOTE = 8.0
"""The weight of a shared quote is set, not fitted: no labelled pair speaks against it."""
PLACES = 92
WORDS = 1_000
STORIES = 20, 50
RUNS = 30


def main() -> None:
    """Print the tables."""
    samples, seeds = list(sample_pairs()), list(seed_pairs())
    print("| alignment | precision | recall | right | wrong | missed |")
    print("|---|---|---|---|---|---|")
    _row("sample corpus, as shipped", _scored(samples))
    _row("sample corpus, fitted without the story measured", _cross_validated(samples))
    if seeds:
        _row("seeds, only marks of place fitted", _scored(seeds))
    for name, again in (
        ("sample corpus", read_again(seeds=False)),
        ("seeds", read_again(seeds=True)),
    ):
        _read_again(name, list(again))
    _by_kind([*samples, *seeds])
    _curve(samples, seeds)
    _differences()
    _times()


def _row(name: str, total: Score) -> None:
    figures = f"{total.precision:.3f} | {total.recall:.3f}"
    print(f"| {name} | {figures} | {total.right} | {total.wrong} | {total.missed} |")


def _read_again(
    name: str, readings: Sequence[tuple[LabelledPair, LabelledPair, LabelledPair]]
) -> None:
    """How far two more readers agree with each other, and the program with two of three."""
    if readings:
        _row(
            f"{name}, one blind reader by the other",
            _total(score(b, a.same()) for _, a, b in readings),
        )
        _row(
            f"{name}, as most of three readers say", _scored([most_say(*each) for each in readings])
        )


def _scored(pairs: Sequence[LabelledPair]) -> Score:
    return _total(score(pair, aligned_pairs(pair.ours, pair.theirs)) for pair in pairs)


def _total(scores: Iterable[Score]) -> Score:
    return sum(scores, Score())


def _by_kind(pairs: Sequence[LabelledPair]) -> None:
    """Recall by how much of the wording two sentences share: rapidfuzz's ratio of their words."""
    there: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for pair in pairs:
        own, other = tell_both(pair.ours, pair.theirs)
        aligned = aligned_pairs(pair.ours, pair.theirs)
        for i, j in pair.same():
            kind = _kind(own[i], other[j])
            there[kind] += 1
            found[kind] += (i, j) in aligned
    print("\n| told | pairs | recall |\n|---|---|---|")
    for kind in ("copied", "changed", "in other words"):
        print(f"| {kind} | {there[kind]} | {found[kind] / max(1, there[kind]):.3f} |")


def _kind(ours: Told, theirs: Told) -> str:
    ratio = fuzz.ratio(ours.plain, theirs.plain)
    return "copied" if ratio >= 95 else "changed" if ratio >= 70 else "in other words"


def _curve(samples: Sequence[LabelledPair], seeds: Sequence[LabelledPair]) -> None:
    kept = alignment.SIMILAR, alignment._JOINS
    print("\n| threshold | samples: precision, recall | seeds: precision, recall |\n|---|---|---|")
    for threshold in THRESHOLDS:
        alignment.SIMILAR = alignment._JOINS = threshold
        one, other = _scored(samples), _scored(seeds)
        left = f"{one.precision:.3f}, {one.recall:.3f}"
        right = f"{other.precision:.3f}, {other.recall:.3f}" if seeds else "-"
        print(f"| {threshold} | {left} | {right} |")
    alignment.SIMILAR, alignment._JOINS = kept


def _cross_validated(pairs: Sequence[LabelledPair]) -> Score:
    shipped = _weights()
    stories = _stories(pairs)
    total = Score()
    for story in set(stories.values()):
        _fit([pair for pair in pairs if stories[pair.names[0]] != story])
        total += _scored([pair for pair in pairs if stories[pair.names[0]] == story])
    _use(*shipped)
    return total


def _stories(pairs: Sequence[LabelledPair]) -> dict[str, str]:
    """The name of the first article that each is linked with by labelled pairs."""
    first: dict[str, str] = {}
    for pair in pairs:
        ours, theirs = (first.setdefault(name, name) for name in pair.names)
        for name, story in first.items():
            if story == theirs:
                first[name] = ours
    return first


def _weights() -> tuple[Weights, float, Weights, float]:
    own = [evidence._DICE, evidence._SHARED, evidence._WITHIN, evidence._FIGURES, evidence._QUOTE]
    around = [context._ALONE, context._NEAR, context._MUCH]
    return np.array(own), evidence._BIAS, np.array(around), context._BIAS


def _use(own: Weights, bias: float, around: Weights, around_bias: float) -> None:
    (
        evidence._DICE,
        evidence._SHARED,
        evidence._WITHIN,
        evidence._FIGURES,
        evidence._QUOTE,
    ) = own.tolist()
    context._ALONE, context._NEAR, context._MUCH = around.tolist()
    evidence._BIAS, context._BIAS = bias, around_bias


def _fit(pairs: Sequence[LabelledPair]) -> tuple[Weights, float, Weights, float]:
    """Fits both steps to these pairs, and uses them."""
    told = [tell_both(pair.ours, pair.theirs) for pair in pairs]
    labels = np.concatenate([_labels(pair).ravel() for pair in pairs])
    known = labels >= 0
    features = [evidence.features(*both) for both in told]
    flat = np.concatenate([one.reshape(-1, 5) for one in features]).astype(float)[known]
    weights, bias = _regression(flat[:, :4], labels[known], QUOTE * flat[:, 4])
    _use(np.append(weights, QUOTE), bias, *_weights()[2:])
    copied = [evidence._copied(*both) for both in told]
    likely = (
        np.maximum(evidence.alone(one), copy) for one, copy in zip(features, copied, strict=True)
    )
    around = np.concatenate([context.context(one).reshape(-1, 3) for one in likely])
    own, own_bias = np.append(weights, QUOTE), bias
    _use(own, own_bias, *_regression(around.astype(float)[known], labels[known]))
    return _weights()


def _labels(pair: LabelledPair) -> NDArray[np.int64]:
    """1 where a pair tells the same, 0 where not, -1 where it is arguable."""
    found = np.zeros((len(pair.ours), len(pair.theirs)), np.int64)
    for (i, j), label in pair.labels.items():
        found[i, j] = {SAME: 1, "?": -1}.get(label, 0)
    return found


def _regression(
    found: Weights, labels: NDArray[np.int64], offset: Weights | float = 0.0
) -> tuple[Weights, float]:
    """Logistic regression by Newton's method, on standardised features, with an L2 penalty."""
    mean, deviation = found.mean(0), found.std(0) + 1e-9
    table = np.c_[(found - mean) / deviation, np.ones(len(found))]
    penalty = np.diag([1 / REGULARISED] * found.shape[1] + [0.0])
    weights = np.zeros(table.shape[1])
    for _ in range(60):
        likely = 1 / (1 + np.exp(-(table @ weights + offset)))
        gradient = table.T @ (likely - labels) + penalty @ weights
        curvature = (table * (likely * (1 - likely))[:, None]).T @ table + penalty
        step = np.linalg.solve(curvature, gradient)
        weights -= step
        if np.abs(step).max() < 1e-8:
            break
    scaled = weights[:-1] / deviation
    return scaled, float(weights[-1] - scaled @ mean)


def _differences() -> None:
    print("\n| differences | precision | recall |\n|---|---|---|")
    _planted("150 planted, 150 retold", [*planted_pairs(150)], natural_pairs(150))
    places = [*planted_places(PLACES)], natural_places(PLACES)
    _planted(f"{PLACES} places planted, {PLACES} told otherwise", *places)
    for source in (ROUNDUPS, RUMOURS):
        total = _natural(source)
        if total.right:
            figures = f"{total.precision:.3f} | {total.recall:.3f} (pooled)"
            print(f"| natural alarms, labelled, {source} | {figures} |")


def _planted(name: str, planted: Sequence[Planted], natural: Iterable[Planted]) -> None:
    found, alarms = told_and_raised(planted, natural)
    print(f"| {name} | {found / alarms:.3f} | {found / len(planted):.3f} |")


def _natural(source: str) -> Score:
    total = Score()
    for ours, theirs, labels in labelled_alarms(source):
        found = set(map(alarm_of, compare(ours, theirs).differences))
        said = [labels.get(alarm, "?") for alarm in found]
        missed = sum(label == SAME and alarm not in found for alarm, label in labels.items())
        total += Score(said.count(SAME), said.count("-"), missed)
    return total


def _times() -> None:
    print("\n| work, CPU time | median, ms | worst |\n|---|---|---|")
    pairs = [_two_articles(seed) for seed in range(RUNS)]
    words = "compare two articles of 1,000 words"
    _time(f"{words}, as they come", (lambda a=a, b=b: compare(a, b) for a, b in pairs))
    _time(f"{words}, again", (lambda a=a, b=b: compare(a, b) for a, b in pairs))
    _time(f"{words}, no word of them ever met", _cold(pairs))
    for articles in STORIES:
        story = list(islice(_all_takes(), articles))
        _time(f"disagreements of {len(story)} articles", (lambda s=story: disagreements(s),) * 5)


def _time(
    name: str, works: Iterator[Callable[[], object]] | Sequence[Callable[[], object]]
) -> None:
    taken = []
    for work in works:
        start = time.process_time()
        work()
        taken.append(1_000 * (time.process_time() - start))
    print(f"| {name} | {statistics.median(taken):.1f} | {max(taken):.1f} |")


def _cold(pairs: Sequence[tuple[Document, Document]]) -> Iterator[Callable[[], object]]:
    """Comparisons by a program that keeps nothing of those before: the worst that can be."""
    kept = [
        kept
        for name, module in sys.modules.items()
        if name.startswith("copytaster.stories")
        for kept in vars(module).values()
        if hasattr(kept, "cache_clear")
    ]
    for a, b in pairs:
        for each in kept:
            each.cache_clear()
        in_words("en")
        yield lambda a=a, b=b: compare(a, b)  # type: ignore[misc]


def _two_articles(seed: int) -> tuple[Document, Document]:
    """Two articles of a thousand words that share about half of their sentences."""
    chance = random.Random(seed)
    sentences = [one for pair in sample_pairs() for one in pair.ours]
    pool = list(dict.fromkeys(sentences))
    chance.shuffle(pool)
    shared, others = pool[: len(pool) // 2], pool[len(pool) // 2 :]
    texts = (_of_words(shared, others[::2]), _of_words(shared, others[1::2]))
    return tuple(Document(str(n), "", text, language="en") for n, text in enumerate(texts))  # type: ignore[return-value]


def _of_words(shared: Sequence[str], own: Sequence[str]) -> str:
    told: list[str] = []
    words = 0
    for pair in zip(shared, own, strict=False):
        for sentence in pair:
            if words < WORDS:
                told.append(sentence)
                words += len(sentence.split())
    return "\n".join(told)


def _all_takes() -> Iterator[Document]:
    """Articles of the longest stories of the sample corpus."""
    by_story: defaultdict[str, list[str]] = defaultdict(list, members())
    for names in sorted(by_story.values(), key=len, reverse=True):
        for name in names:
            path, _, part = name.partition("#")
            for article in stream(SAMPLES / path):
                if isinstance(article, Article) and article.part == int(part or article.part):
                    yield document_of(article)
                    break


if __name__ == "__main__":
    main()
