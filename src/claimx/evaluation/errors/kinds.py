"""The records of an error analysis: kinds of error, each with the claims that show it, sorted into groups."""

from pydantic import Field

from claimx.evaluation.agreement import Agreement
from claimx.evaluation.errors.faults import Fault
from claimx.evaluation.span_match import Span
from claimx.schema.quote import Record


class ErrorExample(Record):
    """One error, named by where it is; it quotes nothing, so that reports may be passed on without the texts."""

    passage: str = Field(description="Id of the passage.")
    gold: tuple[int, ...] = Field(default=(), description="Indices of the gold claims concerned; two for a link.")
    predicted: tuple[int, ...] = Field(default=(), description="Indices of the predicted claims concerned.")
    span: Span | None = Field(
        default=None, description="Offsets of the fill: the gold one, or the predicted one where it is spurious."
    )


class ErrorKind(Record):
    """The errors of one kind."""

    fault: Fault = Field(description="Whether something is missed, wrong or spurious.")
    kind: str = Field(description="What is wrong with it, or where it would have been found.")
    examples: tuple[ErrorExample, ...] = Field(min_length=1, description="Every one of them, in corpus order.")

    @property
    def count(self) -> int:
        """How many errors of this kind there are."""
        return len(self.examples)


class ErrorGroup(Record):
    """The errors of one measure of an evaluation: every one that it counts, sorted into kinds.

    What agrees, is missed and is wrong make up gold; what agrees, is spurious and is wrong make up the predictions.
    """

    name: str = Field(description="'claims' (detection), the name of a slot, 'event_links' or 'subset_of'.")
    agreement: Agreement = Field(description="How many agree, were predicted and are in gold.")
    kinds: tuple[ErrorKind, ...] = Field(description="By fault, the most frequent first.")


class ErrorReport(Record):
    """What predicted claims get wrong, group by group."""

    groups: tuple[ErrorGroup, ...] = Field(description="In the order of the measures of an evaluation.")

    def group(self, name: str) -> ErrorGroup:
        """The group of a name.

        Raises:
            KeyError: there is no such group.
        """
        for group in self.groups:
            if group.name == name:
                return group
        raise KeyError(name)

    def count(self, group: str, fault: Fault, kind: str | None = None) -> int:
        """How many errors there are of a group and fault.

        Args:
            group: name of the group.
            fault: what they cost.
            kind: count only those of this kind.

        Raises:
            KeyError: there is no such group.
        """
        kinds = (each for each in self.group(group).kinds if each.fault == fault and kind in (None, each.kind))
        return sum(each.count for each in kinds)
