"""Text as the pipeline can read it, at the offsets of the text as given."""

import re

from claimx.assembling.quoting import UNQUOTABLE
from claimx.errors import InvalidTextError

_SURROGATES = re.compile("[\ud800-\udfff]")


def readable_text(text: object) -> str:
    """The text with lone surrogates, which no UTF-8 library accepts, replaced one for one: offsets stay the same.

    Quotes leave the replaced characters out, so that every quote is still what stands at its offsets.

    Raises:
        InvalidTextError: it is not a ``str``.
    """
    if not isinstance(text, str):
        raise InvalidTextError(f"the text must be a str, not {type(text).__name__}")
    return text if text.isascii() else _SURROGATES.sub(UNQUOTABLE, text)
