"""map_batches: what ``claimx batch`` gives for a file of the same rows, on Arrow tables and pandas frames."""

import json
import subprocess
import sys
from datetime import UTC, date, datetime

import pyarrow as pa
import pytest
from typer.testing import CliRunner

import claimx.batch
from claimx.batch.outputs.jsonl_writer import result_of_line
from claimx.batch.outputs.nested import CLAIM_TYPE, nested_row, result_of_row
from claimx.cli.app import app
from claimx.errors import BatchError, InvalidConfidenceError, ModelNotFoundError

ROWS = [
    ("a", "2024-05-02", "At least 14 civilians were killed in an air strike on Aleppo on Monday, the ministry said."),
    ("b", None, "The council will plant new trees along the river in spring."),
    ("c", "5/6/2019", "Three soldiers died on Friday when their truck hit a mine near Gao, the army said."),
    ("d", "2024-05-02", None),
    ("e", "2024-05-02", "At least 14 civilians were killed in an air strike on Aleppo on Monday, the ministry said."),
    ("f", "May 3, 2024", "A dozen people were wounded when shells fell on the market, residents told the agency."),
    ("g", "2024-05-04", " \n"),
    ("h", "20240505", "Der BÃ¼rgermeister said two teachers were abducted in Kaduna on Tuesday."),
    ("i", "2024-05-06", "\0" * 40),
]
NAMES = ("id", "day", "text")
OPTIONS = {"id_field": "id", "date_field": "day"}


@pytest.fixture(scope="module")
def table():
    return pa.table(dict(zip(NAMES, map(list, zip(*ROWS, strict=True)), strict=True)))


@pytest.fixture(scope="module")
def ran(tmp_path_factory, nlp):
    """The results and the quarantine of ``claimx batch``, by id and position."""
    folder = tmp_path_factory.mktemp("ran")
    lines = [json.dumps(dict(zip(NAMES, row, strict=True))) for row in ROWS]
    (folder / "rows.jsonl").write_text("\n".join(lines))
    output = folder / "out.jsonl"
    told = CliRunner().invoke(
        app, ["batch", str(folder / "rows.jsonl"), "-o", str(output), "--date-field", "day", "-q"]
    )
    assert told.exit_code == 0, told.output
    results = [result_of_line(line) for line in output.read_bytes().splitlines()]
    quarantined = [json.loads(line) for line in (folder / "out.jsonl.quarantine.jsonl").read_text().splitlines()]
    return {result.article_id: result for result in results}, {line["position"]: line for line in quarantined}


@pytest.fixture(scope="module")
def mapped(table, nlp):
    return claimx.batch.map_batches(table, **OPTIONS)


@pytest.fixture(scope="module")
def frame(table):
    pytest.importorskip("pandas", reason="pandas is not installed: pip install 'claimx[ray]'")
    return table.to_pandas()


def check_rows(rows, ran):
    """Rows of the nested result are those of the run, to the last digit."""
    results, quarantined = ran
    assert [row["id"] for row in rows] == [id for id, *_ in ROWS]
    for position, row in enumerate(rows):
        if position in quarantined:
            assert (row["error"], row["claims"]) == (quarantined[position]["reason"], None)
            continue
        result = results[row["id"]]
        assert row["error"] is None
        assert (row["published"], tuple(row["repairs"])) == (result.published, result.repairs)
        expected = pa.array([nested_row(result)["claims"]], pa.list_(CLAIM_TYPE)).to_pylist()[0]
        assert row["claims"] == expected


def test_the_result_is_that_of_a_run(mapped, ran, table):
    assert len(ran[0]) + len(ran[1]) == len(ROWS)
    assert mapped.schema == claimx.batch.output_schema(table.schema, **OPTIONS)
    check_rows(mapped.to_pylist(), ran)
    assert [len(row["claims"] or ()) > 0 for row in mapped.to_pylist()] == [id in "acefh" for id, *_ in ROWS]
    assert mapped["repairs"].to_pylist()[2] == ["the date '5/6/2019' cannot be read"]


def test_a_claim_comes_back_from_its_row(mapped, ran):
    row = mapped.select(["claims", "published"]).to_pylist()[0]
    whole = {"article_id": "a", "source_file": "x", "position": 0, **row}
    assert result_of_row(whole).claims == ran[0]["a"].claims


def test_a_record_batch_stays_one(table, mapped, nlp):
    told = claimx.batch.map_batches(table.to_batches()[0], **OPTIONS)
    assert isinstance(told, pa.RecordBatch)
    assert pa.Table.from_batches([told]) == mapped.combine_chunks()


def test_flat_has_a_row_a_claim_and_a_row_an_error(table, mapped, nlp):
    flat = claimx.batch.map_batches(table, **OPTIONS, flat=True)
    assert flat.schema == claimx.batch.output_schema(table, **OPTIONS, flat=True, min_confidence=0.5)
    told = [(row["id"], row["claim"], row["outcome"], row["error"]) for row in flat.to_pylist()]
    expected = []
    for row in mapped.to_pylist():
        expected += [(row["id"], i, claim["outcome"], None) for i, claim in enumerate(row["claims"] or ())]
        expected += [(row["id"], None, None, row["error"])] if row["error"] else []
    assert told == expected


def test_pandas_frames(frame, mapped, ran, nlp):
    frame.index = range(10, 10 + len(frame))
    told = claimx.batch.map_batches(frame, **OPTIONS)
    check_rows([_row(row) for row in told.to_dict("records")], ran)
    assert list(told.index) == list(frame.index)
    meta = claimx.batch.output_schema(frame, **OPTIONS)
    assert len(meta) == 0
    assert dict(meta.dtypes) == dict(told.dtypes)
    flat = claimx.batch.map_batches(frame, **OPTIONS, flat=True)
    assert dict(claimx.batch.output_schema(frame, **OPTIONS, flat=True).dtypes) == dict(flat.dtypes)
    assert flat["count_value"].dropna().tolist() == [
        claim["count"]["value"]
        for row in mapped.to_pylist()
        for claim in row["claims"] or ()
        if claim["count"]["value"]
    ]


def _row(row):
    return {name: None if isinstance(value, float) else value for name, value in row.items()}


def test_dates_of_every_type(frame, nlp):
    import pandas as pd

    moment = datetime(2024, 5, 2, 23, 30, tzinfo=UTC)
    days = {
        "iso": "2024-05-02",
        "date": date(2024, 5, 2),
        "moment": moment,
        "epoch": int(moment.timestamp()),
        "nanoseconds": pd.Timestamp("2024-05-02T10:00:00.123456789"),
    }
    for name, day in days.items():
        one = pd.DataFrame({"text": ["Nothing happened.", "Nothing did."], "date": [day, None]})
        for batch in (one, pa.Table.from_pandas(one)):
            told = claimx.batch.map_batches(batch)
            days_told = told["published"].tolist() if isinstance(batch, pd.DataFrame) else told["published"].to_pylist()
            assert days_told == [date(2024, 5, 2), None], name


def test_columns_are_kept(table, nlp):
    wide = table.append_column("country", pa.array(["Syria"] * len(ROWS)).dictionary_encode())
    told = claimx.batch.map_batches(wide.slice(0, 2), date_field="day", keep=["country"])
    assert told.column_names == ["id", "country", "published", "claims", "repairs", "error"]
    assert told["country"].to_pylist() == ["Syria", "Syria"]
    empty = claimx.batch.map_batches(wide.slice(0, 0), **OPTIONS, flat=True)
    assert empty.num_rows == 0


@pytest.mark.parametrize(
    ("options", "error", "told"),
    [
        ({"text_field": "body"}, BatchError, "the batch: it has no field 'body': it has 'id', 'day', 'text'"),
        ({"date_field": "date"}, BatchError, "no field 'date'"),
        ({"keep": ["url"]}, BatchError, "no field 'url' to keep"),
        ({"keep": ["error"]}, BatchError, "a column 'error' of its own"),
        ({"min_confidence": 7}, InvalidConfidenceError, "not a confidence"),
        ({"model": "nowhere"}, ModelNotFoundError, "nowhere: no such model folder"),
    ],
)
def test_mistakes_have_a_name(table, options, error, told):
    batch = table.append_column("error", table["text"])
    with pytest.raises(error, match=told):
        claimx.batch.map_batches(batch, **options)


def test_other_things_are_no_batches():
    with pytest.raises(BatchError, match="not a pyarrow Table or RecordBatch, nor a pandas DataFrame: list"):
        claimx.batch.map_batches([{"text": "x"}])


def test_importing_the_package_is_cheap():
    code = "import sys, claimx.batch; assert not {'pyarrow', 'pandas', 'torch', 'spacy'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)
