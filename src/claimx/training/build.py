"""Build a pipeline around trained networks."""

from spacy.language import Language
from spacy.util import get_lang_class

from claimx.encoder.pieces import PieceTokenizer
from claimx.heads.mention_network import MentionNetwork
from claimx.linking.linking_network import LinkingNetwork
from claimx.pipeline.assembler import ClaimAssembler
from claimx.pipeline.linker import ClaimLinker
from claimx.pipeline.transformer import ClaimTransformer
from claimx.training.config import TrainingConfig

# Texts that nlp.pipe reads together: enough to sort by length, few enough to hold their token vectors.
_BATCH_SIZE = 64


def blank_language() -> Language:
    """An English tokenizer and nothing else."""
    return get_lang_class("en")()


def build_pipeline(
    mentions: MentionNetwork, linker: LinkingNetwork, tokenizer: PieceTokenizer, config: TrainingConfig
) -> Language:
    """A fresh pipeline that holds the networks; its vocabulary has seen no text.

    Args:
        mentions: the trained encoder and heads.
        linker: the trained linker.
        tokenizer: the encoder's tokenizer.
        config: gives the window that the networks were trained on.
    """
    nlp = blank_language()
    nlp.batch_size = nlp.config["nlp"]["batch_size"] = _BATCH_SIZE
    transformer = nlp.add_pipe(
        "claimx_transformer", config={"max_pieces": config.max_pieces, "overlap": config.overlap}
    )
    claim_linker = nlp.add_pipe("claimx_linker")
    assembler = nlp.add_pipe("claimx_assembler")
    assert isinstance(transformer, ClaimTransformer) and isinstance(claim_linker, ClaimLinker)
    assert isinstance(assembler, ClaimAssembler)
    transformer.set_network(mentions, tokenizer)
    claim_linker.set_network(linker)
    return nlp
