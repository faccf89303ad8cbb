import torch
from hypothesis import given
from hypothesis import strategies as st

from claimx.linking.claim_reader import ClaimReader
from claimx.linking.decode import decode_reading
from claimx.linking.kept_tokens import kept_tokens
from claimx.linking.roles import LIST_ROLES


def kept(sentences, salient, anchor):
    n = len(sentences)
    tokens = kept_tokens(
        torch.ones(1, n, dtype=torch.bool),
        torch.tensor([sentences]),
        torch.tensor([salient], dtype=torch.bool),
        torch.tensor([0]),
        torch.tensor([anchor]),
    )
    return tokens[0].tolist()


def test_the_anchors_sentence_and_mentions_elsewhere_are_kept():
    #        0  1  2  3  4  5  6  7
    told = [0, 0, 0, 1, 1, 2, 2, 2]
    assert kept(told, [0, 1, 0, 0, 0, 0, 1, 1], anchor=3) == [1, 3, 4, 6, 7]
    assert kept(told, [0] * 8, anchor=7) == [5, 6, 7]
    assert kept(told, [1] * 8, anchor=0) == list(range(8))


@given(st.lists(st.tuples(st.booleans(), st.booleans()), min_size=1, max_size=30), st.data())
def test_what_is_kept_is_in_order(rows, data):
    sentences = torch.tensor([end for end, _ in rows]).cumsum(0).tolist()
    salient = [marked for _, marked in rows]
    anchor = data.draw(st.integers(0, len(rows) - 1))
    places = kept(sentences, salient, anchor)
    wanted = [i for i in range(len(rows)) if salient[i] or sentences[i] == sentences[anchor]]
    assert places == wanted


def random_windows():
    torch.manual_seed(0)
    reader = ClaimReader(token_width=16, width=32, layers=2).eval()
    tokens, mask = torch.randn(2, 12, 16), torch.ones(2, 12, dtype=torch.bool)
    mask[1, 9:] = False
    sentences = torch.tensor([[0] * 4 + [1] * 4 + [2] * 4] * 2)
    window, anchor, outcome = torch.tensor([0, 0, 1]), torch.tensor([1, 6, 5]), torch.tensor([0, 1, 2])
    return reader, tokens, mask, sentences, window, anchor, outcome


def decoded(reading, anchors):
    return decode_reading(reading, [0] * len(anchors), [(anchor, "killed", 0.0) for anchor in anchors.tolist()])


@torch.inference_mode()
def test_a_reading_that_keeps_all_is_that_of_the_whole_window():
    reader, tokens, mask, sentences, window, anchor, outcome = random_windows()
    every = kept_tokens(mask, sentences, torch.ones_like(mask), window, anchor)
    whole = reader(tokens, mask, sentences, window, anchor, outcome)
    same = reader(tokens, mask, sentences, window, anchor, outcome, kept=every)
    for a, b in zip(decoded(whole, anchor), decoded(same, anchor), strict=True):
        assert (a.single, a.lists, a.attributes) == (b.single, b.lists, b.attributes)


@torch.inference_mode()
def test_spans_of_a_reading_lie_in_what_is_kept():
    reader, tokens, mask, sentences, window, anchor, outcome = random_windows()
    salient = torch.rand(2, 12) < 0.4
    places = kept_tokens(mask, sentences, salient, window, anchor)
    reading = reader(tokens, mask, sentences, window, anchor, outcome, kept=places)
    for row, claim in enumerate(decoded(reading, anchor)):
        looked_at = {token for token in places[row].tolist() if token >= 0}
        for span in filter(None, claim.single.values()):
            assert {span.start, span.end - 1} <= looked_at
        for role in LIST_ROLES:  # the tags of a list role do not run on behind a gap
            for span in claim.lists[role]:
                assert set(range(span.start, span.end)) <= looked_at
