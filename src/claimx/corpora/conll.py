"""Read named-entity corpora in the two-column CoNLL format: a token, a tab, a BIO tag; blank line between sentences.

Entity types are mapped to claimx's mention types by :data:`ENTITY_LABELS`, which knows the names of the Dstl re3d
corpus (as re-split by ConfliBERT: Hu et al., NAACL 2022), of CoNLL-2003 and of OntoNotes 5, and claimx's own.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from claimx.errors import CorpusError

#: Entity type in upper case -> claimx mention type; types left out are not mentions that claimx looks for.
ENTITY_LABELS = {
    **dict.fromkeys(("ACTOR", "ORGANISATION", "PERSON", "NATIONALITY", "PER", "ORG", "NORP"), "ACTOR"),
    **dict.fromkeys(("LOCATION", "LOC", "GPE", "FAC"), "LOCATION"),
    **dict.fromkeys(("TIME", "TEMPORAL", "DATE"), "TIME"),
    **dict.fromkeys(("NUMBER", "QUANTITY", "CARDINAL"), "NUMBER"),
}


@dataclass(frozen=True)
class TaggedSentence:
    """Tokens and the labelled spans over them.

    Attributes:
        tokens: the words.
        spans: ``(first token, token past the last, mention type)``, in order.
    """

    tokens: tuple[str, ...]
    spans: tuple[tuple[int, int, str], ...]


def read_conll(path: str | Path) -> list[TaggedSentence]:
    """Read all sentences of a CoNLL file.

    Raises:
        CorpusError: the file cannot be read, a line is not ``token<TAB>tag`` (file and line are named), or no entity
            type is one that claimx knows.
    """
    try:
        lines = Path(path).read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise CorpusError(f"{path}: cannot be read: {error}") from error
    sentences = list(_sentences(path, lines))
    if not any(sentence.spans for sentence in sentences):
        known = ", ".join(sorted(ENTITY_LABELS))
        raise CorpusError(f"{path}: holds no entity of a known type ({known}, in any letter case)")
    return sentences


def join_sentences(sentences: Sequence[TaggedSentence]) -> tuple[str, list[tuple[int, int, str]]]:
    """A text of sentences, a line each, their tokens set apart by spaces.

    Returns:
        The text, and the ``(first character, past last, mention type)`` of the sentences' spans in it.
    """
    text = ""
    marked = []
    for sentence in sentences:
        offsets = []
        for token in sentence.tokens:
            if text and not text.endswith("\n"):
                text += " "
            offsets.append((len(text), len(text) + len(token)))
            text += token
        text += "\n"
        marked += [(offsets[first][0], offsets[past - 1][1], kind) for first, past, kind in sentence.spans]
    return text.removesuffix("\n"), marked


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
            spans = ((a, b, ENTITY_LABELS.get(label.upper())) for a, b, label in spans_of_tags(tags))
            yield TaggedSentence(tuple(tokens), tuple((a, b, kind) for a, b, kind in spans if kind))
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
