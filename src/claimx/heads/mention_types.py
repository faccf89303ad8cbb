"""The types of mention that the taggers find."""

#: Entities of whole texts, written to ``doc.ents``, in the order of the entity tagger's outputs.
ENTITY_TYPES = ("ACTOR", "NUMBER", "LOCATION", "TIME")

#: Mentions that fill claims, in the order of the mention tagger's outputs.
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
