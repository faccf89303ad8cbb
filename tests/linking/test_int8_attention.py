import pytest
import torch

from claimx.int8.ranges import watched_ranges
from claimx.int8.support import reads_int8
from claimx.linking.claim_reader import ClaimReader
from claimx.linking.int8_attention import int8_inputs, int8_layers

pytestmark = pytest.mark.skipif(not reads_int8(), reason="this processor reads in float32")


def test_it_reads_as_the_float_layers_do():
    torch.manual_seed(0)
    reader = ClaimReader(96, width=64).eval().requires_grad_(False)
    tokens, mask = torch.randn(4, 25, 96), torch.arange(25) < torch.tensor([25, 9, 14, 25])[:, None]
    sentences = torch.arange(25).expand(4, -1) // 8
    anchors = torch.tensor([3, 5, 0, 20]), torch.tensor([0, 1, 2, 0])

    def read():
        return reader(tokens, mask, sentences, torch.arange(4), *anchors)

    with watched_ranges(reader, int8_inputs(reader)) as ranges:
        right = read()
    reader.reading_layers = int8_layers(reader, ranges)
    found = read()
    assert not torch.equal(found.claim, right.claim)
    assert float((found.claim - right.claim).std() / right.claim.std()) < 0.05
    assert float((found.lists - right.lists)[mask].std() / right.lists[mask].std()) < 0.05
