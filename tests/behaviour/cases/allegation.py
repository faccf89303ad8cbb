"""The text marks what it tells as unverified: stance alleged."""

from tests.behaviour.case import case
from tests.behaviour.number import at_least, exact
from tests.behaviour.told import abducted, either, injured, killed

CASES = (
    case(
        "Border police allegedly beat two migrants to death in a forest near Bihac last winter.",
        killed(exact(2), stance="alleged", victims="migrants", perpetrators=("Border police",)),
        total=1,
    ),
    case(
        "Fifteen hostages were reportedly killed when commandos stormed the bank, though the telephone lines have "
        "been cut and nobody has been inside.",
        killed(exact(15), stance="alleged", victims="hostages"),
        total=1,
    ),
    case(
        "According to unconfirmed reports, seven people drowned when a dugout capsized on Lake Mai-Ndombe.",
        killed(exact(7), stance="alleged", victims="people"),
        total=1,
    ),
    case(
        "The group claimed that its fighters had killed 30 soldiers in an ambush outside Menaka. The claim could "
        "not be checked.",
        killed(exact(30), victims="soldiers", stance=either("alleged", "acknowledged")),
        total=1,
    ),
    case(
        "Marta Kolar, 44, is accused of killing her two stepsons with weedkiller stirred into their cocoa.",
        killed(exact(2), stance="alleged", perpetrators=("Marta Kolar",)),
        total=1,
    ),
    case(
        "The warlord is said to have killed at least 60 prisoners with his own pistol.",
        killed(at_least(60), stance="alleged", victims="prisoners", perpetrators=("The warlord",)),
        total=1,
    ),
    case(
        "A 23-year-old plumber has been charged with the murder of retired judge Ellen Brandvold, whose body lay "
        "undiscovered for a month.",
        killed(exact(1), stance="alleged", perpetrators=("23-year-old plumber",)),
    ),
    case(
        "It is rumoured in the market that the militia seized four drivers on the Bria road. Nobody will put a "
        "name to it.",
        abducted(exact(4), stance="alleged", victims="drivers", perpetrators=("the militia",)),
        total=1,
    ),
    case(
        "Opposition lawyers say riot officers injured 19 marchers, an allegation that has yet to be substantiated.",
        injured(exact(19), stance="alleged", sources=("Opposition lawyers",), perpetrators=("riot officers",)),
        total=1,
    ),
)
