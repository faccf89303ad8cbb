"""Words that cannot stand at the ends of a mention."""

from collections.abc import Sequence

_NAME_NEVER_FIRST = frozenset("and or of in by at on from near".split())
# What a time is counted from or to belongs to it ("from 2014"), and so does what qualifies a number ("at least 3").
_NEVER_FIRST = {"TIME": frozenset("and or of in at on".split()), "NUMBER": frozenset("and or of in by on".split())}
_NEVER_LAST = _NAME_NEVER_FIRST | frozenset("the a an with to for as that".split())
_NEVER_ALONE = _NEVER_LAST | frozenset("since between during before after until over under".split())


def without_function_words(start: int, end: int, label: str, words: Sequence[str]) -> tuple[int, int]:
    """A span without words at its ends that name nothing there: "a group in" names a group.

    Args:
        start: its first token.
        end: past its last token.
        label: type of the mention.
        words: the Doc's words in lower case.

    Returns:
        The span; it is empty (``start >= end``) where nothing is left.
    """
    if all(word in _NEVER_ALONE for word in words[start:end]):
        return end, end
    never_first = _NEVER_FIRST.get(label, _NAME_NEVER_FIRST)
    while start < end and words[end - 1] in _NEVER_LAST:
        end -= 1
    while start < end and words[start] in never_first:
        start += 1
    return start, end
