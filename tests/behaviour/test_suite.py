"""The suite itself: it is large and varied enough, and what it expects can be read from its texts."""

from collections import Counter

import pytest

from tests.behaviour.suite import SUITE
from tests.behaviour.told import Either
from tests.behaviour.twin import Twin

CASES = [(capability, case) for capability, cases in SUITE.items() for case in cases]
SAMPLES = [sample.text for _, case in CASES for sample in case.samples]


def test_it_is_large_enough():
    assert len(CASES) >= 150
    assert len(SUITE) >= 15
    assert min(map(len, SUITE.values())) >= 8


def test_no_text_is_there_twice():
    assert [text for text, times in Counter(SAMPLES).items() if times > 1] == []


def test_no_template_is_there_more_than_three_times():
    def template(text):
        return " ".join("#" if any(letter.isdigit() for letter in word) else word for word in text.casefold().split())

    singles = Counter(template(case.text) for _, case in CASES)
    assert max(singles.values()) <= 3


@pytest.mark.parametrize("capability", SUITE)
def test_expected_quotes_stand_in_the_text(capability):
    for case in SUITE[capability]:
        for part in (case.first, case.second) if isinstance(case, Twin) else (case,):
            text = " ".join(part.text.casefold().split())
            lost = [quote for told in part.expected for quote in _quotes(told) if quote.casefold() not in text]
            assert lost == [], part.text


def _quotes(told):
    for name in ("count", "victims", "cause", "time", "perpetrators", "locations", "sources"):
        value = told.fields.get(name)
        for option in value.values if isinstance(value, Either) else (value,):
            yield from option if isinstance(option, tuple) else filter(None, [option])
