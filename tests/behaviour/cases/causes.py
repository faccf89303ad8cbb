"""By what means, in the text's words and by kind."""

from tests.behaviour.case import case
from tests.behaviour.number import exact
from tests.behaviour.told import either, injured, killed

CASES = (
    case(
        "A suicide bomber blew himself up among recruits in Kandahar, killing 13 of them.",
        killed(exact(13), cause_type="bombing"),
    ),
    case(
        "A drone strike on a pickup in Marib killed four men whom the army calls terrorists.",
        killed(exact(4), cause="drone strike", cause_type="airstrike"),
        total=1,
    ),
    case(
        "Artillery fire hit a dairy in Toretsk, injuring three workers.",
        injured(exact(3), cause="Artillery fire", cause_type="shelling"),
        total=1,
    ),
    case(
        "Nine villagers were hacked to death with machetes in Komanda.",
        killed(exact(9), cause="machetes", cause_type="stabbing"),
        total=1,
    ),
    case(
        "Eighteen people have died of Ebola in Bikoro, where the outbreak began.",
        killed(exact(18), cause="Ebola", cause_type="disease"),
        total=1,
    ),
    case(
        "A collision between a tanker and a school bus outside Multan left 11 pupils dead.",
        killed(
            exact(11), cause=either("collision", "collision between a tanker and a school bus"), cause_type="accident"
        ),
        total=1,
    ),
    case(
        "Chlorine dropped in barrels from a helicopter choked 27 people to death in the cellar.",
        killed(exact(27), cause="Chlorine", cause_type="chemical"),
        total=1,
    ),
    case(
        "The regime hanged six poets at dawn.",
        killed(exact(6), victims="poets", cause="hanged", cause_type="execution"),
        total=1,
    ),
    case(
        "A man deliberately drove a stolen van into a Christmas market in Graz, killing two stallholders.",
        killed(exact(2), cause_type="vehicle_attack", perpetrators=("A man",)),
        total=1,
    ),
    case(
        "A teenager was gunned down at a petrol station in Tulsa late on Tuesday.",
        killed(exact(1), cause_type="shooting"),
        total=1,
    ),
    case(
        "Floods in Kerala have drowned 33 people.",
        killed(exact(33), cause="Floods", cause_type="natural_disaster"),
        total=1,
    ),
    case(
        "Four inmates died in custody in Tashkent; the authorities will not say how.",
        killed(exact(4), cause=None),
        total=1,
    ),
)
