"""A passage whose errors are looked for."""

from collections.abc import Sequence
from dataclasses import dataclass

from claimx.evaluation.errors.kinds import ErrorExample
from claimx.evaluation.pairing import ClaimPair
from claimx.evaluation.span_match import Span
from claimx.schema.claim import Claim
from claimx.schema.passage import Passage


@dataclass(frozen=True)
class Case:
    """A passage, the claims that were read from it, and how they are paired with its own.

    Attributes:
        passage: the annotated passage.
        predicted: the claims that were read from its text.
        pairs: how these are paired with its own (see :func:`claimx.evaluation.pairing.pair_claims`).
    """

    passage: Passage
    predicted: Sequence[Claim]
    pairs: Sequence[ClaimPair]

    @property
    def gold(self) -> Sequence[Claim]:
        """The claims of the passage."""
        return self.passage.claims

    @property
    def gold_of(self) -> dict[int, int]:
        """The gold partners of the predicted claims that have one, by index."""
        return {pair.predicted: pair.gold for pair in self.pairs}

    def missed(self) -> list[int]:
        """Indices of the gold claims without a partner."""
        return sorted(set(range(len(self.gold))) - set(self.gold_of.values()))

    def spurious(self) -> list[int]:
        """Indices of the predicted claims without a partner."""
        return sorted(set(range(len(self.predicted))) - set(self.gold_of))

    def claims_of(self, pair: ClaimPair) -> tuple[Claim, Claim]:
        """The predicted and the gold claim of a pair."""
        return self.predicted[pair.predicted], self.gold[pair.gold]

    def example(self, gold: tuple[int, ...] = (), predicted: tuple[int, ...] = ()) -> ErrorExample:
        """An error of this passage that is no matter of single words.

        Args:
            gold: indices of the gold claims concerned.
            predicted: indices of the predicted claims concerned.
        """
        return ErrorExample(passage=self.passage.id, gold=gold, predicted=predicted)

    def pair_example(self, pair: ClaimPair, span: Span | None = None) -> ErrorExample:
        """An error between the two claims of a pair.

        Args:
            pair: the pair.
            span: offsets of the words in question, if there are any.
        """
        return ErrorExample(passage=self.passage.id, gold=(pair.gold,), predicted=(pair.predicted,), span=span)
