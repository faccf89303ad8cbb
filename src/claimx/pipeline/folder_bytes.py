"""``to_bytes`` and ``from_bytes`` for components that know how to write a folder."""

from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import srsly


class FolderBytes:
    """Serialises a component as the files that its ``to_disk`` writes."""

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """The component's files, by name, as one string of bytes."""
        with TemporaryDirectory() as folder:
            self.to_disk(folder, exclude=exclude)  # type: ignore[attr-defined]
            files = {path.name: path.read_bytes() for path in sorted(Path(folder).iterdir())}
        return srsly.msgpack_dumps(files)

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> Any:
        """Read what :meth:`to_bytes` wrote."""
        with TemporaryDirectory() as folder:
            for name, content in srsly.msgpack_loads(data).items():
                (Path(folder) / name).write_bytes(content)
            return self.from_disk(folder, exclude=exclude)  # type: ignore[attr-defined]
