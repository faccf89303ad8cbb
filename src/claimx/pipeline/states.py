"""What the transformer component hands to the linker: the windows that hold a possible claim.

It travels in ``doc.user_data`` under :data:`STATES_KEY` and the linker takes it out again; the linker's links
travel to the assembler under :data:`LINKS_KEY`. Neither is written when a Doc is serialised: they mean nothing outside
their pipeline.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import srsly
import torch
from spacy.tokens import Doc

from claimx.errors import ModelDamagedError
from claimx.linking.linked_claim import LinkedClaims

#: Name of the span group that holds the mentions of all types, which may overlap.
MENTIONS_KEY = "mentions"

#: Where the filter says which tokens may tell a casualty: a bool array, (n_tokens,), in ``doc.user_data``.
LIKELY_KEY = "claimx.likely"

STATES_KEY = "claimx.states"
LINKS_KEY = "claimx.links"


@dataclass
class AnchoredWindow:
    """Token vectors of a window in which the anchor scorer found something.

    Attributes:
        start: the Doc token at which the window starts.
        tokens: token vectors, (N, width), on the CPU.
        sentences: sentence number of each token, (N,), on the CPU.
        salient: whether each token may be part of a mention, (N,), on the CPU.
        anchors: ``(Doc token, outcome, logit)`` of the possible anchors that this window owns.
    """

    start: int
    tokens: torch.Tensor
    sentences: torch.Tensor
    salient: torch.Tensor
    anchors: list[tuple[int, str, float]]


def may_tell(doc: Doc, start: int, end: int) -> bool:
    """Whether tokens ``start:end`` may tell a casualty, as far as the filter has looked at the Doc."""
    likely = doc.user_data.get(LIKELY_KEY)
    return likely is None or bool(likely[start:end].any())


def set_states(doc: Doc, windows: list[AnchoredWindow]) -> None:
    """Hand windows to the linker."""
    doc.user_data[STATES_KEY] = windows


def take_states(doc: Doc) -> list[AnchoredWindow]:
    """Take the windows out of the Doc.

    Raises:
        ModelDamagedError: ``claimx_transformer`` has not read the Doc.
    """
    return _take(doc, STATES_KEY, "claimx_linker needs claimx_transformer")


def set_links(doc: Doc, links: LinkedClaims) -> None:
    """Hand links to the assembler."""
    doc.user_data[LINKS_KEY] = links


def take_links(doc: Doc) -> LinkedClaims:
    """Take the links out of the Doc.

    Raises:
        ModelDamagedError: ``claimx_linker`` has not read the Doc.
    """
    return _take(doc, LINKS_KEY, "claimx_assembler needs claimx_linker")


def _take(doc: Doc, key: str, need: str) -> Any:
    handed = doc.user_data.pop(key, None)
    if handed is None:
        raise ModelDamagedError(f"{need} before it in the pipeline")
    return handed


@srsly.msgpack_encoders("claimx_states")
def _leave_out(obj: Any, chain: "Callable[[Any], Any] | None" = None) -> Any:
    if isinstance(obj, (AnchoredWindow, LinkedClaims)):
        return None
    return obj if chain is None else chain(obj)
