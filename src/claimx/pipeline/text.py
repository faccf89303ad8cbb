"""Text as the pipeline can read it, at the offsets of the text as given."""

import re
from datetime import date
from typing import TYPE_CHECKING

from claimx.assembling.quoting import UNQUOTABLE
from claimx.errors import InvalidTextError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

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


def text_doc(
    nlp: "Language",
    text: str,
    published: "str | date | None" = None,
    min_confidence: float | None = None,
    *,
    filtered: bool = False,
) -> "Doc":
    """A Doc for a pipeline to read, which knows what the reading of its text depends on.

    Args:
        nlp: the pipeline.
        text: the text, made readable by :func:`readable_text`.
        published: its publication date, where it is known.
        min_confidence: least confidence of a claim to keep; None keeps to the model's own.
        filtered: whether the parts of it that the model's filter passes over need not be read.

    Raises:
        InvalidTextError: ``text`` is not a ``str``.
        InvalidDateError: ``published`` is not a date.
        InvalidConfidenceError: ``min_confidence`` is not a number from 0 to 1.
    """
    doc = nlp.make_doc(readable_text(text))
    doc._.published = published
    doc._.min_confidence = min_confidence
    doc._.prefilter = filtered
    return doc
