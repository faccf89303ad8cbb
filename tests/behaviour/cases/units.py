"""What is counted: people, families, or incidents."""

from tests.behaviour.case import case
from tests.behaviour.number import exact, more_than
from tests.behaviour.told import abducted, killed, killed_or_injured, missing

CASES = (
    case("Three families were wiped out by the landslide at Bududa.", killed(exact(3), unit="families"), total=1),
    case(
        "A whole family was killed when a heater leaked carbon monoxide into a cottage in Zakopane.",
        killed(exact(1), unit="families", category="person"),
        total=1,
    ),
    case(
        "Four members of one family were killed when a heater leaked in a flat in Yakutsk.",
        killed(exact(4), unit="people", victims="members of one family", category="person"),
        total=1,
    ),
    case(
        "The ombudsman registered 87 cases of enforced disappearance between May and December.",
        missing(exact(87), unit="incidents", sources=("The ombudsman",)),
        total=1,
    ),
    case(
        "There were 19 kidnappings in the canton last year, the prefect said.",
        abducted(exact(19), unit="incidents", scope="cumulative"),
        total=1,
    ),
    case(
        "Forensic teams have raised 140 bodies from the mass grave at Tarhuna.",
        killed(exact(140), unit="people"),
        total=1,
    ),
    case(
        "Monitors are looking into more than 30 reported incidents of civilian harm from the bombing of Ramadi.",
        killed_or_injured(more_than(30), unit="incidents", category="civilian"),
        total=1,
    ),
    case(
        "Seven families fleeing the fighting drowned together when their raft came apart on the Ruvuma, a priest said.",
        killed(exact(7), unit="families", sources=("a priest",)),
        total=1,
    ),
    case(
        "Prosecutors in Michoacan opened files on 214 murders in the first half of the year.",
        killed(exact(214), unit="people", scope="cumulative"),
        total=1,
    ),
)
