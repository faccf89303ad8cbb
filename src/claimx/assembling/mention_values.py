"""Values of a Doc's mentions that are settled over the whole Doc: the places of its locations, its actors."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from typing import Any, Generic, TypeVar

from spacy.tokens import Doc, Span

from claimx.normalize.actors import ActorMention, ResolvedActor, resolve_actors
from claimx.normalize.places import Place, PlaceMention, resolve_places
from claimx.schema.quote import Quote

Value = TypeVar("Value", Place, ResolvedActor)

_FIELDS = {kind: tuple(field.name for field in fields(kind)) for kind in (Place, ResolvedActor)}


def as_record(value: Place | ResolvedActor) -> dict[str, Any]:
    """A value as plain values by field name: ``asdict`` without its deep copies, for there is nothing deep in one."""
    return {name: getattr(value, name) for name in _FIELDS[type(value)]}


@dataclass(frozen=True)
class MentionValues(Generic[Value]):
    """How the mentions of one type get their values.

    They are kept in ``doc.user_data`` as plain values, so that claims and entities that quote the same words agree.

    Attributes:
        key: where they are kept.
        label: entity label of the mentions.
        value_type: dataclass of a value.
        resolve: gives the value of each of a text's mentions, (words, offset), in their order.
    """

    key: str
    label: str
    value_type: type[Value]
    resolve: Callable[[list[tuple[str, int]], str], list[Value]]

    def of_quotes(self, doc: Doc, quotes: Iterable[Quote], text: str | None = None) -> dict[tuple[int, int], Value]:
        """The values of a Doc's entities and of some quotes, by (start, end) in characters.

        Args:
            doc: the Doc.
            quotes: the quotes.
            text: the Doc's text, where it is at hand: spaCy puts it together anew at every look.
        """
        asked = {(quote.start, quote.end) for quote in quotes}
        asked |= {(ent.start_char, ent.end_char) for ent in doc.ents if ent.label_ == self.label}
        known = self._known(doc)
        if not asked <= known.keys():
            text = doc.text if text is None else text
            spans = sorted(asked | known.keys())
            values = self.resolve([(text[start:end], start) for start, end in spans], text)
            known = dict(zip(spans, values, strict=True))
            doc.user_data[self.key] = {f"{start}:{end}": as_record(value) for (start, end), value in known.items()}
        return known

    def of_span(self, span: Span) -> Value:
        """The value of one span of a Doc."""
        kept = self._kept(span.doc).get(f"{span.start_char}:{span.end_char}")
        if kept is not None:
            return self.value_type(**kept)
        quote = Quote(text=span.text, start=span.start_char, end=span.end_char)
        return self.of_quotes(span.doc, [quote])[quote.start, quote.end]

    def _known(self, doc: Doc) -> dict[tuple[int, int], Value]:
        known: dict[tuple[int, int], Value] = {}
        for place, value in self._kept(doc).items():
            start, _, end = place.partition(":")
            known[int(start), int(end)] = self.value_type(**value)
        return known

    def _kept(self, doc: Doc) -> dict[str, dict[str, Any]]:
        kept: dict[str, dict[str, Any]] = doc.user_data.get(self.key, {})
        return kept


PLACES = MentionValues(
    "claimx.places",
    "LOCATION",
    Place,
    lambda mentions, text: resolve_places([PlaceMention(*mention) for mention in mentions], text),
)

ACTORS = MentionValues(
    "claimx.actors",
    "ACTOR",
    ResolvedActor,
    lambda mentions, text: resolve_actors([ActorMention(*mention) for mention in mentions], text),
)
