"""Run a pipeline over the suite and see what holds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from spacy.language import Language

from claimx.pipeline.predict import predict_passages
from claimx.schema.claim import Claim
from claimx.schema.passage import Passage
from tests.behaviour.case import Case
from tests.behaviour.sample import Sample
from tests.behaviour.twin import Twin


@dataclass(frozen=True)
class Failure:
    """A case that does not hold, and why."""

    text: str
    problems: tuple[str, ...]


@dataclass(frozen=True)
class Result:
    """How a capability's cases came out."""

    capability: str
    total: int
    failures: tuple[Failure, ...]

    @property
    def passed(self) -> int:
        return self.total - len(self.failures)

    @property
    def rate(self) -> float:
        return self.passed / self.total


def measure(nlp: Language, suite: Mapping[str, Sequence[Case | Twin]]) -> list[Result]:
    """Read every text of the suite in one go, and give the results capability by capability."""
    answers = _read(nlp, {sample for cases in suite.values() for case in cases for sample in case.samples})
    results = []
    for capability, cases in suite.items():
        problems = {case.text: tuple(case.problems([answers[sample] for sample in case.samples])) for case in cases}
        failures = tuple(Failure(text, wrong) for text, wrong in problems.items() if wrong)
        results.append(Result(capability, len(cases), failures))
    return results


def _read(nlp: Language, samples: set[Sample]) -> dict[Sample, tuple[Claim, ...]]:
    # Texts of like length share a batch without much padding.
    ordered = sorted(samples, key=lambda sample: (len(sample.text), sample.text))
    passages = [Passage(id=str(i), text=text, published=day) for i, (text, day) in enumerate(ordered)]
    return {sample: passage.claims for sample, passage in zip(ordered, predict_passages(nlp, passages), strict=True)}
