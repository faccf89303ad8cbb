"""Passages that a pipeline has read up to the links, so that assembling them can be tried again and again."""

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

from claimx.assembling.assemble import AssembledClaim
from claimx.linking.linked_claim import LinkedClaims
from claimx.pipeline.assembler import ClaimAssembler, assembler_of
from claimx.pipeline.predict import passage_docs
from claimx.pipeline.states import take_links
from claimx.schema.passage import Passage


@dataclass(frozen=True)
class LinkedPassage:
    """An annotated passage and what a pipeline's networks make of it.

    Attributes:
        passage: the passage.
        doc: its text.
        links: the claims that the linker found, whatever their confidence.
    """

    passage: Passage
    doc: Doc
    links: LinkedClaims

    def assembled(self, assembler: ClaimAssembler, least: float = 0.0) -> list[AssembledClaim]:
        """The claims of at least a confidence, as an assembler now makes them."""
        return assembler.assemble(self.doc, self.links, least)

    def predicted(self, assembler: ClaimAssembler, least: float = 0.0) -> Passage:
        """The passage with these claims in place of its own."""
        claims = tuple(made.claim for made in self.assembled(assembler, least))
        return self.passage.model_copy(update={"claims": claims})


def link_passages(nlp: Language, passages: Sequence[Passage]) -> list[LinkedPassage]:
    """Run all of a pipeline but its assembler over passages.

    Args:
        nlp: the pipeline.
        passages: the passages, with or without claims of their own.
    """
    with nlp.select_pipes(disable=[assembler_of(nlp).name]):
        docs = list(nlp.pipe(passage_docs(nlp, passages)))
    return [LinkedPassage(passage, doc, take_links(doc)) for passage, doc in zip(passages, docs, strict=True)]
