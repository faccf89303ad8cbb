"""The settings of a training run; a run's folder keeps the ones it was made with."""

import json
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, PositiveInt, ValidationError

from claimx.errors import TrainingError


class LossWeights(BaseModel):
    """How much each answer counts in the one joint loss (each summed over a window)."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    entities: float = 0.3
    kinds: float = 0.05
    tags: float = 0.1
    anchors: float = 1.0
    valid: float = 1.0
    single: float = 0.4
    lists: float = 0.3
    attributes: float = 1.0
    pairs: float = 0.5
    words: float = 0.0


class TrainingConfig(BaseModel):
    """Everything that decides how a model comes out of its corpora."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    seed: int = Field(0, ge=0, description="Seed of every random choice.")
    epochs: int = Field(
        14, ge=0, description="Passes over the training passages; 0 only calibrates and measures what is there."
    )
    batch_tokens: int = Field(2000, ge=1, description="spaCy tokens a batch holds at most, padding counted.")
    max_pieces: int = Field(400, ge=16, description="Window length in word pieces.")
    overlap: int = Field(120, ge=0, description="Word pieces that neighbouring windows share.")
    encoder_learning_rate: float = Field(2e-4, gt=0, description="Peak learning rate of the pretrained encoder.")
    head_learning_rate: float = Field(8e-4, gt=0, description="Peak learning rate of the new layers.")
    weight_decay: float = Field(0.01, ge=0)
    warmup: float = Field(0.1, ge=0, lt=1, description="Share of the steps in which the learning rate rises.")
    clip: float = Field(5.0, gt=0, description="Largest norm of the gradient.")
    dropout: float = Field(0.1, ge=0, lt=1)
    mask_rate: float = Field(
        0.1, ge=0, lt=1, description="Share of the word pieces that are hidden from the encoder while training."
    )
    rewrite_rate: float = Field(
        0.3,
        ge=0,
        le=1,
        description="Chance of a passage to get other numbers, other names, or other days: each, every epoch.",
    )
    join_rate: float = Field(0.2, ge=0, le=1, description="Share of the passages that are read in pairs, as one text.")
    case_rate: float = Field(0.1, ge=0, le=1, description="Share of the texts that are read as if in one letter case.")
    freeze_embeddings: bool = Field(True, description="Whether the encoder's word embeddings stay as pretrained.")
    reader_width: int = Field(256, ge=32, multiple_of=32, description="Width of the linker's claim reader.")
    reader_layers: int = Field(2, ge=1)
    unlabelled_weight: float = Field(
        0.1, ge=0, le=1, description="Weight of tokens outside the annotated mentions where only claims are annotated."
    )
    sentences_per_text: tuple[PositiveInt, ...] = Field(
        (6, 2), description="Sentences with named entities are joined to texts of so many, once for each number."
    )
    negatives: int = Field(2, ge=0, description="Wrong anchors that the reader must refuse, at most, a window.")
    class_balance: float = Field(
        0.3, ge=0, le=1, description="How far the weight of an attribute's class makes up for its rarity."
    )
    held_out: float = Field(0.1, ge=0, lt=1, description="Share of the passages kept back to calibrate confidence.")
    losses: LossWeights = LossWeights()

    @classmethod
    def load(cls, path: str | Path) -> "TrainingConfig":
        """Read settings from a JSON file; what it leaves out keeps its default.

        Raises:
            TrainingError: the file cannot be read or holds a setting that does not exist or does not fit.
        """
        try:
            return cls.model_validate(json.loads(Path(path).read_text(encoding="utf-8")))
        except (OSError, ValueError) as error:
            if isinstance(error, ValidationError):
                first = error.errors(include_url=False)[0]
                error = ValueError(f"{'.'.join(map(str, first['loc']))}: {first['msg']}")  # type: ignore[assignment]
            raise TrainingError(f"{path}: {error}") from error
