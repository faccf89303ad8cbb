"""The text of a Doc as quotes are cut from it."""

from dataclasses import dataclass, field

from spacy.attrs import IDX, IS_SPACE, LENGTH
from spacy.tokens import Doc

from claimx.encoder.words import doc_text
from claimx.schema.quote import Quote


@dataclass(frozen=True, slots=True)
class DocText:
    """The text of a Doc and where its tokens stand in it.

    spaCy puts a text, and a token, together anew at every look; here they are read once for all quotes of a Doc.

    Attributes:
        text: the whole text.
        starts: offset of each token's first character.
        ends: offset just past its last.
        spaces: whether it is white space.
        quotes: what was quoted of it, by first token and token past the last: claims of one text quote the same words.
    """

    text: str
    starts: list[int]
    ends: list[int]
    spaces: list[int]
    quotes: dict[tuple[int, int], Quote | None] = field(default_factory=dict)

    @classmethod
    def of(cls, doc: Doc) -> "DocText":
        """Read a Doc."""
        starts, lengths, spaces = (
            doc.to_array([IDX, LENGTH, IS_SPACE]).astype(int).T.tolist() if len(doc) else ([],) * 3
        )
        return cls(
            doc_text(doc), starts, [start + length for start, length in zip(starts, lengths, strict=True)], spaces
        )
