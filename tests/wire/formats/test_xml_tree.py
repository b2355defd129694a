import pytest

from copytaster.wire.formats.xml_tree import (
    NoMarkupError,
    first_text,
    first_value,
    parse_tree,
    spaced_text,
    text_of,
)


def paragraph(text: str) -> str | None:
    return first_text(parse_tree(text).root, ".//p")


def test_namespaces_and_prefixes_are_dropped():
    root = parse_tree('<n:a xmlns:n="urn:x"><n:b xmlns="urn:y"><c>text</c></n:b></n:a>').root
    assert [element.tag for element in root.iter()] == ["a", "b", "c"]


def test_entities_of_html_are_characters_and_unknown_ones_stay_as_written():
    assert paragraph("<a><p>caf&eacute;&nbsp;&bogus; &amp; &lt;</p></a>") == "café &bogus; & <"


def test_entities_in_a_doctype_are_never_expanded():
    bomb = '<!DOCTYPE a [<!ENTITY x "lol"><!ENTITY y "&x;&x;&x;">]><a><p>&y;</p></a>'
    assert paragraph(bomb) == "&y;"


def test_nothing_outside_the_file_is_read(tmp_path):
    canary = tmp_path / "canary.txt"
    canary.write_text("SECRET")
    text = f'<!DOCTYPE a [<!ENTITY x SYSTEM "{canary.as_uri()}">]><a><p>&x; stays</p></a>'
    assert paragraph(text) == "&x; stays"


def test_an_include_is_not_followed(tmp_path):
    canary = tmp_path / "canary.txt"
    canary.write_text("SECRET")
    text = (
        '<a xmlns:xi="http://www.w3.org/2001/XInclude"><p><xi:include parse="text" '
        f'href="{canary.as_uri()}"/>nothing</p></a>'
    )
    assert paragraph(text) == "nothing"


def test_a_document_type_with_a_system_address_is_cut_off():
    assert paragraph('<!DOCTYPE a SYSTEM "http://127.0.0.1:9/x.dtd"><a><p>text</p></a>') == "text"


def test_a_file_that_is_cut_off_is_read_as_far_as_it_goes():
    tree = parse_tree("<a><p>first</p><p>sec")
    assert text_of(tree.root) == "firstsec"
    assert tree.warnings == ("the file is cut off",)


def test_a_second_root_is_left_out_with_a_warning():
    tree = parse_tree("<a><p>first</p></a><a><p>second</p></a>")
    assert text_of(tree.root) == "first"
    assert tree.warnings == ("not well-formed XML: read as far as it goes",)


def test_forbidden_characters_are_shown_as_symbols():
    assert paragraph("<a><p>one &#27;[2J two \x1b[2J</p></a>") == "one ␛[2J two ␛[2J"


def test_what_has_no_root_raises_one_error():
    with pytest.raises(NoMarkupError):
        parse_tree("<<<>>>")


def test_the_declared_encoding_does_not_matter_any_more():
    assert paragraph('<?xml version="1.0" encoding="utf-16"?><a><p>é</p></a>') == "é"


def test_the_first_text_and_value_that_are_not_blank_are_taken():
    root = parse_tree('<a><b/><b> </b><b x=" " y="1"> two  words </b></a>').root
    assert first_text(root, "./missing", "./b") == "two words"
    assert first_value(root, "./b", "x", "y") == "1"


def test_a_name_and_a_position_are_not_glued_together():
    root = parse_tree("<byline>By <person>Ada Lunde</person>, <byttl>Editor</byttl></byline>").root
    assert spaced_text(root) == "By Ada Lunde, Editor"
