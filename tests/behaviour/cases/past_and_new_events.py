"""Two happenings in one text, often an old one recalled beside a new one: claims of different events."""

from tests.behaviour.case import case
from tests.behaviour.number import at_least, exact
from tests.behaviour.told import abducted, injured, killed

CASES = (
    case(
        "A gas cylinder exploded in a restaurant in Izmir on Saturday, killing two cooks. A similar blast in the same "
        "street killed five people in 2016.",
        killed(exact(2), victims="cooks"),
        killed(exact(5), victims="people"),
        total=2,
        events="ab",
    ),
    case(
        "Senator Jaime Urrutia was shot dead outside his home in Cali. His brother was killed in 1998.",
        killed(exact(1)),
        killed(exact(1), victims="His brother"),
        total=2,
        events="ab",
    ),
    case(
        "Two trains collided near Larissa, injuring 34 passengers. It is the worst accident on the line since a "
        "derailment in which nine people died a decade ago.",
        injured(exact(34), victims="passengers"),
        killed(exact(9), victims="people"),
        total=2,
        events="ab",
    ),
    case(
        "Gunmen killed four guards at a checkpoint in Lashkar Gah. Hours later a mine killed two children in Sangin.",
        killed(exact(4), locations=("Lashkar Gah",)),
        killed(exact(2), locations=("Sangin",)),
        total=2,
        events="ab",
    ),
    case(
        "Twelve people were hurt as a tower of scaffolding came down in Leeds. In an unrelated accident across town, "
        "a roofer fell to his death.",
        injured(exact(12)),
        killed(exact(1), victims="roofer"),
        total=2,
        events="ab",
    ),
    case(
        "The kidnapping of a priest in Nsukka comes a month after three seminarians were abducted on the same road.",
        abducted(exact(1), victims="priest"),
        abducted(exact(3), victims="seminarians"),
        total=2,
        events="ab",
    ),
    case(
        "At least 17 people died in Thursday's attack on the Hotel Sahafi. The hotel was last bombed in 2009, when "
        "22 guests were killed. Thursday's blast also wounded 40.",
        killed(at_least(17)),
        killed(exact(22), victims="guests"),
        injured(exact(40)),
        total=3,
        events="aba",
    ),
    case(
        "Two climbers froze to death on Mount Elbrus. Five Lithuanians died on the same ridge in 2021, and in 2006 a "
        "storm there killed eleven.",
        killed(exact(2), victims="climbers"),
        killed(exact(5), victims="Lithuanians"),
        killed(exact(11)),
        total=3,
        events="abc",
    ),
)
