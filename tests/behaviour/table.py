"""The results as lines of plain text."""

from collections.abc import Iterator, Sequence

from tests.behaviour.measure import Result


def table_lines(results: Sequence[Result]) -> Iterator[str]:
    """The pass rate of each capability, and of all cases at the end."""
    width = max(len(result.capability) for result in results)
    yield f"{'capability':{width}}  passed/total  rate"
    for result in results:
        yield _line(result.capability, result.passed, result.total, width)
    yield _line("all", sum(result.passed for result in results), sum(result.total for result in results), width)


def failure_lines(results: Sequence[Result]) -> Iterator[str]:
    """Each case that failed, with the reasons."""
    for result in results:
        for failure in result.failures:
            yield f"[{result.capability}] {failure.text}"
            yield from (f"    {problem}" for problem in failure.problems)


def _line(name: str, passed: int, total: int, width: int) -> str:
    return f"{name:{width}}  {passed:>6}/{total:<5}  {passed / total:.2f}"
