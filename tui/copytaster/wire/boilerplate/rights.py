"""Notices of copyright, licence and use, and of the standards a publisher keeps.

"Copyright © 2019 The Example Times", "Our Standards: …", "Reuse this content", a note on a feed.
"""

from __future__ import annotations

from copytaster.wire.boilerplate.rule import Rule

RULES = (
    Rule(
        name="rights",
        reason="copyright notice",
        phrases=(
            "all rights reserved",
            "copyright",
            "reuse this content",
            "republish this story",
            "purchase licensing rights",
            "purchase reprints",
            "reprints & permissions",
            "reprints and permissions",
            "rights & permissions",
            "licensing rights",
            "request permissions",
            "permissions",
            "opens new tab",
            "purchase licensing rights, opens new tab",
            "buy reprints",
            "license this article",
            "licence this article",
            "our standards: the thomson reuters trust principles",
            "our standards: the thomson reuters trust principles., opens new tab",
            "terms of use",
            "terms of service",
            "terms and conditions",
            "terms & conditions",
            "privacy",
            "privacy policy",
            "privacy notice",
            "cookie policy",
            "cookies",
            "cookie settings",
            "cookie preferences",
            "manage cookies",
            "accept cookies",
            "accept all",
            "reject all",
            "legal notice",
            "imprint",
            "impressum",
            "datenschutz",
            "datenschutzerklärung",
            "agb",
            "nutzungsbedingungen",
            "mentions légales",
            "politique de confidentialité",
            "gestion des cookies",
            "tous droits réservés",
            "alle rechte vorbehalten",
            "todos los derechos reservados",
            "aviso legal",
            "política de privacidad",
            "política de cookies",
            "tutti i diritti riservati",
            "riproduzione riservata",
            "© riproduzione riservata",
            "informativa sulla privacy",
            "todos os direitos reservados",
            "alle rechten voorbehouden",
            "wszelkie prawa zastrzeżone",
            "tüm hakları saklıdır",
            "все права защищены",
            "do not sell my personal information",
            "do not sell or share my personal information",
            "your privacy choices",
            "disclaimer",
            "advertise with us",
            "advertise",
            "about us",
            "about",
            "careers",
            "help",
            "help center",
            "site map",
            "sitemap",
            "faq",
            "faqs",
        ),
        holds=(
            "all rights reserved",
            "is not responsible for the content",
            "is not responsible for external",
            "kaynak gösterilmeden",
        ),
        ends=(
            "tous droits réservés",
            "alle rechte vorbehalten",
            "todos los derechos reservados",
            "riproduzione riservata",
            "todos os direitos reservados",
            "alle rechten voorbehouden",
            "wszelkie prawa zastrzeżone",
            "tüm hakları saklıdır",
            "все права защищены",
        ),
        patterns=(
            r"(?:copyright|\(c\)|©)\s?(?:©|\(c\))?\s?(?:\d{4}|by|the)\b.{0,400}",
            r"(?:our|editorial) (?:standards|policies|guidelines)\s?:\s.{0,120}",
            r"(?:(?:this|the) (?:material|article|content|story|website)|no part of)\b.{0,80}\b"
            r"(?:not|be) (?:be )?(?:published|reproduced|redistributed|copied|republished|"
            r"broadcast|"
            r"rewritten|used without)\b.{0,240}",
            r"(?:published|republished|reprinted|reproduced|posted|"
            r"syndicated) (?:here )?(?:with permission|under (?:a|the) (?:creative commons|"
            r"licen[cs]e)|by permission)\b.{0,160}",
            r"this (?:article|story|content|work) is (?:licensed|republished|reproduced|"
            r"syndicated|published)\b.{0,60}\b(?:from|under|licen[cs]e|creative commons|"
            r"agreement|permission|syndicated)\b.{0,200}",
            r"(?:anadolu|aa) .{0,120}\b(?:özetlenerek|abonelere|kopyalanamaz|"
            r"yayımlanmaktadır)\b.{0,300}",
            r"(?:this )?site is protected by recaptcha\b.{0,120}",
            r"(?:we|this (?:site|website)) uses? cookies\b.{0,300}",
            r"(?:read|see|view|check) (?:our |the )?(?:privacy policy|terms of (?:use|service)|"
            r"cookie policy|terms and conditions|privacy notice)\b.{0,80}",
            r"(?:terms of (?:use|service)|privacy(?: policy| notice)?|cookie policy|"
            r"terms and conditions|terms)(?:[ ,|&·]+(?:and )?(?:terms of (?:use|service)|"
            r"privacy(?: policy| notice)?|cookie policy|terms and conditions|terms|"
            r"contact(?: us)?|about(?: us)?|help|advertise|careers|accessibility))+",
            r"(?:the )?(?:views|opinions) expressed (?:in this|here|by|are)\b.{0,300}",
            r"click here for reprint permission.{0,20}",
            r"get licensing rights\b.{0,60}",
        ),
        longest=600,
        closing=True,
    ),
)
