import pickle
import shutil
from copy import deepcopy

import pytest
import torch

import claimx
from claimx.errors import InvalidPrecisionError, ModelDamagedError
from claimx.int8.ranges import RANGES_FILE, load_ranges, save_ranges
from claimx.pipeline.model_folder import default_model_path
from claimx.pipeline.number_format import NumberFormat, number_format, reading_device
from claimx.pipeline.precision import Precision

COMPONENTS = ("claimx_transformer", "claimx_linker")
needs_int8 = pytest.mark.skipif(
    number_format(Precision.auto, reading_device()) is not NumberFormat.int8,
    reason="this machine does not read in int8",
)


def int8_layers(nlp):
    transformer, linker = (nlp.get_pipe(name) for name in COMPONENTS)
    return transformer.network.encoder.transformer.reading_layers, linker.network.reader.reading_layers


def outcomes(nlp, news):
    return {
        id: [(claim.outcome, claim.count.value) for claim in claims]
        for id, claims in zip(news, claimx.pipe((passage.text for passage in news.values()), model=nlp), strict=True)
    }


@needs_int8
def test_the_model_reads_in_8_bits_and_finds_what_it_finds_in_float32(nlp, news):
    exact = claimx.load(precision="float32")
    assert all(layers is not None for layers in int8_layers(nlp))
    assert int8_layers(exact) == (None, None)
    mine, theirs = outcomes(nlp, news), outcomes(exact, news)
    pairs = [(claim, other) for id in news for claim, other in ((mine[id], theirs[id]),)]
    same = sum(len([c for c in claims if c in others]) for claims, others in pairs)
    assert same >= 0.95 * sum(len(others) for _, others in pairs)


def test_each_precision_is_loaded_once():
    nlp, exact = claimx.load(), claimx.load(precision="float32")
    assert exact is not nlp
    assert claimx.load() is nlp
    assert claimx.load(precision="float32") is exact


def test_there_is_no_other_precision():
    with pytest.raises(InvalidPrecisionError, match="'auto' or 'float32', not 'int4'"):
        claimx.load(precision="int4")


def test_the_configuration_may_ask_for_it(tmp_path):
    folder = shutil.copytree(default_model_path(), tmp_path / "model")
    config = (folder / "config.cfg").read_text()
    for name in COMPONENTS:
        config = config.replace(f'factory = "{name}"\n', f'factory = "{name}"\nprecision = "float32"\n')
    (folder / "config.cfg").write_text(config)
    assert int8_layers(claimx.load(folder)) == (None, None)


def test_a_processor_that_is_no_faster_with_it_reads_in_float32(monkeypatch):
    monkeypatch.setattr("claimx.pipeline.number_format.reads_int8", lambda: False)
    monkeypatch.setattr("claimx.pipeline.number_format._has_amx", lambda: False)
    assert number_format(Precision.auto, torch.device("cpu")) is NumberFormat.float32
    assert number_format(Precision.float32, torch.device("cuda")) is NumberFormat.float32


def test_a_model_is_written_with_its_ranges(nlp, tmp_path):
    nlp.to_disk(tmp_path / "copy")
    for name in COMPONENTS:
        ranges = load_ranges(tmp_path / "copy" / name)
        assert ranges.keys() == load_ranges(default_model_path() / name).keys()


@needs_int8
def test_ranges_of_another_model_are_told(tmp_path):
    folder = shutil.copytree(default_model_path(), tmp_path / "model")
    ranges = load_ranges(folder / COMPONENTS[0])
    ranges.pop(next(iter(ranges)))
    save_ranges(ranges, folder / COMPONENTS[0])
    with pytest.raises(ModelDamagedError, match="ranges of its layers do not fit"):
        claimx.load(folder)


def test_a_model_without_ranges_reads_in_float32(tmp_path):
    folder = shutil.copytree(default_model_path(), tmp_path / "model")
    for name in COMPONENTS:
        (folder / name / RANGES_FILE).unlink()
    nlp = claimx.load(folder)
    assert int8_layers(nlp) == (None, None)
    assert claimx.extract("A bus fell into a ravine near Orsk; police said nine people were killed.", model=nlp)


def test_a_pipeline_can_be_copied_and_sent(nlp, news):
    text = next(iter(news.values())).text
    expected = claimx.extract(text, model=nlp)
    assert claimx.extract(text, model=pickle.loads(pickle.dumps(nlp))) == expected
    assert claimx.extract(text, model=deepcopy(nlp)) == expected
