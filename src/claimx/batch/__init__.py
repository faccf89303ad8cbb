"""Runs over archives of any length: streamed, resumable, every claim led back to its article.

:func:`~claimx.batch.mapping.mapped.map_batches` reads the batches of an engine's tables instead, and
:func:`~claimx.batch.mapping.mapped.output_schema` tells the types of what it gives.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claimx.batch.mapping.mapped import map_batches, output_schema

__all__ = ["map_batches", "output_schema"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module 'claimx.batch' has no attribute {name!r}")
    # Here, not at the top: they bring pyarrow, which not everything in here needs.
    from claimx.batch.mapping import mapped

    return getattr(mapped, name)
