"""Read named-entity corpora in the two-column CoNLL format: a token, a tab, a BIO tag; blank line between sentences.

The reader serves the Dstl re3d corpus as re-split by ConfliBERT (Hu et al., NAACL 2022); its entity types are
mapped to claimx's mention types by :data:`RE3D_TYPES`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from claimx.errors import CorpusError

#: re3d entity type -> claimx mention type; types left out are not mentions that claimx looks for.
RE3D_TYPES = {
    "Organisation": "ACTOR",
    "Person": "ACTOR",
    "Nationality": "ACTOR",
    "Location": "LOCATION",
    "Temporal": "TIME",
    "Quantity": "NUMBER",
}


@dataclass(frozen=True)
class TaggedSentence:
    """Tokens and the labelled spans over them.

    Attributes:
        tokens: the words.
        spans: ``(first token, token past the last, label)``, in order.
    """

    tokens: tuple[str, ...]
    spans: tuple[tuple[int, int, str], ...]


def read_conll(path: str | Path) -> list[TaggedSentence]:
    """Read all sentences of a CoNLL file.

    Raises:
        CorpusError: the file cannot be read or a line is not ``token<TAB>tag``; names file and line.
    """
    try:
        lines = Path(path).read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise CorpusError(f"{path}: cannot be read: {error}") from error
    return list(_sentences(path, lines))


def _sentences(path: str | Path, lines: list[str]) -> Iterator[TaggedSentence]:
    tokens: list[str] = []
    tags: list[str] = []
    for number, line in enumerate([*lines, ""], start=1):
        if line.strip():
            token, tab, tag = line.rpartition("\t")
            if not tab or not (tag == "O" or tag[:2] in ("B-", "I-")):
                raise CorpusError(f"{path}, line {number}, field tag: expected 'token<TAB>B-, I- or O tag'")
            tokens.append(token.strip())
            tags.append(tag)
        elif tokens:
            yield TaggedSentence(tuple(tokens), tuple(spans_of_tags(tags)))
            tokens, tags = [], []


def spans_of_tags(tags: list[str]) -> Iterator[tuple[int, int, str]]:
    """Yield ``(first, past last, label)`` for each entity of a BIO tag sequence (a stray ``I-`` opens one)."""
    start, label = 0, ""
    for i, tag in enumerate([*tags, "O"]):
        if label and tag != f"I-{label}":
            yield start, i, label
            label = ""
        if tag != "O" and not label:
            start, label = i, tag[2:]
