"""Rows of the result, from what comes of the articles."""

from collections.abc import Iterator
from typing import Any

from claimx.batch.outputs.flat import flat_rows
from claimx.batch.outputs.nested import nested_row
from claimx.batch.quarantine import Quarantined
from claimx.batch.result import ArticleResult


def rows_of(position: int, outcome: ArticleResult | Quarantined, *, flat: bool) -> Iterator[tuple[int, dict[str, Any]]]:
    """The rows of one article, each with the number of its row in the batch.

    Nested it is one; flat one a claim, or one with nothing but the error where it has no result.
    """
    if isinstance(outcome, Quarantined):
        yield position, {"error": outcome.reason}
    elif flat:
        for row in flat_rows(outcome):
            yield position, row
    else:
        yield position, nested_row(outcome)
