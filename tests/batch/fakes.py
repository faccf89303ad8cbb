"""Archives, readers and models of a few lines: a run does not mind what it runs on."""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from claimx.archives.article import Article, Unreadable
from claimx.batch.job import BatchJob
from claimx.batch.model_identity import ModelIdentity
from claimx.batch.outputs.formats import output_format
from claimx.schema.claim import Claim

MODEL = ModelIdentity("en_fake", "1.0", "0" * 64)


@dataclass(frozen=True)
class FakeFile:
    """An input of so many records."""

    path: str
    size: int


def make_text(name, position):
    if position % 11 == 5:  # a text that stood before, in other letters
        return make_text(name, position - 3).upper()
    if position % 13 == 7:
        return make_text(name, position - 4)
    return f"Monitors said {position + 2} people were killed in {name}, in raid number {position}."


def open_fake(file, start):
    """Records of a fake file: every seventeenth is unreadable, every nineteenth cannot be processed."""
    for position in range(start, file.size):
        if position % 17 == 3:
            yield Unreadable(file.path, position, "not an article")
        else:
            text = "fails" if position % 19 == 4 else make_text(file.path, position)
            yield Article(f"{file.path}-{position}", text, date(2024, 5, 1), "Raid", file.path, position)


def quote(text, words):
    start = text.index(words)
    return {"text": words, "start": start, "end": start + len(words)}


def claims_of(text):
    """The claim of a text of :func:`make_text`."""
    found = re.search(r"(\d+) (people) were (killed)", text, re.IGNORECASE)
    if found is None:
        return []
    number = int(found[1])
    return [
        Claim.model_validate(
            {
                "outcome": "killed",
                "trigger": quote(text, found[3]),
                "evidence": {"text": text, "start": 0, "end": len(text)},
                "count": {**quote(text, found[1]), "value": number, "min": number, "max": number, "modifier": "exact"},
                "unit": "people",
                "victims": {**quote(text, found[2]), "category": "person"},
                "stance": "asserted",
                "scope": "incident",
                "confidence": 0.75,
                "confidences": {"outcome": 0.9, "count": 0.8},
            }
        )
    ]


def read_fake(articles):
    return [ValueError("it fails") if article.text == "fails" else claims_of(article.text) for article in articles]


def make_job(output, files=None, **options):
    files = [FakeFile("a.txt", 90), FakeFile("b.txt", 0), FakeFile("c.txt", 60)] if files is None else files
    output = Path(output)
    return BatchJob(files=files, output=output, form=output_format(output), model=MODEL, **options)
