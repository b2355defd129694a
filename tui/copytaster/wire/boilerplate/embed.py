"""Placeholders of embedded posts and the consent they ask for."""

from __future__ import annotations

from copytaster.wire.boilerplate.rule import Rule

RULES = (
    Rule(
        name="embed",
        reason="placeholder of an embedded post",
        phrases=(
            "view on instagram",
            "view on twitter",
            "view on x",
            "view on facebook",
            "view this post on instagram",
            "view post on facebook",
            "view original tweet",
            "view tweet",
            "a post shared by",
            "skip twitter post",
            "skip instagram post",
            "skip youtube video",
            "skip facebook post",
            "end of twitter post",
            "end of instagram post",
            "end of youtube video",
            "allow twitter content",
            "allow and continue",
            "accept and continue",
            "allow x content?",
            "embedded content",
            "embedded video",
            "tweet",
            "instagram post",
            "twitter post",
            "external content",
            "externer inhalt",
            "inhalte anzeigen",
            "inhalt laden",
            "inhalte laden",
            "externe inhalte anzeigen",
            "contenu externe",
            "contenu intégré",
            "afficher le contenu",
            "contenido externo",
            "content is not available",
            "contenuto esterno",
            "datenschutz",
            "warning: third party content may contain adverts",
        ),
        patterns=(
            r"(?:skip|end of|view|show|load|allow|see) (?:this )?(?:twitter|x|instagram|facebook|"
            r"youtube|tiktok|threads|social)(?: \w+)? ?(?:post|content|video|embed|"
            r"tweet)s?\b.{0,40}",
            r"(?:skip|end of) .{1,40}\b(?:post|video|content|"
            r"promotion)(?: \d+)?(?: by [\w @.-]{1,60})?",
            r"(?:a |this )?(?:post|photo|video) shared by .{0,160}",
            r"(?:(?:this|the following) (?:article|page|content|embed)|external)\b(?:"
            r").{0,80}\b(?:provided by|hosted|third[- ]party|cookies|"
            r"may be using)\b.{0,300}",
            r"(?:we ask for your permission|you may want to read|to view this content|"
            r"to see this content|um diesen inhalt|an dieser stelle (?:finden sie|befindet sich|"
            r"sehen sie|steht ein)|mit (?:dem )?klick|"
            r"ich bin damit einverstanden|wir benötigen ihre|pour afficher ce contenu|ce contenu|"
            r"para ver este contenido|per visualizzare)\b.{0,400}",
            r"(?:damit|hiermit|dadurch) (?:können|werden) personenbezogene daten\b.{0,300}",
            r"(?:bbc|cnn|the site) is not responsible for (?:the content of )?external\b.{0,100}",
        ),
        longest=500,
    ),
)
