"""The default model keeps, in each capability, the pass rate that it has reached."""

import pytest

from tests.behaviour.floors import FLOORS
from tests.behaviour.suite import SUITE
from tests.behaviour.table import failure_lines


def test_every_capability_has_a_floor():
    assert FLOORS.keys() == SUITE.keys()


@pytest.mark.parametrize("capability", SUITE)
def test_the_pass_rate_holds(capability, results):
    result = results[capability]
    assert result.rate >= FLOORS[capability], "\n".join(failure_lines([result]))
