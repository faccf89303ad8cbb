"""Give the quotes of claims the values that are settled over the whole text."""

from collections.abc import Sequence
from dataclasses import asdict

from spacy.tokens import Doc

from claimx.assembling.mention_values import ACTORS, PLACES
from claimx.schema.actor import Actor
from claimx.schema.claim import Claim
from claimx.schema.location import Location


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
    places = PLACES.of_quotes(doc, locations) if locations else {}
    told = [actor for claim in claims for actor in (*claim.perpetrators, *claim.sources)]
    actors = ACTORS.of_quotes(doc, told) if told else {}

    def located(location: Location) -> Location:
        return Location.model_validate(_quoted(location) | asdict(places[location.start, location.end]))

    def acting(actor: Actor) -> Actor:
        return Actor.model_validate(_quoted(actor) | asdict(actors[actor.start, actor.end]))

    return [
        claim.model_copy(
            update={
                "locations": tuple(map(located, claim.locations)),
                "perpetrators": tuple(map(acting, claim.perpetrators)),
                "sources": tuple(map(acting, claim.sources)),
            }
        )
        for claim in claims
    ]


def _quoted(quote: Location | Actor) -> dict[str, object]:
    return {"text": quote.text, "start": quote.start, "end": quote.end}
