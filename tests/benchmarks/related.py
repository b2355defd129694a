"""`make bench-related`: ours beside what else finds related articles, in one run on one machine.

The material is ../shared/data/related where it lies beside the checkout, the sample corpus with the
labels of tests/corpus otherwise. Quality is nDCG@10 over up to 500 articles whose story has
another article, and the best F1 that one threshold on the score gives. `--rows N` times on N.
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import pickle
import statistics
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path
from typing import Any, Protocol

from copytaster.stories.index.document import Document, day_of, document_of
from copytaster.stories.related import Related
from copytaster.wire.article import Unreadable
from copytaster.wire.reading import stream

HERE = Path(__file__).parents[2]
SAMPLES, LABELS = HERE / "sample_corpus", HERE / "tests" / "corpus" / "stories.tsv"
LONER = "-"
SHARED = HERE.parent / "shared" / "data" / "related"
LABELLED = ("roundups", "rumours", "events")
LIMIT = 20
QUERIES = 150
MOST_ASKED = 500
BRUTE_FORCE_CHARACTERS = 300

Found = list[tuple[str, float]]


@dataclass(frozen=True, slots=True)
class Corpus:
    """Articles, and the story of each that has one."""

    name: str
    documents: list[Document]
    story: dict[str, str]


class Contender(Protocol):
    """What is compared: built of documents, asked for the articles nearest to one of them."""

    name: str

    def build(self, documents: Sequence[Document]) -> None: ...
    def nearest(self, document: Document) -> Found: ...
    def add(self, document: Document) -> None: ...
    def save(self, folder: Path) -> None: ...
    def load(self, folder: Path) -> None: ...


class Pickled:
    """A contender without a file format of its own: everything is pickled."""

    def save(self, folder: Path) -> None:
        (folder / "all").write_bytes(pickle.dumps(self.__dict__))

    def load(self, folder: Path) -> None:
        self.__dict__.update(pickle.loads((folder / "all").read_bytes()))


class Copytaster:
    name = "copytaster"

    def build(self, documents: Sequence[Document]) -> None:
        self.related = Related(lambda _: None)
        self.related.add(documents)
        self.related.settle()

    def nearest(self, document: Document) -> Found:
        return self.related.similar(document.key, LIMIT)

    def add(self, document: Document) -> None:
        self.related.add([document])

    def save(self, folder: Path) -> None:
        self.related.save(folder)

    def load(self, folder: Path) -> None:
        assert isinstance(Related.load(folder, lambda _: None), Related)


class TfIdf(Pickled):
    name = "scikit-learn TF-IDF"

    def build(self, documents: Sequence[Document]) -> None:
        import numpy as np
        from sklearn.feature_extraction.text import TfidfVectorizer

        self.keys = [document.key for document in documents]
        self.vectorizer = TfidfVectorizer(sublinear_tf=True, min_df=2, dtype=np.float32)
        self.matrix = self.vectorizer.fit_transform([document.words for document in documents])

    def nearest(self, document: Document) -> Found:
        query = self.vectorizer.transform([document.words])
        scores = (self.matrix @ query.T).toarray().ravel()
        return best(self.keys, scores)

    def add(self, document: Document) -> None:
        from scipy.sparse import vstack

        self.keys.append(document.key)
        row = self.vectorizer.transform([document.words])
        self.matrix = vstack([self.matrix, row], format="csr")


class Bm25(Pickled):
    name = "bm25s"

    def build(self, documents: Sequence[Document]) -> None:
        import bm25s

        self.keys = [document.key for document in documents]
        self.documents = list(documents)
        words = bm25s.tokenize([d.words for d in documents], show_progress=False)
        self.index = bm25s.BM25()
        self.index.index(words, show_progress=False)

    def nearest(self, document: Document) -> Found:
        import bm25s

        words = bm25s.tokenize([document.words], show_progress=False, return_ids=False)[0]
        known = [word for word in words if word in self.index.vocab_dict]
        return best(self.keys, self.index.get_scores(known))

    def add(self, document: Document) -> None:
        self.build([*self.documents, document])


class MinHashLsh(Pickled):
    name = "datasketch MinHash LSH"

    def build(self, documents: Sequence[Document]) -> None:
        from datasketch import MinHashLSH

        self.index = MinHashLSH(threshold=0.1, num_perm=128)
        self.hashes: dict[str, Any] = {}
        for document in documents:
            self.add(document)

    def nearest(self, document: Document) -> Found:
        own = self.hashes[document.key]
        scored = ((key, own.jaccard(self.hashes[key])) for key in self.index.query(own))
        return sorted(scored, key=lambda pair: -pair[1])[: LIMIT + 1]

    def add(self, document: Document) -> None:
        from datasketch import MinHash

        words = document.words.casefold().split()
        triples = {" ".join(words[at : at + 3]).encode() for at in range(len(words) - 2)}
        hashed = MinHash(num_perm=128)
        hashed.update_batch(sorted(triples))
        self.hashes[document.key] = hashed
        self.index.insert(document.key, hashed, check_duplication=False)


class PlainRapidfuzz(Pickled):
    name = "rapidfuzz, brute force"

    def build(self, documents: Sequence[Document]) -> None:
        self.texts = {d.key: d.words[:BRUTE_FORCE_CHARACTERS] for d in documents}

    def nearest(self, document: Document) -> Found:
        from rapidfuzz import fuzz, process

        own = document.words[:BRUTE_FORCE_CHARACTERS]
        found = process.extract(own, self.texts, scorer=fuzz.token_set_ratio, limit=LIMIT + 1)
        return [(key, score) for _, score, key in found]

    def add(self, document: Document) -> None:
        self.texts[document.key] = document.words[:BRUTE_FORCE_CHARACTERS]


CONTENDERS: tuple[Callable[[], Contender], ...] = (
    Copytaster,
    TfIdf,
    Bm25,
    MinHashLsh,
    PlainRapidfuzz,
)


def best(keys: Sequence[str], scores: Any) -> Found:
    """The best of an array of scores."""
    import numpy as np

    most = min(LIMIT + 1, len(keys))
    rows = np.argpartition(-scores, most - 1)[:most]
    ordered = rows[np.argsort(-scores[rows], kind="stable")]
    return [(keys[row], float(scores[row])) for row in ordered]


def corpora() -> Iterator[Corpus]:
    """The labelled corpora at hand."""
    if not SHARED.is_dir():
        yield sample_corpus()
        return
    for name in LABELLED:
        lines = (SHARED / f"{name}.stories.tsv").read_text("utf-8").splitlines()
        yield Corpus(name, shared_documents(name), dict(line.split("\t") for line in lines))


def sample_corpus() -> Corpus:
    """The corpus that comes with the program."""
    labels = LABELS.read_text("utf-8").splitlines()
    story = dict(line.split("\t") for line in labels if "\t" in line)
    documents = []
    for path in sorted(path for path in SAMPLES.rglob("*") if path.is_file()):
        for article in stream(path):
            if isinstance(article, Unreadable):
                continue
            name = path.name if path.name in story else f"{path.name}#{article.part}"
            made = document_of(article)
            documents.append(
                Document(name, made.title, made.text, made.day, slug=made.slug, guid=made.guid)
            )
    told = {name: each for name, each in story.items() if each != LONER}
    return Corpus("sample corpus", documents, told)


def shared_documents(name: str) -> list[Document]:
    """The articles of a corpus in ../shared."""
    with gzip.open(SHARED / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [
            Document(row["id"], row.get("title") or "", row["text"], day_of(row.get("date")))
            for row in map(json.loads, lines)
        ]


def quality(corpus: Corpus, contender: Contender) -> tuple[float, float]:
    """nDCG@10 and the best F1 by one threshold."""
    contender.build(corpus.documents)
    size = Counter(corpus.story.values())
    gains, pairs = [], []
    asked = [d for d in corpus.documents if size[corpus.story.get(d.key, "")] > 1]
    asked = asked[:: max(1, len(asked) // MOST_ASKED)]
    for document in asked:
        story = corpus.story[document.key]
        found = [pair for pair in contender.nearest(document) if pair[0] != document.key][:LIMIT]
        hits = [corpus.story.get(key) == story for key, _ in found]
        pairs += [(score, hit) for (_, score), hit in zip(found, hits, strict=True)]
        ideal = sum(1 / math.log2(rank + 2) for rank in range(min(size[story] - 1, 10)))
        gains.append(sum(h / math.log2(rank + 2) for rank, h in enumerate(hits[:10])) / ideal)
    reachable = sum(size[corpus.story[document.key]] - 1 for document in asked)
    right, best_f1 = 0, 0.0
    for place, (_, hit) in enumerate(sorted(pairs, reverse=True), 1):
        right += hit
        best_f1 = max(best_f1, 2 * right / (place + reachable))
    return statistics.mean(gains), best_f1


@dataclass(frozen=True, slots=True)
class Times:
    """Seconds to build; milliseconds to query, to add one, to load; megabytes on disk."""

    build: float
    query: float
    add: float
    load: float
    disk: float


def times(documents: Sequence[Document], contender: Contender) -> Times:
    """How long each thing takes on these documents; a query and an addition as medians."""
    build = seconds(lambda: contender.build(documents))
    asked = documents[:: max(1, len(documents) // QUERIES)]
    for document in asked:
        contender.nearest(document)
    query = statistics.median(seconds(lambda d=d: contender.nearest(d)) for d in asked)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        contender.save(folder)
        disk = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
        load = seconds(lambda: contender.load(folder))
    newcomers = [Document(f"new-{d.key}", d.title, d.text, d.day) for d in asked[:5]]
    add = statistics.median(seconds(lambda d=d: contender.add(d)) for d in newcomers)
    return Times(build, 1e3 * query, 1e3 * add, 1e3 * load, disk / 1e6)


def seconds(deed: Callable[[], object]) -> float:
    """How much CPU time a deed takes: what a loaded machine's clock does not tell."""
    started = time.process_time()
    deed()
    return time.process_time() - started


def many(rows: int) -> list[Document]:
    """As many articles as are asked for; where the corpora end they begin again under new keys."""
    names = (*LABELLED[:2], "reuters21578")
    base = [d for n in names for d in shared_documents(n)] if SHARED.is_dir() else (
        sample_corpus().documents
    )  # fmt: skip
    return [
        Document(f"{number}", d.title, d.text, d.day)
        for number, d in enumerate(islice(cycle(base), rows))
    ]


def main() -> None:
    """Print two tables: quality by corpus, and times on `--rows` articles."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=10_000)
    parser.add_argument("--only", help="contenders whose name holds this")
    options = parser.parse_args()
    chosen = [make for make in CONTENDERS if (options.only or "") in make().name]
    print(
        "| quality: nDCG@10 / best F1 | " + " | ".join(c.name for c in (m() for m in chosen)) + " |"
    )
    print("|---" * (len(chosen) + 1) + "|")
    for corpus in corpora():
        cells = [f"{ndcg:.3f} / {f1:.3f}" for ndcg, f1 in (quality(corpus, m()) for m in chosen)]
        print(
            f"| {corpus.name}, {len(corpus.documents):,} | " + " | ".join(cells) + " |", flush=True
        )
    documents = many(options.rows)
    print(f"\n| {options.rows:,} articles | build s | query ms | add ms | load ms | disk MB |")
    print("|---" * 6 + "|")
    for make in chosen:
        found = times(documents, make())
        cells = (found.build, found.query, found.add, found.load, found.disk)
        print(
            f"| {make().name} | " + " | ".join(f"{cell:.2f}" for cell in cells) + " |", flush=True
        )


if __name__ == "__main__":
    main()
