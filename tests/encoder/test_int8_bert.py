import pytest
import torch
from transformers import BertConfig

from claimx.encoder.bert import read_bert
from claimx.encoder.int8_bert import Int8BertLayers, int8_inputs
from claimx.int8.ranges import watched_ranges
from claimx.int8.support import reads_int8

pytestmark = pytest.mark.skipif(not reads_int8(), reason="this processor reads in float32")


@pytest.fixture
def bert(tmp_path):
    torch.manual_seed(0)
    sizes = {"hidden_size": 64, "num_hidden_layers": 3, "num_attention_heads": 2, "intermediate_size": 256}
    BertConfig(vocab_size=50, **sizes).save_pretrained(tmp_path)
    bert = read_bert(tmp_path).eval().requires_grad_(False)
    for name, weight in bert.named_parameters():
        weight.copy_(torch.ones_like(weight) if "LayerNorm.weight" in name else torch.randn_like(weight) * 0.1)
    return bert


def batch(lengths):
    mask = torch.arange(max(lengths)) < torch.tensor(lengths)[:, None]
    return torch.randn(len(lengths), max(lengths), 64), mask


@pytest.mark.parametrize("lengths", [[3], [5, 5, 5], [3, 9, 9, 40, 41], [120, 7]])
def test_it_reads_as_the_float_layers_do_and_leaves_out_the_padding(bert, lengths):
    with watched_ranges(bert, int8_inputs(bert)) as ranges:
        for _ in range(40):
            bert(*batch([3, 5, 30, 60]))
    states, mask = batch(lengths)
    right = bert(states, mask).last_hidden_state
    bert.reading_layers = Int8BertLayers(bert, ranges)
    found = bert(states, mask).last_hidden_state
    assert float((found - right)[mask].std() / right[mask].std()) < 0.08
    assert not found[~mask].any()
    for row, length in enumerate(lengths):
        alone = bert(states[row : row + 1, :length], mask[row : row + 1, :length]).last_hidden_state
        assert torch.equal(alone[0], found[row, :length])


def test_a_range_that_is_missing_is_told(bert):
    with watched_ranges(bert, int8_inputs(bert)) as ranges:
        bert(*batch([3, 5, 30, 60]))
    del ranges["encoder.layer.1.output.dense"]
    with pytest.raises(KeyError, match=r"encoder\.layer\.1\.output\.dense"):
        Int8BertLayers(bert, ranges)
