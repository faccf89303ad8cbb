"""What the transformer component hands to the linker: the windows that hold a possible claim.

It travels in ``doc.user_data`` under :data:`STATES_KEY` and the linker takes it out again; the linker's links
travel to the assembler under :data:`LINKS_KEY`.
"""

from dataclasses import dataclass

import torch
from spacy.tokens import Doc

from claimx.linking.linked_claim import LinkedClaims

STATES_KEY = "claimx.states"
LINKS_KEY = "claimx.links"


@dataclass
class AnchoredWindow:
    """Token vectors of a window in which the anchor scorer found something.

    Attributes:
        start: the Doc token at which the window starts.
        tokens: token vectors, (N, width), on the CPU.
        anchors: ``(Doc token, outcome, logit)`` of the possible anchors that this window owns.
    """

    start: int
    tokens: torch.Tensor
    anchors: list[tuple[int, str, float]]


def set_states(doc: Doc, windows: list[AnchoredWindow]) -> None:
    """Hand windows to the linker."""
    doc.user_data[STATES_KEY] = windows


def take_states(doc: Doc) -> list[AnchoredWindow]:
    """Take the windows out of the Doc; empty where there are none."""
    return doc.user_data.pop(STATES_KEY, [])


def set_links(doc: Doc, links: LinkedClaims) -> None:
    """Hand links to the assembler."""
    doc.user_data[LINKS_KEY] = links


def take_links(doc: Doc) -> LinkedClaims | None:
    """Take the links out of the Doc; None where there are none."""
    return doc.user_data.pop(LINKS_KEY, None)
