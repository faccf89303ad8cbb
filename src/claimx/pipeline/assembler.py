"""The ``claimx_assembler`` component: linked claims become :class:`~claimx.schema.claim.Claim` objects."""

from collections.abc import Iterable
from pathlib import Path

from spacy.language import Language
from spacy.pipeline import Pipe
from spacy.tokens import Doc
from spacy.util import ensure_path

from claimx.assembling.assemble import assemble_claims
from claimx.assembling.confidence import UNCALIBRATED, Calibration, confidence_features
from claimx.linking.linked_claim import LinkedClaim
from claimx.pipeline.extensions import register_extensions
from claimx.pipeline.folder_bytes import FolderBytes
from claimx.pipeline.states import take_links

_CALIBRATION_FILE = "calibration.json"


class ClaimAssembler(FolderBytes, Pipe):
    """Writes ``doc._.claims``.

    Args:
        name: the component's name in its pipeline.
        threshold: claims with less confidence than this are left out.
    """

    def __init__(self, name: str, threshold: float):
        register_extensions()
        self.name = name
        self.threshold = threshold
        self.calibration: Calibration = UNCALIBRATED

    def __call__(self, doc: Doc) -> Doc:
        """Assemble the claims of one Doc."""
        links = take_links(doc)
        made = assemble_claims(doc, links, self.confidence, self.threshold, doc._.published)
        doc._.claims = [claim for claim, _ in made]
        return doc

    def confidence(self, linked: LinkedClaim, count_text: str | None) -> float:
        """The calibrated confidence of a linked claim."""
        return self.calibration.confidence(confidence_features(linked, count_text))

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Write the calibration into a folder."""
        folder = ensure_path(path)
        folder.mkdir(parents=True, exist_ok=True)
        self.calibration.save(folder / _CALIBRATION_FILE)

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> "ClaimAssembler":
        """Read the calibration from a folder.

        Raises:
            ModelDamagedError: it is missing or cannot be read.
        """
        self.calibration = Calibration.load(ensure_path(path) / _CALIBRATION_FILE)
        return self


@Language.factory("claimx_assembler", assigns=["doc._.claims"], default_config={"threshold": 0.3})
def make_claim_assembler(nlp: Language, name: str, threshold: float) -> ClaimAssembler:
    """Create the component; see :class:`ClaimAssembler`."""
    return ClaimAssembler(name, threshold)
