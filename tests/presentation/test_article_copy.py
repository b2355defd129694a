from copytaster.presentation.article_copy import credit, fold_words, passages, set_lines
from copytaster.presentation.glyphs import ASCII, UNICODE
from copytaster.presentation.looks import Look, plain_text
from copytaster.wire.article import Article, Block, Role, Status


def block(role: Role, text: str, reason: str | None = None, *, suspect: bool = False) -> Block:
    return Block(role, text, reason=reason, suspect=suspect)


def link(text: str) -> Block:
    return block(Role.LINK, text, "links under “Explore”")


ARTICLE = Article(
    id="fire",
    path="fire.txt",
    title="Harbour fire is out",
    byline="By Ida Holm",
    dateline="HALVOR",
    date="2026-09-14T07:12:00+00:00",
    source="Norwire",
    word_count=1204,
    blocks=(
        block(Role.TITLE, "Harbour fire is out"),
        block(Role.BYLINE, "By Ida Holm"),
        block(Role.BODY, "The fire in the old harbour was put out on Monday."),
        block(Role.CAPTION, "Smoke over the quay. / Norwire"),
        link("Explore"),
        link("Goat elected mayor"),
    ),
)


def shown(article: Article, *, opened: bool = False, file_date: str | None = None) -> list[str]:
    lines = set_lines(passages(article, UNICODE, opened=opened, file_date=file_date), 60)
    return [plain_text(line) for line in lines]


def test_the_head_stands_once():
    text = "\n".join(shown(ARTICLE))
    assert text.count("Harbour fire is out") == 1
    assert text.count("By Ida Holm") == 1


def test_the_credit_line_says_who_where_when_and_from_whom():
    assert credit(ARTICLE, None) == (
        "By Ida Holm · HALVOR · 14 Sep 2026 07:12 UTC · Norwire · 1,204 words"
    )


def test_without_a_date_the_time_of_the_file_stands_in_and_says_so():
    undated = Article(id="a", path="a", title="A")
    assert credit(undated, "2026-09-14") == "14 Sep 2026 (the file's time)"


def test_folded_blocks_are_one_line():
    assert "▸ 2 lines folded: links under “Explore”" in shown(ARTICLE)
    assert "Goat elected mayor" not in "\n".join(shown(ARTICLE))


def test_an_opened_fold_shows_its_lines_below_it():
    lines = shown(ARTICLE, opened=True)
    fold = lines.index("▾ 2 lines folded: links under “Explore”")
    assert lines[fold + 1 : fold + 3] == ["│ Explore", "│ Goat elected mayor"]


def test_a_fold_names_at_most_two_reasons():
    blocks = [block(Role.FURNITURE, "x", reason) for reason in ("one", "two", "three")]
    assert fold_words(blocks) == "3 lines folded: one, two, …"


def test_a_fold_of_one_line_is_in_the_singular():
    assert fold_words([block(Role.FURNITURE, "1 min read", "reading time")]) == (
        "1 line folded: reading time"
    )


def test_a_caption_is_set_apart_by_a_bar():
    assert "▏ Smoke over the quay. / Norwire" in shown(ARTICLE)


def test_paragraphs_are_one_blank_line_apart():
    lines = shown(ARTICLE)
    body = lines.index("The fire in the old harbour was put out on Monday.")
    assert lines[body - 1] == ""
    assert lines[body - 2] != ""


def test_a_killed_item_says_so_before_anything_else():
    killed = Article(id="k", path="k", title="Gone", status=Status.CANCELED)
    first = next(iter(passages(killed, UNICODE, opened=False, file_date=None)))
    assert first.look is Look.ALARM
    assert first.text.startswith("KILLED")


def test_a_derived_title_is_marked():
    derived = Article(id="d", path="d", title="The fire was out by …", title_derived=True)
    assert "(no headline in the file: its first words)" in shown(derived)


def test_a_second_date_in_the_text_stays_in_the_text():
    live = Article(
        id="l",
        path="l",
        title="Live",
        date="2026-09-14",
        blocks=(block(Role.DATE, "14 September"), block(Role.DATE, "2 hours ago, Ida Holm")),
    )
    lines = shown(live)
    assert "2 hours ago, Ida Holm" in lines
    assert "14 September" not in lines


def test_suspect_lines_are_dimmed_but_there():
    suspect = Article(id="s", path="s", blocks=(block(Role.BODY, "UP NEXT", "?", suspect=True),))
    passage = list(passages(suspect, UNICODE, opened=False, file_date=None))[-1]
    assert passage.text == "UP NEXT"
    assert passage.look is Look.SUSPECT


def test_an_escape_in_the_text_is_drawn_as_a_sign():
    hostile = Article(id="h", path="h", title="\x1b[2Jboo", blocks=(block(Role.BODY, "\x9b2J"),))
    text = "\n".join(shown(hostile))
    assert "\x1b" not in text
    assert "\x9b" not in text


def test_an_advisory_stands_once():
    note = "(Adds quotes, background)"
    told = Article(id="a", path="a", advisory=note, blocks=(block(Role.NOTE, note),))
    assert "\n".join(shown(told)).count(note) == 1


def test_tables_keep_their_lines():
    table = Article(id="t", path="t", blocks=(block(Role.BODY, "Halvor  3\nSund    1"),))
    assert shown(table)[-2:] == ["Halvor  3", "Sund    1"]


def test_ascii_signs_are_ascii():
    lines = set_lines(passages(ARTICLE, ASCII, opened=True, file_date=None), 60)
    signs = {plain_text(line)[:1] for line in lines}
    assert all(sign.isascii() for sign in signs)


def test_no_line_is_longer_than_the_measure():
    long = Article(id="w", path="w", blocks=(block(Role.BODY, "word " * 4000),))
    assert max(map(len, shown(long))) <= 60
