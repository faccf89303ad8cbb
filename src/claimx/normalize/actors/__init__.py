"""Mentions of perpetrators and sources to the actors of a document."""

from claimx.normalize.actors.actor import ActorMention, ResolvedActor
from claimx.normalize.actors.resolve import resolve_actors

__all__ = ["ActorMention", "ResolvedActor", "resolve_actors"]
