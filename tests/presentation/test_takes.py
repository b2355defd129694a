"""Takes in few cells, with the short forms of the agencies' own slugs."""

import pytest

from copytaster.presentation.takes import short_take


@pytest.mark.parametrize(
    ("take", "short"),
    [
        ("2ND LD-WRITETHRU", "2LD-WT"),
        ("LD-WRITETHRU", "LD-WT"),
        ("1ST LEAD", "1LD"),
        ("UPDATE 3", "UPD 3"),
        ("CORRECTED", "CORR"),
        ("ALERT", "ALERT"),
        ("KILL", "KILL"),
    ],
)
def test_a_take_is_known_by_its_short_form(take, short):
    assert short_take(take) == short
