"""The main text, title and publication date of an HTML page."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimx.archives.decoding import decoded
from claimx.archives.faults import UnreadableRecord
from claimx.archives.limits import Limits

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9._:-]+)""", re.IGNORECASE)
_HEAD = 4096


@dataclass(frozen=True, slots=True)
class Page:
    """What was read from a page.

    Attributes:
        text: its main text.
        title: its headline, where it has one.
        published: the publication date that it states, ISO 8601, where it states one.
        repairs: how it was decoded, where it is not UTF-8.
    """

    text: str
    title: str | None
    published: str | None
    repairs: tuple[str, ...] = ()


def page_of(raw: bytes, limits: Limits, declared: str | None = None, url: str | None = None) -> Page:
    """Read a page, in this process: a page made to be slow takes as long as it takes; see page_process.py.

    Args:
        raw: its bytes.
        limits: bounds on its length, elements and nesting.
        declared: the encoding that its server declared.
        url: where it was; the date may stand in it.

    Raises:
        UnreadableRecord: it is beyond the bounds, no HTML, or has no main text.
    """
    if len(raw) > limits.html_bytes:
        raise UnreadableRecord(f"an HTML page longer than {limits.html_bytes:,} bytes")
    # Here, not at the top: no more than archives that hold HTML should pay for it.
    from trafilatura import bare_extraction, load_html

    if declared is None and (found := _DECLARED.search(raw[:_HEAD])):
        declared = found[1].decode("ascii")
    html, how = decoded(raw, declared)
    try:
        tree = load_html(html)
    except Exception as error:
        raise UnreadableRecord(f"the HTML cannot be parsed: {error}") from error
    if tree is None:
        raise UnreadableRecord("not an HTML page")
    _check(tree, limits)
    try:
        # Dates are taken from where a page states them, not from any day that its text mentions.
        document = bare_extraction(
            tree,
            url=url,
            include_comments=False,
            with_metadata=True,
            date_extraction_params={"original_date": True, "extensive_search": False},
        )
    except Exception as error:
        raise UnreadableRecord(f"no main text could be extracted: {type(error).__name__}: {error}") from error
    if document is None or isinstance(document, dict) or not document.text:
        raise UnreadableRecord("the page has no main text")
    return Page(document.text, document.title or None, document.date or None, (how,) if how else ())


def _check(tree: "HtmlElement", limits: Limits) -> None:
    from lxml.etree import iterwalk

    depth = elements = 0
    for event, _ in iterwalk(tree, events=("start", "end")):
        if event == "end":
            depth -= 1
            continue
        depth += 1
        elements += 1
        if elements > limits.html_elements:
            raise UnreadableRecord(f"an HTML page of more than {limits.html_elements:,} elements")
        if depth > limits.html_depth:
            raise UnreadableRecord(f"HTML nested deeper than {limits.html_depth}")
