"""Scripts, styles, markup and template fields that leaked into the text."""

from __future__ import annotations

from copytaster.wire.boilerplate.rule import Rule

RULES = (
    Rule(
        name="code",
        reason="stray code",
        phrases=(
            "brightcove.createexperiences",
            "false",
            "true",
            "null",
            "undefined",
            "nan",
            "object object",
            "javascript",
            "html",
            "embed",
            "embed code",
            "embed this",
            "iframe",
            "youtube.com",
            "w.soundcloud.com",
            "var",
            "script",
        ),
        patterns=(
            r"<!--.{0,400}",
            r"<(?:script|style|div|span|a|img|iframe|p|br|ul|li|table|noscript|link|meta|center|"
            r"b|strong|em)\b.{0,500}",
            r"</(?:a|p|b|i|em|li|ul|div|span|strong|script|style|iframe|table|td|tr)\b.{0,40}",
            r"(?:var|let|const|function|window|document|jquery|\$)[ .(][\w.$ ]{0,60}(?:=|\(|"
            r"\{).{0,400}",
            r"[\w.]{3,60}\((?:['\"]|\)).{0,300}",
            r"@(?:media|import|font-face|keyframes)\b.{0,400}",
            r"[.\w-]+ ?\{ ?[\w-]+ ?:.{0,400}",
            r"\{\{.{0,200}",
            r"(?:if )?\(?typeof .{0,300}",
            r"https?://\S{1,400}",
            r"(?:www\.)[\w.-]+\.\w{2,6}(?:/\S*)?",
            r"!function\b.{0,400}",
            r"(?:try|if|for|while) ?[({].{0,300}[;}]",
        ),
        longest=600,
    ),
)
