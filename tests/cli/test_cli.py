import json
import os
import subprocess
import sys

import pytest
from typer.testing import CliRunner

from claimx.cli.app import app
from claimx.schema.claim import Claim
from tests.conftest import NEWS, ROOT

ARTICLE = ROOT / "corpora" / "articles" / "airstrike-contested.txt"


def run(*arguments, stdin=b""):
    """The command as a user runs it, in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "claimx", *map(str, arguments)],
        input=stdin,
        capture_output=True,
        timeout=300,
        env=os.environ | {"HF_HUB_OFFLINE": "1"},
    )


def test_the_table_shows_claims_and_evidence():
    result = CliRunner().invoke(app, ["extract", str(ARTICLE), "--published", "2024-06-01"])
    assert result.exit_code == 0
    for word in ("Who says", "Outcome", "Count", "Victims", "Where", "When", "killed", "“", "%"):
        assert word in result.output


def test_json_is_a_list_of_claims():
    result = CliRunner().invoke(app, ["extract", str(ARTICLE), "--format", "json"])
    claims = [Claim.model_validate(record) for record in json.loads(result.stdout)]
    text = ARTICLE.read_bytes().decode()
    assert claims
    for claim in claims:
        for _, quote in claim.quotes():
            assert text[quote.start : quote.end] == quote.text


def test_jsonl_from_standard_input():
    result = run("extract", "-", "--format", "jsonl", stdin=b"Two soldiers were killed and six were wounded in Kidal.")
    assert result.returncode == 0
    outcomes = [json.loads(line)["outcome"] for line in result.stdout.splitlines()]
    assert outcomes == ["killed", "injured"]


def test_no_claims_are_said_to_be_none():
    result = CliRunner().invoke(app, ["extract", "-"], input="The council met on Tuesday.")
    assert result.exit_code == 0
    assert "No casualty claims found" in result.output
    assert CliRunner().invoke(app, ["extract", "-", "-f", "json"], input="").stdout.strip() == "[]"


def test_errors_are_one_line_and_status_two(tmp_path):
    (tmp_path / "latin.txt").write_bytes(b"caf\xe9")
    (tmp_path / "bad.jsonl").write_text("{}\n")
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "thesis.txt").write_text("mine")
    (tmp_path / "settings.json").write_text('{"epoch": 3}')
    for arguments, told in [
        (["extract", tmp_path / "none.txt"], "none.txt"),
        (["extract", tmp_path / "latin.txt"], "UTF-8"),
        (["extract", ARTICLE, "--published", "June 2024"], "June 2024"),
        (["extract", ARTICLE, "--model", tmp_path / "none"], "no such model folder"),
        (["evaluate", "default", tmp_path / "bad.jsonl"], "line 1, field id"),
        (["evaluate", tmp_path / "none", NEWS], "no such model folder"),
        (["corpus", "validate", tmp_path / "bad.jsonl"], "line 1, field id"),
        (["train", NEWS, tmp_path / "full"], "is not empty"),
        (["train", NEWS, tmp_path / "new", "--encoder", tmp_path / "none"], "no encoder"),
        (["train", NEWS, tmp_path / "new", "--config", tmp_path / "settings.json"], "epoch"),
        (["train", NEWS, tmp_path / "new", "--start", tmp_path / "none"], "no such model folder"),
        (["train", NEWS, tmp_path / "new", "--start", tmp_path, "--encoder", tmp_path], "name one of them"),
        (["extract", ARTICLE, "--min-confidence", "1.5"], "confidence from 0 to 1"),
        (["corpus", "label", tmp_path / "bad.jsonl", tmp_path / "out.jsonl"], "line 1, field id"),
        (["corpus", "attach", tmp_path / "bad.jsonl", NEWS, tmp_path / "out.jsonl"], "line 1"),
    ]:
        result = run(*arguments)
        lines = result.stderr.decode().strip().splitlines()
        assert result.returncode == 2, arguments
        assert len(lines) == 1, lines
        assert lines[0].startswith("claimx: ")
        assert told in lines[0]
        assert result.stdout == b""


@pytest.mark.parametrize("record", ["claim", "passage"])
def test_the_schema_is_json(record):
    schema = json.loads(CliRunner().invoke(app, ["schema", record]).stdout)
    assert schema["title"].lower() == record


def test_evaluate_prints_and_writes_the_figures(tmp_path):
    result = CliRunner().invoke(
        app,
        [
            "evaluate",
            "default",
            str(NEWS),
            "--json",
            str(tmp_path / "m.json"),
            "--predictions",
            str(tmp_path / "p.jsonl"),
        ],
    )
    assert result.exit_code == 0
    assert "core" in result.output
    figures = json.loads((tmp_path / "m.json").read_text())
    assert figures["core"]["gold"] == 160
    assert figures["core"]["f1"] > 0.5
    assert len((tmp_path / "p.jsonl").read_text().splitlines()) == 24


def test_evaluate_sorts_errors_into_kinds_without_quoting_the_texts(tmp_path):
    report = tmp_path / "errors.md"
    result = CliRunner().invoke(app, ["evaluate", "default", str(NEWS), "--errors", str(report)])
    assert result.exit_code == 0
    text = report.read_text()
    assert "## locations" in text
    assert "beyond the evidence" in text
    assert "Homs" not in text


def test_the_least_confidence_decides_how_many_claims_are_printed():
    def printed(*options):
        return json.loads(CliRunner().invoke(app, ["extract", str(ARTICLE), "--format", "json", *options]).stdout)

    every, usual, sure = printed("--min-confidence", "0"), printed(), printed("--min-confidence", "0.9")
    assert len(every) >= len(usual) > len(sure) > 0
    assert all(claim["confidence"] >= 0.9 for claim in sure)


def test_a_corpus_is_labelled_taken_apart_and_put_together(tmp_path):
    texts, labelled, bare, whole = (tmp_path / name for name in ("t.jsonl", "l.jsonl", "b.jsonl", "w.jsonl"))
    records = [json.loads(line) | {"claims": []} for line in NEWS.read_text().splitlines()[:6]]
    texts.write_text("\n".join(map(json.dumps, records)))
    for arguments in (
        ["corpus", "label", texts, labelled, "--empty", "1"],
        ["corpus", "detach", labelled, bare],
        ["corpus", "attach", bare, texts, whole],
    ):
        result = CliRunner().invoke(app, [str(argument) for argument in arguments])
        assert result.exit_code == 0, result.output
        assert "6" in result.output
    assert whole.read_text() == labelled.read_text()
    claims = [claim for line in labelled.read_text().splitlines() for claim in json.loads(line)["claims"]]
    assert claims
    assert all(claim["confidence"] >= 0.08 for claim in claims)


def test_annotators_are_compared_on_what_both_annotated(tmp_path):
    lines = NEWS.read_text().splitlines()
    (tmp_path / "b.jsonl").write_text("\n".join(lines[:5]))
    result = CliRunner().invoke(app, ["corpus", "compare", str(NEWS), str(tmp_path / "b.jsonl")])
    assert "1.000" in result.output
    (tmp_path / "c.jsonl").write_text(json.dumps(json.loads(lines[0]) | {"id": "other"}))
    assert "no passage in common" in str(
        CliRunner().invoke(app, ["corpus", "compare", str(NEWS), str(tmp_path / "c.jsonl")]).exception
    )


def test_validate_describes_a_corpus():
    result = CliRunner().invoke(app, ["corpus", "validate", str(NEWS)])
    assert "24 passages, 160 claims" in " ".join(result.output.split())


def test_version():
    assert CliRunner().invoke(app, ["--version"]).stdout.startswith("claimx 0.")
