"""`make bench-stories`: what stories, noise and forms do to the index, and what it costs at a size.

The material is that of `related.py`. Times are CPU time of one process, since a loaded machine
tells lies about the clock. `--rows N` times on N short wires, copies of agency texts of which a
quarter of the words are others; `--seeds FOLDER` asks for the articles of one story among them.
"""

from __future__ import annotations

import argparse
import statistics
import string
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from random import Random

from related import SHARED, Corpus, corpora, sample_corpus, shared_documents
from wires import FORMS, items_of

from copytaster.stories.index.document import Document, document_of
from copytaster.stories.related import Related
from copytaster.wire.article import Unreadable
from copytaster.wire.reading import stream

DAY = 739_470
CHANGED_WORDS = 0.25
NOISE = (0.0, 0.03, 0.1)
ASKED = 300
MEGABYTE = 1 << 20


def index_of(documents: Sequence[Document]) -> Related:
    """The settled index of some articles."""
    related = Related({document.key: document for document in documents}.get)
    for first in range(0, len(documents), 500):
        related.add(documents[first : first + 500])
    related.settle()
    return related


def told(related: Related) -> dict[str, int]:
    """The story of each article; one that stands alone is a story of its own."""
    numbers = {key: each.number for each in related.stories() for key in each.keys}
    alone = (key for key in related.index.rows if key not in numbers)
    return numbers | {key: -place for place, key in enumerate(alone, 1)}


def agreement(story: dict[str, str], found: dict[str, int]) -> tuple[float, float, float]:
    """B-cubed F1, pairwise precision and recall of the stories that were found."""
    keys = [key for key in story if key in found]
    gold = Counter(story[key] for key in keys)
    ours = Counter(found[key] for key in keys)
    both = Counter((story[key], found[key]) for key in keys)
    precision = sum(n * n / ours[number] for (_, number), n in both.items()) / len(keys)
    recall = sum(n * n / gold[name] for (name, _), n in both.items()) / len(keys)
    right = pairs(both.values())
    return (
        2 * precision * recall / (precision + recall),
        right / max(1, pairs(ours.values())),
        right / max(1, pairs(gold.values())),
    )


def pairs(sizes: Iterable[int]) -> int:
    """How many pairs groups of these sizes have."""
    return sum(size * (size - 1) // 2 for size in sizes)


def variants(corpus: Corpus) -> Iterator[Corpus]:
    """A corpus, each half of its stories, and six tenths of its articles."""
    yield corpus
    names = sorted(set(corpus.story.values()))
    Random(7).shuffle(names)
    half = set(names[: len(names) // 2])
    for label, wanted in (("one half of the stories", True), ("the other half", False)):
        kept = [d for d in corpus.documents if (corpus.story.get(d.key) in half) is wanted]
        yield replace(corpus, name=f"{corpus.name}, {label}", documents=kept)
    some = [d for d in corpus.documents if Random(d.key).random() < 0.6]
    yield replace(corpus, name=f"{corpus.name}, 60% of the articles", documents=some)


def print_stories() -> None:
    """How well stories are told, of all and of parts: no figure hangs on one selection."""
    print("| stories | articles | B-cubed F1 | pairs right | pairs found | largest |")
    print("|---" * 6 + "|")
    for corpus in corpora():
        for part in variants(corpus):
            found = told(index_of(part.documents))
            story = {d.key: corpus.story[d.key] for d in part.documents if d.key in corpus.story}
            b_cubed, right, complete = agreement(story, found)
            largest = max(Counter(found.values()).values())
            figures = f"{b_cubed:.3f} | {right:.3f} | {complete:.3f} | {largest}"
            print(f"| {part.name} | {len(part.documents):,} | {figures} |", flush=True)


def noisy(document: Document, share: float, draw: Random) -> Document:
    """A document of which a share of the letters is lost, doubled by another, or another."""
    return replace(
        document, title=_noisy(document.title, share, draw), text=_noisy(document.text, share, draw)
    )


def _noisy(text: str, share: float, draw: Random) -> str:
    letters = []
    for letter in text:
        if not letter.isalnum() or draw.random() >= share:
            letters.append(letter)
            continue
        other = draw.choice(string.ascii_lowercase)
        letters.append(draw.choice([other, other, "", letter + other]))
    return "".join(letters)


def print_noise() -> None:
    """How many of the first ten are of the story where letters of the question are wrong."""
    print("\n| letters wrong in the question | " + " | ".join(f"{s:.0%}" for s in NOISE) + " |")
    print("|---" * (len(NOISE) + 1) + "|")
    for corpus in corpora():
        related = index_of(corpus.documents)
        size = Counter(corpus.story.values())
        asked = [d for d in corpus.documents if size[corpus.story.get(d.key, "")] > 1]
        asked = asked[:: max(1, len(asked) // ASKED)]
        cells = []
        for share in NOISE:
            draw = Random(1)
            hits = [_found(related, noisy(d, share, draw), corpus.story, size) for d in asked]
            cells.append(f"{statistics.mean(hits):.3f}")
        print(f"| {corpus.name} | " + " | ".join(cells) + " |", flush=True)


def _found(
    related: Related, document: Document, story: dict[str, str], size: Counter[str]
) -> float:
    """The share of the other articles of its story among the first ten."""
    own = story[document.key]
    found = [each.key for each in related.related_to(document, 11) if each.key != document.key]
    return sum(story.get(key) == own for key in found[:10]) / min(10, size[own] - 1)


def print_forms() -> None:
    """How many pairs of items of one form are one story, amid a thousand other articles."""
    crowd = next(iter(corpora())).documents[:1_000]
    print("\n| items of one form | pairs | joined |\n|---|---|---|")
    for copies, days in ((8, 1), (46, 1), (46, 5)):
        forms = {form: items_of(form, copies, DAY, days) for form in FORMS}
        found = told(index_of([*crowd, *(each for items in forms.values() for each in items)]))
        for form, items in forms.items():
            joined = sum(found[one.key] == found[two.key] for one, two in combinations(items, 2))
            count = pairs([len(items)])
            print(f"| {form}: {copies}, days: {days} | {count:,} | {joined} |", flush=True)


def short_wires(rows: int) -> list[Document]:
    """So many short articles; copies have a quarter of their words changed and other days."""
    base = shared_documents("reuters21578") if SHARED.is_dir() else sample_corpus().documents
    words = sorted({word for d in base[::7] for word in d.text.split() if word.isalpha()})
    return [_copy(base[row % len(base)], row, row >= len(base), words) for row in range(rows)]


def _copy(document: Document, row: int, changed: bool, words: list[str]) -> Document:
    draw = Random(row)
    own = document.text.split(" ")
    for place in draw.sample(range(len(own)), int(len(own) * CHANGED_WORDS) if changed else 0):
        own[place] = draw.choice(words)
    return Document(str(row), document.title, " ".join(own), DAY - 15 + draw.randrange(30))


def print_costs(documents: Sequence[Document]) -> None:
    """CPU time and memory."""
    started = time.process_time()
    related = index_of(documents)
    print(f"\n| {len(documents):,} short wires | |\n|---|---|")
    print(f"| build | {time.process_time() - started:.1f} s |", flush=True)
    keys = [document.key for document in documents[:: max(1, len(documents) // 60)]]
    unknown = iter(keys)
    report(
        "first visit, with kinds and reasons", lambda: related.related(next(unknown), hasty=True)
    )
    report("neighbours of ten more", lambda: related.acquaint(10))
    for key in keys:
        related.similar(key)
    known, again, news = iter(keys), iter(keys), iter(documents)
    report("question, scores alone", lambda: related.similar(next(known)))
    report("question, with kinds and reasons", lambda: related.related(next(again)))
    report("add one", lambda: related.add([replace(next(news), key=f"new-{time.process_time()}")]))
    related.tell()
    report("tell what is new of stories", related.tell)
    with tempfile.TemporaryDirectory() as name:
        related.save(Path(name))
        size = sum(path.stat().st_size for path in Path(name).iterdir()) / MEGABYTE
        print(f"| on disk | {size:.0f} MB |")
        before = resident()
        report("load", lambda: Related.load(Path(name), lambda _: None), times=1)
        print(f"| memory for a loaded one, beside this | {resident() - before:.0f} MB |")


def report(name: str, deed: Callable[[], object], times: int = 20) -> None:
    """One row: the median CPU time of a deed in milliseconds."""
    taken = []
    for _ in range(times):
        started = time.process_time()
        deed()
        taken.append(1e3 * (time.process_time() - started))
    print(f"| {name} | {statistics.median(taken):.1f} ms |", flush=True)


def resident() -> float:
    """The memory of this process now in megabytes; 0 where the system does not say."""
    status = Path("/proc/self/status")
    lines = status.read_text().splitlines() if status.exists() else []
    return sum(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS"))


def print_seeds(folder: Path, crowd: Sequence[Document]) -> None:
    """Whether the articles of a folder, all of one story, come first among a crowd."""
    found = (article for path in sorted(folder.glob("*.txt")) for article in stream(path))
    seeds = [document_of(each) for each in found if not isinstance(each, Unreadable)]
    seeds = [replace(each, arrived=DAY) for each in seeds]
    related = index_of([*crowd, *seeds])
    keys = {each.key for each in seeds}
    scores: defaultdict[bool, list[float]] = defaultdict(list)
    first = 0
    for key in keys:
        answer = related.related(key, len(seeds) + 5)
        first += sum(each.key in keys for each in answer[: len(seeds) - 1])
        for each in answer:
            scores[each.key in keys].append(each.score)
    links = len(seeds) * (len(seeds) - 1)
    print(f"\nSeeds among {len(crowd):,}: {first} of {links} links first;", end=" ")
    print(f"least related {min(scores[True]):.3f}, best stranger {max(scores[False]):.3f}")


def main() -> None:
    """Print what was asked for; all but the seeds where nothing was."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=10_000)
    parser.add_argument("--seeds", type=Path, help="a folder with the articles of one story")
    parser.add_argument("--only", choices=("stories", "noise", "forms", "costs", "seeds"))
    options = parser.parse_args()
    parts: dict[str, Callable[[], None]] = {
        "stories": print_stories,
        "noise": print_noise,
        "forms": print_forms,
        "costs": lambda: print_costs(short_wires(options.rows)),
    }
    if options.seeds:
        parts["seeds"] = lambda: print_seeds(options.seeds, short_wires(options.rows))
    for name, part in parts.items():
        if options.only in (None, name):
            part()


if __name__ == "__main__":
    main()
