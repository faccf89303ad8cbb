"""Resolves the perpetrators and sources of a document to actors.

The stages are one module each: :mod:`.phrase` takes a mention apart, :mod:`.items` tells its words apart with the
tables of known actors, countries and nouns, :mod:`.read` reads it by itself, :mod:`.context` looks at the words about
it, :mod:`.link` compares it with the document's other mentions, and :mod:`.naming` names the actor.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimx.errors import InvalidTextError
from claimx.normalize.actors.actor import ActorMention, ResolvedActor
from claimx.normalize.actors.cluster import Cluster
from claimx.normalize.actors.context import in_context
from claimx.normalize.actors.document import Document
from claimx.normalize.actors.link import link
from claimx.normalize.actors.naming import name_of
from claimx.normalize.actors.read import read
from claimx.normalize.actors.reading import Reading


def resolve_actors(mentions: Sequence[ActorMention | str], text: str = "") -> list[ResolvedActor]:
    """Tell which mentions of a document are of one actor, and who that is.

    Conventions:

    * A group's fighters, members, spokesmen and statements are the group: "Taliban fighters" is the Taliban, "police
      sources" the police. A person with a name is an actor of his own, with the type of the organisation he speaks for.
    * "the army", "police", "the coalition" stand for the fuller mention nearest before them, else for the only one that
      follows. "the Syrian army" and "Syrian troops" are one actor, as UCDP and ACLED code a state's forces; the police,
      a named branch ("the air force", "the navy") and the government are others.
    * A bare country is its government, unless its strikes or troops follow in the text.
    * Indefinite mentions are linked only where noun, number and what describes them repeat: "gunmen" and "unidentified
      gunmen" are one actor, "two gunmen" and "three gunmen" are not. "another" always brings in somebody new, and so
      does every lone informant ("a witness" twice), unless both mentions have the same offset.
    * Types: rescuers and coroners are medical. "local activists" are witnesses, other activists monitors. Gunmen,
      suspects and other unidentified attackers are unknown; militants, rebels and gangs are armed groups. The types
      resemble categories of CAMEO, UCDP and ACLED; see :mod:`.known`.

    Args:
        mentions: the quoted mentions, in any order; a str is a mention whose offset is not known, taken to follow the
            one before it in the list.
        text: the document, from which acronym definitions and the words about mentions are read.

    Returns:
        The actor of each mention, in the order of the mentions. A mention without a letter, with control characters
        or beyond any mention's length is an actor of its own, of type "unknown", named by its own text.

    Raises:
        InvalidTextError: if ``text`` is no str or a mention is neither str nor :class:`ActorMention` with text.
    """
    if not isinstance(text, str):
        raise InvalidTextError(f"a document must be a str, not {type(text).__name__}")
    if isinstance(mentions, str):
        raise InvalidTextError("mentions must be a sequence of mentions, not one str")
    checked = [_checked(mention) for mention in mentions]
    order = _document_order(checked)
    document = Document(text, [mention.text for mention in checked])
    # One quote may serve many claims: the same words at the same place are read once.
    first = {mention: index for index, mention in reversed(list(enumerate(checked)))}
    distinct = [i for i in order if checked[i].start is None or first[checked[i]] == i]
    readings = [_read(checked[i], document) for i in distinct]
    clusters = dict(zip(distinct, link(readings), strict=True))
    numbers: dict[int, ResolvedActor] = {}
    for index in distinct:
        cluster = clusters[index]
        if id(cluster) not in numbers:
            numbers[id(cluster)] = _resolved(cluster, len(numbers) + 1, document)
    whole = [i if i in clusters else first[checked[i]] for i in range(len(checked))]
    return [numbers[id(clusters[index])] for index in whole]


def _read(mention: ActorMention, document: Document) -> Reading:
    return in_context(read(mention.text, document), mention.text, mention.start, document)


def _resolved(cluster: Cluster, number: int, document: Document) -> ResolvedActor:
    return ResolvedActor(f"a{number}", name_of(cluster, document), cluster.type)


def _checked(mention: ActorMention | str) -> ActorMention:
    mention = ActorMention(mention) if isinstance(mention, str) else mention
    if not isinstance(mention, ActorMention) or not isinstance(mention.text, str):
        found = mention.text if isinstance(mention, ActorMention) else mention
        raise InvalidTextError(f"an actor mention must be a str or an ActorMention, not {type(found).__name__}")
    if mention.start is not None and not isinstance(mention.start, int):
        raise InvalidTextError(f"a mention's start must be an int or None, not {type(mention.start).__name__}")
    return mention


def _document_order(mentions: Sequence[ActorMention]) -> list[int]:
    """Return the mentions' indices in the document's order; one without an offset follows the one before it."""
    places: list[int] = []
    for mention in mentions:
        places.append(mention.start if mention.start is not None else places[-1] if places else 0)
    return sorted(range(len(mentions)), key=places.__getitem__)
