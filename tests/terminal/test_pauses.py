import gc
import sys

import pytest

from copytaster.terminal import pauses


@pytest.fixture(autouse=True)
def as_it_was():
    thresholds, interval = gc.get_threshold(), sys.getswitchinterval()
    yield
    gc.unfreeze()
    gc.enable()
    gc.set_threshold(*thresholds)
    sys.setswitchinterval(interval)


def test_nothing_is_collected_while_the_program_starts():
    pauses.hold()
    assert not gc.isenabled()


def test_a_program_that_did_not_come_to_stand_collects_as_usual():
    pauses.hold()
    pauses.let_go()
    assert gc.isenabled()


def test_what_lives_for_good_is_never_looked_at_again():
    pauses.hold()
    pauses.settle()
    assert gc.isenabled()
    assert gc.get_freeze_count() > 0
    assert gc.get_threshold() == pauses.THRESHOLDS
