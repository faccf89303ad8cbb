"""Time expressions to days."""

from claimx.normalize.times.dateline import document_date
from claimx.normalize.times.resolve import TimeValue, resolve_time

__all__ = ["TimeValue", "document_date", "resolve_time"]
