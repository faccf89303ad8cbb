"""How many things were predicted, how many there are in gold, and how many of them agree."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Agreement:
    """Counts that precision and recall are made of; agreements over several texts add up.

    Attributes:
        agreeing: how many predicted things are right.
        predicted: how many were predicted.
        gold: how many there are to find.
    """

    agreeing: int = 0
    predicted: int = 0
    gold: int = 0

    def __add__(self, other: "Agreement") -> "Agreement":
        return Agreement(self.agreeing + other.agreeing, self.predicted + other.predicted, self.gold + other.gold)
