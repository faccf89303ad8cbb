import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimx.normalize.counts import parse_count
from claimx.schema.passage import Passage
from claimx.training.augment.dates import date_edits
from claimx.training.augment.edits import Edit, apply_edits
from claimx.training.augment.joining import joined
from claimx.training.augment.names import NamePool
from claimx.training.augment.numbers import number_edits
from claimx.training.augment.vary import vary
from claimx.training.config import TrainingConfig


def quoted(passage):
    return [(name, quote.text) for claim in passage.claims for name, quote in claim.quotes()]


@given(st.data())
def test_quotes_stand_where_the_text_says_after_any_edits(news, data):
    passage = news[data.draw(st.sampled_from(sorted(news)))]
    offsets = st.integers(0, len(passage.text))
    edits = [
        Edit(min(a, b), max(a, b), text)
        for a, b, text in data.draw(
            st.lists(st.tuples(offsets, offsets, st.sampled_from(["x", "two words"])), max_size=6)
        )
        if 0 < abs(a - b) < 12
    ]
    edited = apply_edits(passage, edits)
    Passage.model_validate(edited.model_dump())
    assert [name for name, _ in quoted(edited)] == [name for name, _ in quoted(passage)]


def test_an_edit_moves_what_follows_and_changes_what_holds_it(news):
    passage = next(p for p in news.values() if any(c.count.value and c.count.value > 1 for c in p.claims))
    count = next(c.count for c in passage.claims if c.count.text and c.count.value and c.count.value > 1)
    figure = str(count.value) if str(count.value) in count.text else count.text.split()[-1]
    at = count.start + count.text.index(figure)
    edited = apply_edits(passage, [Edit(at, at + len(figure), "12345")])
    changed = [c.count for c in edited.claims if c.count.text and "12345" in c.count.text]
    assert changed
    assert all(c.value == 12345 for c in changed)
    untouched = [quote for quote in quoted(passage) if quote not in quoted(edited)]
    assert len(untouched) < len(quoted(passage)) / 2


def test_an_edit_that_cuts_a_quote_is_left_out(news):
    passage = next(iter(news.values()))
    trigger = passage.claims[0].trigger
    assert apply_edits(passage, [Edit(trigger.start - 1, trigger.start + 1, "zz")]) is passage


def test_numbers_keep_their_modifier_and_mean_what_they_say(news):
    random = np.random.default_rng(0)
    changed = 0
    for passage in news.values():
        edited = apply_edits(passage, number_edits(passage, random))
        for before, after in zip(passage.claims, edited.claims, strict=True):
            assert after.count.modifier == before.count.modifier
            if after.count.text != before.count.text:
                changed += 1
                assert after.count.value == parse_count(after.count.text).value
    assert changed > 10


def test_names_are_exchanged_for_names_of_the_same_role(news):
    passages = list(news.values())
    pool = NamePool(passages)
    random = np.random.default_rng(0)
    places = {quote.text for p in passages for c in p.claims for quote in c.locations}
    edited = [apply_edits(p, pool.edits(p, random)) for p in passages]
    assert sum(a.text != b.text for a, b in zip(passages, edited, strict=True)) > len(passages) / 2
    assert all(any(place in quote.text for place in places) for p in edited for c in p.claims for quote in c.locations)


def test_names_that_other_fields_hold_stay(news):
    passage = passage_of("Soldiers shot two soldiers in Oran.", perpetrators=["Soldiers"], victims="soldiers")
    others = [passage_of(f"{name} shot two soldiers in Oran.", perpetrators=[name]) for name in ("Bandits", "Rebels")]
    pool = NamePool([passage, *others])
    changed = [apply_edits(passage, pool.edits(passage, np.random.default_rng(i))) for i in range(20)]
    assert {p.text.split()[0] for p in changed} > {"Soldiers"}
    assert all("two soldiers" in p.text for p in changed)


def test_the_two_sides_of_an_acknowledged_claim_stay_one():
    passage = passage_of("Rebels say they shot two men in Oran.", sources=["Rebels"], stance="acknowledged")
    others = [passage_of(f"{name} say they shot two men in Oran.", sources=[name]) for name in ("Nurses", "Police")]
    pool = NamePool([passage, *others])
    assert all(not list(pool.edits(passage, np.random.default_rng(i))) for i in range(20))
    assert any(list(pool.edits(others[0], np.random.default_rng(i))) for i in range(20))


def test_days_move_together():
    days = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
    passage = Passage(id="a", text="On Monday and on Saturday, and again in June and August.")
    for seed in range(10):
        words = apply_edits(passage, date_edits(passage, np.random.default_rng(seed))).text.replace(",", "").split()
        first, second = days.index(words[1]), days.index(words[4])
        assert (second - first) % 7 == 5
        assert first != 0


@pytest.mark.parametrize("rate", [0.0, 1.0])
def test_the_rates_are_kept(news, rate):
    passages = list(news.values())
    config = TrainingConfig(rewrite_rate=rate, join_rate=0.0)
    out = vary(passages, NamePool(passages), config, np.random.default_rng(0))
    same = sum(a.text == b.text for a, b in zip(passages, out, strict=True))
    assert same == len(passages) if rate == 0 else same < 3
    for passage in out:
        Passage.model_validate(passage.model_dump())


def test_two_reports_in_one_text_keep_their_claims_apart(news):
    short = [p.model_copy(update={"text": p.text[:900], "claims": ()}) for p in news.values()]
    passages = [p for p in news.values() if len(p.text) <= 1000] + short
    out = joined(passages, 1.0, np.random.default_rng(0))
    assert len(out) == len(passages) - len(passages) // 2
    assert sum(len(p.claims) for p in out) == sum(len(p.claims) for p in passages)
    for passage in out:
        Passage.model_validate(passage.model_dump())
    assert joined(passages, 0.0, np.random.default_rng(0)) == passages


def passage_of(text, perpetrators=(), sources=(), victims=None, stance="asserted"):
    """A passage with a claim of two shot in Oran."""

    def quote(words):
        return {"text": words, "start": text.index(words), "end": text.index(words) + len(words)}

    claim = {
        "outcome": "killed",
        "trigger": quote("shot"),
        "evidence": quote(text[:-1]),
        "count": {**quote("two"), "value": 2, "min": 2, "max": 2, "modifier": "exact"},
        "unit": "people",
        "victims": {**quote(victims), "category": "military"} if victims else {"category": "unspecified"},
        "perpetrators": [quote(name) for name in perpetrators],
        "sources": [quote(name) for name in sources],
        "locations": [quote("Oran")],
        "stance": stance,
        "scope": "incident",
        "event": "e1",
    }
    return Passage.model_validate({"id": "a", "text": text, "claims": [claim]})


def test_events_of_joined_reports_differ():
    passage = passage_of("Men shot two men in Oran.")
    claim = passage.claims[0]
    passage = passage.model_copy(update={"claims": (claim, claim.model_copy(update={"subset_of": 0}))})
    (both,) = joined([passage, passage.model_copy(update={"id": "b"})], 1.0, np.random.default_rng(0))
    assert [c.event for c in both.claims] == ["e1", "e1", "second-e1", "second-e1"]
    assert [c.subset_of for c in both.claims] == [None, 0, None, 2]
    Passage.model_validate(both.model_dump())
