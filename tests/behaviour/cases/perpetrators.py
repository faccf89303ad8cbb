"""Who is said to have caused it: subject, agent, implied by a noun, or nobody."""

from tests.behaviour.case import case
from tests.behaviour.number import at_least, exact, indefinite
from tests.behaviour.told import abducted, either, injured, killed

CASES = (
    case(
        "Unidentified men on a scooter killed a customs lawyer in central Asuncion.",
        killed(exact(1), victims="customs lawyer", perpetrators=("Unidentified men on a scooter",)),
        total=1,
    ),
    case(
        "Five herders were executed by militiamen loyal to the sultan, their families said.",
        killed(exact(5), victims="herders", perpetrators=("militiamen loyal to the sultan",)),
        total=1,
    ),
    case(
        "At least 19 people have been killed in coalition air strikes on Zabid.",
        killed(at_least(19), perpetrators=("coalition",), cause="air strikes"),
        total=1,
    ),
    case(
        "An earthquake killed eight people in Lombok.",
        killed(exact(8), perpetrators=()),
        total=1,
    ),
    case(
        "Two students were killed in clashes in Dhaka.",
        killed(exact(2), perpetrators=()),
        total=1,
    ),
    case(
        "Three smugglers were killed in a clash with the frontier guard near Zahedan.",
        killed(exact(3), victims="smugglers", perpetrators=("the frontier guard",)),
        total=1,
    ),
    case(
        "Russian aircraft bombed the silos at Izmail, wounding seven dockers.",
        injured(exact(7), victims="dockers", perpetrators=("Russian aircraft",)),
        total=1,
    ),
    case(
        "A car bomb killed 14 people outside the courthouse in Mogadishu. Nobody has claimed it.",
        killed(exact(14), perpetrators=()),
        total=1,
    ),
    case(
        "Rebels of the Lord's Mercy Army raided Obo before sunrise. They hacked six elders to death and marched "
        "off 22 youths.",
        killed(exact(6), victims="elders", perpetrators=("Rebels of the Lord's Mercy Army",)),
        abducted(exact(22), victims="youths", perpetrators=("Rebels of the Lord's Mercy Army",)),
        total=2,
    ),
    case(
        "Villagers were massacred by the retreating Ninth Brigade, a former sergeant testified.",
        killed(indefinite(2), perpetrators=either(("the retreating Ninth Brigade",), ("Ninth Brigade",))),
        total=1,
    ),
)
