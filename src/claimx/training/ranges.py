"""Measure what the layers of a model are given, so that it can read in 8-bit integers."""

import random
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from spacy.language import Language

from claimx.int8.ranges import save_ranges, watched_ranges
from claimx.pipeline.component import NetworkPipe
from claimx.pipeline.predict import passage_docs
from claimx.schema.passage import Passage

_SAMPLE = 200


def write_ranges(nlp: Language, passages: Sequence[Passage], folder: Path) -> None:
    """Measure the input ranges of a model's linear layers, and write them into its folder.

    From then on the model reads in 8-bit integers where that is faster. A component that the passages give nothing to
    read gets no ranges, and keeps to floating point.

    Args:
        nlp: the model.
        passages: what to read; 200 of them are drawn, the same ones each time.
        folder: the model's folder.
    """
    drawn = random.Random(0).sample(list(passages), min(_SAMPLE, len(passages)))
    components = [(name, part) for name, part in nlp.pipeline if isinstance(part, NetworkPipe)]
    measured = []
    with ExitStack() as watching:
        for _, component in components:
            component.set_ranges({})
            network = component.trained_network()
            measured.append(watching.enter_context(watched_ranges(network, component.int8_inputs())))
        for _ in nlp.pipe(passage_docs(nlp, drawn)):
            pass
    for (name, component), ranges in zip(components, measured, strict=True):
        save_ranges(ranges, folder / name)
        component.set_ranges(ranges)
