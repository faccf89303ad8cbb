"""Nobody came to harm: a claim of value 0, told as fact."""

from tests.behaviour.case import case
from tests.behaviour.number import exact, none
from tests.behaviour.told import abducted, injured, killed, killed_or_injured, missing

CASES = (
    case(
        "A pipe bomb went off beside the tax office in Thessaloniki before dawn, smashing shop windows along the "
        "street. No one was hurt, police said.",
        injured(none(), sources=("police",), stance="asserted"),
        total=1,
        absent=("killed",),
    ),
    case(
        "There were no casualties when eleven wagons of a freight train jumped the rails outside Ostrava, the "
        "infrastructure manager said.",
        killed_or_injured(none(), category="unspecified", stance="asserted"),
        total=1,
    ),
    case(
        "The turboprop slid off the wet runway at Kigali and came to rest in a banana field. Its 43 passengers "
        "escaped unhurt.",
        injured(none(), category="person"),
        absent=("killed", "killed_or_injured"),
    ),
    case(
        "Rebels lobbed mortar bombs at the garrison for two hours, but none of the soldiers was killed and only "
        "three were wounded.",
        killed(none(), category="military"),
        injured(exact(3)),
        total=2,
    ),
    case(
        "The quake cracked church walls across Mindoro and knocked out power. No deaths have been reported.",
        killed(none(), stance="asserted"),
        total=1,
    ),
    case(
        "A tram struck a bakery van in Brno on Monday. The van's driver, a man of 51, was killed; nobody on board "
        "the tram was injured.",
        killed(exact(1)),
        injured(none()),
        total=2,
    ),
    case(
        "The ferry's engine room filled with smoke off Paros and all aboard were taken off by fishing boats, "
        "without loss of life.",
        killed(none()),
        absent=("injured",),
    ),
    case(
        "Gunmen held up the school minibus near Zaria and made off with the driver's telephone and fuel money. "
        "No children were taken, the head teacher said.",
        abducted(none(), category="child", stance="asserted", sources=("the head teacher",)),
        total=1,
    ),
    case(
        "Eight villages lie under mud tonight.\n\nBy dusk every household on the lower slope had been counted at "
        "the school, and the district chief said no one was missing.",
        missing(none(), sources=("the district chief",)),
        total=1,
    ),
    case(
        "Militants fired two rockets at the consulate in Herat overnight. They fell short and did not injure anyone.",
        injured(none()),
        total=1,
    ),
)
