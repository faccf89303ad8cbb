"""People who went missing, were kidnapped or were taken hostage."""

from tests.behaviour.case import case
from tests.behaviour.number import at_least, exact, more_than
from tests.behaviour.told import abducted, killed, missing

CASES = (
    case(
        "Six mushroom pickers have been missing in the taiga since Thursday.",
        missing(exact(6), victims="mushroom pickers"),
        total=1,
        absent=("killed", "abducted"),
    ),
    case(
        "Pirates boarded the tanker off Bonny and took five crewmen hostage.",
        abducted(exact(5), victims="crewmen", perpetrators=("Pirates",)),
        total=1,
    ),
    case(
        "A businessman's son was kidnapped on his way to a piano lesson in Port-au-Prince and freed two days later.",
        abducted(exact(1), victims="businessman's son"),
        total=1,
    ),
    case(
        "More than 60 pupils were marched into the forest at gunpoint by men in camouflage.",
        abducted(more_than(60), victims="pupils", perpetrators=("men in camouflage",)),
        total=1,
    ),
    case(
        "Two women held captive by the militia since February were freed on Sunday in exchange for fuel.",
        abducted(exact(2), victims="women", perpetrators=("the militia",)),
        total=1,
    ),
    case(
        "Eleven people remain unaccounted for under the collapsed car park in Genoa.",
        missing(exact(11), victims="people"),
        total=1,
    ),
    case(
        "The union leader disappeared in August after he was seen getting into a grey van with government plates.",
        missing(exact(1), victims="union leader"),
    ),
    case(
        "The kidnappers killed one of their four captives, a Polish agronomist, and still hold the others.",
        abducted(exact(4)),
        killed(exact(1), perpetrators=("The kidnappers",)),
        absent=("injured", "missing"),
    ),
    case(
        "At least 27 asylum seekers are missing at sea after their dinghy was found adrift off Fuerteventura.",
        missing(at_least(27), victims="asylum seekers"),
        total=1,
    ),
)
