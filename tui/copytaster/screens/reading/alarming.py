"""Alarms: what was kept and then killed, what a rule calls for; they stand until they were seen."""

from __future__ import annotations

from copytaster.desk.words.news import Alarm
from copytaster.screens.reading.finding import Finding
from copytaster.screens.reading.hooking import Hooking
from copytaster.screens.reading.travelling import Travelling


class Alarming(Finding, Travelling, Hooking):
    """Hears alarms, and the actions that go to them and put them aside."""

    def raise_alarm(self, alarm: Alarm) -> None:
        """Show it until it was seen, and ring, where the settings let it."""
        if alarm not in self.alarms:
            self.alarms = (*self.alarms, alarm)
        if alarm.bell and self.settings.bell:
            self.app.bell()
        self.hook("alarm", alarm.numbers[-1:])
        if alarm.command:
            self.hook_each(alarm.command, alarm.numbers)
        self.turn += 1
        if self.number in alarm.numbers:
            self.show_sheet()

    def action_alarm(self) -> None:
        """Go to what the first alarm is about: of a kill, to the item that was kept."""
        if self.alarms:
            here = [n for n in reversed(self.alarms[0].numbers) if self.desk.row(n)]
            if here and here[0] != self.number:
                self.travel_to(here[0])
                return
        self.action_next_alarm()

    def action_seen(self) -> None:
        """The first alarm was seen, and does not come back at the next start."""
        if not self.alarms:
            self.message = "no alarm"
            return
        seen, *rest = self.alarms
        self.alarms = tuple(rest)
        recalls = [number for number in seen.numbers if self.desk.recalls_by(number)]
        if recalls:
            self.desk.mark_read(recalls, True, by_hand=False)
        self.message = "seen"
