"""`copytaster baskets`: saved searches are counted, added and removed."""

from __future__ import annotations


def test_the_baskets_of_every_desk_are_counted(call, inbox):
    found = {each["name"]: each for each in call("baskets", "--in", inbox, "--json").json}
    assert found["Open"]["count"] == len(list(inbox.iterdir()))
    assert found["Kept"] == {"name": "Kept", "query": "is:kept", "count": 0, "unseen": 0}


def test_a_basket_is_added_counted_and_removed(call, inbox):
    added = call("baskets", "add", "Fire", "title:warehouse or title:blast")
    assert (added.status, added.out) == (0, "saved as basket “Fire”\n")
    lines = call("baskets", "--in", inbox).out.splitlines()
    assert lines[-1].split()[:3] == ["4", "+4", "Fire"]
    assert call("baskets", "remove", "fire").status == 0
    assert "Fire" not in call("baskets", "--in", inbox).out


def test_a_wrong_query_is_told_with_its_place(call, home):
    answer = call("baskets", "add", "Mine", "is:keptt")
    assert (answer.status, answer.complaint) == (
        2,
        "copytaster: at 4: there is no state “keptt”; did you mean “kept”?",
    )
    assert not (home / "baskets.toml").exists()


def test_a_mistake_in_the_file_is_a_line_and_the_rest_is_counted(call, inbox, home):
    (home / "baskets.toml").write_text(
        '[[basket]]\nname = "A"\nquery = "(fire"\n[[basket]]\nname = "B"\nquery = "fire"\n'
    )
    answer = call("baskets", "--in", inbox)
    assert answer.status == 2
    assert answer.complaint == (
        "copytaster: baskets.toml:3: the query is wrong at 1: this bracket is never closed"
    )
    assert [line.split()[-2] for line in answer.out.splitlines()] == ["B"]


def test_what_is_no_basket_cannot_be_removed(call):
    answer = call("baskets", "remove", "Sea")
    assert (answer.status, answer.complaint) == (2, "copytaster: there is no basket “Sea”")


def test_a_basket_needs_a_name_and_a_query(call):
    assert call("baskets", "add", " ", "fire").status == 2
    assert call("baskets", "add", "Fire", " ").status == 2
