"""What the tests share: the corpus of this repository, the default model, the reference data where it is there."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("claimx", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("claimx")
os.environ.setdefault("HF_HUB_OFFLINE", "1")

ROOT = Path(__file__).parents[1]
NEWS = ROOT / "corpora" / "claimx-news.jsonl"
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session")
def news():
    """The annotated articles of this repository, by id."""
    from claimx.corpora.jsonl import read_passages

    return {passage.id: passage for passage in read_passages(NEWS)}


@pytest.fixture(scope="session")
def nlp():
    """The default model."""
    import claimx

    return claimx.load()


@pytest.fixture(scope="session")
def shared_claims():
    """The folder of the reference passages, which are not part of this repository."""
    folder = SHARED / "claims"
    if not folder.is_dir():
        pytest.skip(f"the reference passages are not at {folder}")
    return folder
