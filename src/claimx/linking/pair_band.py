"""Scores of pairs of claims, kept for neighbours only."""

import numpy as np


class PairBand:
    """Scores of pairs of claims that stand near each other; those of pairs farther apart are 0.

    A text of a hundred thousand words may tell thousands of claims, and a full matrix of them would not fit.

    Args:
        size: number of claims, C.
        reach: how many claims apart two may stand.
    """

    def __init__(self, size: int, reach: int):
        self.reach = reach
        self.scores = np.zeros((size, 2 * reach + 1), dtype=np.float32)

    def neighbours(self, row: int) -> list[int]:
        """The claims within reach of a claim, itself left out."""
        return [j for j in range(max(0, row - self.reach), min(len(self.scores), row + self.reach + 1)) if j != row]

    def set_row(self, row: int, columns: list[int], scores: np.ndarray) -> None:
        """Write the scores of a claim with some of its neighbours."""
        self.scores[row, np.array(columns, dtype=np.int64) - row + self.reach] = scores

    def matrix(self, rows: list[int]) -> np.ndarray:
        """The scores among some of the claims, (len(rows), len(rows))."""
        index = np.array(rows, dtype=np.int64)
        distance = index[None, :] - index[:, None]
        columns = np.clip(distance + self.reach, 0, 2 * self.reach)
        return np.where(np.abs(distance) <= self.reach, self.scores[index[:, None], columns], 0.0)
