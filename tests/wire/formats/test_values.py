import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copytaster.wire.formats.values import (
    by_role,
    first_line,
    first_string,
    keyed,
    names_in,
    records_in,
    strings_in,
    text_value,
)

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3)
    ),
    max_leaves=12,
)


@pytest.mark.parametrize(
    "key", ["versionCreated", "version_created", "VERSION-CREATED", "@versioncreated"]
)
def test_a_key_is_the_same_in_every_spelling(key):
    assert keyed({key: "now"}) == {"versioncreated": "now"}


def test_of_two_spellings_the_first_counts():
    assert keyed({"bodyText": "one", "body_text": "two"}) == {"bodytext": "one"}


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (" word ", "word"),
        (7, "7"),
        (2.5, "2.5"),
        ("", None),
        ("  ", None),
        (None, None),
        (True, None),
        ([], None),
        ({}, None),
        (float("nan"), None),
        (float("inf"), None),
        (10**30, None),
        ("a\ud800b", "a\ufffdb"),
    ],
)
def test_only_words_and_numbers_are_text(value, text):
    assert text_value(value) == text


def test_the_first_key_that_has_a_text_counts():
    record = {"headline": ["a"], "title": " Two\n words ", "name": "Three"}
    assert first_string(record, "headline", "title", "name") == "Two\n words"
    assert first_line(record, "headline", "title", "name") == "Two words"
    assert first_line(record, "headline") is None


def test_a_list_of_objects_and_a_mapping_of_names_to_objects_are_records():
    assert records_in([{"A": 1}, "x", {"B": 2}]) == [{"a": 1}, {"b": 2}]
    assert records_in({"main": {"A": 1}, "other": {"B": 2}}) == [{"a": 1}, {"b": 2}]
    assert records_in({"A": 1}) == [{"a": 1}]
    assert records_in("text") == []


def test_the_wanted_role_is_taken_before_the_first():
    headlines = [{"role": "short", "value": "Fire"}, {"role": "Main", "value": "Harbour on fire"}]
    assert by_role(headlines, "main") == "Harbour on fire"
    assert by_role(headlines, "print", "main") == "Harbour on fire"
    assert by_role(headlines, "print") == "Fire"
    assert by_role(None, "main") is None


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("Ada Lunde", ["Ada Lunde"]),
        (["Ada", " Bo\n Vik "], ["Ada", "Bo Vik"]),
        ([{"name": "Ada"}, {"byline": "Bo"}, {"x": 1}], ["Ada", "Bo"]),
        ({"name": "Post"}, ["Post"]),
        (None, []),
        (7, ["7"]),
    ],
)
def test_names_come_in_many_shapes(value, names):
    assert list(names_in(value)) == names


def test_every_string_is_found_in_order_but_not_without_end():
    assert list(strings_in({"a": ["one", {"b": "two"}], "c": 3, "d": "three"})) == [
        "one",
        "two",
        "three",
    ]
    deep: object = "bottom"
    for _ in range(100):
        deep = [deep]
    assert list(strings_in(deep)) == []


@settings(max_examples=150, deadline=None)
@given(JSON)
def test_any_json_can_be_looked_into(value):
    assert all(isinstance(text, str) for text in strings_in(value))
    assert all(name == " ".join(name.split()) for name in names_in(value))
    for record in records_in(value):
        assert first_string(record, *record) is None or first_string(record, *record)
