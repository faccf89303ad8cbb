import shutil

from typer.testing import CliRunner

from claimx.cli.app import app
from claimx.int8.ranges import RANGES_FILE, load_ranges
from claimx.pipeline.model_folder import default_model_path
from tests.conftest import NEWS

COMPONENTS = ("claimx_transformer", "claimx_linker")


def test_a_model_gets_its_ranges(tmp_path):
    folder = shutil.copytree(default_model_path(), tmp_path / "model")
    for name in COMPONENTS:
        (folder / name / RANGES_FILE).unlink()
    result = CliRunner().invoke(app, ["quantise", str(folder), str(NEWS), "--dev", str(NEWS)])
    assert result.exit_code == 0, result.output
    for name in COMPONENTS:
        assert load_ranges(folder / name).keys() == load_ranges(default_model_path() / name).keys()
    assert result.output.count("event_links") == 2
    assert "float32, which is float32 on this machine" in result.output
