"""What of the index is saved, and how it comes back: every array by name in one file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from copytaster.stories.index.index import Index, Segment
from copytaster.stories.index.names import Names
from copytaster.stories.index.postings import Postings
from copytaster.stories.index.rarity import Rarity
from copytaster.stories.index.spellings import Spellings
from copytaster.stories.index.storage import (
    DAMAGE,
    Stale,
    lines_of,
    read_arrays,
    text_array,
    write_arrays,
)
from copytaster.stories.index.surroundings import Surroundings
from copytaster.stories.index.terms import TERM_BITS
from copytaster.stories.index.vectors import Vectors
from copytaster.stories.index.vocabulary import Vocabulary
from copytaster.stories.storybook import Storybook

if TYPE_CHECKING:
    from copytaster.stories.related import Related

VERSION = 3
"""Higher whenever what is saved would be another today: its arrays, or the house styles in it."""
FILE = "stories.index"
_AROUND = {
    "crowding": "crowding",
    "nearest": "nearest",
    "nearest scores": "scores",
    "seen": "seen",
    "weighed": "weighed",
    "moved": "moved",
}


def save(related: Related, folder: Path) -> None:
    """Writes the index, what lies around each article, and the stories, atomically."""
    folder.mkdir(parents=True, exist_ok=True)
    arrays = {**_index_arrays(related.index), **_surroundings_arrays(related.surroundings)}
    arrays["stories"] = text_array([json.dumps(_story_record(related))])
    write_arrays(folder / FILE, VERSION, arrays)


def load(related: Related, folder: Path) -> Stale | None:
    """Fills a new `related` with what was saved; why that cannot be, or None where it is done."""
    arrays = read_arrays(folder / FILE, VERSION)
    if isinstance(arrays, Stale):
        return arrays
    try:
        related.index = _index(arrays)
        related.surroundings = _surroundings(arrays)
        _read_story_record(related, json.loads(lines_of(arrays["stories"])[0]))
    except DAMAGE:
        return Stale("the saved index is damaged")
    return None


def reopen(related: Related, folder: Path) -> None:
    """Puts the arrays that lie on the disk in the place of those from which they were saved."""
    arrays = read_arrays(folder / FILE, VERSION)
    if not isinstance(arrays, Stale):
        related.index, related.surroundings = _index(arrays), _surroundings(arrays)


def _index_arrays(index: Index) -> dict[str, NDArray[Any]]:
    vectors = Vectors.joined([segment.vectors for segment in index.segments])
    postings = index.segments[0].postings if index.segments else None
    postings = postings or Postings.none()
    counted = np.flatnonzero(index.rarity.counts)
    terms, names = index.names.shelf()
    words, lengths, letters = index.vocabulary.piece()
    return {
        "keys": text_array(index.keys),
        "dated": index.dated,
        "arrived": index.arrived,
        "vector bounds": vectors.bounds,
        "vector terms": vectors.terms,
        "vector strengths": vectors.strengths,
        "posting terms": postings.terms,
        "posting bounds": postings.bounds,
        "posting articles": postings.articles,
        "posting weights": postings.weights,
        "counted terms": counted.astype(np.uint32),
        "counts": index.rarity.counts[counted],
        "variants": index.spellings.variants,
        "standard": index.spellings.standard,
        "name terms": terms,
        "names": names,
        "word terms": words,
        "word lengths": lengths,
        "word letters": letters,
        "small": np.packbits(index.names.small),
    }


def _index(arrays: dict[str, NDArray[Any]]) -> Index:
    keys = lines_of(arrays["keys"])
    vectors = Vectors(arrays["vector bounds"], arrays["vector terms"], arrays["vector strengths"])
    postings = Postings(
        len(keys),
        arrays["posting terms"],
        arrays["posting bounds"],
        arrays["posting articles"],
        arrays["posting weights"],
    )
    if not len(keys) == len(vectors) == len(arrays["dated"]) == len(arrays["arrived"]):
        raise ValueError("the arrays are of different lengths")
    rarity = Rarity(len(keys))
    rarity.counts[arrays["counted terms"]] = arrays["counts"]
    return Index(
        keys=keys,
        rows={key: row for row, key in enumerate(keys)},
        gone=np.zeros(len(keys), np.bool_),
        dated=arrays["dated"],
        arrived=arrays["arrived"],
        segments=[Segment(vectors, postings)] if keys else [],
        names=_names(arrays),
        vocabulary=Vocabulary.of(
            arrays["word terms"], arrays["word lengths"], arrays["word letters"]
        ),
        spellings=Spellings(arrays["variants"], arrays["standard"]),
        rarity=rarity,
        weighed=len(keys),
    )


def _names(arrays: dict[str, NDArray[Any]]) -> Names:
    small = np.unpackbits(arrays["small"], count=1 << TERM_BITS).view(np.bool_)
    return Names.of_shelf(arrays["name terms"], arrays["names"], small)


def _surroundings_arrays(around: Surroundings) -> dict[str, NDArray[Any]]:
    return {name: getattr(around, field) for name, field in _AROUND.items()}


def _surroundings(arrays: dict[str, NDArray[Any]]) -> Surroundings:
    return Surroundings(**{field: arrays[name] for name, field in _AROUND.items()})


def _story_record(related: Related) -> dict[str, Any]:
    return {
        "told": related.told,
        "numbers": related.storybook.number_of,
        "next": related.storybook.next_number,
        "named after": sorted(related.storybook.named_after.items()),
        "items": related.items.names_of,
        "alone": sorted(related.alone),
        "one form": sorted(related.lookalikes.pairs),
        "together": sorted(related.together),
        "apart": sorted(related.apart),
    }


def _read_story_record(related: Related, record: dict[str, Any]) -> None:
    related.storybook = Storybook(record["numbers"], dict(record["named after"]), record["next"])
    for key, names in record["items"].items():
        related.items.note(key, names)
    related.told = record["told"]
    related.alone = set(record["alone"])
    related.lookalikes.pairs = {(one, other) for one, other in record["one form"]}
    related.together = {(one, other) for one, other in record["together"]}
    related.apart = {(one, other) for one, other in record["apart"]}
