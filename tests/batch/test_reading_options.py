import json
import shutil

from typer.testing import CliRunner

from claimx.cli.app import app
from claimx.pipeline.model_folder import default_model_path
from tests.filtering.sentences import ORDINARY

TOLD = "A bus fell into a ravine near Orsk on Friday; police said that nine passengers were killed and four injured."


def run(tmp_path, *options):
    archive, output = tmp_path / "archive.jsonl", tmp_path / "claims.jsonl"
    texts = [*ORDINARY[:8], TOLD, *ORDINARY[8:12]]
    archive.write_text("".join(json.dumps({"text": text}) + "\n" for text in texts))
    result = CliRunner().invoke(app, ["batch", str(archive), "-o", str(output), "--overwrite", "--quiet", *options])
    assert result.exit_code == 0, result.output
    manifest = json.loads((tmp_path / "claims.jsonl.manifest.json").read_text())
    rows = [json.loads(line) for line in output.read_text().splitlines()]
    told = [[(c["outcome"], c["count"]["value"]) for c in row["claims"]] for row in rows]
    return told, manifest["options"]["filter"], result.output


def test_the_filter_may_be_turned_off_and_finds_the_same(tmp_path):
    with_filter, noted, _ = run(tmp_path)
    assert noted is True
    assert with_filter[8] == [("killed", 9), ("injured", 4)]
    without, noted, _ = run(tmp_path, "--no-filter")
    assert noted is False
    assert without[8] == with_filter[8]


def test_a_model_without_a_filter_reads_everything_and_says_so(tmp_path):
    folder = shutil.copytree(default_model_path(), tmp_path / "model")
    shutil.rmtree(folder / "claimx_filter")
    config = (folder / "config.cfg").read_text()
    config = config.replace('"claimx_filter", ', "").replace(
        '[components.claimx_filter]\nfactory = "claimx_filter"\n', ""
    )
    (folder / "config.cfg").write_text(config)
    told, noted, said = run(tmp_path, "--model", str(folder))
    assert noted is False
    assert "no filter" in said
    assert told[8] == [("killed", 9), ("injured", 4)]


def test_the_manifest_tells_the_number_format(tmp_path):
    told, _, _ = run(tmp_path, "--precision", "float32")
    assert told[8] == [("killed", 9), ("injured", 4)]
    options = json.loads((tmp_path / "claims.jsonl.manifest.json").read_text())["options"]
    assert options["number_format"] == "float32"
