"""What a run is to do: all that its output depends on, kept so that a restart cannot mix two runs."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any, Self

import claimx
from claimx.batch.cursor import InputFile
from claimx.batch.model_identity import ModelIdentity
from claimx.batch.result import storable

#: Changes when parts are written in another way.
_LAYOUT = 1


@dataclass(frozen=True, slots=True)
class Plan:
    """All that an output depends on.

    Attributes:
        inputs: path and bytes (None where not known) of each input, in order.
        options: every option that changes the output, by name; plain JSON values.
        model: name, version and hash of the model.
        claimx: the version of claimx.
        layout: the layout of the parts.
    """

    inputs: tuple[tuple[str, int | None], ...]
    options: Mapping[str, Any]
    model: Mapping[str, str]
    claimx: str = field(default=claimx.__version__)
    layout: int = _LAYOUT

    def to_dict(self) -> dict[str, Any]:
        """The JSON object."""
        return {
            "claimx": self.claimx,
            "layout": self.layout,
            "model": dict(self.model),
            "options": dict(self.options),
            "inputs": [{"path": path, "bytes": size} for path, size in self.inputs],
        }

    @classmethod
    def from_dict(cls, record: Mapping[str, Any]) -> Self:
        """What :meth:`to_dict` gave; what is beside it is left out."""
        inputs = tuple((file["path"], file["bytes"]) for file in record["inputs"])
        return cls(inputs, record["options"], record["model"], record["claimx"], record["layout"])

    def differences(self, other: "Plan") -> Iterator[str]:
        """Tell in words, one a difference, what the other plan has that this has not."""
        if self.layout != other.layout or self.claimx != other.claimx:
            yield f"claimx was {self.claimx}, is {other.claimx}"
        if dict(self.model) != dict(other.model):
            yield "another model"
        for name in sorted(self.options.keys() | other.options.keys()):
            before, now = self.options.get(name), other.options.get(name)
            if before != now:
                yield f"{name} was {_told(before)}, is {_told(now)}"
        if self.inputs != other.inputs:
            yield _inputs_difference(self.inputs, other.inputs)


def plan_of(files: Sequence[InputFile], options: Mapping[str, Any], model: ModelIdentity) -> Plan:
    """The plan of a run over files."""
    return Plan(tuple((storable(str(file.path)), file.size) for file in files), options, asdict(model))


def _told(value: Any) -> str:
    return "not given" if value is None else str(value)


def _inputs_difference(before: Sequence[tuple[str, int | None]], now: Sequence[tuple[str, int | None]]) -> str:
    for (path, size), (other, other_size) in zip(before, now, strict=False):
        if path != other:
            return f"other inputs ({path} was where {other} is)"
        if size != other_size:
            return f"{path} had {_told(size)} bytes, has {_told(other_size)}"
    return f"there were {len(before)} inputs, there are {len(now)}"
