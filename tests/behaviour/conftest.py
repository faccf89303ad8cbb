"""The suite's results, measured once a session and reported at its end."""

import pytest

from tests.behaviour.measure import Result, measure
from tests.behaviour.suite import SUITE
from tests.behaviour.table import table_lines

_RESULTS = pytest.StashKey[list[Result]]()


@pytest.fixture(scope="session")
def results(nlp, request):
    """The results of the default model, by capability."""
    measured = measure(nlp, SUITE)
    request.config.stash[_RESULTS] = measured
    return {result.capability: result for result in measured}


def pytest_terminal_summary(terminalreporter, config):
    measured = config.stash.get(_RESULTS, None)
    if measured:
        terminalreporter.section("behaviour")
        for line in table_lines(measured):
            terminalreporter.write_line(line)
