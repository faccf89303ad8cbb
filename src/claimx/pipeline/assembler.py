"""The ``claimx_assembler`` component: linked claims become :class:`~claimx.schema.claim.Claim` objects."""

from collections.abc import Iterable
from pathlib import Path

from spacy.language import Language
from spacy.pipeline import Pipe
from spacy.tokens import Doc
from spacy.util import ensure_path

from claimx.assembling.assemble import AssembledClaim, assemble_claims
from claimx.assembling.confidence import Confidence
from claimx.assembling.relations import RelationThresholds
from claimx.assembling.values import with_values
from claimx.errors import ModelDamagedError
from claimx.linking.linked_claim import LinkedClaims
from claimx.pipeline.extensions import register_extensions
from claimx.pipeline.folder_bytes import FolderBytes
from claimx.pipeline.states import take_links

_CALIBRATION_FILE = "calibration.json"


class ClaimAssembler(FolderBytes, Pipe):
    """Writes ``doc._.claims``.

    Args:
        name: the component's name in its pipeline.
        threshold: claims with less confidence than this are left out, unless ``doc._.min_confidence`` says otherwise.
        event_threshold: least mean probability of claims that share an event.
        subset_threshold: least probability of a claim that includes another.
    """

    def __init__(self, name: str, threshold: float, event_threshold: float, subset_threshold: float):
        register_extensions()
        self.name = name
        self.threshold = threshold
        self.relation_thresholds = RelationThresholds(event_threshold, subset_threshold)
        self.confidence = Confidence()

    def __call__(self, doc: Doc) -> Doc:
        """Assemble the claims of one Doc."""
        least = self.threshold if doc._.min_confidence is None else doc._.min_confidence
        doc._.claims = with_values(doc, [made.claim for made in self.assemble(doc, take_links(doc), least)])
        return doc

    def assemble(self, doc: Doc, links: LinkedClaims, threshold: float) -> list[AssembledClaim]:
        """The claims of a Doc of at least a confidence, each with what it was made from."""
        return assemble_claims(doc, links, self.confidence, threshold, doc._.published, self.relation_thresholds)

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Write the calibration into a folder."""
        folder = ensure_path(path)
        folder.mkdir(parents=True, exist_ok=True)
        self.confidence.save(folder / _CALIBRATION_FILE)

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> "ClaimAssembler":
        """Read the calibration from a folder.

        Raises:
            ModelDamagedError: it is missing or cannot be read.
        """
        self.confidence = Confidence.load(ensure_path(path) / _CALIBRATION_FILE)
        return self


def assembler_of(nlp: Language) -> ClaimAssembler:
    """The assembler of a pipeline.

    Raises:
        ModelDamagedError: it has none.
    """
    for _, component in nlp.pipeline:
        if isinstance(component, ClaimAssembler):
            return component
    raise ModelDamagedError("not a claimx pipeline: it has no claimx_assembler")


@Language.factory(
    "claimx_assembler",
    assigns=["doc._.claims"],
    default_config={"threshold": 0.3, "event_threshold": 0.5, "subset_threshold": 0.5},
)
def make_claim_assembler(
    nlp: Language, name: str, threshold: float, event_threshold: float, subset_threshold: float
) -> ClaimAssembler:
    """Create the component; see :class:`ClaimAssembler`."""
    return ClaimAssembler(name, threshold, event_threshold, subset_threshold)
