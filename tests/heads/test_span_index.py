from hypothesis import given
from hypothesis import strategies as st

from claimx.heads.span_index import SpanIndex


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(1, 4)), max_size=12), st.integers(0, 40), st.integers(1, 9))
def test_the_index_finds_what_a_look_at_all_spans_finds(steps, start, length):
    spans, at = [], 0
    for gap, size in steps:
        spans.append((at + gap, at + gap + size))
        at += gap + size
    end = start + length
    index = SpanIndex(spans)
    overlapped = [i for i, (first, past) in enumerate(spans) if first < end and past > start]
    assert list(index.overlapped(start, end)) == overlapped
    shared = {i: min(spans[i][1], end) - max(spans[i][0], start) for i in overlapped}
    best = index.most_overlapped(start, end)
    assert best is None if not shared else shared[spans.index(best)] == max(shared.values())
