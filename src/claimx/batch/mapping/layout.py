"""Which columns a batch has, and which its result."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import pyarrow as pa

from claimx.archives.faults import UnreadableRecord
from claimx.archives.fields import Columns, FieldNames
from claimx.batch.outputs.flat import FLAT_SCHEMA
from claimx.batch.outputs.nested import CLAIM_TYPE
from claimx.errors import BatchError

_PUBLISHED = ("published", pa.date32())
_REPAIRS = ("repairs", pa.list_(pa.string()))
_ERROR = ("error", pa.string())

#: The columns of the result, beside those that are kept: nested, a row an article; flat, a row a claim.
NESTED = pa.schema([_PUBLISHED, ("claims", pa.list_(CLAIM_TYPE)), _REPAIRS, _ERROR])
FLAT = pa.schema(
    [
        _PUBLISHED,
        *((field.name, field.type) for field in list(FLAT_SCHEMA)[FLAT_SCHEMA.get_field_index("claim") :]),
        _ERROR,
    ]
)


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of a batch and of its result.

    Attributes:
        columns: where text, date and id stand in the batch.
        kept: columns of the batch that the result has as well, first.
        made: the columns that the result has besides.
        flat: whether the result has a row a claim.
    """

    columns: Columns
    kept: tuple[str, ...]
    made: pa.Schema
    flat: bool

    @classmethod
    def of(cls, present: Collection[str], fields: FieldNames, keep: Sequence[str], flat: bool) -> "Layout":
        """Choose columns.

        Args:
            present: the names of the batch's columns.
            fields: the names that are asked for.
            keep: columns to keep beside the id's.
            flat: whether the result has a row a claim.

        Raises:
            BatchError: a column is asked for that is not there or that the result makes, or none is a text.
        """
        try:
            columns = fields.columns(present)
        except UnreadableRecord as fault:
            raise BatchError(f"the batch: {fault}") from fault
        made = FLAT if flat else NESTED
        kept = tuple(dict.fromkeys([*([] if columns.id is None else [columns.id]), *keep]))
        for name in (columns.text, *([] if columns.date is None else [columns.date]), *kept):
            if list(present).count(name) > 1:
                raise BatchError(f"the batch: it has the field {name!r} more than once")
        for name in kept:
            if name not in present:
                raise BatchError(f"the batch: it has no field {name!r} to keep")
            if name in made.names:
                raise BatchError(f"the result has a column {name!r} of its own: rename the one that is to be kept")
        return cls(columns, kept, made, flat)

    def schema(self, given: pa.Schema) -> pa.Schema:
        """The schema of the result of a batch of a schema."""
        return pa.schema([*(given.field(name) for name in self.kept), *self.made])
