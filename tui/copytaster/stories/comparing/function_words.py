"""Words that hold sentences together and prove nothing about what they tell."""

from __future__ import annotations

_ENGLISH = """
the a an and or but of to in on at by for from with without into onto over under about as is are was
were be been being has have had having do does did will would could should may might can must not no
nor it its he she they them their his her him we us our you your i me my this that these those there
here who whom whose which what when where while how why than then so if because since until after
before during through between both all any some such more most other also only just very too out up
down off again shall said say tell told add added according one mr mrs ms
don didn doesn isn aren wasn weren won wouldn couldn shouldn hasn haven hadn
"""
_OTHERS = """
der die das den dem des ein eine und ist sind war von zu im mit auf für nicht
le la les un une des du de et est sont dans sur pour par que qui avec
el los las del y es en con por se su il lo gli di che non per sono
и в на не что с по из к за от
"""
FUNCTION_WORDS = frozenset((_ENGLISH + _OTHERS).split())
