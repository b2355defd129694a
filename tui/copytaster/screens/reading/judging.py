"""Deciding: keep, spike, flag, read or unread, one by one or many at once.

Each decision is written to the ledger by the desk before anything shows, says how to take it back,
and goes on to the next article. One about many articles states their number first.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from copytaster.desk.catalogue.embargo import still_to_wait
from copytaster.desk.words.rows import Deed, Row, Verdict, View
from copytaster.screens.reading.hooking import Hooking
from copytaster.screens.reading.patience import Patience
from copytaster.widgets.article_list import ArticleList
from copytaster.widgets.choice import YES, Answer
from copytaster.widgets.row_list import RowList


@dataclass(frozen=True, slots=True)
class Decision:
    """Something to be done to rows: in words, `spike`, and as a call on the desk.

    It is `guarded` where what is embargoed is asked about first; `hook` is the event that it is.
    """

    words: str
    do: Callable[[Sequence[int]], Deed]
    goes_on: bool = True
    guarded: bool = False
    hook: str = ""


class Judging(Hooking, Patience):
    """The actions that judge articles."""

    _again: Callable[[], None] | None = None

    def action_judge(self, verdict: str) -> None:
        """Keep or spike; the same verdict again takes it back."""
        row = self.lone_row()
        if row is not None and row.verdict == verdict:
            taken_back = partial(self.desk.judge, verdict=None)
            self.decide(Decision("take back", taken_back, goes_on=False))
        else:
            keeps = verdict == Verdict.KEPT
            judged = partial(self.desk.judge, verdict=Verdict(verdict))
            word = "keep" if keeps else "spike"
            self.decide(Decision(word, judged, guarded=keeps, hook=word))

    def action_flag(self) -> None:
        """Flag, or take the flag away."""
        row = self.lone_row()
        flagged = row is None or not row.flagged
        word = "flag" if flagged else "take the flag of"
        self.decide(Decision(word, partial(self.desk.flag, flagged=flagged), goes_on=flagged))

    def action_toggle_read(self) -> None:
        """Mark as read, or as unread."""
        row = self.lone_row()
        read = row is None or not row.read
        words = f"mark as {'read' if read else 'unread'}"
        marked = partial(self.desk.mark_read, read=read, by_hand=True)
        self.decide(Decision(words, marked, goes_on=False))

    def action_spike_story(self) -> None:
        """Spike every article of this story, its number stated first."""
        self._again = self.action_spike_story
        if self._marks_in_the_way("X"):
            return
        numbers = self._story()
        if not numbers:
            self.message = "this article stands alone: x spikes it"
            return
        spiked = partial(self.desk.judge, verdict=Verdict.SPIKED)
        whole = Decision("spike the whole story,", spiked, goes_on=False, hook="spike")
        self.confirm(whole, numbers)

    def action_keep_alone(self) -> None:
        """Keep this article and spike the rest of its story, its number stated first."""
        self._again = self.action_keep_alone
        if self._marks_in_the_way("S"):
            return
        number = self.number
        rest = [other for other in self._story() if other != number]
        if number is None or not rest:
            self.message = "this article stands alone: s keeps it"
            return
        kept = partial(self._keep_alone, number)
        words = "keep this and spike the rest of its story,"
        if self._waiting([number]):
            words = f"embargoed! {words}"
        self.confirm(Decision(words, kept), rest)

    def _keep_alone(self, number: int, rest: Sequence[int]) -> Deed:
        deed = self.desk.keep_alone(number, rest)
        self.hook("keep", [number] if number in deed.numbers else [])
        self.hook("spike", [other for other in rest if other in deed.numbers])
        return deed

    def action_repeat(self) -> None:
        """Do to this article what was done last."""
        if self._again is None:
            self.message = "nothing to repeat"
        else:
            self._again()

    def on_article_list_read(self, event: ArticleList.Read) -> None:
        """What one opens is read, as opposed to passed by."""
        self.reader.finish()
        self.mark_as_read()

    def on_reader_scrolled(self) -> None:
        """What one scrolls through is read."""
        self.mark_as_read()

    def lone_row(self) -> Row | None:
        """The row that keys are about, where it is only one."""
        return None if self.articles.marked else self.row

    def decide(self, decision: Decision) -> None:
        """Do it to the marked rows, their number stated first, or to the one under the cursor."""
        self._again = partial(self.decide, decision)
        if self._reads_what_has_gone():
            return
        numbers = self.articles.chosen()
        waiting = self._waiting(numbers) if decision.guarded else 0
        if len(numbers) > 1:
            note = f", {waiting:,} of them embargoed" if waiting else ""
            self.confirm(decision, numbers, note)
        elif waiting:
            keep = {Answer(YES, "yes, u undoes it"): partial(self._do, decision, numbers)}
            self.ask(f"it is embargoed: {decision.words} it all the same?", keep)
        elif numbers:
            self._do(decision, numbers)

    def _reads_what_has_gone(self) -> bool:
        """Whether the file on show has gone; what the cursor is on by now is shown then.

        A key that decides would be about that, which nobody has seen.
        """
        if self.articles.marked or self.number == self.articles.number:
            return False
        self.words_on_the_way = "that article has gone; this is the next one"
        self.post_message(RowList.Highlighted(self.articles.number, by_hand=True))
        return True

    def confirm(self, decision: Decision, numbers: list[int], note: str = "") -> None:
        """Ask before something is done to so many rows."""
        count = f"{len(numbers):,} article{'' if len(numbers) == 1 else 's'}"
        yes = Answer(YES, "yes, u undoes it")
        self.ask(f"{decision.words} {count}{note}?", {yes: partial(self._do, decision, numbers)})

    def _waiting(self, numbers: Sequence[int]) -> int:
        """How many of these rows are under embargo now."""
        some = set(numbers)
        if len(some) > 1:
            some &= set(self.desk.order(View(query="is:embargoed")))
        rows = self.desk.rows(list(some))
        return sum(bool(still_to_wait(row.embargo, self.clock())) for row in rows)

    def _marks_in_the_way(self, key: str) -> bool:
        """What is about one story does not take the place of what is marked."""
        count = len(self.articles.marked)
        if count:
            are = "is" if count == 1 else "are"
            self.message = (
                f"{count:,} {are} marked; Esc takes marks away, then {key} does one story"
            )
        return bool(count)

    def _story(self) -> list[int]:
        """The rows of the story of the article on show; none where it stands alone."""
        row = self.row
        if row is None or row.story is None:
            return []
        return list(self.desk.order(View(query=f"story:{row.story}")))

    def _do(self, decision: Decision, numbers: Sequence[int]) -> None:
        done = partial(self._done, decision, numbers)
        self.patiently(partial(decision.do, numbers), done)

    def _done(self, decision: Decision, numbers: Sequence[int], deed: Deed | None) -> None:
        if deed is None or deed.failed:
            self.tell(deed)
            return
        if decision.hook:
            self.hook(decision.hook, deed.numbers)
        lone = not self.articles.marked and len(numbers) == 1
        self.articles.marked = frozenset()
        moving = decision.goes_on and lone and self.articles.go(self.articles.cursor + 1)
        if moving:
            self.tell(deed, moving=True)
        else:
            self.tell_and_show(deed)
