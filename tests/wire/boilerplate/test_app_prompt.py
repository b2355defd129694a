from __future__ import annotations

import pytest

from wire.boilerplate.reading import rule_name


@pytest.mark.parametrize(
    "line",
    [
        "Download our app",
        "CLICK HERE TO GET THE HARBOUR NEWS APP",
        "Join us on WhatsApp",
        "Add as preferred on Google",
        "Téléchargez notre application",
        "Descarga nuestra app",
    ],
)
def test_prompts_for_apps_and_channels_are_folded(line: str) -> None:
    assert rule_name(line) == "app prompt"


@pytest.mark.parametrize(
    "line",
    [
        "The app was downloaded two million times in May.",
        "Google said that it would appeal.",
    ],
)
def test_a_sentence_about_an_app_is_body(line: str) -> None:
    assert rule_name(line) is None
