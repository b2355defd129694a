"""What the desk asks of the back room, and what it hears from there; no call waits for it."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from copytaster.desk.backroom.at_hand import AtHand
from copytaster.desk.deciding import Deciding
from copytaster.desk.words.news import (
    Alarm,
    Arrived,
    Decided,
    LedgerChanged,
    NewKnown,
    News,
    Novelty,
    Progress,
    RelatedReady,
    Relations,
    Rescanning,
    StoryReady,
    StoryTold,
    Tallied,
)
from copytaster.desk.words.whats_new import WhatIsNew

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from copytaster.desk.backroom.back_line import BackLine
    from copytaster.desk.catalogue.catalogue import Catalogue
    from copytaster.desk.deeds import Deeds
    from copytaster.desk.inbox.teaching import TaughtFile
    from copytaster.desk.words.news import Message
    from copytaster.desk.words.rows import Related
    from copytaster.desk.words.story_page import StoryPage
    from copytaster.wire.article import Article

TEND_SECONDS = 0.5


class Asking(Deciding):
    """The side of a desk that is turned to the back room."""

    def __init__(
        self, catalogue: Catalogue, deeds: Deeds, line: BackLine, taught: TaughtFile
    ) -> None:
        super().__init__(catalogue, deeds, taught)
        self._line = line
        self._relations: AtHand[tuple[Related, ...]] = AtHand()
        self._novelty: AtHand[WhatIsNew] = AtHand()
        self._pages: AtHand[StoryPage] = AtHand()
        self._idle = False
        self._grown = False
        self._on_show = 0
        self._storied = False
        self._alone = False
        self._rescans = 0
        self._untold: list[News] = []
        self._told_upto = catalogue.change()

    def start(self) -> None:
        """Start the back room, unless it is at work: it scans, reads, indexes, relates."""
        if not self._line.at_work:
            self._idle = False
            self._line.start()

    def fileno(self) -> int:
        """A file descriptor that becomes readable when there is news."""
        return self._line.fileno()

    def news(self) -> list[News]:
        """Everything that happened since it was asked last; never waits."""
        untold, self._untold = self._untold, []
        heard = [news for message in self._line.messages() for news in self._hear(message)]
        return [*untold, *_joined(heard)]

    def mention(self, words: str) -> None:
        """Have something worth knowing told with the next news."""
        self._untold.append(Progress(0, 0, 0, not self._idle, words))

    def related(self, number: int) -> tuple[Related, ...] | None:
        """What else tells this story, best first; None while it is being asked for."""
        self._on_show = number
        self.anticipate((number,))
        return self._relations.get(number)

    def anticipate(self, numbers: Sequence[int]) -> None:
        """Have the related stories of these rows found ahead, the first ones first.

        Those still awaited are named again, that of the row on show before all: what is asked last
        is answered first, and would be before what is nearer by now.
        """
        self.keep_up()
        wanting = self._relations.wanting(numbers)
        if wanting:
            near = dict.fromkeys((self._on_show, *numbers))
            nearest = [row for row in near if self._relations.awaits(row)]
            self._line.send(related=wanting, nearest=nearest)

    def whats_new(self, number: int) -> WhatIsNew | None:
        """What is new in the article of a row after all that was read; None where not yet known."""
        return self._novelty.get(number)

    def look_for_news(self, numbers: Sequence[int]) -> None:
        """Have it found what is new in the articles of these rows, the first ones first."""
        self.keep_up()
        wanting = self._novelty.wanting(numbers)
        if wanting:
            self._line.send(whats_new=wanting)

    def story_page(self, story: int) -> StoryPage | None:
        """A story as a whole, as it was told last; None while it is being asked for."""
        self.keep_up()
        wanting = self._pages.wanting((story,))
        if wanting:
            self._line.send(stories=wanting)
        return self._pages.get(story)

    def leave_story(self, story: int) -> None:
        """A story page was closed: what is not told of it yet need not be found out."""
        if self._pages.give_up(story):
            self._line.send(left=[story])

    def has_read(self, article: Article, letters: int) -> bool:
        """Note that an article was read up to so many letters; whether more of it than before."""
        noted = self._deeds.has_read(article, letters)
        if noted:
            self._novelty.grow_old()
        return noted

    def rescan(self) -> None:
        """Look through the folders again."""
        self._idle = False
        self._rescans += 1
        self._line.send(rescan=True)

    def wait(self, timeout: float) -> bool:
        """Wait until the back room is idle and all stories are told; whether they are."""
        end = time.monotonic() + timeout
        while not (self._idle and self._storied) and (left := end - time.monotonic()) > 0:
            self.keep_up()
            if self._line.wait(min(left, TEND_SECONDS)):
                self._keep_for_later()
        return self._idle and self._storied

    def hear(self, timeout: float) -> None:
        """Wait a moment for whatever the back room has to tell, for use without a screen."""
        self.keep_up()
        self._line.wait(timeout)
        self._keep_for_later()

    def _keep_for_later(self) -> None:
        """Take in what is told; how far the back room is, and its notes, are told once more."""
        told = [each for each in self.news() if isinstance(each, Progress)]
        self._untold = [*(each for each in told[:-1] if each.note), *told[-1:]]

    def keep_up(self) -> bool:
        """Start the back room again if it has died; whether there is anything to tell of that."""
        if self._line.keep_up():
            self._rescans = 0
            self._ask_again()
            self._pages.grow_old()
            self._tell_what_came()
        elif self._line.given_up and not self._alone:
            self._alone = self._idle = self._storied = True
            self.mention(f"nothing more is read for now: {self._line.last_words()}")
        elif self._line.steady:
            self._alone = False
        return bool(self._untold)

    def _tell_what_came(self) -> None:
        """Tell of what a back room filed and died over before it could say so."""
        changes = self._catalogue.changes(self._told_upto)
        self._told_upto = changes.upto
        if changes.filed or changes.gone:
            self._grow_old()
            self._untold.append(Arrived(len(changes.filed) + len(changes.gone)))

    def _hear(self, message: Message) -> Iterator[News]:
        match message:
            case Relations():
                self._relations.learn(message.number, message.related)
                yield RelatedReady((message.number,))
            case Novelty():
                before = self._novelty.get(message.number) or WhatIsNew()
                self._novelty.learn(message.number, message.whats_new)
                if message.whats_new != before:
                    yield NewKnown((message.number,))
            case StoryTold():
                page = message.page
                self._pages.learn(page.story, page, whole=page.doubts is not None)
                yield StoryReady(page.story)
            case LedgerChanged():
                self._novelty.grow_old()
                numbers = self._deeds.decided_by_others()
                self._rows.forget(numbers)
                if numbers:
                    yield Decided(numbers)
            case Arrived():
                self._told_upto = self._catalogue.change()
                self._grow_old()
                yield message
            case Rescanning():
                self._rescans -= 1
            case Progress():
                yield from self._hear_progress(message)

    def _hear_progress(self, progress: Progress) -> Iterator[News]:
        """An index that is complete at last may know better what is related: ask it again."""
        was_idle = self._idle
        self._idle = not progress.busy and self._rescans <= 0
        self._storied = progress.storied
        if self._idle and (self._grown or not was_idle):
            self._grown = False
            self._ask_again()
            yield RelatedReady(self._relations.known)
        yield progress

    def _grow_old(self) -> None:
        """There are new articles: what is related is asked again once all of them are indexed.

        In a flood the back room would do nothing but answer: of 42 s for 5,000 files, 31 were that.
        """
        self._rows.forget()
        self._pages.grow_old()
        self._grown = True

    def _ask_again(self) -> None:
        self._relations.grow_old()
        self._novelty.grow_old()


def _joined(heard: list[News]) -> list[News]:
    """The news with runs of one kind made one: the last progress, all that arrived, all related."""
    progress = [each for each in heard if isinstance(each, Progress)]
    arrived = sum(each.count for each in heard if isinstance(each, Arrived))
    related = [n for each in heard if isinstance(each, RelatedReady) for n in each.numbers]
    decided = [n for each in heard if isinstance(each, Decided) for n in each.numbers]
    new = [n for each in heard if isinstance(each, NewKnown) for n in each.numbers]
    alarms = [each for each in heard if isinstance(each, Alarm)]
    tallied = [each for each in heard if isinstance(each, Tallied)]
    joined: list[News] = [*alarms, *tallied[-1:]]
    if arrived:
        joined.append(Arrived(arrived))
    if decided:
        joined.append(Decided(tuple(dict.fromkeys(decided))))
    if related:
        joined.append(RelatedReady(tuple(dict.fromkeys(related))))
    joined += dict.fromkeys(each for each in heard if isinstance(each, StoryReady))
    if new:
        joined.append(NewKnown(tuple(dict.fromkeys(new))))
    noted = [each for each in progress[:-1] if each.note]
    return [*joined, *noted, *progress[-1:]]
