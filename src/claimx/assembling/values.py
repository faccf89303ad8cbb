"""Give the quotes of claims the values that are settled over the whole text."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

from spacy.tokens import Doc

from claimx.assembling.mention_values import ACTORS, PLACES, as_record
from claimx.encoder.words import doc_text
from claimx.normalize.actors import ResolvedActor
from claimx.normalize.places import Place
from claimx.schema.actor import Actor
from claimx.schema.claim import Claim
from claimx.schema.location import Location
from claimx.schema.quote import Quote

Valued = TypeVar("Valued", Location, Actor)


def with_values(doc: Doc, claims: Sequence[Claim]) -> list[Claim]:
    """Claims whose locations have places, and whose perpetrators and sources are actors of the text.

    The gazetteer is loaded only where a claim has a location.

    Args:
        doc: the text, with its entities.
        claims: its claims, as assembled.

    Raises:
        GazetteerError: the gazetteer cannot be loaded.
    """
    locations = [location for claim in claims for location in claim.locations]
    told = [actor for claim in claims for actor in (*claim.perpetrators, *claim.sources)]
    text = doc_text(doc) if locations or told else ""
    located = _valued(Location, locations, PLACES.of_quotes(doc, locations, text) if locations else {})
    acting = _valued(Actor, told, ACTORS.of_quotes(doc, told, text) if told else {})
    return [
        claim.model_copy(
            update={
                "locations": tuple(located[quote.start, quote.end] for quote in claim.locations),
                "perpetrators": tuple(acting[quote.start, quote.end] for quote in claim.perpetrators),
                "sources": tuple(acting[quote.start, quote.end] for quote in claim.sources),
            }
        )
        for claim in claims
    ]


def _valued(
    kind: type[Valued], quotes: Sequence[Quote], values: Mapping[tuple[int, int], Place | ResolvedActor]
) -> dict[tuple[int, int], Valued]:
    """Quotes with their values, by place: what several claims quote is made once."""
    return {
        place: kind(text=words, start=place[0], end=place[1], **as_record(values[place]))
        for place, words in {(quote.start, quote.end): quote.text for quote in quotes}.items()
    }
