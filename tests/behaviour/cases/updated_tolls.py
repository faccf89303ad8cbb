"""The same toll told again, or a newer one: several claims of one event."""

from tests.behaviour.case import case
from tests.behaviour.number import at_least, exact, more_than
from tests.behaviour.told import injured, killed, missing

CASES = (
    case(
        "Three dead in chairlift accident\n\nThe death toll in the chairlift accident at Bansko has risen to five, "
        "the resort's manager said on Sunday.",
        killed(exact(3)),
        killed(exact(5)),
        total=2,
        events="aa",
    ),
    case(
        "Officials first spoke of ten dead in the blaze at the Karachi market. By evening they had counted 26 "
        "bodies in the ruins.",
        killed(exact(10)),
        killed(exact(26)),
        total=2,
        events="aa",
    ),
    case(
        "Four more victims of Monday's crash died overnight, the hospital in Split said, bringing the number of "
        "dead to 13.",
        killed(exact(4)),
        killed(exact(13)),
        total=2,
        events="aa",
    ),
    case(
        "BUS PLUNGE KILLS 18\n\nAt least 18 people were killed when a bus ran off a mountain road near Cajamarca.",
        killed(exact(18)),
        killed(at_least(18), victims="people"),
        total=2,
        events="aa",
    ),
    case(
        "The flood has now killed 41 people in Sindh, up from 29 the day before.",
        killed(exact(41), victims="people"),
        killed(exact(29)),
        total=2,
        events="aa",
    ),
    case(
        "More than 300 people are missing after the landslip, the governor said. An hour earlier his deputy had put "
        "the missing at 180.",
        missing(more_than(300)),
        missing(exact(180)),
        total=2,
        events="aa",
    ),
    case(
        "Witnesses to the stampede in Conakry counted 22 bodies. The stadium's owners speak of nine dead, the "
        "public prosecutor of 15.",
        killed(exact(22)),
        killed(exact(9)),
        killed(exact(15)),
        total=3,
        events="aaa",
    ),
    case(
        "Bomb wounds 12 at polling station\n\nA bomb hidden in a dustbin wounded 12 voters on Saturday. Later the "
        "number of injured was revised to 16.",
        injured(exact(12)),
        injured(exact(12), victims="voters"),
        injured(exact(16)),
        total=3,
        events="aaa",
    ),
    case(
        "The regional government has revised the toll of the derailment down to 38 from 43, having found that some "
        "victims were counted twice.",
        killed(exact(38)),
        killed(exact(43)),
        events="aa",
    ),
)
