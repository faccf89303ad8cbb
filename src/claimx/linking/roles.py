"""What the linker reads for an anchor: roles (spans of the text) and attributes (classes)."""

from claimx.schema.labels import CAUSE_TYPES, MODIFIERS, SCOPES, STANCES, UNITS, VICTIM_CATEGORIES

#: Roles that one span fills, or none.
SINGLE_ROLES = ("trigger", "evidence", "count", "victims", "cause", "time")

#: Single roles that a claim never lacks.
REQUIRED_ROLES = ("trigger", "evidence")

#: Roles that any number of spans fill.
LIST_ROLES = ("perpetrators", "locations", "sources")

#: The number that a claim without count words implies ("the ambassador" one; "civilians" plural).
IMPLIED_COUNTS = ("one", "two", "three", "four", "five", "six", "plural", "none")

#: The single role whose words tell most of an attribute: the category is that of the victims' noun.
ATTRIBUTE_ROLES = {
    "unit": "victims",
    "category": "victims",
    "cause_type": "cause",
    "stance": "trigger",
    "scope": "trigger",
    "modifier": "count",
}

#: Attribute -> its classes.
ATTRIBUTES: dict[str, tuple[str, ...]] = {
    "unit": UNITS,
    "category": VICTIM_CATEGORIES,
    "cause_type": CAUSE_TYPES,
    "stance": STANCES,
    "scope": SCOPES,
    "modifier": MODIFIERS,
    "implied_count": IMPLIED_COUNTS,
}
