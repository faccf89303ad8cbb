import pytest
import torch

from claimx.int8.linear import Int8Linear
from claimx.int8.support import reads_int8


@pytest.fixture(autouse=True)
def asked_anew():
    reads_int8.cache_clear()
    yield
    reads_int8.cache_clear()


def test_a_processor_without_the_instructions_reads_in_float32(monkeypatch):
    monkeypatch.setattr(torch.cpu, "_is_vnni_supported", lambda: False, raising=False)
    assert not reads_int8()


def test_a_torch_without_the_operations_reads_in_float32(monkeypatch):
    monkeypatch.setattr(torch.cpu, "_is_vnni_supported", lambda: True, raising=False)

    def gone(*_):
        raise AttributeError("no such operation")

    monkeypatch.setattr(Int8Linear, "_run", gone)
    assert not reads_int8()


def test_a_torch_whose_operations_give_something_else_reads_in_float32(monkeypatch):
    monkeypatch.setattr(torch.cpu, "_is_vnni_supported", lambda: True, raising=False)
    monkeypatch.setattr(Int8Linear, "plus", lambda self, levels, other: other)
    assert not reads_int8()
