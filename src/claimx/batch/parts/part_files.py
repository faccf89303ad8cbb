"""Parts of a run: so many records read, on disk wholly or not at all.

A part is one gzipped JSON Lines file: a line about the part, one for each result, one for each quarantined record.
"""

import gzip
import json
import zlib
from base64 import b64decode, b64encode
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Any, Self

import numpy as np

from claimx.batch.counts import Counts
from claimx.batch.cursor import Cursor
from claimx.batch.likeness.duplicate_kind import DuplicateKind
from claimx.batch.likeness.fingerprint import Fingerprint
from claimx.batch.outputs.jsonl_writer import result_line, result_of_line
from claimx.batch.parts.durable import write_whole
from claimx.batch.quarantine import Quarantined
from claimx.batch.result import ArticleResult

_LEVEL = 3

#: What reading a file that is cut short or garbled may raise.
DAMAGE = (OSError, EOFError, zlib.error, ValueError, KeyError, TypeError)


@dataclass(frozen=True, slots=True)
class PartHead:
    """What a restart must know of a part.

    Attributes:
        start: the first record of it.
        end: the record behind its last.
        counts: its numbers.
        fingerprints: one for each result; None for a text without words.
        kinds: for each result, whether and how it is a duplicate.
    """

    start: Cursor
    end: Cursor
    counts: Counts
    fingerprints: tuple[Fingerprint | None, ...]
    kinds: tuple[DuplicateKind, ...]

    def to_dict(self) -> dict[str, Any]:
        """The JSON object."""
        return {
            "start": astuple(self.start),
            "end": astuple(self.end),
            "counts": self.counts.to_dict(),
            "fingerprints": [None if print_ is None else _to_json(print_) for print_ in self.fingerprints],
            "kinds": list(self.kinds),
        }

    @classmethod
    def from_dict(cls, record: dict[str, Any]) -> Self:
        """What :meth:`to_dict` gave."""
        return cls(
            Cursor(*record["start"]),
            Cursor(*record["end"]),
            Counts.from_dict(record["counts"]),
            tuple(None if print_ is None else _from_json(print_) for print_ in record["fingerprints"]),
            tuple(DuplicateKind(kind) for kind in record["kinds"]),
        )


@dataclass(frozen=True, slots=True)
class Part:
    """A part that was read back.

    Attributes:
        head: about it.
        result_lines: JSON of each result.
        quarantine_lines: JSON of each quarantined record.
    """

    head: PartHead
    result_lines: tuple[bytes, ...]
    quarantine_lines: tuple[bytes, ...]

    def result(self, row: int) -> ArticleResult:
        """One of the results."""
        return result_of_line(self.result_lines[row])


def part_path(folder: Path, number: int) -> Path:
    """The name of a part's file."""
    return folder / f"part-{number:07d}.jsonl.gz"


def write_part(
    folder: Path, number: int, head: PartHead, results: list[ArticleResult], quarantined: list[Quarantined]
) -> None:
    """Write a part: when this returns, it is on the disk."""
    lines = [json.dumps(head.to_dict())]
    lines += [result_line(result) for result in results]
    lines += [json.dumps(record.to_dict(), ensure_ascii=False) for record in quarantined]
    data = "".join(line + "\n" for line in lines).encode("utf-8")
    write_whole(part_path(folder, number), gzip.compress(data, _LEVEL, mtime=0))


def read_head(path: Path) -> PartHead:
    """Read the first line of a part.

    Raises:
        OSError, EOFError, zlib.error, ValueError, KeyError, TypeError: there is none, or it is damaged.
    """
    with gzip.open(path) as lines:
        return PartHead.from_dict(json.loads(lines.readline()))


def read_part(path: Path) -> Part:
    """Read a part.

    Raises:
        OSError, EOFError, zlib.error, ValueError, KeyError, TypeError: there is none, or it is damaged.
    """
    first, *lines = gzip.decompress(path.read_bytes()).splitlines()
    head = PartHead.from_dict(json.loads(first))
    articles = head.counts.articles
    if len(lines) != articles + head.counts.quarantined:
        raise ValueError(f"{path}: {len(lines)} lines where {articles} + {head.counts.quarantined} should be")
    return Part(head, tuple(lines[:articles]), tuple(lines[articles:]))


def _to_json(print_: Fingerprint) -> list[str]:
    record = [print_.folded.hex(), print_.exact.hex()]
    if print_.signature is not None:
        record.append(b64encode(print_.signature.astype("<u4").tobytes()).decode("ascii"))
    return record


def _from_json(record: list[str]) -> Fingerprint:
    signature = np.frombuffer(b64decode(record[2]), "<u4").astype(np.uint32) if len(record) > 2 else None
    return Fingerprint(bytes.fromhex(record[0]), bytes.fromhex(record[1]), signature)
