"""Capitals only, no capitals, mojibake, telegraph style, odd spacing: the same claims, quoted as they stand."""

from tests.behaviour.case import case
from tests.behaviour.number import about, at_least, exact, more_than, none
from tests.behaviour.told import abducted, either, injured, killed, missing

CASES = (
    case(
        "BOGOTA, 4 MAR -- A GUERRILLA COLUMN ATTACKED THE POLICE POST AT SAN CALIXTO LAST NIGHT. TWO AGENTS WERE "
        "KILLED AND A CORPORAL WAS KIDNAPPED.",
        killed(
            exact(2),
            victims="AGENTS",
            perpetrators=("A GUERRILLA COLUMN",),
            locations=either(("SAN CALIXTO",), ("POLICE POST", "SAN CALIXTO")),
        ),
        abducted(exact(1), victims="CORPORAL"),
        total=2,
    ),
    case(
        "three ppl dead after a truck hit a wedding tent in bhopal last nite, police say",
        killed(exact(3), victims="ppl", sources=("police",), locations=("bhopal",)),
        total=1,
    ),
    case(
        "â€œAt least eight children were killed,â€\x9d said Dr. Omar Haddad of the cityâ€™s main hospital. â€œWe have "
        "no more beds.â€\x9d",
        killed(at_least(8), victims="children"),
        total=1,
    ),
    case(
        "FLASH - BLAST AT REFINERY IN ABADAN - 11 DEAD, MORE THAN 50 HURT - STATE TV",
        killed(exact(11), locations=either(("ABADAN",), ("REFINERY", "ABADAN")), sources=("STATE TV",)),
        injured(more_than(50)),
        total=2,
    ),
    case(
        "the minister said about 40 passengers drowned when the ferry went down off negros . no foreigners were among "
        "the dead",
        killed(about(40), victims="passengers", sources=("the minister",)),
    ),
    case(
        "Five    soldiers\nwere killed on\npatrol near\n\tArlit.",
        killed(exact(5), victims="soldiers", locations=("Arlit",)),
        total=1,
    ),
    case(
        "SALVADORAN RADIO SAYS NO ONE WAS INJURED BY THE DYNAMITE CHARGES THAT BLACKED OUT USULUTAN.",
        injured(none(), sources=("SALVADORAN RADIO",)),
        total=1,
    ),
    case(
        "RT @zvornik_info: 2 killed in avalanche,4 still missing!! Rescue teams on site #Jahorina",
        killed(exact(2), cause="avalanche"),
        missing(exact(4)),
        total=2,
    ),
    case(
        "La policía said Iñaki Ibargüen, 40, was found stabbed to death in A Coruña.",
        killed(exact(1), locations=("A Coruña",), cause_type="stabbing"),
        total=1,
    ),
)
