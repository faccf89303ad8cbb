"""Draw the picture of the README: what ``claimx extract`` prints for an article of ``corpora/``, as SVG.

python docs/picture.py
"""

import io
from pathlib import Path

from rich.console import Console

import claimx
from claimx.reports.claims_table import claims_table

ROOT = Path(__file__).resolve().parents[1]
ARTICLE = ROOT / "corpora" / "articles" / "airstrike-contested.txt"
PUBLISHED = "2024-03-18"


def main() -> None:
    """Write ``docs/extract.svg``."""
    console = Console(record=True, width=118, file=io.StringIO(), force_terminal=True)
    command = f"claimx extract corpora/articles/{ARTICLE.name} --published {PUBLISHED}"
    console.print(f"[bold]$[/] {command}\n", highlight=False)
    console.print(claims_table(claimx.extract(ARTICLE.read_bytes().decode(), PUBLISHED)))
    (ROOT / "docs" / "extract.svg").write_text(console.export_svg(title="claimx"), encoding="utf-8")


if __name__ == "__main__":
    main()
