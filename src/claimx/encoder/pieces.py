"""Cut spaCy tokens into the encoder's word pieces."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from spacy.tokens import Doc
from tokenizers import Tokenizer

from claimx.encoder.words import doc_text, token_starts, token_words
from claimx.errors import ModelDamagedError

_FILE = "tokenizer.json"


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


@dataclass(frozen=True)
class SpecialPieces:
    """Vocabulary ids of the pieces that are no part of a text.

    Attributes:
        cls: opens a window.
        sep: closes it.
        pad: fills up a batch.
        mask: hides a piece while training; None where the encoder has none.
    """

    cls: int
    sep: int
    pad: int
    mask: int | None


# Code points that are white space to Python.
_SPACES = np.array([code for code in range(0x3001) if chr(code).isspace()], dtype=np.uint32)


class PieceTokenizer:
    """A tokenizer of the ``tokenizers`` library, aligned with spaCy's tokens by character offsets.

    Args:
        tokenizer: cuts text into pieces.
        special: the pieces that are no part of a text.
    """

    def __init__(self, tokenizer: Tokenizer, special: SpecialPieces):
        self.tokenizer = tokenizer
        # Sentence encoders come with a length limit set; texts of any length are cut into windows here instead.
        tokenizer.no_truncation()
        tokenizer.no_padding()
        self.special = special

    @classmethod
    def from_pretrained(cls, name_or_path: str | Path) -> "PieceTokenizer":
        """Take the tokenizer of a pretrained encoder, in a folder (or by hub id, where the machine may reach the hub).

        Raises:
            ModelDamagedError: it reports no character offsets, or has no pieces to open and close a window with.
        """
        from transformers import AutoTokenizer

        pretrained = AutoTokenizer.from_pretrained(str(name_or_path), use_fast=True)
        if not pretrained.is_fast:
            raise ModelDamagedError(f"{name_or_path}: its tokenizer reports no character offsets (no tokenizer.json)")
        special = SpecialPieces(
            cls=_first(pretrained.cls_token_id, pretrained.bos_token_id),
            sep=_first(pretrained.sep_token_id, pretrained.eos_token_id),
            pad=pretrained.pad_token_id or 0,
            mask=pretrained.mask_token_id,
        )
        return cls(pretrained.backend_tokenizer, special)

    @classmethod
    def load(cls, folder: str | Path, special: dict[str, int | None]) -> "PieceTokenizer":
        """Read the tokenizer that :meth:`save` wrote, without the import of ``transformers``, which takes longer.

        Args:
            folder: holds its ``tokenizer.json``.
            special: the fields of :class:`SpecialPieces`.

        Raises:
            ValueError: the file is missing or cannot be read.
        """
        try:
            tokenizer = Tokenizer.from_file(str(Path(folder) / _FILE))
        except Exception as error:  # the library raises bare exceptions
            raise ValueError(f"{_FILE}: {error}") from error
        return cls(tokenizer, SpecialPieces(**special))  # type: ignore[arg-type]

    def save(self, folder: str | Path) -> None:
        """Write ``tokenizer.json`` into a folder; the ids in :attr:`special` are for the caller to keep."""
        self.tokenizer.save(str(Path(folder) / _FILE))

    def __call__(self, docs: list[Doc]) -> list[Pieces]:
        """Cut each Doc's text into pieces.

        Args:
            docs: spaCy Docs; only their tokens and text are read.
        """
        if not docs:
            return []
        texts = [doc_text(doc) for doc in docs]
        encodings = self.tokenizer.encode_batch(texts, add_special_tokens=False)
        return [_align(doc, text, encoding) for doc, text, encoding in zip(docs, texts, encodings, strict=True)]


def _align(doc: Doc, text: str, encoding: Any) -> Pieces:
    n_tokens = len(doc)
    starts = token_starts(doc, token_words(doc))
    ids = np.asarray(encoding.ids, dtype=np.int64)
    offsets = np.asarray(encoding.offsets, dtype=np.int64).reshape(-1, 2)
    if n_tokens == 0 or len(ids) == 0:
        return Pieces(ids[:0], ids[:0], np.zeros(n_tokens + 1, dtype=np.int64))
    # A piece belongs to the token in which it starts; byte-level tokenizers count the space before a word in.
    begin = np.minimum(offsets[:, 0] + _leading_space(text, offsets), len(text) - 1)
    token = np.maximum(np.searchsorted(starts, begin, side="right") - 1, 0)
    token = np.maximum.accumulate(token)
    first = np.searchsorted(token, np.arange(n_tokens + 1), side="left")
    return Pieces(ids, token, first)


def _leading_space(text: str, offsets: np.ndarray) -> np.ndarray:
    characters = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    starts_with_space = np.isin(characters[offsets[:, 0]], _SPACES)
    return (starts_with_space & (offsets[:, 1] - offsets[:, 0] > 1)).astype(np.int64)


def _first(*ids: int | None) -> int:
    for value in ids:
        if value is not None:
            return value
    raise ModelDamagedError("the encoder's tokenizer has no special pieces to open and close a window with")
