"""Prompts to get an app, join a channel, or choose the outlet in a search engine."""

from __future__ import annotations

from copytaster.wire.boilerplate.rule import Rule

RULES = (
    Rule(
        name="app prompt",
        reason="prompt for an app or a channel",
        phrases=(
            "get the app",
            "download the app",
            "download our app",
            "download now",
            "get our app",
            "open in app",
            "open app",
            "click here to get the fox news app",
            "click to get the fox news app",
            "click here for the fox news app",
            "get the fox news app",
            "download on the app store",
            "get it on google play",
            "available on the app store",
            "app store",
            "google play",
            "add as preferred on google",
            "add as a preferred source on google",
            "make us preferred on google",
            "add us on google",
            "follow on google news",
            "follow us on google news",
            "join us on whatsapp",
            "join our whatsapp channel",
            "whatsapp channel",
            "download the app now",
            "turn on notifications",
            "enable notifications",
            "allow notifications",
            "get notifications",
            "scan the qr code",
            "qr code",
            "télécharger l'application",
            "téléchargez l'application",
            "app herunterladen",
            "jetzt app herunterladen",
            "zur app",
            "descarga la app",
            "descarga nuestra app",
            "scarica l'app",
            "baixe o app",
            "baixe o aplicativo",
            "download de app",
            "pobierz aplikację",
            "uygulamayı indir",
            "скачать приложение",
        ),
        patterns=(
            r"(?:click (?:here )?(?:to|for)(?: get)?|get|download|install|open|try) (?:the |"
            r"our |on the |"
            r"now (?:the|our) )(?:[\w'&. ]{0,30} )?apps?\b.{0,120}",
            r"(?:add|make|set|choose|follow|prefer) .{1,60}\b(?:on|in|as (?:a |"
            r"your )?preferred (?:source|choice) (?:on|in)?) ?google(?: news| search|"
            r" discover)?\b.{0,60}",
            r"(?:join|follow|subscribe to|sign up to|rejoignez|suivez|folgen sie|síguenos|"
            r"seguici|siga|"
            r"volg|dołącz)\b.{0,120}\b(?:whatsapp|telegram|wechat|viber)\b"
            r"(?:[- ](?:channel|kanal|canal|chaîne|group|gruppe|kanaal|community)\w*)?.{0,60}",
            r"(?:available|download|get it) (?:on|from|in) (?:the )?(?:app store|google play|"
            r"itunes|apple podcasts|spotify)\b.{0,80}",
            r"(?:téléchargez|laden sie|descarga|descárgate|scarica|baixe|download|pobierz|"
            r"indirin)\b.{0,60}\b(?:app|application|aplicación|applicazione|aplicativo|"
            r"aplikacj\w+)\b.{0,60}",
            r"(?:listen|subscribe|available) (?:to .{0,40} )?(?:on|via) (?:apple|spotify|google|"
            r"itunes|stitcher|your podcast|wherever)\b.{0,100}",
        ),
        longest=260,
        closing=True,
    ),
)
