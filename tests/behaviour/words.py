"""Whether two quotes name the same thing in the same words."""

import re

_WORD = re.compile(r"\w+(?:[.,'’-]\w+)*")
_ARTICLES = {"a", "an", "the"}


def words(quote: str) -> tuple[str, ...]:
    """The words of a quote without regard to case, punctuation, a leading article or a possessive ending."""
    found = [re.sub(r"['’]s$", "", word) for word in _WORD.findall(quote.casefold())]
    return tuple(found[1:] if len(found) > 1 and found[0] in _ARTICLES else found)
