"""One count between two numbers."""

from tests.behaviour.case import case
from tests.behaviour.number import between, exact
from tests.behaviour.told import abducted, injured, killed, missing

CASES = (
    case(
        "Between three and five people died in the avalanche above Gulmarg, a rescuer said.",
        killed(between(3, 5), victims="people", count="Between three and five"),
        total=1,
    ),
    case(
        "Hospital staff put the number of wounded at 40 to 45.",
        injured(between(40, 45), count="40 to 45", sources=("Hospital staff",)),
        total=1,
    ),
    case(
        "Two or three attackers were killed when the guards fired back, the embassy said.",
        killed(between(2, 3), victims="attackers", category="combatant", count="Two or three"),
        total=1,
    ),
    case(
        "From 60 to 80 pilgrims were trampled to death at the gate of the shrine, by the count of doctors in Qom.",
        killed(between(60, 80), victims="pilgrims"),
        total=1,
    ),
    case(
        "Local chiefs say that armed herders carried off 12-15 women from Guma district.",
        abducted(between(12, 15), victims="women", category="woman", perpetrators=("armed herders",)),
        total=1,
    ),
    case(
        "Leave the famine aside, one historian argues: the uprising itself cost between 1,200 and 1,800 lives.",
        killed(between(1200, 1800), category="unspecified"),
        total=1,
    ),
    case(
        "Anywhere between seven and ten crew are missing from the trawler, whose owner kept no proper list.",
        missing(between(7, 10), victims="crew"),
        total=1,
    ),
    case(
        "The blast at the fireworks plant in Sivakasi killed five women and injured six or seven others.",
        killed(exact(5), victims="women"),
        injured(between(6, 7)),
        total=2,
    ),
    case(
        "RANGOON, Aug 9 - Student leaders estimated that 150 to 200 protesters were shot dead outside the town "
        "hall. The radio spoke of a few arrests.",
        killed(between(150, 200), victims="protesters", sources=("Student leaders",)),
        total=1,
    ),
)
