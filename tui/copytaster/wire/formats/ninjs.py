"""ninjs, the IPTC's news in JSON (1.0 to 3.1), and agencies' JSON of that kind (AP Media API).

Found bare, in `item[]`, in `data.item` or in `data.items[].item`. AP's `uri` changes with every
request, so its `altids.itemid` is the guid.
"""

from __future__ import annotations

from collections.abc import Iterator

from copytaster.wire.filing import Filing
from copytaster.wire.formats.format import Format
from copytaster.wire.formats.record import filing_of, unwrapped
from copytaster.wire.opening.incoming import NOT_JSON, Incoming

_KEYS = frozenset(
    {
        "pubstatus", "versioncreated", "firstcreated", "bodyhtml", "bodyxhtml", "bodyhtml5",
        "headlines", "bodies", "copyrightholder", "slugline", "profile", "representationtype",
        "usageterms", "altids", "ednote", "urgency",
    }
)  # fmt: skip
_ENOUGH = 2


def sniff(incoming: Incoming) -> bool:
    """An object, or the first of a list, with two or more of the keys that only ninjs has."""
    if incoming.json is NOT_JSON:
        return False
    first = next(unwrapped(incoming.json), None)
    return first is not None and len(_KEYS & first.keys()) >= _ENOUGH


def parse(incoming: Incoming) -> Iterator[Filing]:
    """One filing an item."""
    for record in unwrapped(incoming.json):
        own = {key: value for key, value in record.items() if key != "id"}
        yield filing_of(own, incoming, agency=True)


FORMAT = Format("ninjs", "application/json", sniff, parse)
