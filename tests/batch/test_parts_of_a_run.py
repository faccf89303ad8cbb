"""The small pieces: names of formats, identity of models, plans."""

from pathlib import Path

import pytest

from claimx.batch.counts import Counts
from claimx.batch.location import location, part_and_row
from claimx.batch.model_identity import model_identity
from claimx.batch.outputs.formats import OutputFormat, output_format
from claimx.batch.plan import Plan
from claimx.errors import BatchError, ModelDamagedError, ModelNotFoundError
from tests.batch.fakes import make_job


@pytest.mark.parametrize(
    ("name", "form"),
    [("a.jsonl", "jsonl"), ("a.JSONL.gz", "jsonl"), ("a.ndjson", "jsonl"), ("a.parquet", "parquet"), ("a.csv", "csv")],
)
def test_the_name_tells_the_format(name, form):
    assert output_format(Path(name)) is OutputFormat(form)
    assert output_format(Path(name), OutputFormat.csv) is OutputFormat.csv


def test_a_name_that_tells_no_format_is_refused():
    with pytest.raises(BatchError, match=r"claims\.xlsx: name a \.jsonl"):
        output_format(Path("claims.xlsx"))


def test_a_model_is_known_by_its_files(tmp_path):
    (tmp_path / "meta.json").write_text('{"lang": "en", "name": "claimx", "version": "0.2"}')
    (tmp_path / "weights").write_bytes(b"1")
    before = model_identity(tmp_path)
    assert (before.name, before.version) == ("en_claimx", "0.2")
    (tmp_path / "README.md").write_text("notes change nothing")
    assert model_identity(tmp_path) == before
    (tmp_path / "weights").write_bytes(b"2")
    assert model_identity(tmp_path).sha256 != before.sha256


def test_a_folder_that_is_no_model_is_told(tmp_path):
    with pytest.raises(ModelDamagedError):
        model_identity(tmp_path)
    with pytest.raises(ModelNotFoundError):
        model_identity(tmp_path / "none")


def test_a_plan_leads_back_and_differs_from_others():
    plan = Plan((("a", 1), ("b", None)), {"flat": True}, {"name": "en_claimx"})
    assert Plan.from_dict({**plan.to_dict(), "more": 1}) == plan
    assert not list(plan.differences(plan))
    other = Plan(plan.inputs, plan.options, {"name": "other"}, claimx="9")
    assert list(plan.differences(other)) == [f"claimx was {plan.claimx}, is 9", "another model"]


def test_counts_add_up_and_lead_back():
    counts = Counts(articles=2, seconds=0.5) + Counts(articles=1, claims=4, seconds=1)
    assert counts == Counts(articles=3, claims=4, seconds=1.5)
    assert Counts.from_dict(counts.to_dict()) == counts


def test_locations_lead_back():
    assert part_and_row(location(70_000, 199)) == (70_000, 199)
    assert location(1, 0) > location(0, 1000)


@pytest.mark.parametrize("wrong", [{"part_size": 0}, {"part_size": 10**7}, {"near_duplicates": 0.1}])
def test_a_job_that_cannot_be_done_is_refused(wrong, tmp_path):
    with pytest.raises(BatchError):
        make_job(tmp_path / "out.csv", **wrong)
