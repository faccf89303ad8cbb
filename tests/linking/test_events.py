import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from claimx.linking.events import event_clusters, subset_parents


def test_claims_of_one_event_get_one_number():
    same = np.array([[1, 0.1, 0.9], [0.1, 1, 0.2], [0.9, 0.2, 1]])
    assert event_clusters(same) == [0, 1, 0]
    assert event_clusters(np.ones((1, 1))) == [0]
    assert event_clusters(np.ones((0, 0))) == []


def test_subsets_form_no_circle():
    subset = np.array([[0, 0.9, 0], [0.8, 0, 0], [0.7, 0.6, 0]])
    assert subset_parents(subset) == [1, None, 0]


@given(
    st.integers(0, 8).flatmap(
        lambda n: st.lists(st.lists(st.floats(0, 1), min_size=n, max_size=n), min_size=n, max_size=n)
    )
)
def test_following_parents_always_ends(rows):
    parents = subset_parents(np.array(rows).reshape(len(rows), len(rows)))
    for start in range(len(parents)):
        seen, at = set(), start
        while at is not None:
            assert at not in seen
            seen.add(at)
            at = parents[at]
