"""A number with a word that bounds or loosens it."""

from tests.behaviour.case import case
from tests.behaviour.number import about, at_least, at_most, exact, less_than, more_than, nearly
from tests.behaviour.told import abducted, either, injured, killed, missing

CASES = (
    case(
        "At least 31 worshippers perished in the fire at the mosque in Gedaref.",
        killed(at_least(31), victims="worshippers", count="At least 31"),
        total=1,
    ),
    case(
        "The landslip buried a camp of road builders in Yunnan, killing no fewer than 18.",
        killed(at_least(18), count="no fewer than 18"),
        total=1,
    ),
    case(
        "Well over 200 conscripts have lost their lives in the siege, a captured lieutenant told us.",
        killed(more_than(200), victims="conscripts"),
        total=1,
    ),
    case(
        "As many as 90 schoolchildren were wounded when the grandstand gave way in Cochabamba.",
        injured(at_most(90), victims="schoolchildren", count="As many as 90"),
        total=1,
    ),
    case(
        "Up to nearly 13,000 people died in the floods of that spring, the ministry estimates.",
        killed(at_most(13000), victims="people", count="Up to nearly 13,000"),
        total=1,
    ),
    case(
        "Nearly 400 prisoners were massacred in the yard, and close to 50 guards have vanished.",
        killed(nearly(400), victims="prisoners"),
        missing(nearly(50), victims="guards"),
        total=2,
    ),
    case(
        "Some 25 tourists were hurt, none of them badly, as the coach left the road at Ohrid. Roughly a dozen were "
        "kept in overnight.",
        injured(about(25), victims="tourists"),
    ),
    case(
        "An estimated 600 villagers were shot by retreating troops in the autumn of that year.",
        killed(about(600), victims="villagers", perpetrators=("retreating troops",), count="An estimated 600"),
        total=1,
    ),
    case(
        "Fewer than 20 of the garrison's men fell in the assault, while upwards of 300 attackers were killed.",
        killed(less_than(20)),
        killed(more_than(300), victims="attackers"),
        total=2,
    ),
    case(
        "Bandits in Katsina snatched at least a dozen passengers from a bus and shot its conductor dead.",
        abducted(
            at_least(12),
            victims=either("passengers", "passengers from a bus"),
            perpetrators=either(("Bandits in Katsina",), ("Bandits",)),
        ),
        killed(exact(1), victims="its conductor"),
        total=2,
    ),
    case(
        "Around 70 passengers and six crew were aboard the launch when it overturned. 50 or more drowned.",
        killed(at_least(50), count="50 or more"),
        total=1,
    ),
)
