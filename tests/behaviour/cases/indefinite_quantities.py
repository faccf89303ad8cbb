"""How many is said only roughly, or not at all: no value, and the floor that the words mean."""

from tests.behaviour.case import case
from tests.behaviour.number import exact, indefinite
from tests.behaviour.told import abducted, injured, killed, missing

CASES = (
    case(
        "Dozens were killed when the dam above Derna burst.",
        killed(indefinite(24), count="Dozens", category="unspecified"),
        total=1,
    ),
    case(
        "Scores of shoppers were injured in a stampede at a sale in Lagos.",
        injured(indefinite(40), victims="shoppers"),
        total=1,
    ),
    case(
        "Hundreds of detainees have disappeared from the stadium since the coup, their lawyers say.",
        missing(indefinite(200), victims="detainees", sources=("their lawyers",)),
        total=1,
    ),
    case(
        "Civilians were killed as the column pushed through Bentiu. The general said he regretted it.",
        killed(indefinite(2), count=None, victims="Civilians", category="civilian"),
        total=1,
    ),
    case(
        "Tens of thousands of people starved to death during the blockade.",
        killed(indefinite(20000), victims="people", count="Tens of thousands"),
        total=1,
    ),
    case(
        "Raiders on motorcycles abducted several teachers from a boarding school outside Kaduna.",
        abducted(indefinite(2), victims="teachers", count="several", perpetrators=("Raiders on motorcycles",)),
        total=1,
    ),
    case(
        "The grenade killed a flower seller and wounded many of her customers.",
        killed(exact(1), victims="flower seller"),
        injured(indefinite(2), count="many"),
        total=2,
    ),
    case(
        "Six construction workers fell to their deaths with the scaffolding, and dozens more were injured.",
        killed(exact(6), victims="construction workers"),
        injured(indefinite(24)),
        total=2,
    ),
    case(
        "A number of patients died when the generator failed at the clinic in Aden.",
        killed(indefinite(2), victims="patients", count="A number"),
        total=1,
    ),
    case(
        "Thousands perished on the march to the river, an old woman who had survived it told the tribunal.",
        killed(indefinite(2000), count="Thousands"),
        total=1,
    ),
)
