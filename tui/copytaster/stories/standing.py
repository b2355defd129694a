"""Items that are no story: digests, diaries and notes to editors. They join none."""

from __future__ import annotations

import re

from copytaster.stories.index.document import Document

# What agencies call them: Reuters (TOP NEWS, DIARY, Morning Bid), AFP (news agenda), AP (News
# Digest, Budget), dpa (Tagesvorschau), and the round-ups of the broadcasters.
_DIGEST = re.compile(
    r"\b(?:news ?(?:digest|agenda|schedule|summary|budget|in brief|roundup|round-up|wrap)"
    r"|world briefs?|(?:daily|morning|evening|weekend) (?:briefing|digest|bid|bulletin|planner)"
    r"|(?:top|latest) (?:news|stories|headlines)(?: at| of|:|$)|headlines at \d"
    r"|(?:diary|factbox|advisory|planner)\b ?[-:–—/]"
    r"|(?:week|day|month) ahead|today in history|on this day"
    r"|tagesvorschau|terminvorschau|nachrichten in kürze|agenda du jour|l'essentiel de l'actu)",
    re.IGNORECASE,
)


def stands_alone(document: Document) -> bool:
    """Whether an item is a digest or an advisory, by its title or slug."""
    return bool(_DIGEST.search(document.title) or _DIGEST.search(document.slug or ""))
