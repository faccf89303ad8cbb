"""Words around the nouns of a mention: determiners, words without identity, and where a mention's tail begins."""

from __future__ import annotations

#: Determiners that make a mention definite: it is, or refers to, an actor the reader knows.
DEFINITE = frozenset("the this that these those his her its their our my your said".split())
#: Determiners and quantities that bring in somebody new.
INDEFINITE = frozenset("a an some several many multiple few various any one numerous certain dozens scores".split())
#: Words that set apart from whoever was mentioned before.
FRESH = frozenset("another other others second third fourth different rival".split())
NUMBERS = frozenset("one two three four five six seven eight nine ten eleven twelve dozen dozens both".split())
#: Pronouns: a quoted pronoun is not resolved.
PRONOUNS = frozenset("i he she it we they you him her them us who himself herself themselves".split())

#: Modifiers that do not tell one actor from another.
VACUOUS = frozenset(
    "local unidentified unknown suspected alleged armed masked heavily presumed accused senior top junior high "
    "ranking anonymous unnamed independent initial preliminary latest more least about around some nearly "
    "over than up to own fellow young old elderly black white lone single hooded former so-called self-styled "
    "high-ranking high-level local-level believed same first last late leading key regular "
    "official recent further additional and or rival nearby of group as by several including chief suspect "
    "would-be undercover off-duty on duty unspecified".split()
)
#: Where the tail of a mention begins, which describes and does not name.
TAIL = frozenset(
    "who which that whose with without wearing riding travelling traveling carrying dressed on near inside outside "
    "against during after before when while said says told hiding linked affiliated known living posing using driving "
    "operating paid sitting posted issued released provided received obtained quoted cited like under over "
    "is are was were has have had surnamed aged identified waiting working staying fighting calling shooting".split()
)
#: Prepositions of place: what follows tells which police, which residents.
PLACE = frozenset("in at".split())
#: Links between a part and its owner: "members of", "a spokesman for", "gunmen from".
LINKS = frozenset("of for from by belonging".split())
#: What is not of an actor though its name stands by: "an affiliate of Isis", "Taliban victims".
OUTSIDERS = frozenset(
    "affiliate affiliates offshoot splinter ally victim victims rival rivals hostage hostages captive captives "
    "opponent opponents enemy enemies critics critic deserter deserters defector defectors sympathizer sympathizers "
    "sympathiser sympathisers".split()
)
#: Words of which an "army" or "forces" is an armed group's and no state's.
REBELLIOUS = frozenset(
    "liberation revolutionary resistance peoples people's people popular rebel guerrilla mujahideen mujahidin "
    "jihad insurgent separatist lashkar jaish victorious lord's lords free democratic patriotic zarate".split()
)
