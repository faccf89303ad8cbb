"""Where it happened: the places of this event, some from an earlier sentence, and of no other."""

from tests.behaviour.case import case
from tests.behaviour.number import at_least, exact
from tests.behaviour.told import either, injured, killed, missing

CASES = (
    case(
        "A hostel fire in Matala, Angola, killed 15 boys.",
        killed(exact(15), locations=("Matala", "Angola")),
        total=1,
    ),
    case(
        "Shellfire struck Avdiivka for a third day. Two pensioners were killed in a queue for water.",
        killed(exact(2), victims="pensioners", locations=("Avdiivka",)),
        total=1,
    ),
    case(
        "NAIROBI - A boat overturned off Pemba on Monday, drowning at least 12 passengers, the Tanzanian navy said.",
        killed(at_least(12), locations=("Pemba",)),
        total=1,
    ),
    case(
        "Speaking in Geneva, the agency's head said that nine nurses had been killed in El Fasher.",
        killed(exact(9), victims="nurses", locations=("El Fasher",)),
        total=1,
    ),
    case(
        "Three workers died in a trench collapse in Bergen. A fourth man was injured by falling stone in Stavanger "
        "the same day.",
        killed(exact(3), locations=("Bergen",)),
        injured(exact(1), locations=("Stavanger",)),
        total=2,
        events="ab",
    ),
    case(
        "The village of Ait Hakim, in Morocco's High Atlas, was levelled by the quake. Rescuers arrived on foot.\n\n"
        "They dug 26 bodies out of the rubble by hand.",
        killed(
            exact(26), locations=either(("Ait Hakim", "High Atlas", "Morocco"), ("Ait Hakim", "Morocco's High Atlas"))
        ),
        total=1,
    ),
    case(
        "Fourteen Nepali porters were missing on Sunday after an avalanche on Manaslu.",
        missing(exact(14), locations=("Manaslu",)),
        total=1,
    ),
    case(
        "The 22-year-old, who grew up in Marseille, was knifed to death on Tuesday outside a kebab shop in Lille.",
        killed(exact(1), locations=either(("Lille",), ("kebab shop", "Lille"))),
        total=1,
    ),
    case(
        "A stray bullet killed a bridesmaid.",
        killed(exact(1), victims="bridesmaid", locations=()),
        total=1,
    ),
)
