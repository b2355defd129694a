"""Words that every article of a language has: they tell no story, and are not indexed.

Rarity finds them by itself where a language is common. Where only a few articles are in French, its
les and dans would be as rare as names, and tie every French article to every other. The lists are
the most frequent words of news in each language, content words left out.
"""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from copytaster.stories.index.terms import TERM_BITS, Tokens, tokens_of

FUNCTION_WORDS = {
    "en": """
        the of and to in is was for that on it with as he his be at by this had not are but from
        or have an they which one you were her all she there would their we him been has
        when who will no more if out so said what up its about into than them can only
        other new some could time these two may then do any my now such like our over me
        even most made after also did many before must through back where much your way
        well down should because each just those how too says say told according while
        during under between against being since both very still last first year years
        day days week month during asked added i am us""",
    "fr": """
        le la les de des du un une et en est que qui dans pour sur au aux par pas ne ce cette
        ces il elle ils elles on nous vous se sa son ses leur leurs plus avec sont a ont
        été être avoir fait faire mais ou où comme tout tous toute toutes après avant
        depuis selon entre sans sous aussi même encore très bien deux trois premier
        première dont ainsi lors car si y à ans an année mois jour jours jeudi vendredi
        samedi dimanche lundi mardi mercredi était avait sera peut doit contre jusqu
        vers chez qu quand moins non alors cela ceux celle celui notamment ainsi déjà
        indiqué déclaré affirmé précisé expliqué dit""",
    "de": """
        der die das den dem des ein eine einen einem einer eines und oder in im ist sind war
        waren wird werden wurde wurden hat haben hatte hatten zu zum zur mit von vom für
        auf an am aus bei beim nach über unter vor um durch gegen ohne bis seit nicht
        auch noch nur schon als wie wenn dass daß weil sich er sie es wir ihr sein seine
        seinen ihre ihren ihrer dieser diese dieses diesem mehr sehr kann können soll
        sollen muss müssen will wollen habe sei so aber doch dann da hier dort nun zwei
        drei ersten jahr jahre jahren prozent sagte teilte mit uhr tag tage montag
        dienstag mittwoch donnerstag freitag samstag sonntag man alle alles viele gibt
        worden zwischen damit nach laut""",
    "es": """
        el la los las un una unos unas de del al a en y e o u que es son fue era eran ser ha han
        había por para con sin sobre entre hasta desde contra según como más menos muy
        ya no sí se su sus le les lo me nos este esta estos estas ese esa eso esto aquel
        quien cuando donde también pero porque si todo toda todos todas otro otra otros
        otras dos tres primer primera año años mes día días lunes martes miércoles
        jueves viernes sábado domingo tras ante bajo durante mientras así tan aún sólo
        solo hay está están estaba sido tiene tienen dijo explicó señaló aseguró añadió
        cada mismo misma parte""",
    "it": """
        il lo la i gli le un uno una di del della dello dei degli delle da dal dalla in nel
        nella nei nelle a al alla ai alle con su sul sulla per tra fra e ed o che chi è
        sono era erano ha hanno essere stato stata stati non più anche come se si ci ma
        quando dove dopo prima secondo questo questa questi queste quello quella suo sua
        suoi sue loro due tre primo anno anni giorno giorni mese contro senza ancora già
        solo tutti tutto detto spiegato""",
    "pt": """
        o a os as um uma de do da dos das em no na nos nas por pelo pela para com sem sobre
        entre até e ou que se não mais como mas ao aos à às é são foi era ser ter tem
        têm há seu sua seus suas este esta isso essa ele ela eles elas também já após
        segundo quando onde dois três ano anos dia dias mês disse afirmou ainda muito""",
    "nl": """
        de het een en van in op te dat is was zijn voor met die aan bij niet ook er om uit als
        naar door over heeft hebben had werd worden wordt maar dan nog wel meer na tot
        onder tegen hij zij ze we hun haar deze dit jaar jaren dag zegt aldus kan moet""",
    "pl": """
        w i na z się nie do że to jest o jak po od za przez dla ale są był była było być oraz
        który która które których tym tego ten ta te jego jej ich już także tylko czy
        może przed roku lat dni pod nad między powiedział dodał""",
    "ru": """
        и в во не на что он она они с со как а то по из у за от к для о об же но это его её их
        был была было были быть бы ли до при после так также который которая которые
        этом году года лет день дня под над между сообщил заявил словам мы вы я""",
    "uk": """
        і й в у не на що він вона вони з із як а то по за від до для про же але це його її їх
        був була було були бути після також який яка які цього року років день під над
        між""",
    "tr": """
        ve bir bu da de için ile olarak daha çok en gibi kadar sonra önce olan oldu olduğu
        olduğunu ise ancak ama her ne o ki mi var yok dedi yıl gün iki""",
    "sv": """
        och i att det som en på är av för med den till har de ett om inte han var sig från vi så
        kan men när efter ut under vid mot över eller nu också sin år säger sade""",
    "no": """
        og i å det som en på er av for med den til har de et om ikke han var seg fra vi så kan
        men når etter ut under ved mot over eller nå også sin år sier sa blir""",
    "id": """
        yang dan di ke dari untuk dengan ini itu pada dalam tidak akan oleh juga sebagai telah
        ada atau mereka dia saya kami tahun hari kata""",
}


@cache
def _table() -> NDArray[np.bool_]:
    table = np.zeros(1 << TERM_BITS, np.bool_)
    table[tokens_of([("", words) for words in FUNCTION_WORDS.values()]).term] = True
    return table


def without_function_words(tokens: Tokens) -> Tokens:
    """The words of a batch that may tell a story."""
    return tokens.only(~function_words(tokens.term))


def function_words(terms: NDArray[np.uint32]) -> NDArray[np.bool_]:
    """Which of these terms are function words."""
    found: NDArray[np.bool_] = _table()[terms]
    return found
