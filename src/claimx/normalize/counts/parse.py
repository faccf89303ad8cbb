"""Turns a quoted quantity expression into the numbers that it tells.

The stages are one module each: :mod:`.tokens` cuts the text, :mod:`.number_words` reads numbers,
:mod:`.lexicon` lists the words around them, :mod:`.grammar` puts them together, and
:mod:`.conventions` recasts the result for a dataset's codebook.
"""

from __future__ import annotations

from functools import lru_cache

from claimx.errors import InvalidTextError
from claimx.normalize.counts.conventions import to_acled, to_ucdp
from claimx.normalize.counts.grammar import read_count
from claimx.normalize.counts.value import CountValue

__all__ = ["CONVENTIONS", "CountValue", "parse_count"]

#: The names that ``convention`` takes.
CONVENTIONS = ("literal", "acled", "ucdp")


def parse_count(text: str, convention: str = "literal") -> CountValue:
    """Read a quantity expression as it stands in news.

    Conventions:

    * ``"literal"`` is this project's annotation guidelines, section 3 ("Counts"): "at least 13" is value 13,
      min 13, no max; an indefinite word has no value and the floor of its literal meaning ("dozens" 24,
      "several" 2).
    * ``"acled"`` gives as ``value`` the one figure that ACLED would record. Source: ACLED's knowledge base page
      "Fatalities" (27 February 2023, updated 7 May 2024), by which "tens" is coded as 10, "dozens" as 12,
      "hundreds" as 100 "and so on", and of vague estimates the most conservative. The rest is this library's
      reading of it: "and so on" is one of any unit ("thousands" 1000, "scores" 20, "several hundred" 100), and of
      a range the low end is the value. An unknown number
      ("several", "many", a bare plural) is coded as 3 in a smaller event and as 10 in a larger one; this rule
      is told here from general knowledge and from ACLED's records, not checked in the codebook's text. A
      count expression does not tell an event's size, so value and min are 3 and max is 10, and a caller who
      knows the event may choose. Told figures keep value, bounds and modifier: we know of no ACLED rule for
      "nearly" or "up to".
    * ``"ucdp"`` gives ``min``, ``value`` and ``max`` as UCDP's ``low``, ``best`` and ``high``. Source: the
      UCDP GED Codebook, which defines best as the best (most likely) estimate of total fatalities of an
      event, and low and high as the lowest and the highest reliable estimate. UCDP sets them from all the
      reports of an event; how one expression fills them is this library's reading. The only figure told
      serves as all three, save that a ceiling ("up to 13", "fewer than 13") tells no low estimate and leaves
      ``min`` None. The ends of a range are low and high, and its low end, the cautious choice, is best. We
      know of no UCDP figures for vague words: "dozens" stands for its literal floor, 24.

    Args:
        text: the expression, in any capitalisation: "at least a dozen", "UP TO NEARLY 13,000", "3-5", "its
            507th".
        convention: "literal", "acled" or "ucdp".

    Returns:
        The count. Its ``modifier`` is that of the guidelines under every convention. An expression that
        cannot be read has all fields None and ``resolved`` False; no string raises.

    Raises:
        InvalidTextError: if ``text`` is no str.
        ValueError: if ``convention`` is no known one.
    """
    if not isinstance(text, str):
        raise InvalidTextError(f"a quantity expression must be a str, not {type(text).__name__}")
    if convention not in CONVENTIONS:
        raise ValueError(f"unknown count convention {convention!r}: choose one of {', '.join(CONVENTIONS)}")
    return _parse(text, convention)


@lru_cache(maxsize=8192)
def _parse(text: str, convention: str) -> CountValue:
    if convention == "acled":
        return to_acled(read_count(text, one_unit=True))
    count = read_count(text)
    return to_ucdp(count) if convention == "ucdp" else count
