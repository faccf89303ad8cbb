"""A sum over many events or a period (cumulative) against one happening (incident)."""

from tests.behaviour.case import case
from tests.behaviour.number import at_least, exact, indefinite, more_than, nearly
from tests.behaviour.told import abducted, injured, killed, missing

CASES = (
    case(
        "More than 4,000 people have been killed in the province since 2004.",
        killed(more_than(4000), scope="cumulative"),
        total=1,
    ),
    case(
        "Sixteen cyclists have died on the city's roads this year. The latest, a courier of 19, was hit by a dustcart "
        "on Friday.",
        killed(exact(16), scope="cumulative"),
        killed(exact(1), scope="incident"),
        total=2,
        events="ab",
    ),
    case(
        "A civil war that has killed nearly 90,000 Burundians seems no nearer its end.",
        killed(nearly(90000), scope="cumulative", victims="Burundians"),
        total=1,
    ),
    case(
        "Seven passengers died in the crash of a minibus outside Mwanza on Tuesday.",
        killed(exact(7), scope="incident"),
        total=1,
    ),
    case(
        "The union has recorded 312 journalists injured by rubber bullets over the past ten years.",
        injured(exact(312), scope="cumulative"),
        total=1,
    ),
    case(
        "Kidnappers seized a Swiss surveyor outside Zinder on Sunday. He is the ninth foreigner taken in the region "
        "since January.",
        abducted(exact(1), scope="incident", victims="Swiss surveyor"),
        abducted(exact(9), scope="cumulative", victims="foreigner"),
        total=2,
        events="ab",
    ),
    case(
        "Over the four-year campaign the air force killed at least 1,150 civilians. In its worst raid, on a market "
        "in Dhamar, 68 died.",
        killed(at_least(1150), scope="cumulative", victims="civilians"),
        killed(exact(68), scope="incident"),
        total=2,
        events="ab",
    ),
    case(
        "Dozens of migrants drown in the strait each winter, but the 37 who died on Saturday were the most in a "
        "single night.",
        killed(exact(37), scope="incident"),
    ),
    case(
        "Under the dictatorship some thirty thousand people disappeared. In the village of Las Toscas alone soldiers "
        "took away eleven on one night in 1977.",
        missing(victims="people", scope="cumulative"),
        abducted(exact(11), scope="incident", perpetrators=("soldiers",)),
        events="ab",
    ),
    case(
        "Hundreds of children have died of measles in the camps during the past eight months.",
        killed(indefinite(200), scope="cumulative"),
        total=1,
    ),
)
