import numpy as np
import pytest

from claimx.assembling.confidence import FEATURES, Calibration
from claimx.errors import ModelDamagedError


def test_a_fitted_confidence_is_the_rate_of_right_claims():
    random = np.random.default_rng(0)
    features = random.normal(size=(4000, len(FEATURES)))
    truth = 1 / (1 + np.exp(-(1.5 * features[:, 0] - 1.0 * features[:, 2] + 0.3)))
    correct = (random.uniform(size=4000) < truth).astype(float)
    calibration = Calibration.fit(features, correct, ridge=1e-4)
    told = np.array([calibration.confidence(row) for row in features])
    assert abs(told - truth).mean() < 0.03
    for low in (0.0, 0.25, 0.5, 0.75):
        chosen = (told >= low) & (told < low + 0.25)
        assert abs(told[chosen].mean() - correct[chosen].mean()) < 0.05


def test_it_is_saved_and_a_damaged_file_is_named(tmp_path):
    calibration = Calibration(tuple(0.1 * i for i in range(len(FEATURES))), -0.5)
    calibration.save(tmp_path / "calibration.json")
    assert Calibration.load(tmp_path / "calibration.json") == calibration
    (tmp_path / "calibration.json").write_text('{"weights": [1]')
    with pytest.raises(ModelDamagedError, match=r"calibration\.json"):
        Calibration.load(tmp_path / "calibration.json")
