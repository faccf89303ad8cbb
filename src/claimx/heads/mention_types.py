"""The types of mention that the tagger finds."""

#: Mentions of whole texts, written to ``doc.ents``.
ENTITY_TYPES = ("ACTOR", "NUMBER", "LOCATION", "TIME")

#: All mention types, in the order of the tagger's outputs.
MENTION_TYPES = (*ENTITY_TYPES, "VICTIM", "CAUSE", "TRIGGER")

#: Which mention type a claim's field is made of.
FIELD_TYPES = {
    "perpetrators": "ACTOR",
    "sources": "ACTOR",
    "count": "NUMBER",
    "locations": "LOCATION",
    "time": "TIME",
    "victims": "VICTIM",
    "cause": "CAUSE",
    "trigger": "TRIGGER",
}
