import pytest
import torch
from torch import nn

from claimx.errors import ModelDamagedError
from claimx.int8.ranges import RANGES_FILE, load_ranges, save_ranges, watched_ranges


def network():
    torch.manual_seed(0)
    return nn.Sequential(nn.Linear(6, 4), nn.ReLU(), nn.Linear(4, 2))


def test_what_layers_are_given_is_noted_over_all_that_is_read():
    net = network()
    batches = [torch.randn(3, 5, 6), torch.randn(0, 6), torch.randn(7, 6) * 4]
    with watched_ranges(net, ["0", "2"]) as ranges:
        for batch in batches:
            net(batch)
    rows = torch.cat([batch.reshape(-1, 6) for batch in batches])
    assert torch.equal(ranges["0"].low, rows.amin(0))
    assert torch.equal(ranges["0"].high, rows.amax(0))
    assert torch.allclose(ranges["0"].mean, rows.mean(0), atol=1e-6)
    assert torch.equal(ranges["2"].high, net[:2](rows).amax(0))
    net(torch.full((1, 6), 1e9))  # nobody watches any more
    assert ranges["0"].high.max() < 1e3


def test_a_layer_that_was_given_nothing_leaves_no_ranges():
    net = network()
    with watched_ranges(net, ["0", "2"]) as ranges:
        net[0](torch.randn(2, 6))
    assert ranges == {}


def test_ranges_are_written_and_read(tmp_path):
    net = network()
    with watched_ranges(net, ["0", "2"]) as ranges:
        net(torch.randn(9, 6))
    save_ranges(ranges, tmp_path)
    found = load_ranges(tmp_path)
    assert found.keys() == ranges.keys()
    for name, each in ranges.items():
        for part, value in vars(each).items():
            assert torch.allclose(getattr(found[name], part), value, rtol=1e-3, atol=1e-4)
    save_ranges({}, tmp_path)
    assert load_ranges(tmp_path) == {}


@pytest.mark.parametrize("damage", [lambda data: data[:-40], lambda data: b"", lambda data: b"x" * 100])
def test_a_damaged_file_is_told(tmp_path, damage):
    net = network()
    with watched_ranges(net, ["0"]) as ranges:
        net(torch.randn(9, 6))
    save_ranges(ranges, tmp_path)
    path = tmp_path / RANGES_FILE
    path.write_bytes(damage(path.read_bytes()))
    with pytest.raises(ModelDamagedError, match=RANGES_FILE):
        load_ranges(tmp_path)
