import json

import numpy as np
import pytest

from claimx.assembling.calibration import Calibration
from claimx.assembling.claim_scores import CLAIM_FEATURES, FIELD_FEATURES
from claimx.assembling.confidence import Confidence
from claimx.errors import ModelDamagedError
from claimx.schema.claim import CONFIDENT_FIELDS


def test_a_fitted_probability_is_the_rate_of_right_cases():
    random = np.random.default_rng(0)
    features = random.normal(size=(4000, 7))
    truth = 1 / (1 + np.exp(-(1.5 * features[:, 0] - 1.0 * features[:, 2] + 0.3)))
    correct = (random.uniform(size=4000) < truth).astype(float)
    calibration = Calibration.fit(features, correct, ridge=1e-4)
    told = np.array([calibration.probability(row) for row in features])
    assert abs(told - truth).mean() < 0.03
    for low in (0.0, 0.25, 0.5, 0.75):
        chosen = (told >= low) & (told < low + 0.25)
        assert abs(told[chosen].mean() - correct[chosen].mean()) < 0.05


def test_it_is_saved_with_a_calibration_for_every_field(tmp_path):
    path = tmp_path / "calibration.json"
    fields = {
        name: Calibration(tuple(0.1 * i for i in range(len(FIELD_FEATURES))), float(at))
        for at, name in enumerate(CONFIDENT_FIELDS)
    }
    confidence = Confidence(Calibration(tuple(0.1 * i for i in range(len(CLAIM_FEATURES))), -0.5), fields)
    confidence.save(path)
    assert Confidence.load(path) == confidence


@pytest.mark.parametrize("damage", ["cut", "features", "weights", "field"])
def test_a_damaged_file_is_named(tmp_path, damage):
    path = tmp_path / "calibration.json"
    Confidence().save(path)
    text = path.read_text()
    record = json.loads(text)
    if damage == "features":
        record["claim"]["features"] = ["other"]
    elif damage == "weights":
        record["fields"]["count"]["weights"] = [1]
    else:
        del record["fields"]["stance"]
    path.write_text(text[: len(text) // 2] if damage == "cut" else json.dumps(record))
    with pytest.raises(ModelDamagedError, match=r"calibration\.json"):
        Confidence.load(path)
