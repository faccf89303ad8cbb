"""A person named or described counts as one, without a quantity in the text."""

from tests.behaviour.case import case
from tests.behaviour.number import exact
from tests.behaviour.told import abducted, either, injured, killed, missing

CASES = (
    case(
        "Sgt. Milos Havran was killed when his patrol drove over a mine.",
        killed(exact(1), count=None, victims="Sgt. Milos Havran"),
        total=1,
    ),
    case(
        "Adaeze Nwosu and Chike Obi were killed when a wall collapsed on their stall in Aba.",
        killed(exact(1), count=None, victims="Adaeze Nwosu"),
        killed(exact(1), count=None, victims="Chike Obi"),
        total=2,
        events="aa",
    ),
    case(
        "Two men, Luis Prieto and Omar Caldas, were shot dead in a billiard hall in Guayaquil.",
        killed(exact(2), count="Two", victims="men"),
        total=1,
    ),
    case(
        "The Portuguese ambassador was wounded when a bomb exploded under his car.",
        injured(exact(1), count=None, victims="Portuguese ambassador"),
        total=1,
    ),
    case(
        "Deputies pulled the body of 34-year-old Dwayne Pickett from the reservoir on Sunday morning.",
        killed(exact(1), count=None, victims=either("34-year-old Dwayne Pickett", "Dwayne Pickett")),
        total=1,
    ),
    case(
        "Radio host Farida Sultani was kidnapped on her way to the studio in Jalalabad.",
        abducted(exact(1), count=None, victims="Radio host Farida Sultani"),
        total=1,
    ),
    case(
        "A lorry carrying gravel overturned on the bend at Glenfarg. Its driver, Iain Moffat, 58, died at the scene.",
        killed(exact(1), count=None),
        total=1,
    ),
    case(
        "The poet's widow and her gardener were murdered for a tin of coins.",
        killed(exact(1), victims="poet's widow"),
        killed(exact(1), victims="her gardener"),
        total=2,
    ),
    case(
        "Nine-year-old Tuva Lindh has been missing since she got off the school bus in Boden.",
        missing(exact(1), count=None),
        total=1,
    ),
)
