"""One training run, from corpora to a model folder."""

import json
import logging
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch

from claimx import __version__
from claimx.corpora.conll import TaggedSentence
from claimx.evaluation.entity_scoring import score_entities
from claimx.evaluation.field_calibration import reliabilities
from claimx.evaluation.report import EvaluationReport
from claimx.evaluation.scoring import score_passages
from claimx.pipeline.assembler import assembler_of
from claimx.pipeline.number_format import number_format, reading_device
from claimx.pipeline.precision import Precision
from claimx.reports.reliability_plot import draw_reliability
from claimx.schema.passage import Passage
from claimx.training.augment.names import NamePool
from claimx.training.augment.vary import vary
from claimx.training.build import blank_language, build_pipeline
from claimx.training.calibrate import calibrate
from claimx.training.card import RELIABILITY_FILE, ModelCard
from claimx.training.config import TrainingConfig
from claimx.training.examples import claim_examples, entity_examples
from claimx.training.linked_passages import link_passages
from claimx.training.networks import Networks
from claimx.training.ranges import write_ranges
from claimx.training.split import hold_out
from claimx.training.thresholds import choose_thresholds
from claimx.training.trainer import train_networks

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class TrainingCorpora:
    """What a run learns from.

    Attributes:
        train: passages annotated with claims.
        dev: passages to choose the threshold on and to report; may be empty.
        also: more annotated passages to learn from, of which none is kept back; may be empty.
        silver: passages that a model labelled, to learn from as well; may be empty.
        entities: sentences annotated with all their actors, numbers, places and times; may be empty.
        dev_entities: such sentences to report on; may be empty.
        about: Markdown for the model card that says where all this comes from; may be empty.
    """

    train: Sequence[Passage]
    dev: Sequence[Passage] = ()
    also: Sequence[Passage] = ()
    silver: Sequence[Passage] = ()
    entities: Sequence[TaggedSentence] = ()
    dev_entities: Sequence[TaggedSentence] = ()
    about: str = ""


def train_model(
    corpora: TrainingCorpora, output: Path, networks: Networks, config: TrainingConfig
) -> EvaluationReport | None:
    """Train a model and write it to a folder that ``claimx.load`` and ``spacy.load`` read.

    The folder holds the pipeline (configuration, tokenizer, safetensors weights in half precision),
    ``training.json`` (the settings), ``metrics.json`` (the dev figures) and ``README.md`` (the model card).

    Args:
        corpora: what to learn from.
        output: the folder; made where it does not exist.
        networks: what to start from; trained in place.
        config: the settings.

    Returns:
        The figures on ``corpora.dev``, measured with the weights as written; None without dev passages.

    Raises:
        TrainingError: there is nothing to train on, or training diverged.
    """
    began = time.monotonic()
    torch.manual_seed(config.seed)
    tokenizer, mentions, linker = networks.tokenizer, networks.mentions, networks.linker
    max_pieces, overlap = mentions.encoder.fit_window(config.max_pieces, config.overlap)
    config = config.model_copy(update={"max_pieces": max_pieces, "overlap": overlap})
    train, held_out = hold_out(corpora.train, config.held_out)
    nlp = blank_language()
    passages = [*train, *corpora.also, *corpora.silver]
    names, random = NamePool(passages), np.random.default_rng(config.seed)
    constant = entity_examples(corpora.entities, nlp, tokenizer, config)
    examples = [
        constant + claim_examples(vary(passages, names, config, random), nlp, tokenizer, config)
        for _ in range(config.epochs)
    ]
    if examples:
        log.info(
            "training on %d passages and %d sentences; %d passages held out",
            len(passages),
            len(corpora.entities),
            len(held_out),
        )
        train_networks(mentions, linker, tokenizer, examples, config)
    minutes = (time.monotonic() - began) / 60
    build_pipeline(mentions, linker, tokenizer, config).to_disk(output)
    return finish_model(output, corpora, held_out, networks.origin, config, minutes)


def finish_model(
    output: Path,
    corpora: TrainingCorpora,
    held_out: Sequence[Passage],
    origin: str,
    config: TrainingConfig,
    minutes: float,
) -> EvaluationReport | None:
    """Measure ranges, calibrate, choose the threshold and measure a trained model, with the weights it ships.

    Args:
        output: the model folder, written by ``to_disk``.
        corpora: as for :func:`train_model`.
        held_out: passages the networks did not see.
        origin: where the run started from.
        config: the run's settings.
        minutes: how long it took.
    """
    import spacy

    nlp = spacy.load(output)
    settings = nlp.config.copy()
    write_ranges(nlp, corpora.train, output)
    assembler = assembler_of(nlp)
    kept_back = link_passages(nlp, held_out)
    calibrate(assembler, kept_back)
    dev = link_passages(nlp, corpora.dev)
    unseen = [*kept_back, *dev]
    if unseen:
        thresholds = choose_thresholds(assembler, unseen, kept_back)
        settings["components"]["claimx_assembler"].update(thresholds)
        log.info("thresholds: %s", thresholds)
    report, reliability = None, None
    if corpora.dev:
        predicted = [each.predicted(assembler, assembler.threshold) for each in dev]
        report = score_passages(corpora.dev, predicted)
        reliability = reliabilities(corpora.dev, predicted)
    (output / RELIABILITY_FILE).unlink(missing_ok=True)
    if reliability:
        draw_reliability(reliability, output / RELIABILITY_FILE)
    entities = score_entities(corpora.dev_entities, nlp) if corpora.dev_entities else None
    # Only what calibration changed is written: the vocabulary of this pipeline has seen the corpora by now.
    assembler.to_disk(output / "claimx_assembler")
    settings.to_disk(output / "config.cfg")
    _write_meta(output)
    (output / "training.json").write_text(config.model_dump_json(indent=1) + "\n", encoding="utf-8")
    (output / "metrics.json").unlink(missing_ok=True)
    metrics = {} if report is None else report.to_dict()
    if entities is not None:
        metrics["entities"] = entities.model_dump()
    if metrics:
        (output / "metrics.json").write_text(json.dumps(metrics, indent=1) + "\n", encoding="utf-8")
    card = ModelCard(
        origin=origin,
        config=config,
        sources=_sources(corpora.train),
        held_out=len(held_out),
        also=_sources(corpora.also),
        silver=_sources(corpora.silver),
        sentences=len(corpora.entities),
        about=corpora.about,
        report=report,
        reliabilities=reliability,
        entities=entities,
        number_format=number_format(Precision.auto, reading_device()),
        minutes=minutes,
    )
    (output / "README.md").write_text(card.markdown(), encoding="utf-8")
    return report


def _sources(passages: Sequence[Passage]) -> dict[str, int]:
    """The number of passages of each source."""
    return dict(Counter(passage.source or "unnamed" for passage in passages))


def _write_meta(output: Path) -> None:
    path = output / "meta.json"
    meta = json.loads(path.read_text(encoding="utf-8"))
    meta |= {
        "name": "claimx",
        "version": __version__,
        "description": "Reads casualty claims from English news text.",
        "license": "Apache-2.0",
        "performance": {},
    }
    path.write_text(json.dumps(meta, indent=1) + "\n", encoding="utf-8")
