"""Notices that belong to a live page and not to its story."""

from __future__ import annotations

from copytaster.wire.boilerplate.rule import Rule

RULES = (
    Rule(
        name="live page",
        reason="notice of a live page",
        phrases=(
            "this is a live blog",
            "this is a live blog. scroll down for the latest updates",
            "scroll down for the latest updates",
            "live blog",
            "live updates below",
            "this blog is now closed",
            "this live blog has ended",
            "this live blog is closed",
            "this live coverage has ended",
            "our live coverage has ended",
            "refresh for updates",
            "refresh this page for updates",
            "show key events only",
            "follow live",
            "follow live updates",
            "live reporting",
            "pinned",
            "this is a developing story",
            "this is a breaking news story",
            "breaking news alert",
            "this breaking news story is being updated and more details will be published "
            "shortly. please refresh the page for the fullest version",
            "more to follow",
            "more to come",
            "more details soon",
            "developing story",
            "this story is developing",
            "end of live updates",
        ),
        patterns=(
            r"(?:this|the) (?:news )?story is (?:still )?(?:developing|"
            r"breaking)\b.{0,100}",
            r"dieses thema im programm\b.{0,200}",
            r"(?:über dieses thema|dieser beitrag) (?:berichtete|lief|wurde)\b.{0,160}",
            r"this concludes our live\b.{0,120}",
            r"(?:this|our) (?:is a |live |is our )?(?:live )?(?:blog|coverage|page|feed|"
            r"live)\b.{0,60}\b(?:closed|ended|scroll|finished|updates?|over|moved|"
            r"paused)\b.{0,120}",
            r"this is a (?:developing|breaking)(?: news)? (?:story|report|post)\b.{0,160}",
            r"(?:please )?(?:refresh|check back|reload)\b.{0,60}\b(?:updates?|latest|"
            r"fullest|page|more|version|details)\b.{0,80}",
            r"(?:follow|for) (?:live|the latest)(?: updates| coverage| news)?\b.{0,60}\b(?:here|"
            r"below|blog|live)",
        ),
        longest=220,
    ),
)
