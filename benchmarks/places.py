"""How well place names are resolved, on a corpus whose place names have coordinates.

    python benchmarks/places.py ../shared/geo/lgl.jsonl

The gold spans are given; each document's are resolved together. Accuracy is the share of all place names resolved to
within 161 km (100 miles) of gold, a name that is not resolved counting as wrong; errors are great-circle kilometres
over what is resolved (the measures of Gritta et al., "A pragmatic guide to geoparsing evaluation", 2020). The weights
of the signs and the calibration were chosen on the documents of even number; the names that were got wrong were looked
at in all of them.
"""

import json
import resource
import time
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Annotated

import numpy as np
import typer
from rich.console import Console
from rich.table import Table

from claimx.normalize.places import Place, PlaceMention, resolve_places
from claimx.normalize.places.load import gazetteer

_NEAR_KM = 161.0
_BINS = 5


@dataclass
class Toponym:
    """A gold place name and what it was resolved to.

    Attributes:
        text: the name.
        place: what it was resolved to.
        error: kilometres from gold; None where it is not resolved.
    """

    text: str
    place: Place
    error: float | None


@dataclass
class Measured:
    """Documents resolved.

    Attributes:
        documents: the toponyms of each.
        seconds: how long each took.
    """

    documents: list[list[Toponym]] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)


def main(
    corpus: Annotated[Path, typer.Argument(help="JSONL: text and toponyms (text, start, latitude, longitude).")],
    failures: Annotated[bool, typer.Option(help="List what is wrong or not resolved.")] = False,
    output: Annotated[Path | None, typer.Option("--json", help="Write the figures to this file.")] = None,
) -> None:
    """Print accuracy, errors, calibration, load and resolution times."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began = time.perf_counter()
    gazetteer()
    figures: dict[str, float] = {
        "gazetteer load, s": time.perf_counter() - began,
        "gazetteer peak memory, MB": (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024,
    }
    with corpus.open(encoding="utf-8") as lines:
        measured = measure([json.loads(line) for line in lines])
    figures |= summary("all", [t for document in measured.documents for t in document])
    for name, rest in (("even", 0), ("odd", 1)):
        figures |= summary(name, [t for n, d in enumerate(measured.documents) if n % 2 == rest for t in d])
    sizes = [len(document) for document in measured.documents]
    for low, high in ((1, 9), (10, 19), (20, 200)):
        times = [1000 * s for n, s in zip(sizes, measured.seconds, strict=True) if low <= n <= high]
        if times:
            figures[f"ms a document of {low} to {high} places, median"] = median(times)
            figures[f"ms a document of {low} to {high} places, longest"] = max(times)
    table = Table("figure", "value")
    for name, value in figures.items():
        table.add_row(name, f"{value:,.3f}" if value < 10 else f"{value:,.1f}")
    console = Console(width=100)
    console.print(table)
    console.print(calibration([t for document in measured.documents for t in document]))
    if failures:
        for document in measured.documents:
            for t in document:
                if t.error is None or t.error > _NEAR_KM:
                    console.print(t.text, t.place, t.error)
    if output is not None:
        output.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


def measure(documents: list[dict]) -> Measured:
    """Resolve the gold spans of each document."""
    measured = Measured()
    for document in documents:
        gold = document["toponyms"]
        began = time.perf_counter()
        places = resolve_places([PlaceMention(t["text"], t["start"]) for t in gold], document["text"])
        measured.seconds.append(time.perf_counter() - began)
        measured.documents.append(
            [
                Toponym(t["text"], p, kilometres(p, t["latitude"], t["longitude"]))
                for t, p in zip(gold, places, strict=True)
            ]
        )
    return measured


def kilometres(place: Place, latitude: float, longitude: float) -> float | None:
    """Great-circle distance (haversine) of a place from a point; None where it is not resolved."""
    if place.latitude is None or place.longitude is None:
        return None
    first, second = np.radians([place.latitude, latitude])
    across = np.radians(place.longitude - longitude)
    chord = np.sin((first - second) / 2) ** 2 + np.cos(first) * np.cos(second) * np.sin(across / 2) ** 2
    return float(2 * 6371.0 * np.arcsin(np.sqrt(min(1.0, chord))))


def summary(name: str, toponyms: list[Toponym]) -> dict[str, float]:
    """The figures of some toponyms."""
    errors = [t.error for t in toponyms if t.error is not None]
    return {
        f"{name}: place names": len(toponyms),
        f"{name}: accuracy within 161 km": sum(error <= _NEAR_KM for error in errors) / len(toponyms),
        f"{name}: resolved": len(errors) / len(toponyms),
        f"{name}: accuracy of what is resolved": sum(error <= _NEAR_KM for error in errors) / len(errors),
        f"{name}: median error, km": median(errors),
        f"{name}: mean error, km": float(np.mean(errors)),
    }


def calibration(toponyms: list[Toponym]) -> Table:
    """Confidence beside accuracy, in bins of equal size."""
    resolved = [t for t in toponyms if t.error is not None and t.place.confidence is not None]
    resolved.sort(key=lambda t: t.place.confidence or 0.0)
    table = Table("confidence", "mean", "right within 161 km", "place names")
    for part in np.array_split(np.arange(len(resolved)), _BINS):
        chosen = [resolved[i] for i in part]
        sure = [t.place.confidence or 0.0 for t in chosen]
        right = np.mean([t.error is not None and t.error <= _NEAR_KM for t in chosen])
        table.add_row(f"{min(sure):.2f} to {max(sure):.2f}", f"{np.mean(sure):.3f}", f"{right:.3f}", str(len(chosen)))
    return table


if __name__ == "__main__":
    typer.run(main)
