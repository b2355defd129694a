"""WXR, WordPress's export: RSS with posts and pages in `content:encoded`.

Attachments are pictures, menus are furniture: both are left out. Paragraphs are often parted by
blank lines only, as the editor keeps them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from copytaster.wire.filing import Filing
from copytaster.wire.formats.feeds import channel_fields, fields_of
from copytaster.wire.formats.format import Format
from copytaster.wire.formats.record import filing_of
from copytaster.wire.formats.xml_tree import parse_tree
from copytaster.wire.opening.incoming import Incoming

_LEFT_OUT = frozenset({"attachment", "nav_menu_item", "revision", "custom_css", "wp_template"})


def sniff(incoming: Incoming) -> bool:
    """An `rss` root that declares the namespace of WordPress's export."""
    name, start_tag = incoming.root
    return name == "rss" and "wordpress.org/export/" in start_tag


def parse(incoming: Incoming) -> Iterator[Filing]:
    """One filing a post or page."""
    tree = parse_tree(incoming.text)
    channel = tree.root.find("channel")
    named = channel_fields(tree.root if channel is None else channel)
    for item in tree.root.iter("item"):
        fields = fields_of(item)
        if fields.get("post_type") in _LEFT_OUT:
            continue
        fields["slug"] = fields.get("post_name")
        filing = filing_of({**named, **fields}, incoming, agency=False)
        yield replace(filing, warnings=(*filing.warnings, *tree.warnings))


FORMAT = Format("wxr", "application/rss+xml", sniff, parse)
