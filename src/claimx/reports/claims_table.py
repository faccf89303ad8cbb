"""Claims as a table for people: one row a claim, its evidence quoted under it."""

from collections.abc import Iterable, Sequence

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from claimx.schema.claim import Claim, Count, Time

_STYLES = {
    "killed": "bold red",
    "injured": "yellow",
    "killed_or_injured": "red",
    "missing": "cyan",
    "abducted": "magenta",
}

_SIGNS = {"at_least": "≥ ", "more_than": "> ", "at_most": "≤ ", "less_than": "< ", "about": "≈ ", "nearly": "up to "}

_COLUMNS = (("Who says", 5), ("Outcome", 4), ("Count", 3), ("Victims", 5), ("Where", 4), ("When", 4))

_MISSING = "–"


def claims_table(claims: Sequence[Claim]) -> Table | Text:
    """A table of claims: who says, outcome, count as a range, victims, where, when, confidence, and the evidence.

    Args:
        claims: the claims of one text, in its order.
    """
    if not claims:
        return Text("No casualty claims found.")
    outer = Table.grid(expand=True)
    outer.add_column(ratio=1)
    outer.add_row(_grid(("bold", "bold"), [Text(name) for name, _ in _COLUMNS], Text("Conf.")))
    for claim in claims:
        cells = [
            Text(_joined(quote.text for quote in claim.sources) or "the text itself"),
            Text(_outcome(claim), style=_STYLES[claim.outcome]),
            Text(format_count(claim.count, claim.unit)),
            Text(_one_line(claim.victims.text) if claim.victims.text else _MISSING),
            Text(_joined(quote.text for quote in claim.locations) or _MISSING),
            Text(format_time(claim.time)),
        ]
        confidence = _MISSING if claim.confidence is None else f"{claim.confidence:.0%}"
        outer.add_row(_grid(("", ""), cells, Text(confidence)))
        outer.add_row(Padding(Text(f"“{_one_line(claim.evidence.text)}”", style="dim italic"), (0, 0, 1, 2)))
    return outer


def format_count(count: Count, unit: str = "people") -> str:
    """The count as a range: "1,300", "≥ 12", "3–5", "≤ 13,000", "2 or more"."""
    if count.value is not None:
        text = f"{_SIGNS.get(count.modifier or '', '')}{count.value:,}"
    elif count.min is not None:
        text = f"{count.min:,} or more" if count.max is None else f"{count.min:,}–{count.max:,}"
    else:
        text = "not told" if count.max is None else f"≤ {count.max:,}"
    return text if unit == "people" else f"{text} {unit}"


def format_time(time: Time | None) -> str:
    """The days where they are known, else the words."""
    if time is None:
        return _MISSING
    if time.earliest is None:
        return _one_line(time.text)
    if time.latest is None:
        return f"from {time.earliest}"
    return str(time.earliest) if time.latest == time.earliest else f"{time.earliest} to {time.latest}"


def _grid(styles: tuple[str, str], cells: list[Text], last: Text) -> Table:
    row = Table.grid(expand=True, padding=(0, 2, 0, 0))
    for _, ratio in _COLUMNS:
        row.add_column(ratio=ratio, overflow="fold", style=styles[0])
    row.add_column(width=5, justify="right", no_wrap=True, style=styles[1])
    row.add_row(*cells, last)
    return row


def _outcome(claim: Claim) -> str:
    told = claim.outcome.replace("_", " ")
    return told if claim.stance == "asserted" else f"{told} ({claim.stance})"


def _joined(texts: Iterable[str]) -> str:
    return ", ".join(_one_line(text) for text in texts)


def _one_line(text: str) -> str:
    return " ".join(text.split())
