"""The command: what a user types, with the default model on three articles and without any model on mistakes."""

import json
import os
import subprocess
import sys

import pyarrow.parquet as pq
import pytest
from typer.testing import CliRunner

from claimx.batch.outputs.jsonl_writer import result_of_line
from claimx.cli.app import app

ARTICLES = [
    {
        "id": "raid",
        "date": "2024-05-02",
        "text": "At least 14 civilians were killed in an air strike on Aleppo on Monday.",
    },
    {"id": "weather", "date": "2024-05-03", "text": "The council will plant new trees along the river in spring."},
    {
        "id": "again",
        "date": "2024-05-02",
        "text": "At least 14 civilians were killed in an air strike on Aleppo on Monday.",
    },
]


@pytest.fixture
def archive(tmp_path):
    path = tmp_path / "news.jsonl"
    lines = [json.dumps(article) for article in ARTICLES]
    path.write_text("\n".join([*lines, "{ not JSON", ""]))
    return path


def run(*arguments):
    """The command as a user runs it, in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "claimx", "batch", *map(str, arguments)],
        capture_output=True,
        text=True,
        timeout=300,
        env=os.environ | {"HF_HUB_OFFLINE": "1"},
    )


def test_an_archive_is_read_with_the_default_model(archive, tmp_path, nlp):
    output = tmp_path / "claims.jsonl"
    told = CliRunner().invoke(app, ["batch", str(archive), "--output", str(output)])
    assert told.exit_code == 0, told.output
    assert told.stdout == f"{output}: 2 claims in 3 articles, 1 quarantined ({output}.quarantine.jsonl)\n"
    raid, weather, again = [result_of_line(line) for line in output.read_bytes().splitlines()]
    assert [result.article_id for result in (raid, weather, again)] == ["raid", "weather", "again"]
    assert (raid.source_file, raid.position, str(raid.published)) == (str(archive), 0, "2024-05-02")
    assert (raid.claims[0].count.min, raid.claims[0].outcome) == (14, "killed")
    assert raid.claims == again.claims
    assert again.duplicate_of == "raid"
    assert weather.claims == ()
    manifest = json.loads((tmp_path / "claims.jsonl.manifest.json").read_text())
    assert manifest["model"]["name"] == "en_claimx"
    assert manifest["counts"]["copied"] == 1
    for name in ("claims.csv", "flat.parquet"):
        told = CliRunner().invoke(app, ["batch", str(archive), "-o", str(tmp_path / name), "--flat", "--quiet"])
        assert told.exit_code == 0
        assert told.stderr == ""
    assert pq.read_table(tmp_path / "flat.parquet")["count_min"].to_pylist() == [14, 14]


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--output", "claims.xlsx"], "name a .jsonl"),
        (["--output", "claims.csv", "--min-confidence", "2"], "confidence"),
        (["--output", "claims.csv", "--model", "nowhere"], "no such model folder"),
        (["--output", "nowhere/claims.csv"], "cannot be written"),
        (["--output", "claims.csv", "--part-size", "100000000"], "a part has 1 to 1,048,576 records"),
    ],
)
def test_mistakes_are_one_line(archive, tmp_path, monkeypatch, options, told):
    monkeypatch.chdir(tmp_path)
    result = run("news.jsonl", *options)
    assert result.returncode == 2
    assert result.stderr.startswith("claimx: ")
    assert result.stderr.count("\n") == 1
    assert told in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["news.jsonl"]


@pytest.mark.parametrize(("options", "told"), [([], "the same command"), (["--restart"], "without --restart")])
def test_an_interrupted_command_says_how_to_go_on(archive, tmp_path, monkeypatch, options, told):
    def interrupted(*arguments):
        raise KeyboardInterrupt

    monkeypatch.setattr("claimx.batch.run.run_batch", interrupted)
    result = CliRunner().invoke(app, ["batch", str(archive), "--output", str(tmp_path / "out.csv"), *options])
    assert result.exit_code == 130
    assert result.stderr.count("\n") == 1
    assert told in result.stderr
