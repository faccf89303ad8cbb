"""Runs on Ray: what a run without it gives, byte for byte, also when it is interrupted or a process dies."""

import json
import os
import random
import signal
import subprocess
import sys

import pytest
from typer.testing import CliRunner

from claimx.batch.parts.partial_folder import PartialFolder
from claimx.cli.app import app
from tests.conftest import ROOT

ray = pytest.importorskip("ray", reason="Ray is not installed: pip install 'claimx[ray]'")

PLACES = ("Aleppo", "Goma", "Marib", "Juba", "Kaduna")


def make_text(number):
    place = PLACES[number % len(PLACES)]
    return f"At least {number + 2} people were killed and {number % 7 + 1} wounded in {place} on Friday, medics said."


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    """Articles with duplicates near and far, broken lines, and a folder of texts of which one is empty."""
    folder = tmp_path_factory.mktemp("archive")
    chosen = random.Random(5)
    lines = []
    for number in range(24):
        text = make_text(chosen.randrange(number) if number % 4 == 3 else number)
        record = {"id": f"n{number}", "date": f"2024-05-{number % 3 + 1:02}", "title": f"Raid {number}", "text": text}
        lines.append(json.dumps(record) if number % 9 != 5 else "{ not JSON")
    (folder / "news.jsonl").write_text("\n".join(lines))
    (folder / "texts").mkdir()
    for number in (2, 40, 41):
        (folder / "texts" / f"{number}.txt").write_text("" if number == 41 else make_text(number))
    return [str(folder / "news.jsonl"), str(folder / "texts")]


@pytest.fixture(scope="module")
def session():
    """Ray on this machine, once for all tests."""
    from claimx.batch.ray.session import ray_session

    with ray_session(2):
        yield


def command(archive, output, *options):
    return CliRunner().invoke(app, ["batch", *archive, "-o", str(output), "--part-size", "4", "--quiet", *options])


def contents(output):
    manifest = json.loads(output.with_name(f"{output.name}.manifest.json").read_text())
    counts = {**manifest["counts"], "seconds": 0}
    quarantine = output.with_name(f"{output.name}.quarantine.jsonl").read_bytes()
    return output.read_bytes(), quarantine, counts, manifest["options"], manifest["inputs"]


@pytest.fixture(scope="module")
def expected(archive, tmp_path_factory, nlp):
    output = tmp_path_factory.mktemp("local") / "out.jsonl"
    told = command(archive, output)
    assert told.exit_code == 0, told.output
    assert json.loads(output.with_name("out.jsonl.manifest.json").read_text())["engine"] == "local"
    return contents(output)


def test_the_output_is_that_of_a_run_without_ray(archive, expected, session, tmp_path):
    output = tmp_path / "out.jsonl"
    told = command(archive, output, "--engine", "ray", "--workers", "1")
    assert told.exit_code == 0, told.output
    assert told.stderr == ""
    assert contents(output) == expected
    assert expected[2]["copied"] >= 2
    assert json.loads((tmp_path / "out.jsonl.manifest.json").read_text())["engine"] == "ray"


def test_a_run_that_is_interrupted_goes_on_on_either_engine(archive, expected, session, tmp_path, monkeypatch):
    output = tmp_path / "out.jsonl"
    write = PartialFolder.write

    for engine, last in (("local", 1), ("ray", 3)):

        def interrupted(folder, number, made, last=last):
            if number > last:
                raise KeyboardInterrupt
            write(folder, number, made)

        with monkeypatch.context() as patch:
            patch.setattr(PartialFolder, "write", interrupted)
            told = command(archive, output, "--engine", engine)
        assert told.exit_code == 130
        assert told.stderr == "claimx: interrupted; the same command goes on where it was\n"
        assert [path.name for path in tmp_path.iterdir()] == ["out.jsonl.partial"]
        assert len(list((tmp_path / "out.jsonl.partial").glob("part-*"))) == last + 1
    told = command(archive, output)
    assert told.exit_code == 0, told.output
    assert contents(output) == expected


def test_a_process_that_dies_costs_nothing(archive, expected, session, tmp_path, monkeypatch):
    output = tmp_path / "out.jsonl"
    write = PartialFolder.write
    killed = []

    def killing(folder, number, made):
        write(folder, number, made)
        if not killed:
            found = subprocess.run(["pgrep", "-f", "^ray::MapWorker"], capture_output=True, text=True).stdout.split()
            ours = [int(process) for process in found if _is_ours(int(process))]
            for process in ours[:1]:
                os.kill(process, signal.SIGKILL)
                killed.append(process)

    monkeypatch.setattr(PartialFolder, "write", killing)
    told = command(archive, output, "--engine", "ray", "--workers", "1")
    assert told.exit_code == 0, told.output
    assert len(killed) == 1
    assert contents(output) == expected


def _is_ours(process):
    """Whether a process descends from this one: others may run Ray as well."""
    while process > 1:
        if process == os.getpid():
            return True
        with open(f"/proc/{process}/stat") as stat:
            process = int(stat.read().rpartition(")")[2].split()[1])
    return False


def test_what_is_wrong_with_the_model_is_one_line(archive, session, tmp_path):
    from claimx.archives.article import Article
    from claimx.batch.model_identity import ModelIdentity
    from claimx.batch.ray.engine import RayEngine
    from claimx.batch.ray.settings import ReaderSettings
    from claimx.errors import BatchError

    other = ReaderSettings(ModelIdentity("en_other", "1", "0" * 64), None, "0.0.0", None)
    with RayEngine(other, 1) as engine:
        wait = engine.begin([Article("a", "Nobody was hurt.", None, None, "x", 0)])
        with pytest.raises(BatchError, match=r"claimx is 0\.0\.0 here and .* on "):
            wait()


@pytest.mark.parametrize(
    ("options", "address", "told"),
    [
        (["--engine", "ray"], "127.0.0.1:9", "no Ray cluster can be joined at 127.0.0.1:9"),
        (["--engine", "ray"], "ray://head:10001", "name the cluster itself, by HOST:PORT or auto"),
        (["--workers", "2"], "", "--workers is for --engine ray"),
    ],
)
def test_mistakes_are_one_line(archive, tmp_path, options, address, told):
    result = subprocess.run(
        [sys.executable, "-m", "claimx", "batch", *archive, "-o", str(tmp_path / "out.csv"), "--quiet", *options],
        capture_output=True,
        text=True,
        timeout=300,
        cwd=ROOT,
        env=os.environ | {"RAY_ADDRESS": address},
    )
    assert result.returncode == 2
    assert result.stderr.startswith("claimx: ")
    assert result.stderr.count("\n") == 1
    assert told in result.stderr
