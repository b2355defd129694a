"""Polls, quizzes and live widgets whose content did not come along."""

from __future__ import annotations

from copytaster.wire.boilerplate.rule import Rule

RULES = (
    Rule(
        name="poll",
        reason="poll or widget",
        phrases=(
            "poll",
            "poll loading",
            "poll loading …",
            "loading poll",
            "vote",
            "vote now",
            "vote here",
            "take our poll",
            "take the poll",
            "take our quiz",
            "take the quiz",
            "quiz",
            "cast your vote",
            "see results",
            "view results",
            "show results",
            "survey",
            "take our survey",
            "loading content",
            "content loading",
            "chart",
            "map",
            "loading chart",
            "loading map",
            "interactive",
            "view interactive",
            "refresh",
            "show all updates",
            "new updates",
            "show key events only",
            "please turn on javascript to use this feature",
            "sondage",
            "votez",
            "umfrage",
            "jetzt abstimmen",
            "abstimmen",
            "encuesta",
            "vota",
            "sondaggio",
            "enquete",
            "peiling",
            "ankieta",
            "sonda",
            "anket",
            "опрос",
            "голосовать",
        ),
        patterns=(
            r"(?:poll|quiz|survey|chart|map|table|graphic|widget|interactive)s?(?: is|"
            r" are)? loading\b.{0,20}",
            r"(?:take|try|do|play) (?:our|the|this) (?:[\w' ]{0,20} )?(?:poll|quiz|survey|"
            r"crossword)\b.{0,60}",
            r"(?:vote|tell us) in (?:our|the) poll\b.{0,60}",
        ),
        longest=120,
    ),
)
