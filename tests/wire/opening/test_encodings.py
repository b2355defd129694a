import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copytaster.wire.opening.encodings import IN_TURN, decode, is_wide, next_encoding

GERMAN = "Präsident Müller sagte – „nein“ zum Plan."
RUSSIAN = "Порт Вествика закрыт до среды, сообщили власти в понедельник. " * 3
JAPANESE = "港は水曜日まで閉鎖されると当局は月曜日に発表した。二隻が待っている。" * 4
CHINESE = "港口当局周一表示，港口将关闭至周三。两艘渡轮在外等候。" * 4
KOREAN = "항만 당국은 월요일에 항구가 수요일까지 폐쇄된다고 말했다. " * 4


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (GERMAN.encode(), "utf-8"),
        (GERMAN.encode("utf-8-sig"), "utf-8"),
        (GERMAN.encode("utf-16"), "utf-16"),
        (codecs.BOM_UTF16_BE + GERMAN.encode("utf-16-be"), "utf-16"),
        (GERMAN.encode("utf-32"), "utf-32"),
        (GERMAN.encode("cp1252"), "cp1252"),
    ],
)
def test_marked_and_unmarked_text_comes_out_exactly(data, encoding):
    found = decode(data)
    assert (found.text, found.encoding) == (GERMAN, encoding)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_wide_text_without_a_mark_is_told_by_its_nuls(encoding):
    text = "The harbour of Vestvik is closed until Wednesday. " * 3
    assert decode(text.encode(encoding)).text == text
    assert is_wide(text.encode(encoding))


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8_r"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc_jp"),
        (JAPANESE, "iso2022_jp"),
        (CHINESE, "gb18030"),
        (KOREAN, "euc_kr"),
    ],
)
def test_text_of_many_high_bytes_is_guessed(text, encoding):
    assert decode(text.encode(encoding)).text == text


def test_a_guess_is_told():
    assert decode(RUSSIAN.encode("cp1251")).warnings == ("encoding not named: read as cp1251",)


def test_the_little_words_tell_a_code_page_of_another_language():
    polish = (
        "Port w Vestvik jest zamknięty, a dwa promy czekają na morzu i nie wiadomo, jak długo. "
    )
    assert decode((polish * 3).encode("cp1250")).text == polish * 3


def test_the_users_own_fallback_is_not_second_guessed():
    assert decode(GERMAN.encode("cp437", "replace"), "cp437").encoding == "cp437"


def test_one_odd_byte_does_not_make_a_text_chinese():
    found = decode(b"The caf\xe9 of Helen\xa0Lunde burned. " * 5)
    assert found.text.startswith("The café of Helen\xa0Lunde")


def test_a_declared_encoding_is_believed_where_it_fits():
    xml = '<?xml version="1.0" encoding="iso-8859-7"?><a>Το λιμάνι έκλεισε</a>'
    assert decode(xml.encode("iso-8859-7")).text == xml


def test_a_declaration_that_lies_is_not_believed():
    found = decode(b'<?xml version="1.0" encoding="UTF-8"?><p>caf\xe9</p>')
    assert found.text.endswith("<p>café</p>")


def test_latin_1_means_windows_as_it_does_on_the_web():
    found = decode(b'<meta charset="iso-8859-1"><p>\x93quoted\x94 caf\xe9</p>')
    assert "“quoted”" in found.text


def test_bad_bytes_in_utf_8_are_replaced_and_the_rest_stays():
    line = "naïve façade, and more of a line that is mostly plain\n"
    found = decode(line.encode() + b"bad \xff\xfe\xc3( \xed\xa0\x80 end\n")
    assert found.text.startswith(line + "bad \ufffd")
    assert found.text.endswith(" end\n")
    assert found.warnings == ("some bytes are not UTF-8",)


def test_lines_of_two_encodings_are_both_readable():
    found = decode("First “quoted” é\n".encode() + "Second “quoted” é\n".encode("cp1252"))
    assert found.text == "First “quoted” é\nSecond “quoted” é\n"


def test_a_character_cut_in_two_at_the_end_is_one_mark():
    assert decode(("é" * 50).encode()[:-1]).text == "é" * 49 + "\ufffd"


def test_all_line_ends_become_one():
    assert decode(b"a\r\nb\rc\nd").text == "a\nb\nc\nd"


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_become_text(data):
    assert isinstance(decode(data).text, str)


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\r\x00\x1b")))
def test_utf_8_always_comes_back_as_it_was(text):
    assert decode(text.encode()).text == text.removeprefix("\ufeff")


def test_a_chosen_encoding_is_taken_whatever_the_bytes_look_like():
    assert decode("é".encode(), chosen="cp1252").text == "Ã©"


def test_every_encoding_comes_in_its_turn():
    seen = ["utf-8"]
    while (following := next_encoding(seen[-1])) != "utf-8":
        seen.append(following)
    assert tuple(seen) == IN_TURN


def test_after_an_encoding_of_no_turn_the_first_is_tried():
    assert next_encoding("cp874") == IN_TURN[0]
