"""Two outcomes in one sentence: two claims, each with its own count and victims."""

from tests.behaviour.case import case
from tests.behaviour.number import about, at_least, exact, more_than
from tests.behaviour.told import abducted, injured, killed, missing

CASES = (
    case(
        "Two people were killed and 14 injured when a crane toppled on to a crowded pavement in Busan.",
        killed(exact(2), victims="people"),
        injured(exact(14), category="unspecified"),
        total=2,
        events="aa",
    ),
    case(
        "The ambush left a lieutenant dead, six of his men wounded and one missing.",
        killed(exact(1), victims="lieutenant", category="military"),
        injured(exact(6)),
        missing(exact(1)),
        total=3,
        events="aaa",
    ),
    case(
        "Raiders killed the night watchman and abducted a German vet from a game lodge near Maun.",
        killed(exact(1), victims="night watchman", perpetrators=("Raiders",)),
        abducted(exact(1), victims="German vet", perpetrators=("Raiders",)),
        total=2,
        events="aa",
    ),
    case(
        "Typhoon Banyan has claimed at least 58 lives in Samar, with about 120 people unaccounted for.",
        killed(at_least(58)),
        missing(about(120), victims="people"),
        total=2,
        events="aa",
    ),
    case(
        "33 wounded, five dead: that was the reckoning at the district hospital after Thursday's riot.",
        injured(exact(33)),
        killed(exact(5)),
        total=2,
    ),
    case(
        "A father drowned and his daughter was pulled out with severe hypothermia after their canoe overturned on "
        "Lough Derg.",
        killed(exact(1), victims="father"),
        injured(exact(1), victims="his daughter"),
        total=2,
    ),
    case(
        "The attackers murdered four monks, wounded more than ten novices and carried the abbot off into the forest.",
        killed(exact(4), victims="monks"),
        injured(more_than(10), victims="novices"),
        abducted(exact(1), victims="abbot"),
        total=3,
        events="aaa",
    ),
    case(
        "Three skiers were swept to their deaths by the slide; a fourth, found by a dog after forty minutes, has a "
        "broken pelvis.",
        killed(exact(3), victims="skiers"),
        injured(exact(1)),
        total=2,
    ),
    case(
        "Of the bus's 41 passengers, 17 were killed and 22 hurt, the transport minister told parliament in Lima.",
        killed(exact(17), sources=("the transport minister",)),
        injured(exact(22), sources=("the transport minister",)),
        total=2,
        events="aa",
    ),
)
