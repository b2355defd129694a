"""Lines that name who wrote, drew or sent: bylines, picture captions, sign-offs, sources."""

from __future__ import annotations

import re

from copytaster.wire.shapes import Shape
from copytaster.wire.stamps import is_stamp

_AGENCIES = (
    r"reuters|afp|ap|associated press|getty(?: images)?|epa(?:-efe)?|efe|dpa|ansa|tass|xinhua|bloomberg|"
    r"anadolu(?: ajansı| agency)?|aa|pa|pa media|pa wire|rex|shutterstock|alamy|imago(?: images)?|"
    r"picture[- ]alliance|zuma(?: press)?|sipa|lapresse|keystone|belga|anp|ntb|tt|scanpix|apa|istock|"
    r"unsplash|bbc|cnn|npr|upi|wenn|splash(?: news)?|europa press|reuter|instagram|twitter|facebook|"
    r"youtube|handout|supplied|file|kyodo|yonhap|nurphoto|pexels|pixabay|wikimedia commons|abaca|"
    r"maxppp|ritzau|cp|the canadian press|aap|pool|afptv|picture press|ddp|nasa|cnbc|nbc(?: news)?|"
    r"cbs(?: news)?|abc(?: news)?|fox news|sky news|usa today(?: sports)?|ani|pti|ians|bernama|al jazeera|"
    r"the (?:washington post|new york times|guardian)|newsweek|iha|dha|sda|ard|zdf|rtl|agencies|"
    r"stock|dpa-bildfunk|ap photo|ap images"
)
_LABELS = (
    r"photo(?:graph)?s?|foto(?:ğraf|graf|grafia|s)?|image|images|pictures?|pic|picture credit|photo credit|"
    r"credit|credits|crédits?(?: photo)?|bild(?:quelle|rechte)?|bildnachweis|fotoğraf|imagen|imagem|"
    r"immagine|zdjęcie|fot|фото|courtesy(?: of)?|illustration|graphic|grafik|video|vidéo|file photo|"
    r"reproduction|fotografía|photo by|photos by|pictured"
)
CAPTION_LENGTH = 500
"""Characters; a longer paragraph is prose that happens to end in a credit."""

_CREDIT_ONLY = re.compile(
    rf"(?:©\s*)?(?:(?:{_LABELS})\s*[:/|]?\s*(?:by\s+)?)?(?:[^\W\d_][\w.'’-]*\s+){{0,4}}"
    rf"(?:{_AGENCIES})(?:\s*(?:via|/|\||,|and|-)\s*(?:{_AGENCIES}))*(?:\s+(?:photos?|images|pics?|file))?\s*\Z",
    re.IGNORECASE,
)
_BARE_AGENCY = re.compile(
    rf"(?:{_AGENCIES})(?:\s*(?:via|/|\||,)\s*(?:{_AGENCIES}))*\Z", re.IGNORECASE
)
_LABELLED = re.compile(
    rf"(?:^|[.\s(\[|—–\"”’'])(?:{_LABELS})\s*[:/]\s*\S[^.!?]{{1,90}}[)\]]?\.?\Z", re.IGNORECASE
)
_TRAILING = re.compile(
    rf"(?:[/©|•–—(\[]\s*|[.!?”\"’']\s+|\s(?:by|via)\s)(?:[^\W\d_][\w.'’-]*[ /,]+){{0,5}}(?:via\s+)?(?:{_AGENCIES})"
    rf"(?:\s*(?:via|/|\||,|-)\s*(?:{_AGENCIES}))*(?:\s+(?:photos?|images|pics?|pictures?|file(?: photo)?))?[)\]]?\s*\.?\Z",
    re.IGNORECASE,
)
_AGENCY_SLASH = re.compile(
    r"(?:\(AP Photo/|REUTERS/|AFP/|EPA/|Getty Images/|AP/|/\s?(?:AP|AFP|EPA|REUTERS|Reuters|Getty)\b).{0,60}\Z"
)
_ATTRIBUTED = re.compile(
    r"(?:\b(?:photo|photograph|picture|image|video|illustration|graphic|pic)s? (?:by|courtesy of|courtesy|via) "
    r"\S.{1,60}|(?:^|[-–—(|©] ?)(?:copyright|tous droits réservés|alle rechte vorbehalten|todos los derechos reservados)\b.{1,80}|©\s?\S.{1,50}|\[[^\[\]]{2,60}\])\Z",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"[.!?”\"]\s?\((?-i:[A-Z0-9])[^()]{1,70}\)\Z")
_OPENING = re.compile(
    r"(?:image (?:copyright|caption|source)|enlarge this image|media caption|file photo|photo:|foto:|"
    r"fotoğraf:|(?:in )?this (?:file |undated |handout )?(?:photo|image|picture|combination)\b|"
    r"media playback is (?:un|not )supported on (?:your|this) device media caption|"
    r"fichier\b.*photo|copyright\b.{1,60}\Z|toggle caption|camera icon\s+\S|©\s*\S)",
    re.IGNORECASE,
)
_SHOWING = re.compile(
    r"(?:\((?:left|right|centre|center|l|r|c)\)|\b(?:pictured|is seen|are seen|seen here|poses for|"
    r"pose for|file photo|file image|file pic|screenshot|screengrab|screen grab|capture d'écran|captura de pantalla|archivbild|archive photo|photo d'illustration|"
    r"image d'illustration|symbolbild|imagen de archivo|foto de archivo|foto d'archivio|archieffoto))",
    re.IGNORECASE,
)
_VIDEO = re.compile(r".{20,160}[–—-]\s*(?:video|vidéo|vídeo|in pictures|gallery)\Z", re.IGNORECASE)


def is_credit_only(text: str) -> bool:
    """Whether the line is a picture credit and nothing else: "Getty Images", "Photo: AFP"."""
    return len(text) <= 80 and bool(_BARE_AGENCY.match(text) or _CREDIT_ONLY.match(text))


def is_caption(text: str, shape: Shape) -> bool:
    """Whether the paragraph is a picture caption: it carries a credit, or says what is seen."""
    if shape.length > CAPTION_LENGTH:
        return False
    if _OPENING.match(text) or _AGENCY_SLASH.search(text[-90:]):
        return True
    if shape.length <= 300 and (_SHOWING.search(text) or _VIDEO.match(text)):
        return not text.startswith(('"', "“", "«", "„"))
    tail = text[-120:]
    if _LABELLED.search(tail) or (shape.words > 3 and _TRAILING.search(tail)):
        return True
    return bool(
        _ATTRIBUTED.search(tail) or (_IN_BRACKETS.search(tail) and not _WORKED.search(tail))
    )


_WORKED = re.compile(r"\b(?:reporting|writing|editing|adds|updates|http)", re.IGNORECASE)


_BY = re.compile(
    r"(?:by|von|par|por|da|di|door|av|af|autor(?:in)?|author|auteur|yazan|автор|written by|words by|"
    r"text|texte|texto|testo|tekst|reported by|story by|analysis by|review by|opinion by|eine analyse von|"
    r"ein kommentar von|kommentar von|analyse von|un article de|propos recueillis par|przez|opracował)"
    r"\s*:?\s+(?=(?-i:[^\W\d_a-zà-öø-ÿ]))",
    re.IGNORECASE,
)
_NAME = r"(?:[^\W\d_a-zà-öø-ÿ][\w.'’-]*|de|van|von|der|den|la|le|el|al|bin|di|da|del|dos|ten|ter)"
_NAMED = re.compile(
    rf"{_NAME}(?:\s+{_NAME}){{1,6}}(?:(?:\s*[,|&]|\s+(?:and|und|et|y|e|in|for|für|with))\s+\S.{{0,80}})?\Z"
)
_HANDLE = re.compile(r"\s*@\w+\Z")
_BEGINS_NAMED = re.compile(rf"{_NAME}\s+{_NAME}\s")
_TITLED = re.compile(
    r"\b(?:reporter|correspondent|editor|writer|columnist|producer|staff|journalist|redakteur(?:in)?|"
    r"korrespondent(?:in)?|muhabir|editör|redazione|redacción|agencies|agency|contributor|news desk)\b",
    re.IGNORECASE,
)


def is_byline(text: str, shape: Shape) -> bool:
    """Whether the line says who wrote: "By Jo Bell", "Von Jo Bell, Berlin"."""
    return (
        shape.length <= 160
        and not shape.prose
        and shape.words <= 22
        and bool(_BY.match(text) and (shape.words <= 10 or _TITLED.search(text)))
    )


def is_name(text: str, shape: Shape) -> bool:
    """Whether the line could be a writer's name, with a post or a paper behind it.

    Only its place, between headline and story, makes it a byline.
    """
    if shape.closed or shape.length > 100 or shape.words > 12:
        return False
    text = _HANDLE.sub("", text)
    if _TITLED.search(text) and _BEGINS_NAMED.match(text):
        return True
    return bool(_NAMED.match(text)) and (shape.capitals >= 0.7 or bool(_TITLED.search(text)))


def is_dated_name(text: str) -> bool:
    """Whether the line is a name with a date behind it: "Jo Bell | 05.04.2025"."""
    name, bar, rest = text.partition("|")
    return bool(bar) and bool(_NAMED.match(name.strip())) and is_stamp(rest.strip())


_SIGN_OFF = re.compile(
    r"(?:\W*(?:additional )?(?:reporting|writing|editing|compiled|translation|additional reporting|"
    r"written|edited|reported|produced|fact[- ]check(?:ed|ing)?|translated|adaptation|research|"
    r"bearbeitung|redaktion|redigering|rédaction|edición|montage)"
    r"(?: and (?:writing|editing|production))?(?: by)?\s*:?\s+(?=(?-i:[^\W\d_a-z])).{2,}"
    r"|.{2,160}\bcontributed(?: (?:to|reporting|research)\b.{0,120}|\.?|\. updated\b.{0,60})"
    r"|\W*(?:this|the) (?:report|story|article) (?:contains|includes|uses) (?:material|reporting|information) from\b.{2,80}"
    r"|.{2,120}\b(?:a|ont) contribué à (?:cet|ce)\b.{0,60}"
    r"|\W*(?:contributing|with (?:files|reporting|input|additional reporting|agencies|wires|post wires|"
    r"news wire services|afp|reuters|ap|wire)|mit (?:material|agentur)|avec (?:afp|reuters|agences?)|con información)"
    r"\b.{0,120}"
    r"|\W*this (?:report|story|article|post) (?:was|has been|is) (?:last |first |originally |also )?"
    r"(?:updated|corrected|amended|produced|edited|based|written|reported)\b.{0,160}"
    r"|\W*quellen?\s*:\s*.{2,90})\Z",
    re.IGNORECASE,
)
_INITIALS = re.compile(
    r"[-–—]{1,2} ?(?:By )?[A-Z][\w.]+(?: [A-Z][\w.]*){1,3}(?:(?:,| and) [A-Z][\w.]+(?: [A-Z][\w.]*){1,3}){0,3}\Z|"
    r"\(?[a-zA-Z]{2,4}(?:/[a-zA-Z]{2,5}){1,4}\)?\Z|[-–—]\s?[A-Z][\w.]+(?: [A-Z][\w.]+){0,3}\Z|\(?REUTER(?:S)?\)?\Z|Reuter\Z"
    r"|\((?:AFP|AP|dpa|Reuters|TASS|EFE|ANSA|PA|UPI|IANS|PTI|APA|sda|SDA|KNA|epd)\)\Z"
)
_SOURCE = re.compile(
    r"(?:source|sources|fuente|fonte|kaynak|źródło|источник|bron)\s*:\s*(\S.{0,80})\Z",
    re.IGNORECASE,
)


def is_sign_off(text: str, shape: Shape) -> bool:
    """Whether the paragraph says who worked on the story: "(Reporting by …; Editing by …)"."""
    if shape.length > 400:
        return False
    return bool(_INITIALS.match(text) or _SIGN_OFF.match(text))


def named_source(text: str) -> str | None:
    """The outlet that a line "SOURCE: …" names, or None."""
    found = _SOURCE.match(text)
    return found[1].strip() if found else None
