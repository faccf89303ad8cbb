"""The closed vocabularies of a claim, as the annotation guidelines define them."""

from typing import Literal, get_args

Outcome = Literal["killed", "injured", "killed_or_injured", "missing", "abducted"]
Unit = Literal["people", "families", "incidents"]
Modifier = Literal[
    "exact", "at_least", "more_than", "at_most", "less_than", "about", "nearly", "range", "none", "indefinite"
]
VictimCategory = Literal[
    "civilian",
    "child",
    "woman",
    "combatant",
    "military",
    "police",
    "journalist",
    "aid_worker",
    "official",
    "person",
    "unspecified",
]
CauseType = Literal[
    "airstrike",
    "shelling",
    "bombing",
    "shooting",
    "ground_combat",
    "chemical",
    "stabbing",
    "execution",
    "vehicle_attack",
    "other_violence",
    "natural_disaster",
    "accident",
    "disease",
    "unknown",
]
Stance = Literal["asserted", "acknowledged", "alleged", "possible", "denied"]
Scope = Literal["incident", "cumulative"]
# Residents count as witnesses, and so do activists where the text calls them local; other activists are monitors.
ActorType = Literal[
    "state_forces",
    "armed_group",
    "coalition",
    "police",
    "monitor",
    "un",
    "medical",
    "government",
    "media",
    "witness",
    "unknown",
]
PlaceKind = Literal[
    "country",
    "admin1",
    "admin2",
    "city",
    "neighbourhood",
    "region",
    "continent",
    "sea",
    "river",
    "lake",
    "mountain",
    "desert",
    "island",
]

OUTCOMES: tuple[str, ...] = get_args(Outcome)
UNITS: tuple[str, ...] = get_args(Unit)
MODIFIERS: tuple[str, ...] = get_args(Modifier)
VICTIM_CATEGORIES: tuple[str, ...] = get_args(VictimCategory)
CAUSE_TYPES: tuple[str, ...] = get_args(CauseType)
STANCES: tuple[str, ...] = get_args(Stance)
SCOPES: tuple[str, ...] = get_args(Scope)
PLACE_KINDS: tuple[str, ...] = get_args(PlaceKind)
ACTOR_TYPES: tuple[str, ...] = get_args(ActorType)
