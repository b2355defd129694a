"""Links: which may be opened, and with what."""

import pytest

from copytaster.terminal.web import in_terminal, links_in, opener, webwise

LINK = "https://harbour.invalid/fire?a=b&c;d"


@pytest.mark.parametrize(
    "link",
    ["https://a.invalid/x", "http://a.invalid", "mailto:desk@a.invalid", "HTTPS://A.invalid"],
)
def test_the_web_and_mail_may_be_opened(link):
    assert webwise(link)


@pytest.mark.parametrize(
    "link",
    [
        "file:///etc/passwd",
        "javascript:alert(1)",
        "ssh://host",
        "-oProxyCommand=x",
        "https://a.invalid/a b",
        "https://a.invalid/\x1b[2J",
        "https://á.invalid/",
        " https://a.invalid",
        "https://",
    ],
)
def test_nothing_else_may(link):
    assert not webwise(link)


def test_links_in_running_text_end_before_the_stop_and_the_bracket():
    text = "See (https://a.invalid/x), <http://b.invalid/y_(z)>; mail mailto:d@c.invalid. xhttp://n"
    assert list(links_in(text)) == [
        "https://a.invalid/x",
        "http://b.invalid/y_(z)",
        "mailto:d@c.invalid",
    ]


def program(folder, name):
    """A program that can be run."""
    path = folder / name
    path.write_text("#!/bin/sh\n")
    path.chmod(0o755)
    return str(path)


def test_the_browser_that_is_set_goes_first_and_gets_the_link_as_one_word(tmp_path):
    program(tmp_path, "fox")
    found = {"PATH": str(tmp_path)}
    assert opener(LINK, {**found, "BROWSER": "gone:fox --new"}) == ["fox", "--new", LINK]
    assert opener(LINK, {**found, "BROWSER": "fox --url=%s -x"}) == ["fox", f"--url={LINK}", "-x"]
    assert opener(LINK, {**found, "BROWSER": "fox 'unclosed"}) is None


def test_over_ssh_the_systems_own_would_open_it_on_the_wrong_machine(tmp_path):
    program(tmp_path, "xdg-open")
    program(tmp_path, "open")
    here = {"PATH": str(tmp_path)}
    assert (opener(LINK, here) or [""])[-1] == LINK
    assert opener(LINK, {**here, "SSH_CONNECTION": "1 2 3 4"}) is None
    assert opener(LINK, {"PATH": "/nowhere"}) is None


def test_a_browser_of_the_terminal_is_known():
    assert in_terminal(["/usr/bin/lynx", LINK])
    assert not in_terminal(["xdg-open", LINK])
