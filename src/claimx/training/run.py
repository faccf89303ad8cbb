"""One training run, from corpora to a model folder."""

import json
import logging
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch

from claimx import __version__
from claimx.corpora.conll import TaggedSentence
from claimx.encoder.pieces import PieceTokenizer
from claimx.encoder.token_encoder import TokenEncoder
from claimx.errors import ModelNotFoundError
from claimx.evaluation.report import EvaluationReport
from claimx.evaluation.scoring import score_passages
from claimx.heads.mention_network import MentionNetwork
from claimx.linking.linking_network import LinkingNetwork
from claimx.pipeline.predict import predict_passages
from claimx.schema.passage import Passage
from claimx.training.build import blank_language, build_pipeline
from claimx.training.calibrate import calibrate, choose_threshold
from claimx.training.card import ModelCard
from claimx.training.config import TrainingConfig
from claimx.training.examples import claim_examples, entity_examples
from claimx.training.split import hold_out
from claimx.training.trainer import train_networks

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class TrainingCorpora:
    """What a run learns from.

    Attributes:
        train: passages annotated with claims.
        dev: passages to choose the threshold on and to report; may be empty.
        entities: sentences annotated with all their actors, numbers, places and times; may be empty.
        about: Markdown for the model card that says where all this comes from; may be empty.
    """

    train: Sequence[Passage]
    dev: Sequence[Passage] = ()
    entities: Sequence[TaggedSentence] = ()
    about: str = ""


def train_model(
    corpora: TrainingCorpora, output: Path, encoder: str | Path, config: TrainingConfig
) -> EvaluationReport | None:
    """Train a model and write it to a folder that ``claimx.load`` and ``spacy.load`` read.

    The folder holds the pipeline (configuration, tokenizer, safetensors weights in half precision),
    ``training.json`` (the settings), ``metrics.json`` (the dev figures) and ``README.md`` (the model card).

    Args:
        corpora: what to learn from.
        output: the folder; made where it does not exist.
        encoder: folder or hub id of the pretrained encoder to start from.
        config: the settings.

    Returns:
        The figures on ``corpora.dev``, measured with the weights as written; None without dev passages.

    Raises:
        TrainingError: there is nothing to train on, or training diverged.
        ModelNotFoundError: there is no such encoder.
    """
    began = time.monotonic()
    torch.manual_seed(config.seed)
    tokenizer, token_encoder = _load_encoder(encoder, config)
    max_pieces, overlap = token_encoder.fit_window(config.max_pieces, config.overlap)
    config = config.model_copy(update={"max_pieces": max_pieces, "overlap": overlap})
    mentions = MentionNetwork(token_encoder)
    linker = LinkingNetwork(token_encoder.width, config.reader_width, config.reader_layers)
    train, held_out = hold_out(corpora.train, config.held_out, config.seed)
    nlp = blank_language()
    examples = claim_examples(train, nlp, tokenizer, config)
    examples += entity_examples(corpora.entities, nlp, tokenizer, config)
    log.info("training on %d windows of %d passages; %d held out", len(examples), len(train), len(held_out))
    train_networks(mentions, linker, tokenizer, examples, config)
    minutes = (time.monotonic() - began) / 60
    build_pipeline(mentions, linker, tokenizer, config).to_disk(output)
    return finish_model(output, corpora, held_out, encoder, config, minutes)


def finish_model(
    output: Path,
    corpora: TrainingCorpora,
    held_out: Sequence[Passage],
    encoder: str | Path,
    config: TrainingConfig,
    minutes: float,
) -> EvaluationReport | None:
    """Calibrate, choose the threshold and measure a trained model, with the half-precision weights it ships.

    Args:
        output: the model folder, written by ``to_disk``.
        corpora: as for :func:`train_model`.
        held_out: passages the networks did not see.
        encoder: where the run started from.
        config: the run's settings.
        minutes: how long it took.
    """
    import spacy

    nlp = spacy.load(output)
    settings = nlp.config.copy()
    calibrate(nlp, held_out)
    unseen = [*held_out, *corpora.dev]
    if unseen:
        threshold = choose_threshold(nlp, unseen)
        settings["components"]["claimx_assembler"]["threshold"] = threshold
        log.info("least confidence of a claim: %.2f", threshold)
    report = score_passages(corpora.dev, predict_passages(nlp, corpora.dev)) if corpora.dev else None
    assembler = nlp.get_pipe("claimx_assembler")
    # Only what calibration changed is written: the vocabulary of this pipeline has seen the corpora by now.
    assembler.to_disk(output / "claimx_assembler")  # type: ignore[attr-defined]
    settings.to_disk(output / "config.cfg")
    _write_meta(output)
    (output / "training.json").write_text(config.model_dump_json(indent=1) + "\n", encoding="utf-8")
    (output / "metrics.json").unlink(missing_ok=True)
    if report is not None:
        (output / "metrics.json").write_text(json.dumps(report.to_dict(), indent=1) + "\n", encoding="utf-8")
    sources = Counter(passage.source or "unnamed" for passage in corpora.train)
    name = Path(encoder).parent.name if Path(encoder).name == "model" else Path(encoder).name
    card = ModelCard(name, config, dict(sources), len(held_out), len(corpora.entities), corpora.about, report, minutes)
    (output / "README.md").write_text(card.markdown(), encoding="utf-8")
    return report


def _load_encoder(encoder: str | Path, config: TrainingConfig) -> tuple[PieceTokenizer, TokenEncoder]:
    try:
        tokenizer = PieceTokenizer.from_pretrained(encoder)
        return tokenizer, TokenEncoder.from_pretrained(encoder, config.dropout)
    except (OSError, ValueError) as error:
        reason = " ".join(str(error).split())[:200]
        raise ModelNotFoundError(f"{encoder}: no encoder can be loaded from there: {reason}") from error


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
