"""Texts that are nearly the same: MinHash signatures (Broder, 1997) in bands (Leskovec et al., 2014, chapter 3)."""

import re
from collections.abc import Callable, Iterator
from hashlib import blake2b

import numpy as np
import numpy.typing as npt

from claimx.batch.likeness.hash_index import HashIndex

#: Hashes of a signature: the estimate of a resemblance of 0.9 has a standard error of 0.027.
_PERMUTATIONS = 128
_SEED = 1

#: Words of a shingle.
_SHINGLE = 3

#: Least share of the pairs at the threshold that a band must find.
_RECALL = 0.95

_WORD = re.compile(r"\w+")


class NearDuplicates:
    """Finds the first text whose shingles of three words are nearly those of another.

    Only texts that are no near duplicates themselves are remembered, about 16 bytes a band of each. Where two of them
    share a band it leads to the first only, which costs a pair now and then.

    Args:
        threshold: least resemblance (Jaccard index of the shingles, as their signatures estimate it), 0.5 to 1.
    """

    def __init__(self, threshold: float):
        self.threshold = threshold
        self.rows = _rows_of_a_band(threshold)
        self._index = HashIndex()

    def signature(self, text: str) -> npt.NDArray[np.uint32]:
        """The signature of a text."""
        from rensa import RMinHash

        words = _WORD.findall(text.casefold()) or [text]
        shingles = [" ".join(words[i : i + _SHINGLE]) for i in range(max(len(words) - _SHINGLE + 1, 1))]
        minhash = RMinHash(num_perm=_PERMUTATIONS, seed=_SEED)
        minhash.update([shingle.encode("utf-8", "surrogatepass") for shingle in shingles])
        return np.array(minhash.digest(), np.uint32)

    def find(
        self, signature: npt.NDArray[np.uint32], signature_at: Callable[[int], npt.NDArray[np.uint32] | None]
    ) -> int | None:
        """The location of the first remembered text that a text nearly duplicates, or None.

        Args:
            signature: that of the text.
            signature_at: gives the signature at a location.
        """
        found = {self._index.get(key) for key in self._keys(signature)} - {None}
        for location in sorted(place for place in found if place is not None):
            other = signature_at(location)
            if other is not None and float(np.mean(signature == other)) >= self.threshold:
                return location
        return None

    def remember(self, signature: npt.NDArray[np.uint32], location: int) -> None:
        """Remember a text, so that later ones are compared to it."""
        for key in self._keys(signature):
            self._index.add(key, location)

    def _keys(self, signature: npt.NDArray[np.uint32]) -> Iterator[int]:
        for band in range(_PERMUTATIONS // self.rows):
            hashes = signature[band * self.rows : (band + 1) * self.rows].astype("<u4").tobytes()
            yield int.from_bytes(blake2b(hashes, digest_size=8, salt=band.to_bytes(2, "little")).digest(), "little")


def _rows_of_a_band(threshold: float) -> int:
    """The longest band (the fewest vain comparisons) that still finds most pairs at the threshold."""
    for rows in range(_PERMUTATIONS, 1, -1):
        if 1 - (1 - threshold**rows) ** (_PERMUTATIONS // rows) >= _RECALL:
            return rows
    return 1
