"""Calls to send tips, report mistakes, or answer whether the page was of use."""

from __future__ import annotations

from copytaster.wire.boilerplate.rule import Rule

RULES = (
    Rule(
        name="feedback",
        reason="call for tips or feedback",
        phrases=(
            "report a typo",
            "report an error",
            "report error",
            "report a correction",
            "report this",
            "report a problem",
            "report abuse",
            "report",
            "send feedback",
            "give feedback",
            "feedback",
            "send us feedback",
            "send a news tip",
            "send us a tip",
            "send a tip",
            "submit a tip",
            "submit a correction",
            "suggest a correction",
            "request a correction",
            "corrections",
            "correction policy",
            "got a tip",
            "got a story",
            "got a news tip",
            "have a tip",
            "do you have a story",
            "do you know more",
            "did you spot an error",
            "was this article helpful",
            "was this helpful",
            "was this page helpful",
            "did you find this article useful",
            "yes no",
            "thank you for your feedback",
            "thanks for your feedback",
            "how can we improve",
            "rate this article",
            "rate this story",
            "how we fact-check",
            "why you can trust us",
            "why trust us",
            "signaler une erreur",
            "une erreur ?",
            "une faute ?",
            "fehler melden",
            "fehler gefunden",
            "feedback geben",
            "haben sie einen fehler entdeckt",
            "ihre meinung zählt",
            "comunicar un error",
            "reportar un error",
            "¿has visto un error?",
            "segnala un errore",
            "reportar erro",
            "comunicar erro",
            "fout gezien",
            "meld een fout",
            "zgłoś błąd",
            "hata bildir",
            "сообщить об ошибке",
            "send a tip to the news team at nr",
        ),
        patterns=(
            r"(?:do you|did you|have you|are you|got|have|"
            r"know)\b.{0,120}\b(?:a (?:news )?(?:story|tip)|tips?|error|mistake|typo|affected|"
            r"experiences?|to share|to add|thoughts?)\b.{0,40}\? ?(?:contact|e-?mail|send|"
            r"let us|tell us|get in touch|share|write|call|click|please|message|we'd)\b.{0,160}",
            r"(?:please )?(?:send|submit|share|email|e-mail) (?:us )?(?:your |a |any |news |"
            r"story |confidential )?(?:tips?|stories|photos|videos|feedback|comments|questions|"
            r"corrections|experiences|letters)\b.{0,160}(?:@|\b(?:here|us|desk|newsroom|"
            r"editors?)\b).{0,100}",
            r"(?:please )?include a contact number if you\b.{0,160}",
            r"(?:please )?(?:contact|e-?mail|message|whatsapp) (?:us|"
            r"the (?:newsroom|editor|author|reporter|writer)|our (?:newsroom|team|"
            r"news team))\b.{0,200}",
            r"(?:if you are|if you're|are you) reading this page and (?:can't|"
            r"cannot) see the form\b.{0,200}",
            r"(?:to )?(?:report|submit|request|flag|suggest|spot(?:ted)?) (?:a |an |"
            r"any )?(?:typo|error|correction|mistake|problem|factual error|inaccuracy)\b.{0,120}",
            r"(?:was|did|is) (?:this|you find this) (?:article|page|story|information|"
            r"content)\b.{0,30}\b(?:helpful|useful|interesting|informative)\b.{0,30}",
            r"(?:haben sie|ist ihnen|avez-vous|vous avez|une|has|hai)\b.{0,40}\b(?:fehler|erreur|"
            r"faute|error|errore|coquille)\b.{0,100}",
            r"read (?:more )?about our (?:fact|standards|editorial|approach|ethics)\b.{0,80}",
        ),
        longest=320,
        closing=True,
    ),
)
