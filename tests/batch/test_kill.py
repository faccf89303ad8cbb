"""Runs that are killed, at random moments and between any two steps of the file system."""

import json
import os
import random
import signal
import subprocess
import sys
import time

import pytest

from claimx.batch.run import run_batch
from claimx.errors import BatchError
from tests.batch.fakes import make_job, open_fake, read_fake
from tests.conftest import ROOT

OUTPUTS = ("out.jsonl", "out.jsonl.quarantine.jsonl")


def start(output, pause, *options):
    command = [sys.executable, "-m", "tests.batch.slow_run", str(output), str(pause), *options]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout.readline() == "runs\n"
    return process


def undisturbed(folder, **options):
    folder.mkdir()
    run_batch(make_job(folder / "out.jsonl", **options), read_fake, open_fake)
    return contents(folder)


def contents(folder):
    """The output and the quarantine, and the counts but for the time that they took."""
    counts = json.loads((folder / "out.jsonl.manifest.json").read_text())["counts"]
    return [(folder / name).read_bytes() for name in OUTPUTS], {**counts, "seconds": 0}


def test_ten_kills_lose_nothing_and_double_nothing(tmp_path):
    expected = undisturbed(tmp_path / "calm", part_size=3, near_duplicates=0.9)
    folder = tmp_path / "killed"
    folder.mkdir()
    output = folder / "out.jsonl"
    options = ("part_size=3", "near_duplicates=0.9")
    moments = random.Random(7)
    for _ in range(10):
        process = start(output, 0.02, *options)
        time.sleep(moments.uniform(0.0, 0.12))
        process.kill()
        process.communicate()
        assert process.returncode == -signal.SIGKILL, "it was to be killed before it was done"
        assert not output.exists()
    assert (folder / "out.jsonl.lock").exists()
    process = start(output, 0, *options)
    process.communicate(timeout=60)
    assert process.returncode == 0
    assert contents(folder) == expected
    assert len(list(folder.iterdir())) == 3


class Killed(BaseException):
    """What stands for a kill: nothing catches it."""


@pytest.mark.parametrize("overwrite", [False, True])
def test_a_kill_before_any_step_of_the_file_system_is_survived(tmp_path, monkeypatch, overwrite):
    expected = undisturbed(tmp_path / "calm", part_size=60)
    steps = ("replace", "fsync", "unlink", "rmdir", "mkdir")
    real = {name: getattr(os, name) for name in steps}
    allowed = 0

    def step(name):
        def stepping(*arguments, **named):
            nonlocal left
            left -= 1
            if left < 0:
                raise Killed
            return real[name](*arguments, **named)

        return stepping

    for name in steps:
        monkeypatch.setattr(os, name, step(name))
    while True:
        left = 10**6
        folder = tmp_path / f"killed-{allowed}"
        folder.mkdir()
        output = folder / "out.jsonl"
        if overwrite:
            output.write_text("old")
            (folder / "out.jsonl.manifest.json").write_text("{}")
        job = make_job(output, part_size=60, overwrite=overwrite)
        left = allowed
        try:
            run_batch(job, read_fake, open_fake)
            break
        except Killed:
            pass
        left = 10**6
        try:
            run_batch(job, read_fake, open_fake)
        except BatchError as error:
            assert "exists; --overwrite" in str(error)
            assert not (folder / "out.jsonl.lock").exists(), "it was killed when all was done"
        assert contents(folder) == expected
        assert {path.name for path in folder.iterdir()} == {*OUTPUTS, "out.jsonl.manifest.json"}
        allowed += 1
    assert allowed > 30


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_run_ends_cleanly_and_goes_on(tmp_path, number):
    expected = undisturbed(tmp_path / "calm", part_size=10)
    folder = tmp_path / "interrupted"
    folder.mkdir()
    process = start(folder / "out.jsonl", 0.05, "part_size=10")
    time.sleep(0.3)
    process.send_signal(number)
    told = process.communicate(timeout=30)
    assert (process.returncode, *told) == (130, "", "")
    assert sorted(path.name for path in folder.iterdir()) == ["out.jsonl.partial"]
    process = start(folder / "out.jsonl", 0, "part_size=10")
    process.communicate(timeout=60)
    assert contents(folder) == expected


def test_two_runs_do_not_write_one_output(tmp_path):
    process = start(tmp_path / "out.jsonl", 1)
    time.sleep(0.3)
    with pytest.raises(BatchError, match=rf"process {process.pid} is writing it"):
        run_batch(make_job(tmp_path / "out.jsonl"), read_fake, open_fake)
    process.kill()
    process.communicate()
    run_batch(make_job(tmp_path / "out.jsonl"), read_fake, open_fake)
