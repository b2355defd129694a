from copytaster.wire.article import Role

STORY = (
    "ZCZC AAP\n%NATIONAL\n$A\n:Harbour\n=Fire 2nd Ld\n^Fire closes Vestvik harbour\n"
    "*X\n&T\n+03000000\n"
    "VESTVIK, Sept 14 NOR - A fire closed the harbour on Monday, the port authority said.\n\n"
    "Ferries waited outside.\n\nNNNN\n"
)


def test_the_marked_lines_are_the_head(article):
    found = article(STORY)
    assert found.format == "zczc"
    assert found.title == "Fire closes Vestvik harbour"
    assert found.slug == "Harbour Fire 2nd Ld"
    assert found.take == "2ND LEAD"
    assert found.category == "A"
    assert found.source == "AAP"


def test_the_text_ends_at_the_four_ns_and_keeps_its_line_numbers(article):
    body = [block for block in article(STORY).blocks if block.role is Role.BODY]
    assert [block.lines for block in body] == [(10, 10), (12, 12)]


def test_a_short_first_line_above_a_blank_is_the_headline_where_no_mark_gives_one(article):
    text = (
        "ZCZC\n#Prices\n:Fish prices\n\nFish prices at close\n\nCod    12.10\nHake    9.05\nNNNN\n"
    )
    assert article(text).title == "Fish prices at close"
