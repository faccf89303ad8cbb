"""How far what a model finds in this machine's number format is what it finds in float32.

    python benchmarks/precision.py unlabelled.jsonl.gz

A claim is the same if outcome, trigger, words of the count and its value are.
"""

from itertools import islice
from pathlib import Path
from typing import Annotated

import numpy as np
import typer

import claimx
from claimx.corpora.texts import iter_texts
from claimx.pipeline.number_format import number_format, reading_device
from claimx.pipeline.precision import Precision
from claimx.schema.claim import Claim


def main(
    texts: Annotated[Path, typer.Argument(help="Passages (JSON Lines with a 'text', .gz or not).")],
    passages: Annotated[int, typer.Option(help="How many to read.")] = 1000,
    model: Annotated[Path | None, typer.Option(help="A model folder; the default model if none is named.")] = None,
) -> None:
    """Read passages twice and print what both readings share."""
    read = [passage.text for passage in islice(iter_texts(texts), passages)]
    fast, exact = (
        [
            {_key(claim): claim for claim in claims}
            for claims in claimx.pipe(read, model=claimx.load(model, precision=p))
        ]
        for p in Precision
    )
    shared = [
        (ours[key], theirs[key]) for ours, theirs in zip(fast, exact, strict=True) for key in ours.keys() & theirs
    ]
    n_fast, n_exact = sum(map(len, fast)), sum(map(len, exact))
    apart = [abs(ours.confidence - theirs.confidence) for ours, theirs in shared]
    print(f"{len(read):,} passages: {n_fast:,} claims in {number_format(Precision.auto, reading_device())}")
    print(
        f"{n_exact:,} claims in float32; {len(shared):,} are the same (F1 {2 * len(shared) / (n_fast + n_exact):.4f})"
    )
    middle, most = np.quantile(apart, [0.5, 0.99])
    print(f"their confidences are {middle:.3f} apart in the median, {most:.3f} in 99 of 100")


def _key(claim: Claim) -> tuple[object, ...]:
    trigger = claim.trigger and claim.trigger.start
    return claim.outcome, trigger, claim.count.start, claim.count.end, claim.count.value


if __name__ == "__main__":
    typer.run(main)
