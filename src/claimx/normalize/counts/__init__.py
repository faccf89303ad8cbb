"""Quantity expressions to numbers."""

from claimx.normalize.counts.parse import CONVENTIONS, parse_count
from claimx.normalize.counts.value import CountValue

__all__ = ["CONVENTIONS", "CountValue", "parse_count"]
