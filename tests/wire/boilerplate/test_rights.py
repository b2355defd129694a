from __future__ import annotations

import pytest

from wire.boilerplate.reading import rule_name


@pytest.mark.parametrize(
    "line",
    [
        "Copyright 2026 Harbour Press. All rights reserved.",
        "© 2026 The Harbour Times",
        "Our Standards: The Harbour Trust Principles.",
        "Reuse this content",
        "Purchase licensing rights",
        "Alle Rechte vorbehalten",
        "Terms of Use | Privacy Policy",
        "This site is protected by reCAPTCHA and its terms apply.",
    ],
)
def test_notices_are_folded(line: str) -> None:
    assert rule_name(line) == "rights"


@pytest.mark.parametrize(
    "line",
    [
        "The court said that all rights of way must be kept open.",
        "Copyright law has not kept up, the singer said.",
    ],
)
def test_a_sentence_about_rights_is_body(line: str) -> None:
    assert rule_name(line) is None
