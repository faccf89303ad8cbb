"""What a run of ``claimx batch`` costs in a process of its own: its peak of memory, and the time to its first claim."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

#: Of ten articles of an archive, those that tell a casualty.
_TOLD = (
    "Police in the port of Tartus said on Friday that at least {n} people, among them three children, were killed when "
    "a car bomb went off outside a bakery in street {i}. The governor blamed gunmen loyal to a rival faction."
)
_FREE = (
    "The minister of transport opened terminal {i} on Monday and thanked the {n} engineers who had worked on it since "
    "the spring. Fares will stay as they are until the end of the season, the company said."
)

_FIRST = """
import time; began = time.perf_counter()
import claimx
next(claimx.pipe([{text!r}]))
print(time.perf_counter() - began)
"""


def _articles(count: int) -> Iterator[str]:
    for i in range(count):
        yield (_FREE if i % 10 else _TOLD).format(i=i, n=2 + i % 40)


def peak_memory(articles: int, folder: Path) -> dict[str, float]:
    """Run ``claimx batch`` over so many short articles, one in ten of which tells a casualty.

    Args:
        articles: how many.
        folder: where archive and output are written.

    Returns:
        The peak of resident memory of the run in MB, and its seconds.
    """
    archive, output = folder / f"{articles}.jsonl", folder / f"{articles}.claims.jsonl"
    with archive.open("w", encoding="utf-8") as file:
        for text in _articles(articles):
            file.write(json.dumps({"text": text}) + "\n")
    began = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "claimx", "batch", str(archive), "-o", str(output), "--overwrite", "--quiet"]
    )
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"claimx batch ended with {os.waitstatus_to_exitcode(status)}")
    read = sum(1 for _ in output.open(encoding="utf-8"))
    if read != articles:
        raise SystemExit(f"{read} of {articles} articles came out")
    return {"peak_mb": usage.ru_maxrss / 1024, "seconds": time.perf_counter() - began}


def first_claim() -> float:
    """Seconds from the start of a new process' import of claimx to the claims of a first short text."""
    code = _FIRST.format(text=_TOLD.format(i=1, n=12))
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return float(told.stdout)
