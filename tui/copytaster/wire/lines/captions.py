"""Picture captions and credits: a line that says whose picture it is, or what is seen on it.

A caption is known by its credit ("Photo: Jo Bell/Reuters", "… on Tuesday. Getty Images") and only
sometimes by its words ("pictured", "(left)"). One without either is read as body, and kept.
"""

from __future__ import annotations

import re

from copytaster.wire.shapes import Shape

CAPTION_LENGTH = 500
"""Characters; a longer paragraph is prose that happens to end in a credit."""
SHOWING_LENGTH = 300
"""Characters within which the words of a caption are believed without a credit."""
_TAIL = 120

_AGENCIES = (
    "reuters|reuter|afp|afptv|ap|ap photo|ap images|associated press|getty|getty images|epa|"
    "epa-efe|efe|"
    "dpa|dpa-bildfunk|ddp|ansa|tass|xinhua|bloomberg|anadolu|anadolu ajansi|anadolu agency|aa|pa|"
    "pa media|"
    "pa wire|rex|shutterstock|alamy|imago|imago images|picture alliance|picture-alliance|zuma|"
    "zuma press|"
    "sipa|lapresse|keystone|belga|anp|ntb|tt|scanpix|apa|istock|unsplash|pexels|pixabay|"
    "wikimedia commons|"
    "bbc|cnn|npr|upi|wenn|splash|splash news|europa press|instagram|twitter|facebook|youtube|"
    "handout|"
    "supplied|file|kyodo|yonhap|nurphoto|abaca|maxppp|ritzau|cp|the canadian press|aap|pool|nasa|"
    "cnbc|nbc|"
    "nbc news|cbs|cbs news|abc|abc news|fox news|sky news|usa today|usa today sports|ani|pti|"
    "ians|bernama|"
    "al jazeera|the washington post|the new york times|the guardian|newsweek|iha|dha|sda|ard|zdf|"
    "rtl|"
    "agencies|stock"
)
_LABELS = (
    "photo|photos|photograph|photographs|foto|fotos|fotograf|fotografia|fotografía|image|images|"
    "picture|"
    "pictures|pic|pics|picture credit|photo credit|credit|credits|crédit|crédits|crédit photo|bild|"
    "bildquelle|bildrechte|bildnachweis|imagen|imagem|immagine|zdjęcie|fot|фото|φωτ|φωτογραφία|"
    "courtesy|courtesy of|"
    "illustration|graphic|grafik|video|vidéo|file photo|reproduction|photo by|photos by|pictured"
)
_LAST_WORDS = frozenset(
    re.split(r"[ -]", name)[-1]
    for name in f"{_AGENCIES}|photo|photos|images|pic|pics|pictures".split("|")
)
_MANY = rf"(?:{_AGENCIES})(?:\s*(?:via|/|\||,|and|-)\s*(?:{_AGENCIES}))*"
_KIND = r"(?:\s+(?:photos?|images|pics?|pictures?|file(?: photo)?))?"
_WORD = r"[^\W\d_][\w.'-]*"

_BARE = re.compile(
    rf"(?:©\s*)?(?:(?:{_LABELS})\s*[:/|]?\s*(?:by\s+)?)?(?:{_WORD}\s+){{0,4}}(?:[|/]\s*)?"
    rf"{_MANY}{_KIND}\s*\Z"
)
_TRAILING = re.compile(
    rf"(?:[/©|•(\[-]\s*|[.!?\"']\s+|\s(?:by|"
    rf"via)\s)(?:{_WORD}[ /,]+){{0,5}}(?:via\s+)?{_MANY}{_KIND}\W*\Z"
)
_LABELLED = re.compile(rf"(?:^|[.\s(\[|\"'-])(?:{_LABELS})\s*[:/]\s*\S[^.!?]{{1,90}}\.?\Z")
_ATTRIBUTED = re.compile(
    r"(?:\b(?:photo|photograph|picture|image|video|illustration|graphic|pic)s? (?:by|courtesy of|"
    r"courtesy|via) "
    r"\S.{1,60}|(?:^|[(|©-] ?)(?:copyright|tous droits réservés|alle rechte vorbehalten|"
    r"todos los derechos reservados)\b.{1,80}|©\s?\S.{1,50})\Z"
)
_AGENCY_SLASH = re.compile(
    r"(?:\(AP Photo/|REUTERS/|AFP/|EPA/|Getty Images/|AP/|/\s?(?:AP|AFP|EPA|REUTERS|Reuters|"
    r"Getty)\b)"
    r".{0,60}\Z"
)
_AFTER_SLASH = re.compile(
    r"(?:\s/\s?[^\W\d_a-zà-öø-ÿ]\S*(?: \S+){0,3}"
    r"|[.!?…]\s(?:[^\W\d_a-zà-öø-ÿ][\w'’-]*\s?){1,4}/\s?[^\W\d_a-zà-öø-ÿ][\w'’-]*(?: \w+){0,3}"
    r"|[.!?…]\s(?:[^\W\d_a-zà-öø-ÿ][^\W\d_a-zà-öø-ÿ]+\s?){2,5})\Z"
)
_IN_BRACKETS = re.compile(r"(?:[.!?”\"]\s?\([A-Z0-9][^()]{1,70}\)|\[[^\[\]]{2,60}\])\Z")
_WORKED = re.compile(r"(?i)\b(?:reporting|writing|editing|adds|updates|http)")
_OPENING = re.compile(
    r"(?:image (?:copyright|caption|source)|enlarge this image|media caption|file photo|photo:|"
    r"foto:|"
    r"fotoğraf:|(?:in )?this (?:file |undated |handout )?(?:photo|image|picture|combination)\b|"
    r"media playback is (?:un|not )supported on (?:your|this) device media caption|"
    r"fichier\b.*photo|copyright\b.{1,60}\Z|toggle caption|camera icon\s+\S|©\s*\S)"
)
_WORDS_OF_CAPTIONS = (
    "(left)|(right)|(centre)|(center)|(l)|(r)|(c)|(pictured|pictured here|pictured above|"
    "pictured left|pictured right|pictured in |pictured at |pictured with |is seen |"
    "are seen |seen here|poses for|pose for|file photo|file image|file pic|screenshot|"
    "screengrab|screen grab|capture d'écran|captura de pantalla|archivbild|archive photo|"
    "photo d'illustration|image d'illustration|symbolbild|imagen de archivo|foto de archivo|"
    "foto d'archivio|archieffoto"
)
_REPORTED = re.compile(r"\b(?:quoted|cited|reported|carried|interviewed|told|said)\b[^.!?]*\W*\Z")
_SHOWN = tuple(_WORDS_OF_CAPTIONS.split("|"))
_MARKS = (" by ", "courtesy", " via ", "copyright", "©", "droits", "rechte", "derechos")
_ENDS_AS_VIDEO = ("- video", "- vidéo", "- vídeo", "- in pictures", "- gallery")


def is_credit_only(shape: Shape) -> bool:
    """Whether the line is a picture credit and nothing else: "Getty Images", "Photo: AFP"."""
    return shape.length <= 80 and _ends_in_agency(shape.key) and bool(_BARE.match(shape.key))


def is_caption(text: str, shape: Shape) -> bool:
    """Whether the paragraph is a picture caption: it carries a credit, or says what is seen."""
    if shape.length > CAPTION_LENGTH:
        return False
    if _OPENING.match(shape.key):
        return True
    return (shape.length <= SHOWING_LENGTH and _shows(text, shape)) or _is_credited(text, shape)


def _shows(text: str, shape: Shape) -> bool:
    """Whether the words are those of a caption; a quotation may say "pictured" too."""
    if text.startswith(('"', "“", "«", "„")):
        return False
    if shape.key.endswith(_ENDS_AS_VIDEO):
        return True
    return any(words in shape.key for words in _SHOWN)


def _is_credited(text: str, shape: Shape) -> bool:
    tail, own = shape.key[-_TAIL:], text[-_TAIL:]
    if "/" in own and _AGENCY_SLASH.search(own):
        return True
    if (":" in tail or "/" in tail) and _LABELLED.search(tail):
        return True
    if shape.words > 3 and _ends_in_agency(tail) and (found := _TRAILING.search(tail)):
        return not _is_reported(tail, found)
    if text.endswith((")", "]")) and _IN_BRACKETS.search(own):
        return not _WORKED.search(own)
    if any(mark in tail for mark in _MARKS) and _ATTRIBUTED.search(tail):
        return True
    return not shape.closed and bool(_AFTER_SLASH.search(own))


def _is_reported(tail: str, found: re.Match[str]) -> bool:
    """Whether the name is in the sentence itself: "was quoted as saying by news agencies"."""
    return found[0].lstrip().startswith(("by ", "via ")) and bool(_REPORTED.search(tail))


def _ends_in_agency(key: str) -> bool:
    last_word = key.rstrip(")]. ").rpartition(" ")[2]
    return re.split(r"[/|-]", last_word)[-1] in _LAST_WORDS
