from hypothesis import given, settings
from hypothesis import strategies as st

from copytaster.wire.article import Block, Role
from copytaster.wire.identity import fingerprint

BLOCKS = (Block(Role.TITLE, "Harbour closed"), Block(Role.BODY, "Ferries wait."))


def test_the_fingerprint_is_the_same_on_every_machine():
    assert fingerprint("Harbour closed", BLOCKS) == "9adc2941f4f7a75a64c9"


def test_another_word_is_another_fingerprint():
    other = (BLOCKS[0], Block(Role.BODY, "Ferries go."))
    assert fingerprint("", BLOCKS) != fingerprint("", other)


def test_folding_a_line_does_not_change_the_fingerprint():
    folded = (BLOCKS[0], Block(Role.FURNITURE, "Ferries wait.", reason="taught"))
    assert fingerprint("", BLOCKS) == fingerprint("", folded)


def test_the_title_counts_where_there_is_no_text():
    assert fingerprint("Harbour closed", ()) != fingerprint("Harbour open", ())


@settings(max_examples=100, deadline=None)
@given(st.lists(st.text(max_size=40), min_size=1, max_size=5))
def test_how_the_text_is_cut_into_blocks_does_not_matter(parts):
    apart = [Block(Role.BODY, part) for part in parts]
    together = [Block(Role.BODY, " \n".join(parts))]
    assert fingerprint("t", apart) == fingerprint("t", together)
