"""How long the article takes to read or to hear: "1 min read", "Lesezeit: 3 Minuten"."""

from __future__ import annotations

from copytaster.wire.boilerplate.rule import Rule

RULES = (
    Rule(
        name="read time",
        reason="read time",
        patterns=(
            r"(?:about |approx\.? |reading time|read time|estimated read(?:ing)? time|"
            r"temps de lecture|lesezeit|lesedauer|tiempo de lectura|tempo di lettura|"
            r"tempo de leitura|leestijd|czas czytania|okuma süresi|время чтения|listen|"
            r"listening time|escuchar|escucha|écouter|hören|anhören|ascolta|ouvir|luister|"
            r"posłuchaj|dinle|слушать|lyssna|lytt|hördauer|durée|)[ :~·|-]*(?:ca\.? |environ |"
            r"etwa |less than |< ?)?\d+(?:[.:,]\d+)?[ -]*(?:min|mins|min\.|minute|minutes|"
            r"minuten|minuti|minutos|minuto|minuut|minut|minuty|dakika|dk|мин|минут\w*|分|sec|"
            r"secs)[ .]*(?:read|reads|reading|de lecture|lesezeit|lesen|di lettura|de lectura|"
            r"de leitura|leestijd|czytania|okuma|чтения|listen|to read|watch|lecture)?(?: time)?",
            r"\d+ min(?:ute)?s? read .{0,3}",
        ),
        longest=60,
    ),
)
