"""Confidence: the probability that a claim, and that each field of it, is right."""

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from claimx.assembling.calibration import Calibration
from claimx.assembling.claim_scores import (
    CLAIM_FEATURES,
    FIELD_FEATURES,
    PairScores,
    claim_features,
    field_features,
)
from claimx.errors import ModelDamagedError
from claimx.linking.linked_claim import LinkedClaim
from claimx.schema.claim import CONFIDENT_FIELDS, Claim

# Before anything is fitted: the mean of the two networks' logits, and each field's own probability.
_CLAIM = Calibration((0.5, 0.5, 0.0, 0.0, 0.0, 0.0, 0.0), 0.0)
_FIELD = Calibration((0.0, 0.0, 1.0, 0.0, 0.0), 0.0)


@dataclass(frozen=True)
class Confidence:
    """The calibrations of a model.

    Attributes:
        claim: of :attr:`Claim.confidence`.
        fields: of each of :attr:`Claim.confidences`, by field name.
    """

    claim: Calibration = _CLAIM
    fields: dict[str, Calibration] = field(default_factory=lambda: dict.fromkeys(CONFIDENT_FIELDS, _FIELD))

    def of_claim(self, linked: LinkedClaim, count_text: str | None) -> float:
        """The probability that outcome and count of a claim are right.

        Args:
            linked: what the networks scored.
            count_text: the words of its count, or None.
        """
        return self.claim.probability(claim_features(linked, count_text))

    def of_fields(self, linked: LinkedClaim, claim: Claim, pairs: PairScores) -> dict[str, float]:
        """The probability that each field of a claim is right, by field name."""
        features = field_features(linked, claim, pairs)
        return {name: self.fields[name].probability(features[name]) for name in CONFIDENT_FIELDS}

    def save(self, path: Path) -> None:
        """Write as JSON, the weights beside the names of the features."""
        record = {
            "claim": {"features": CLAIM_FEATURES, **asdict(self.claim)},
            "fields": {
                "features": FIELD_FEATURES,
                **{name: asdict(calibration) for name, calibration in self.fields.items()},
            },
        }
        path.write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")

    @classmethod
    def load(cls, path: Path) -> "Confidence":
        """Read what :meth:`save` wrote.

        Raises:
            ModelDamagedError: the file cannot be read or has other features.
        """
        try:
            record = json.loads(path.read_text(encoding="utf-8"))
            claim, fields = record["claim"], record["fields"]
            for read, features in ((claim, CLAIM_FEATURES), (fields, FIELD_FEATURES)):
                if tuple(read["features"]) != features:
                    raise ValueError("it was fitted on other features")
            return cls(
                claim=_read(claim, len(CLAIM_FEATURES)),
                fields={name: _read(fields[name], len(FIELD_FEATURES)) for name in CONFIDENT_FIELDS},
            )
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise ModelDamagedError(f"{path}: the calibration cannot be read: {error}") from error


def _read(record: dict[str, Any], n_features: int) -> Calibration:
    weights = tuple(map(float, record["weights"]))
    if len(weights) != n_features:
        raise ValueError(f"it has {len(weights)} weights for {n_features} features")
    return Calibration(weights, float(record["bias"]))
