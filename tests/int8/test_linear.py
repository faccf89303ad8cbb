import pickle
from copy import deepcopy

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch import nn
from torch.nn import functional as F

from claimx.int8.linear import Int8Linear
from claimx.int8.ranges import InputRange
from claimx.int8.support import reads_int8

pytestmark = pytest.mark.skipif(not reads_int8(), reason="this processor reads in float32")


def made(width, outputs, rows, seed):
    """A linear layer, and inputs whose channels differ in size and middle as those of a language model do."""
    torch.manual_seed(seed)
    linear = nn.Linear(width, outputs).requires_grad_(False)
    inputs = torch.randn(rows, width) * torch.logspace(-1, 1, width) + torch.randn(width)
    return linear, inputs


def range_of(inputs):
    return InputRange(inputs.amin(0), inputs.amax(0), inputs.mean(0))


def error(found, right):
    return float((found - right).std() / right.std())


@given(st.integers(1, 200), st.integers(1, 70), st.integers(2, 90), st.integers(0, 99))
def test_it_gives_what_the_layer_gives_to_a_hundredth(width, outputs, rows, seed):
    linear, inputs = made(width, outputs, rows, seed)
    layer = Int8Linear.of([linear], range_of(inputs))
    levels = layer.quantise(inputs)
    right = linear(inputs)
    size = right.abs().max()
    assert (layer(levels) - right).abs().max() <= 0.06 * size
    assert torch.allclose(layer.relu(levels), layer(levels).relu(), atol=1e-4)
    assert torch.allclose(layer.plus(levels, right), layer(levels) + right, atol=1e-4 * float(size))


def test_layers_side_by_side_are_each_as_alone():
    first, inputs = made(96, 32, 60, 0)
    second, _ = made(96, 48, 60, 1)
    both = Int8Linear.of([first, second], range_of(inputs))
    found = both(both.quantise(inputs))
    assert error(found[:, :32], first(inputs)) < 0.02
    assert error(found[:, 32:], second(inputs)) < 0.02


def test_a_part_reads_the_integers_of_the_whole():
    linear, inputs = made(64, 40, 50, 2)
    part = torch.arange(40) % 3 == 0
    whole, some = Int8Linear.parted(linear, part, range_of(inputs))
    levels = whole.quantise(inputs)
    assert torch.allclose(some(levels), whole(levels)[:, part], atol=1e-5)


def test_gelu_comes_as_integers_of_one_step():
    linear, inputs = made(64, 128, 50, 3)
    layer = Int8Linear.of([linear], range_of(inputs))
    right = F.gelu(layer(layer.quantise(inputs)))
    step = float(right.max() - right.min()) / 255
    zero = round(-float(right.min()) / step)
    levels = layer.gelu(layer.quantise(inputs), step, zero)
    assert levels.dtype == torch.uint8
    assert ((levels.float() - zero) * step - right).abs().max() <= 0.51 * step + 1e-4


def test_what_lies_beyond_the_range_becomes_its_end():
    linear, inputs = made(32, 16, 40, 4)
    layer = Int8Linear.of([linear], range_of(inputs))
    far = inputs.clone()
    far[:, 5] += 1e6
    ended = inputs.clone()
    ended[:, 5] = 1e3
    assert torch.equal(layer.quantise(far), layer.quantise(ended))
    assert layer.quantise(far)[:, 5].unique().tolist() == [255]


def test_a_row_is_read_alike_whatever_stands_beside_it():
    linear, inputs = made(384, 96, 300, 5)
    layer = Int8Linear.of([linear], range_of(inputs))
    whole = layer(layer.quantise(inputs))
    for rows in (slice(0, 1), slice(7, 40), slice(100, 300)):
        assert torch.equal(layer(layer.quantise(inputs[rows])), whole[rows])


def test_a_mean_error_of_rounding_is_made_up_for():
    linear, inputs = made(256, 64, 400, 6)
    inputs = inputs + 3  # all channels lean to one side, so rounding errors of weights add up
    layer = Int8Linear.of([linear], range_of(inputs))
    offset = (layer(layer.quantise(inputs)) - linear(inputs)).mean(dim=0)
    assert float(offset.abs().max()) < 0.01 * float(linear(inputs).std())


@pytest.mark.parametrize("copied", [deepcopy, lambda layer: pickle.loads(pickle.dumps(layer))])
def test_a_copy_gives_the_same(copied):
    linear, inputs = made(64, 40, 50, 7)
    layer = Int8Linear.of([linear], range_of(inputs))
    copy = copied(layer)
    assert torch.equal(copy(copy.quantise(inputs)), layer(layer.quantise(inputs)))
