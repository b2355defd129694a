"""JSON Feed 1.0 and 1.1 (jsonfeed.org): a channel and its items in one JSON object."""

from __future__ import annotations

from collections.abc import Iterator

from copytaster.wire.filing import Filing
from copytaster.wire.formats.format import Format
from copytaster.wire.formats.record import filing_of
from copytaster.wire.formats.values import first_line, keyed, records_in
from copytaster.wire.opening.incoming import Incoming


def sniff(incoming: Incoming) -> bool:
    """An object whose `version` names jsonfeed.org, or with a feed's title and its items."""
    feed = incoming.json
    if not isinstance(feed, dict) or not isinstance(feed.get("items"), list):
        return False
    return "jsonfeed" in str(feed.get("version", ""))[:100] or "feed_url" in feed


def parse(incoming: Incoming) -> Iterator[Filing]:
    """One filing an item; source and language are the channel's where the item has none."""
    feed = keyed(incoming.json)
    channel = {
        "source": first_line(feed, "title"),
        "language": first_line(feed, "language"),
    }
    for item in records_in(feed["items"]):
        guid = first_line(item, "id")
        yield filing_of({**channel, "guid": guid, **item}, incoming, agency=False)


FORMAT = Format("json-feed", "application/feed+json", sniff, parse)
