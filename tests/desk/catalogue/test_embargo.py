"""How long an embargo still lasts."""

import math

from copytaster.desk.catalogue.embargo import still_to_wait
from copytaster.desk.catalogue.entries import moment_of

NOON = moment_of("2026-09-14T12:00:00Z")


def test_it_lasts_until_its_moment_and_not_longer():
    assert still_to_wait("2026-09-14T12:01:00Z", NOON) == 60
    assert still_to_wait("2026-09-14T14:00:00+02:00", NOON) == 0
    assert still_to_wait("2026-09-14", NOON) == 0
    assert still_to_wait(None, NOON) == 0


def test_one_whose_moment_cannot_be_told_never_passes():
    assert still_to_wait("after the ceremony", NOON) == math.inf
