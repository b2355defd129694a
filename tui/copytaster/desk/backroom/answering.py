"""What the back room answers beside related stories: what is new in an article, and story pages.

One answer at a time, so that no other question waits for long. One that fails on some text says
that nothing is known; the reading goes on.
"""

from __future__ import annotations

import sqlite3
import traceback
from typing import TYPE_CHECKING

from copytaster.desk.ledger.ledger import FILE_NAME
from copytaster.desk.ledger.readings import Readings
from copytaster.desk.words.news import Novelty, StoryTold
from copytaster.desk.words.whats_new import WhatIsNew
from copytaster.wire.lines.taught import taught_copy

if TYPE_CHECKING:
    from pathlib import Path

    from copytaster.desk.backroom.remembering import Kin, Remembering
    from copytaster.desk.backroom.reporting import Reporter
    from copytaster.desk.backroom.story_pages import StoryPages
    from copytaster.desk.catalogue.catalogue import Catalogue
    from copytaster.desk.inbox.teaching import TaughtFile
    from copytaster.desk.words.requests import Requests
    from copytaster.wire.article import Article


class Answering:
    """Answers from a catalogue and the readings in the ledger of a folder."""

    def __init__(
        self,
        catalogue: Catalogue,
        ledger: Path,
        taught: TaughtFile,
        requests: Requests,
        reporter: Reporter,
    ) -> None:
        self._catalogue = catalogue
        self._readings = Readings(ledger / FILE_NAME)
        self._taught = taught
        self._requests = requests
        self._reporter = reporter
        self._remembering: Remembering | None = None
        self._pages: StoryPages | None = None

    def answer(self, kin: Kin) -> bool:
        """Answer one question, if one is open; whether there was.

        `kin` says which rows tell the story of one that is in none yet.
        """
        self._leave_pages()
        if (number := self._requests.whats_new.next_row()) is not None:
            self._reporter.send_soon(Novelty(number, self._whats_new(number, kin)))
        elif (story := self._requests.stories.next_row()) is not None:
            self._pages = self._pages or self._begin_to_tell()
            self._pages.ask(story)
        elif self._pages is not None and self._pages.busy:
            self._tell_on(self._pages)
        else:
            return False
        return True

    @property
    def busy(self) -> bool:
        """Whether an answer is begun and not yet given."""
        return self._pages is not None and self._pages.busy

    def _leave_pages(self) -> None:
        """Give up the page that is being made, if it was closed."""
        for story in self._requests.take_left():
            if self._pages is not None:
                self._pages.leave(story)

    def _tell_on(self, pages: StoryPages) -> None:
        """Bring the page that is being made a little further."""
        try:
            page = pages.work()
        except (sqlite3.Error, OSError):
            raise
        except Exception:  # noqa: BLE001 - whatever a text did to the comparison
            traceback.print_exc()
            pages.drop()
            return
        if page is not None:
            self._reporter.send(StoryTold(page))

    def _whats_new(self, number: int, kin: Kin) -> WhatIsNew:
        remembering = self._remembering = self._remembering or self._begin_to_remember()
        try:
            return remembering.whats_new(number, kin)
        except (sqlite3.Error, OSError):
            raise
        except Exception:  # noqa: BLE001 - whatever a text did to the comparison
            traceback.print_exc()
            return WhatIsNew()

    def _begin_to_tell(self) -> StoryPages:
        from copytaster.desk.backroom.story_pages import StoryPages

        return StoryPages(self._catalogue, self._article)

    def _begin_to_remember(self) -> Remembering:
        """Load what compares sentences, and numpy with it, once something is asked."""
        from copytaster.desk.backroom.remembering import Remembering

        return Remembering(self._catalogue, self._readings, self._article)

    def _article(self, number: int) -> Article | None:
        article = self._catalogue.article(number)
        return taught_copy(article, self._taught.current()) if article else None
