"""Alarms: seen from everywhere, until they were seen."""

from copytaster.desk.words.news import Alarm


def bells(reader, monkeypatch):
    """Counts how often it rings."""
    rung = []
    monkeypatch.setattr(reader.app, "bell", lambda: rung.append(1))
    return rung


async def test_an_alarm_stands_until_it_was_seen_whatever_is_done_meanwhile(quick, monkeypatch):
    async with quick() as reader:
        line = reader.screen.query_one("#alarms")
        assert not line.display
        last = reader.screen.order[-1]
        rung = bells(reader, monkeypatch)
        await reader.hear(Alarm("KILLED, and you kept it: “x”", (last, last)))
        assert line.display
        assert rung == [1]
        await reader.press("j", "s", "u")
        assert "KILLED, and you kept it: “x”" in reader.shown("alarms")
        await reader.press("ampersand")
        assert not line.display
        assert "seen" in reader.shown("status")


async def test_one_key_goes_to_what_was_kept_and_back_to_where_one_was(quick):
    async with quick() as reader:
        first, last = reader.screen.order[0], reader.screen.order[-1]
        await reader.hear(Alarm("KILLED", (first, last)))
        await reader.press("exclamation_mark")
        assert reader.screen.number == last
        await reader.press("escape")
        assert reader.screen.number == first


async def test_several_alarms_are_counted_and_each_is_told_once(quick):
    async with quick() as reader:
        one, other = Alarm("KILLED one", (1, 2)), Alarm("KILLED other", (3, 4))
        await reader.hear(one, other, one)
        assert "KILLED one" in reader.shown("alarms")
        assert "1 more" in reader.shown("alarms")
        await reader.press("ampersand")
        assert "KILLED other" in reader.shown("alarms")


async def test_it_rings_only_where_the_settings_and_the_alarm_want_it(quick, monkeypatch):
    async with quick(bell=False) as reader:
        rung = bells(reader, monkeypatch)
        await reader.hear(Alarm("KILLED", (1, 2)))
        assert rung == []
    async with quick() as reader:
        rung = bells(reader, monkeypatch)
        await reader.hear(Alarm("rule", (1,), bell=False))
        assert rung == []


async def test_without_an_alarm_there_is_nothing_to_be_seen(quick):
    async with quick() as reader:
        await reader.press("ampersand")
        assert "no alarm" in reader.shown("status")
