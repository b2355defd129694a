"""Share, save, print and bookmark buttons, one by one or glued into one line.

Every outlet's pages have them; text extraction leaves their labels between headline and lede, and
again after the last paragraph.
"""

from __future__ import annotations

from copytaster.wire.boilerplate.rule import Rule, phrases_of

_BUTTONS = (
    "share|save|print|email|e-mail|comment|comments|discussion|discuss|facebook|twitter|x|"
    "flipboard|send|reddit|messenger|linkedin|vk|whatsapp|telegram|pinterest|copy|link|"
    "copied|bookmark|pocket|more|mail|tweet|tumblr|threads|bluesky|viber|line|via|on|by|or|"
    "and|url|this|article|gift|listen|follow|reply|partager|commenter|imprimer|envoyer|"
    "enregistrer|réagir|teilen|drucken|merken|kommentieren|senden|kopieren|compartir|guardar|"
    "comentar|imprimir|condividi|commenta|stampa|salva|compartilhar|delen|udostępnij|"
    "skomentuj|drukuj|paylaş|yazdır|kaydet|поделиться|del|dela"
)
_SEVERAL = rf"(?:(?:{_BUTTONS})[ ,|/·•]+){{1,14}}(?:{_BUTTONS})"

_GLUED = (
    r"(?:share this article|share|comments?|facebook|twitter|flipboard|reddit|messenger|linkedin|"
    r"whatsapp|telegram|pinterest|bluesky|threads|send|e?mail|print|save|vk){2,14}"
)

_ENGLISH = (
    "share|share this|share this article|share this story|share this page|share this post|"
    "share article|share story|share on facebook|share on twitter|share on x|share on whatsapp|"
    "share on linkedin|share to facebook|share to twitter|share to x|share via email|"
    "share by email|share with facebook|share with your friends|sharing options|share options|"
    "more sharing options|share save|save share|save|saved|bookmark|bookmark this|copy link|"
    "copy the link|copy url|link copied|link copied bookmark|copied|email|email us|email link|"
    "email this|email this article|email article|email a friend|e-mail|mail|print|"
    "print this article|print article|print this page|print this story|facebook|twitter|x|"
    "whatsapp|linkedin|pinterest|reddit|telegram|flipboard|messenger|tumblr|threads|bluesky|"
    "pocket|weibo|wechat|viber|sms|tweet|tweet this|tweet this story|pin it|google+|"
    "gift this article|gift article|send|send to a friend|share comments|"
    "share this article comments|share full article|permalink|facebook twitter|"
    "facebook twitter email|facebook twitter linkedin|toggle share menu|republish|"
    "republish this article|reprints|click to share|click to expand"
)
_FRENCH = (
    "partager|partager l'article|partager cet article|partager sur facebook|partager sur twitter|"
    "partagez|partagez cet article|copier le lien|lien copié|imprimer|envoyer|envoyer par mail|"
    "enregistrer|sauvegarder|ajouter à mes favoris|écouter|offrir l'article|offrir cet article|"
    "réagir"
)
_GERMAN = (
    "teilen|artikel teilen|beitrag teilen|seite teilen|diesen artikel teilen|auf facebook teilen|"
    "auf twitter teilen|auf x teilen|bei facebook teilen|bei twitter teilen|via whatsapp teilen|"
    "per mail teilen|per e-mail teilen|link kopieren|kopieren|drucken|artikel drucken|merken|"
    "merkliste|auf die merkliste|artikel merken|senden|versenden|verschenken|artikel verschenken|"
    "empfehlen|speichern|weiterempfehlen|artikel anhören"
)
_SPANISH = (
    "compartir|compartir en facebook|compartir en twitter|compartir en whatsapp|comparte|"
    "comparte esta noticia|comparte este artículo|compartir noticia|copiar enlace|"
    "copiar el enlace|enlace copiado|guardar|imprimir|enviar|enviar por correo|enviar por email|"
    "correo electrónico"
)
_ITALIAN = (
    "condividi|condividi su facebook|condividi su twitter|condividi l'articolo|copia link|"
    "copia il link|stampa|salva|salva articolo|invia|regala|invia per email"
)
_PORTUGUESE = (
    "compartilhar|compartilhe|compartilhe esta notícia|compartilhe no facebook|"
    "compartilhe no whatsapp|partilhar|partilhe|copiar link|salvar|enviar por e-mail"
)
_DUTCH = (
    "delen|deel|deel dit artikel|artikel delen|deel via facebook|deel op facebook|link kopiëren|"
    "afdrukken|opslaan|bewaar artikel"
)
_POLISH = (
    "udostępnij|podziel się|skopiuj link|kopiuj link|drukuj|zapisz|wyślij|udostępnij na facebooku"
)
_TURKISH = (
    "paylaş|bu haberi paylaşın|haberi paylaş|facebook'ta paylaş|twitter'da paylaş|"
    "bağlantıyı kopyala|linki kopyala|yazdır|kaydet|abone ol"
)
_RUSSIAN = "поделиться|скопировать ссылку|ссылка скопирована|распечатать|печать|сохранить|отправить"
_OTHERS = (
    "del|del artikel|dela|dela artikeln|kopier lenke|skriv ut|blogga um frétt|setja bókamerki|"
    "spara|lagre|gem|tallenna|κοινοποίηση|μοιραστείτε το|chia sẻ|bagikan|"
    "共有|シェア|ツイート|印刷する|印刷|記事をシェアする|シェアする|"
    "ツイートする|分享|分享到|分享文章|打印|공유|기사 공유|공유하기|"
    "مشاركة|طباعة|شارك المقال|شارك|שתף|"
    "कॉपी लिंक|पढ़ें|शेयर करें"
)
_PHRASES = phrases_of(
    _ENGLISH,
    _FRENCH,
    _GERMAN,
    _SPANISH,
    _ITALIAN,
    _PORTUGUESE,
    _DUTCH,
    _POLISH,
    _TURKISH,
    _RUSSIAN,
    _OTHERS,
)

RULES = (
    Rule(
        name="share buttons",
        reason="share buttons",
        phrases=_PHRASES,
        patterns=(
            r".{1,20}でシェア(?:する)?.{0,6}",
            _GLUED,
            r"read or share this (?:story|article|post|interactive)\b.{0,160}",
            _SEVERAL,
            r"share (?:this |the )?(?:article|story|page|post|video|news)? ?(?:on|via|with|using|"
            r"to|by) [\w' ,-]{1,40}",
            r"share this (?:article|story|page|post|video|with)\b.{0,40}",
            r"[\d.,]+ ?k? (?:shares?|tweets?|likes?|views?)",
            r"(?:shares?|tweets?|likes?|views?) ?:? ?[\d.,]+ ?k?",
            r"(?:opens?|öffnet|ouvre|se abre) (?:in|dans|en) .{0,20}(?:new |neuen? |nouvelle |"
            r"nueva )(?:window|tab|fenster|fenêtre|ventana)",
            r"(?:auf|bei|via|per|sur|en|su|op) (?:facebook|twitter|x|whatsapp|linkedin|mail|"
            r"e-mail|telegram|threads|bluesky) (?:teilen|partager|compartir|condividere|delen)",
        ),
        closing=True,
    ),
)
