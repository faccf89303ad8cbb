"""A map of 64-bit keys to 64-bit numbers, of about 16 bytes an entry."""

import numpy as np
import numpy.typing as npt

#: Entries that are held in a dict, of ten times the size, before they are merged into the arrays.
_LEAST_RECENT = 65_536

#: Where the arrays are long, more entries wait: each merge copies them all.
_RECENT_SHARE = 32


class HashIndex:
    """Where each key was first seen; a key that is added again keeps its first number."""

    def __init__(self) -> None:
        self._keys: npt.NDArray[np.uint64] = np.empty(0, np.uint64)
        self._values: npt.NDArray[np.uint64] = np.empty(0, np.uint64)
        self._recent: dict[int, int] = {}

    def __len__(self) -> int:
        return len(self._keys) + len(self._recent)

    def get(self, key: int) -> int | None:
        """The number of a key, or None."""
        found = self._recent.get(key)
        if found is not None or not len(self._keys):
            return found
        place = int(np.searchsorted(self._keys, np.uint64(key)))
        return int(self._values[place]) if place < len(self._keys) and int(self._keys[place]) == key else None

    def add(self, key: int, value: int) -> None:
        """Give a key its number, unless it has one."""
        if self.get(key) is None:
            self._recent[key] = value
            if len(self._recent) >= max(_LEAST_RECENT, len(self._keys) // _RECENT_SHARE):
                self._merge()

    def _merge(self) -> None:
        keys = np.fromiter(self._recent.keys(), np.uint64, len(self._recent))
        values = np.fromiter(self._recent.values(), np.uint64, len(self._recent))
        self._recent = {}
        order = np.argsort(keys)
        places = np.searchsorted(self._keys, keys[order])
        self._keys = np.insert(self._keys, places, keys[order])
        self._values = np.insert(self._values, places, values[order])
