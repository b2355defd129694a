import pytest

from copytaster.wire.opening.incoming import NOT_JSON, Incoming, root_offset
from copytaster.wire.options import ReadOptions


def incoming(text: str) -> Incoming:
    return Incoming("x", text.encode(), text, "utf-8", ReadOptions())


@pytest.mark.parametrize(
    "before",
    [
        "",
        "\n  ",
        "\ufeff",
        '<?xml version="1.0"?>\n',
        "<!-- <html> is not it -->",
        "<!DOCTYPE nitf SYSTEM 'nitf.dtd'>",
        '<!DOCTYPE nitf [<!ENTITY a "<b>"> ]>',
        '<?xml version="1.0"?><!-- a --><!DOCTYPE n [\n<!ENTITY x "y">]><!-- b -->\n',
    ],
)
def test_the_root_is_found_behind_everything_that_may_stand_before_it(before):
    text = f'{before}<n:nitf version="3">text</n:nitf>'
    assert root_offset(text) == len(before)
    assert incoming(text).root == ("nitf", '<n:nitf version="3">')


@pytest.mark.parametrize(
    "text", ["", "The harbour <is> closed", "<?xml", "<!-- never closed", "<!DOCTYPE x ["]
)
def test_text_without_a_root_has_none(text):
    assert incoming(text).root == ("", "")


def test_json_is_parsed_once_and_what_is_none_is_told():
    found = incoming(' {"a": 1}')
    assert found.json == {"a": 1}
    assert found.json is found.json
    assert incoming("text").json is NOT_JSON
    assert incoming('{"a": 1,}').json is NOT_JSON
    assert incoming("[" * 100_000).json is NOT_JSON


def test_the_head_is_short_and_has_no_blanks_before_it():
    assert incoming("\n\n  word" + " word" * 5000).head.startswith("word")
    assert len(incoming("x" * 10_000).head) == 4096
