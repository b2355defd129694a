"""A link to another story in a line of its own: "Read more: …", "Lire aussi : …", "WATCH: …".

Some outlets glue the label to the headline ("RelatedTitle of the other story"); then only a capital
letter tells where the headline begins.
"""

from __future__ import annotations

from copytaster.wire.article import Role
from copytaster.wire.boilerplate.rule import Reach, Rule

RULES = (
    Rule(
        name="inline link",
        reason="link to another story",
        role=Role.LINK,
        holds=(" listen · ",),
        ends=(
            "read more",
            "article with image",
            "article with gallery",
            "article with video",
            "article with graphics",
            "article with analysis",
            "weiterlesen",
            "lire la suite",
            "leer más",
            "leggi tutto",
            "leia mais",
            "lees meer",
            "czytaj więcej",
            "devamını oku",
            "читать далее",
            "category",
        ),
        patterns=(
            r".{10,160} by clicking here",
            r"catch up on .{4,160}\bpodcast\b.{0,80}",
            r"full (?:coverage|results|list|transcript|text) ?: .{3,160}",
            r"read .{1,40} here",
            r"play video .{10,160}",
            r"(?:read|see|watch|listen|more|related|also|also read|read also|see also|read more|"
            r"learn more|find out more|must read|read next|up next|next|previous|don't miss|"
            r"watch now|watch live|video|live|in pictures|photos|gallery|podcast|opinion|"
            r"analysis|explainer|explained|full coverage|trending|recommended|editor's pick|"
            r"most read|related story|related stories|related article|related articles|"
            r"related video|related news|more from \w+|more on this story|read the full story|"
            r"read the full article|full story|from the archives?|click here|go deeper|"
            r"dig deeper|quiz|join us|keep reading)(?: here| now| next)? ?(?:: ?|\| ?|"
            r" [>»→]+ ?| - )\S.{8,220}",
            r"(?:à lire aussi|lire aussi|à lire|à voir|à lire également|lire également|"
            r"voir aussi|à écouter|vidéo|en images|relire|écouter aussi|regarder|"
            r"notre dossier)(?: ?[:|>»→]+ ?| - ).{8,220}",
            r"(?:lesen sie (?:auch|mehr|hier|dazu|weiter|außerdem|zudem)|mehr zum thema|"
            r"mehr dazu|auch interessant|lies auch|lesetipp|zum thema|video|liveblog|liveticker|"
            r"newsblog|podcast|siehe auch|mehr zu)(?: ?[:|"
            r">»→]+ ?).{8,220}",
            r"(?:lee también|lea también|leer también|lea además|te puede interesar|ver también|"
            r"más información|relacionado|leer más|vea también|mira también|le puede interesar|"
            r"además|lee más|también lee)(?: ?[:|>»→]+ ?| - ).{8,220}",
            r"(?:leggi anche|leggi|guarda|vedi anche|approfondisci|per approfondire|"
            r"l'approfondimento|potrebbe interessarti|il video)(?: ?[:|>»→]+ ?| - ).{8,220}",
            r"(?:leia (?:também|mais|ainda)|veja (?:também|mais)|saiba mais|assista|relembre|"
            r"confira)(?: ?[:|>»→]+ ?| - ).{8,220}",
            r"(?:lees ook|lees meer|lees verder|bekijk ook|kijk ook|luister ook)(?: ?[:|"
            r">»→]+ ?| - ).{8,220}",
            r"(?:czytaj (?:także|też|również|więcej)|zobacz (?:także|też|również|więcej)|"
            r"przeczytaj (?:także|też)?|polecamy|więcej)(?: ?[:|>»→]+ ?| - ).{8,220}",
            r"(?:ilgili haber|ayrıca bakınız|ayrıca oku|bunu da oku|video|galeri)(?: ?[:|"
            r">»→]+ ?| - ).{8,220}",
            r"(?:читайте также|читать также|смотрите также|по теме|подробнее|видео)(?: ?[:|"
            r">»→]+ ?| - ).{8,220}",
            r"(?:läs mer|läs också|les også|les mer|læs også|lue myös)(?: ?[:|>»→]+ ?| - ).{8,220}",
            r"click here (?:to|for) (?:read|see|watch|view|get|learn|sign|more|the|full|download|"
            r"buy|listen)\b.{0,120}",
            r"click (?:to|for) (?:read|view|see|watch|enlarge|get|listen|expand|more|play|"
            r"the)\b.{0,120}",
            r"(?:for more|to (?:see|read|view|hear|watch)) .{0,120}\bclick here\b.{0,100}",
            r"for (?:more|the latest|all the latest|full) (?:of|on|from|news|stories|coverage|"
            r"information|details|updates|about)\b.{0,100}\b(?:visit|go to|see our|head to|"
            r"check out|follow|subscribe|sign up|listen|read)\b.{0,120}",
            r"(?:read|see|view) (?:the )?(?:full|original|entire|complete|"
            r"rest of)(?: \w+)? (?:article|story|report|post|piece|letter|statement|complaint|"
            r"opinion|interview)\b.{0,60}",
            r"(?:this|that) (?:article|story|post|piece|column|report) (?:was|is) (?:originally|"
            r"first) (?:published|appeared)\b.{0,120}",
            r"(?:this|that) (?:article|story|post|piece|column) (?:originally|first) (?:appeared|"
            r"ran)\b.{0,120}",
        ),
        glued=(
            r"Related(?: [Ss]tor(?:y|ies)| [Aa]rticles?| [Nn]ews| [Vv]ideo| [Cc]overage)? ?",
            r"Read (?:[Mm]ore|[Aa]lso|[Nn]ext)",
            r"(?:Also read|See also|More on this|Watch now|Must read|Up next)",
            r"(?:[ÀA] lire aussi|Lire aussi|Lesen Sie auch|Mehr zum Thema|Lee también|Leggi anche)",
            r"(?:Leia (?:também|mais)|Lees ook|Czytaj (?:także|też|również)|İlgili [Hh]aber)",
        ),
        longest=260,
    ),
    Rule(
        name="teaser",
        reason="teaser of another story",
        role=Role.LINK,
        reach=Reach.TEASER,
        patterns=(r".{20,400}[.!?…\"] (?:mehr|weiter|suite|leggi|lees meer|więcej|devamı)",),
        longest=420,
    ),
)
