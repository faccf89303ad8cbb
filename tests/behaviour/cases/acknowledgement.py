"""The side that did it admits it, or boasts of it: stance acknowledged."""

from tests.behaviour.case import case
from tests.behaviour.number import exact, more_than
from tests.behaviour.told import abducted, injured, killed, killed_or_injured

CASES = (
    case(
        "The Kenyan navy has admitted that its patrol boat shot dead two fishermen whom it had taken for pirates.",
        killed(exact(2), stance="acknowledged", victims="fishermen", sources=("The Kenyan navy",)),
        total=1,
    ),
    case(
        "In a video, the Red Dawn Brigade claimed responsibility for the car bomb that killed nine policemen in "
        "Barranquilla.",
        killed(exact(9), stance="acknowledged", perpetrators=("the Red Dawn Brigade",)),
        total=1,
    ),
    case(
        '"Our heroes inflicted 120 casualties on the occupier in a single night," the militia\'s radio crowed.',
        killed_or_injured(exact(120), stance="acknowledged"),
        total=1,
    ),
    case(
        "The alliance acknowledged on Friday that its bombs had killed 11 wedding guests, and offered their "
        "families money.",
        killed(exact(11), stance="acknowledged", victims="wedding guests", perpetrators=("The alliance",)),
        total=1,
    ),
    case(
        "The guerrillas confirmed that they are holding three geologists whom they seized on the Caguan river.",
        abducted(exact(3), stance="acknowledged", victims="geologists", perpetrators=("The guerrillas",)),
    ),
    case(
        "Under questioning Dragan Petrusic, 29, confessed to stabbing his landlady to death, officers said.",
        killed(exact(1), stance="acknowledged", perpetrators=("Dragan Petrusic",)),
        total=1,
    ),
    case(
        "The general apologised for the deaths of four nurses, killed when his gunners shelled the wrong hill.",
        killed(exact(4), stance="acknowledged", victims="nurses"),
    ),
    case(
        '"We killed more than 70 of them," a spokesman for the insurgents told a reporter by satellite telephone.',
        killed(more_than(70), stance="acknowledged"),
        total=1,
    ),
    case(
        "The police force conceded that its officers had wounded 17 strikers with rubber bullets in Rustenburg, "
        "having earlier blamed the union.",
        injured(exact(17), stance="acknowledged", victims="strikers"),
        total=1,
    ),
)
