"""Numbers written as words, with separators, or counted by the noun alone."""

from tests.behaviour.case import case
from tests.behaviour.number import exact, more_than
from tests.behaviour.told import abducted, injured, killed, missing

CASES = (
    case("Twenty-seven sailors went down with the minesweeper.", killed(exact(27), victims="sailors"), total=1),
    case(
        "One hundred and twelve people were killed in the collapse of the garment factory at Savar.",
        killed(exact(112), victims="people", count="One hundred and twelve"),
        total=1,
    ),
    case(
        "The earthquake injured 2,418 residents of Hatay and killed 1,096, the disaster agency said.",
        injured(exact(2418), victims="residents"),
        killed(exact(1096)),
        total=2,
    ),
    case(
        "Half a million people died in the cyclone of 1970.",
        killed(exact(500000), victims="people", cause_type="natural_disaster"),
        total=1,
    ),
    case(
        "A dozen beekeepers were taken hostage in the reserve. Two dozen others got away through the reeds.",
        abducted(exact(12), victims="beekeepers"),
        total=1,
    ),
    case(
        "The war took more than 1.2 million lives, by the reckoning of the university's demographers.",
        killed(more_than(1200000), scope="cumulative"),
        total=1,
    ),
    case(
        "A soldier was killed and a couple of bystanders were wounded as thieves fought their way out of the depot.",
        killed(exact(1), victims="soldier", category="military"),
        injured(exact(2), victims="bystanders"),
        total=2,
    ),
    case(
        "His mother and both his sisters were killed in the shelling of Sloviansk; he was at football practice.",
        killed(exact(1), victims="His mother"),
        killed(exact(2)),
        total=2,
    ),
    case(
        "Rescuers had lifted ninety-three bodies from the lake by nightfall and were still looking for eight men.",
        killed(exact(93), unit="people"),
        missing(exact(8), victims="men"),
        total=2,
    ),
    case(
        "The province has now recorded its 84th road death this year, after a cyclist was crushed by a lorry in "
        "Arnhem.",
        killed(exact(84), scope="cumulative"),
        killed(exact(1), victims="cyclist", scope="incident"),
        total=2,
    ),
)
