"""How long it takes to import claimx, to load the default model and to read an article, on two threads.

    python benchmarks/latency.py

Each figure is the median of several runs in this one process (importing and loading: of several fresh processes),
printed beside its spread. The articles tell a claim every 65 words or so, which is what passages on violence do.
"""

import argparse
import os
import statistics
import subprocess
import sys
import time

THREADS = 2

IMPORT = "import time; t = time.perf_counter(); import claimx; print(time.perf_counter() - t)"
LOAD = "import time, claimx; t = time.perf_counter(); claimx.load(); print(time.perf_counter() - t)"

PARAGRAPH = (
    "Police in the port of Tartus said on Friday that at least 14 people, among them three children, were killed and "
    "another 30 wounded when a car bomb went off outside a bakery. The provincial governor blamed gunmen loyal to a "
    "rival faction and spoke of two suspects, while a doctor at the main hospital said that 17 bodies had been brought "
    "in. Shops along the harbour stayed shut for the rest of the day, and the mayor asked residents to give blood. "
    "The council will meet on Monday to discuss the repair of the road. "
)


FILLER = (
    "The minister of transport opened the new terminal on Monday and thanked the engineers who had worked on it "
    "since the spring. Fares will stay as they are until the end of the season, the company said, and a second "
    "line to the airport is to follow within two years if the budget allows it. Farmers in the valley expect a "
    "good harvest after weeks of steady rain, although prices at the market have hardly moved. A choir from the "
    "old town sang at the ceremony, and school children planted a row of lime trees along the road to the "
    "station. The opposition asked for a debate about the cost of the works, which it put at twice the sum that "
    "was first agreed, and the chamber of commerce called for calm. Visitors can see the plans in the town hall "
    "until the end of the month. A spokeswoman for the bank said that interest rates would be reviewed in the "
    "autumn and that it saw no reason to change its forecast for the year. "
)


def article(words: int) -> str:
    """A text of so many words."""
    return " ".join(((PARAGRAPH + FILLER) * (words // 200 + 1)).split()[:words])


def in_new_process(code: str) -> float:
    """Seconds that the code prints when run in a process of its own."""
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return float(told.stdout)


def main() -> None:
    """Measure and print."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--runs", type=int, default=5)
    runs = arguments.parse_args().runs
    os.environ["OMP_NUM_THREADS"] = str(THREADS)
    rows = {
        "import claimx": [in_new_process(IMPORT) for _ in range(runs)],
        "claimx.load()": [in_new_process(LOAD) for _ in range(runs)],
    }

    import claimx

    nlp = claimx.load()
    claimx.extract(article(600), model=nlp)
    for words in (100, 600, 3000):
        text = article(words)
        times = []
        for _ in range(runs):
            began = time.perf_counter()
            claims = claimx.extract(text, published="2024-03-18", model=nlp)
            times.append(time.perf_counter() - began)
        rows[f"extract(), {words} words, {len(claims)} claims"] = times
    print(f"{'':40}{'median':>10}{'lowest':>10}{'highest':>10}  (seconds, {THREADS} threads)")
    for name, times in rows.items():
        print(f"{name:40}{statistics.median(times):10.3f}{min(times):10.3f}{max(times):10.3f}")


if __name__ == "__main__":
    main()
