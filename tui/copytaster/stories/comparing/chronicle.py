"""Who had it first: the takes of a story in order of time, each sentence and quote with its origin.

A sentence whose figure or name changed is another sentence, as in `novelty`. Who tells is an
outlet; an article that names none tells for itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from copytaster.stories.comparing.novelty import copy_of
from copytaster.stories.comparing.quotations import Quotation, quotations
from copytaster.stories.comparing.shelf import Shelf, rough_words

RESTS_ON = 0.6
"""The share of its sentences by which an outlet rests on another's text; a copy has as much."""
SAME_QUOTE = 85
_FEWEST_QUOTED = 4


@dataclass(frozen=True, slots=True)
class Telling:
    """One article of the story: its key, its outlet (None where it names none), its sentences."""

    key: str
    outlet: str | None
    sentences: Sequence[str]

    @property
    def teller(self) -> str:
        """Who tells it: the outlet, or the article itself."""
        return self.outlet or self.key


@dataclass(slots=True)
class Quoted:
    """A quotation in its longest form, and the articles that have it, the first one first."""

    text: str
    keys: list[str]


@dataclass(frozen=True, slots=True)
class Share:
    """What an outlet told: sentences in all, those that it had first, and its best source.

    `rests_on` is whose text most of its other sentences are of, `resting` the share of all.
    """

    teller: str
    takes: int
    sentences: int
    first: int
    rests_on: str | None
    resting: float


@dataclass(frozen=True, slots=True)
class OneText:
    """That the text of one outlet stands behind many: `origin` and how many of all rest on it."""

    origin: str
    outlets: int
    of: int


@dataclass(slots=True)
class Chronicle:
    """What was told so far; `tell` adds the next take.

    `sentences` is, by key, how many an article has, `new` how many of them nobody had before.
    """

    sentences: dict[str, int] = field(default_factory=dict)
    new: dict[str, int] = field(default_factory=dict)
    quotes: list[Quoted] = field(default_factory=list)
    _tellers: dict[str, str] = field(default_factory=dict)
    _shelf: Shelf = field(default_factory=Shelf)
    _origins: list[str] = field(default_factory=list)
    _takes: Counter[str] = field(default_factory=Counter)
    _told: dict[str, Counter[str]] = field(default_factory=dict)
    _quoted: Shelf = field(default_factory=Shelf)
    _quote_of: list[int] = field(default_factory=list)

    def tell(self, telling: Telling) -> None:
        """Add the next article, in order of time."""
        self._tellers[telling.key] = telling.teller
        self._takes[telling.teller] += 1
        origins = [self._origin(sentence, telling.key) for sentence in telling.sentences]
        self.sentences[telling.key] = len(origins)
        self.new[telling.key] = origins.count(telling.key)
        told = self._told.setdefault(telling.teller, Counter())
        told.update(self._tellers[origin] for origin in origins)
        for sentence in telling.sentences:
            for quote in quotations(sentence):
                if len(quote.words) >= _FEWEST_QUOTED:
                    self._quote(quote, telling.key)

    def shares(self) -> list[Share]:
        """What each outlet told, who told most first at the head."""
        shares = [self._share(teller, told) for teller, told in self._told.items()]
        return sorted(shares, key=lambda one: -one.first)

    def one_text(self) -> OneText | None:
        """The text that most outlets rest on; None where none rests on another's."""
        behind = Counter(
            share.rests_on
            for share in self.shares()
            if share.rests_on and share.resting >= RESTS_ON
        )
        if not behind:
            return None
        origin, resting = behind.most_common(1)[0]
        return OneText(origin, resting + 1, len(self._told))

    def shared_quotes(self) -> list[Quoted]:
        """The quotes that more than one outlet has, those of most outlets first."""
        return sorted(
            (quote for quote in self.quotes if self._tellers_of(quote) > 1),
            key=lambda quote: -self._tellers_of(quote),
        )

    def _tellers_of(self, quote: Quoted) -> int:
        return len({self._tellers[key] for key in quote.keys})

    def _origin(self, sentence: str, key: str) -> str:
        """The article that had a sentence first; the sentence stands on the shelf from now on."""
        known = self._shelf.number_of(sentence)
        if known is None:
            known = copy_of(sentence, self._shelf)
        origin = key if known is None else self._origins[known]
        if self._shelf.put(sentence) == len(self._origins):
            self._origins.append(origin)
        return origin

    def _share(self, teller: str, told: Counter[str]) -> Share:
        sentences = told.total()
        others = Counter({other: count for other, count in told.items() if other != teller})
        best = others.most_common(1)
        rests_on, count = best[0] if best else (None, 0)
        resting = count / sentences if sentences else 0.0
        return Share(teller, self._takes[teller], sentences, told[teller], rests_on, resting)

    def _quote(self, quote: Quotation, key: str) -> None:
        known = next(self._same_quote(quote), None)
        if known is None:
            known = len(self.quotes)
            self.quotes.append(Quoted(quote.text, []))
        if self._quoted.put(quote.text) == len(self._quote_of):
            self._quote_of.append(known)
        found = self.quotes[known]
        if key not in found.keys:
            found.keys.append(key)
        found.text = max(found.text, quote.text, key=len)

    def _same_quote(self, quote: Quotation) -> Iterator[int]:
        """The quotes told before that are this one, nearly word for word or cut short."""
        from rapidfuzz import fuzz

        same = self._quoted.number_of(quote.text)
        likely = self._quoted.likely(rough_words(quote.text))
        for number in likely if same is None else [same, *likely]:
            other = self._quoted.sentences[number]
            if fuzz.ratio(quote.text.casefold(), other.casefold()) >= SAME_QUOTE or _within(
                quote.text, other
            ):
                yield self._quote_of[number]


def chronicle(tellings: Iterable[Telling]) -> Chronicle:
    """All takes of a story, in order of time."""
    told = Chronicle()
    for telling in tellings:
        told.tell(telling)
    return told


def _within(one: str, other: str) -> bool:
    short, long = sorted((one.casefold(), other.casefold()), key=len)
    return short.strip(" .,") in long
