"""Invitations to follow an outlet or its writers on other sites: "Connect with us", "Follow …"."""

from __future__ import annotations

from copytaster.wire.boilerplate.rule import Rule

RULES = (
    Rule(
        name="follow us",
        reason="invitation to follow",
        phrases=(
            "フォロー",
            "フォローする",
            "takip edin",
            "seuraa",
            "connect with us",
            "connect with us on",
            "follow us",
            "follow us on",
            "follow us on facebook",
            "follow us on twitter",
            "follow us on x",
            "follow us on instagram",
            "follow us on social media",
            "follow",
            "following",
            "follow topic",
            "follow topics",
            "follow author",
            "like us on facebook",
            "find us on facebook",
            "join us on facebook",
            "stay connected",
            "keep in touch",
            "let's connect",
            "get in touch",
            "contact us",
            "contact the author",
            "contact",
            "social media",
            "visit business insider's homepage for more stories",
            "suivez-nous",
            "nous suivre",
            "suivez nous",
            "suivre",
            "retrouvez-nous",
            "folgen",
            "folgen sie uns",
            "folgen sie uns auf",
            "folge uns",
            "folge uns auf",
            "síguenos",
            "síguenos en",
            "seguir",
            "sigue",
            "seguici",
            "seguici su",
            "segui",
            "siga-nos",
            "siga",
            "volg ons",
            "volg",
            "obserwuj nas",
            "śledź nas",
            "obserwuj",
            "takip et",
            "bizi takip edin",
            "подписывайтесь",
            "мы в соцсетях",
            "следите за нами",
            "följ oss",
            "følg oss",
        ),
        patterns=(
            r"interested in .{2,60}\? add .{2,60} as an interest\b.{0,160}",
            r"(?:respond|comment|react) (?:to|on) (?:this|our) .{0,60}\b(?:facebook|twitter|"
            r"page)\b.{0,40}",
            r"(?:follow|find|join) .{1,60} (?:at|on|here) ?:? (?:https?://|www\.)\S{3,80}",
            r"(?:please |you can |and |also )?(?:(?:follow|connect with|reach|contact|tweet|"
            r"e-?mail|"
            r"write to) (?!up\b).{1,60}|(?:find|like|join) (?:us|our)\b.{0,40}) (?:on|at|via|"
            r"through) "
            r"(?:facebook|twitter|x|instagram|linkedin|google\+?|tiktok|youtube|threads|bluesky|"
            r"mastodon|pinterest|snapchat|telegram|social media|flipboard)\b.{0,140}",
            r"(?:follow|twitter|on twitter|facebook|instagram|x|email|"
            r"e-mail) ?:? ?@[\w.]+\b.{0,60}",
            r"(?:[\w.]+@[\w.-]+\.[a-z]{2,6})(?:[ ,;|]+(?:follow|on|twitter|@[\w.]+|x|and|"
            r"[\w.]+@[\w.-]+))*",
            r"@[a-z0-9_]{3,30}",
            r"(?:suivez|retrouvez|rejoignez)(?:-nous| nous)?\b.{0,60}\b(?:facebook|twitter|x|"
            r"instagram|google|linkedin|réseaux)\b.{0,60}",
            r"(?:folgen sie|folge|besuchen sie)\b.{0,60}\b(?:facebook|twitter|x|instagram|google|"
            r"linkedin|youtube)\b.{0,60}",
            r"(?:síguenos|sigue|siga|seguici|segui|volg|obserwuj|takip)\b.{0,60}\b(?:facebook|"
            r"twitter|x|instagram|google|linkedin|youtube)\b.{0,60}",
            r"(?:contact|write to|email|e-mail|reach|send (?:tips|comments|questions|an email|"
            r"feedback)(?: and \w+)? to) (?:[\w.' -]{0,50}(?:at|:|"
            r"to) )?[\w.]+@[\w.-]+\.\w+\b.{0,200}",
            r"(?:\w+ ){0,3}(?:facebook|twitter|instagram|youtube) (?:page|account|feed|channel)",
        ),
        longest=240,
        closing=True,
    ),
)
