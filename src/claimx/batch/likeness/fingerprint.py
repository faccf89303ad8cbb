"""Fingerprints of articles, by which the same text is known again."""

from dataclasses import dataclass
from hashlib import blake2b

import numpy as np
import numpy.typing as npt

from claimx.archives.article import Article
from claimx.batch.likeness.near_duplicates import NearDuplicates

Signature = npt.NDArray[np.uint32]

_BYTES = 16


@dataclass(frozen=True, slots=True, eq=False)
class Fingerprint:
    """What is kept of a text.

    Attributes:
        folded: hash of its words, white space and case folded: articles that share it are duplicates.
        exact: hash of the text and its publication date, letter for letter: articles that share it make the same claims
            at the same offsets.
        signature: its MinHash signature where near duplicates are asked for.
    """

    folded: bytes
    exact: bytes
    signature: Signature | None = None

    @property
    def key(self) -> int:
        """The key of :attr:`folded` in a :class:`~claimx.batch.likeness.hash_index.HashIndex`."""
        return int.from_bytes(self.folded[:8], "little")


def fingerprint_of(article: Article, near: NearDuplicates | None) -> Fingerprint | None:
    """The fingerprint of an article; None for one without words, which resembles nothing."""
    words = article.text.split()
    if not words:
        return None
    published = "" if article.published is None else article.published.isoformat()
    return Fingerprint(
        folded=_hash(" ".join(words).casefold()),
        exact=_hash(f"{published}\n{article.text}"),
        signature=None if near is None else near.signature(article.text),
    )


def _hash(text: str) -> bytes:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=_BYTES).digest()
