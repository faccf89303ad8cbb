"""Cut spaCy tokens into the encoder's word pieces."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from spacy.tokens import Doc

from claimx.errors import ModelDamagedError


@dataclass(frozen=True)
class Pieces:
    """The word pieces of one Doc.

    Attributes:
        ids: vocabulary ids of the pieces, shape (n_pieces,), special pieces left out.
        token: for each piece the index of the spaCy token that it belongs to, shape (n_pieces,), never falling.
        first: for each token the index of its first piece, and one past the last piece at the end,
            shape (n_tokens + 1,). A token without pieces (white space, say) has an empty range.
    """

    ids: np.ndarray
    token: np.ndarray
    first: np.ndarray


class PieceTokenizer:
    """A fast tokenizer of the ``transformers`` library, aligned with spaCy's tokens by character offsets.

    Args:
        tokenizer: a ``PreTrainedTokenizerFast`` that reports offsets.
    """

    def __init__(self, tokenizer: Any):
        self.tokenizer = tokenizer
        # Sentence encoders come with a length limit set; texts of any length are cut into windows here instead.
        tokenizer.backend_tokenizer.no_truncation()
        tokenizer.backend_tokenizer.no_padding()
        self.cls_id: int = _first(tokenizer.cls_token_id, tokenizer.bos_token_id)
        self.sep_id: int = _first(tokenizer.sep_token_id, tokenizer.eos_token_id)
        self.pad_id: int = tokenizer.pad_token_id or 0
        self.mask_id: int | None = tokenizer.mask_token_id

    @classmethod
    def from_pretrained(cls, name_or_path: str | Path) -> "PieceTokenizer":
        """Load from a folder (or a hub id, where the machine may reach the hub)."""
        from transformers import AutoTokenizer

        tokenizer = AutoTokenizer.from_pretrained(str(name_or_path), use_fast=True)
        if not tokenizer.is_fast:
            raise ModelDamagedError(f"{name_or_path}: its tokenizer reports no character offsets (no tokenizer.json)")
        return cls(tokenizer)

    def save_pretrained(self, path: str | Path) -> None:
        """Write the tokenizer's files into a folder."""
        self.tokenizer.save_pretrained(str(path))

    def __call__(self, docs: list[Doc]) -> list[Pieces]:
        """Cut each Doc's text into pieces.

        Args:
            docs: spaCy Docs; only their tokens and text are read.
        """
        if not docs:
            return []
        # The backend is called directly: the wrapper's padding and truncation would only cost time.
        encodings = self.tokenizer.backend_tokenizer.encode_batch([doc.text for doc in docs], add_special_tokens=False)
        return [_align(doc, encoding) for doc, encoding in zip(docs, encodings, strict=True)]


def _align(doc: Doc, encoding: Any) -> Pieces:
    n_tokens = len(doc)
    starts = np.fromiter((token.idx for token in doc), dtype=np.int64, count=n_tokens)
    ids = np.asarray(encoding.ids, dtype=np.int64)
    offsets = np.asarray(encoding.offsets, dtype=np.int64).reshape(-1, 2)
    if n_tokens == 0 or len(ids) == 0:
        return Pieces(ids[:0], ids[:0], np.zeros(n_tokens + 1, dtype=np.int64))
    # A piece belongs to the token in which it starts; byte-level tokenizers count the space before a word in.
    begin = np.minimum(offsets[:, 0] + _leading_space(doc.text, offsets), len(doc.text) - 1)
    token = np.maximum(np.searchsorted(starts, begin, side="right") - 1, 0)
    token = np.maximum.accumulate(token)
    first = np.searchsorted(token, np.arange(n_tokens + 1), side="left")
    return Pieces(ids, token, first)


def _leading_space(text: str, offsets: np.ndarray) -> np.ndarray:
    return np.fromiter(
        (int(end - start > 1 and text[start].isspace()) for start, end in offsets), dtype=np.int64, count=len(offsets)
    )


def _first(*ids: int | None) -> int:
    for value in ids:
        if value is not None:
            return value
    raise ModelDamagedError("the encoder's tokenizer has no special pieces to open and close a window with")
