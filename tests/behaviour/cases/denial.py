"""The teller says that it did not happen: stance denied, with the count that is denied."""

from tests.behaviour.case import case
from tests.behaviour.number import exact, indefinite, none
from tests.behaviour.told import abducted, killed

CASES = (
    case(
        "The army on Tuesday denied killing eight villagers during a search for deserters in the hills above Loikaw.",
        killed(exact(8), stance="denied", victims="villagers", sources=("the army",)),
        total=1,
    ),
    case(
        "The defence ministry dismissed a report that 14 recruits had been killed in the barracks fire.",
        killed(exact(14), stance="denied", victims="recruits", sources=("the defence ministry",)),
        total=1,
    ),
    case(
        "The mayor of Apatzingan was not kidnapped, his wife said, brushing aside two days of rumours. He had "
        "gone to visit a sick cousin.",
        abducted(exact(1), stance="denied", sources=("his wife",)),
        total=1,
    ),
    case(
        '"We do not hold the two engineers," the front said in a message to a radio station in Dakar.',
        abducted(exact(2), stance="denied", victims="engineers"),
        total=1,
    ),
    case(
        "The prisons service denied that guards had beaten three inmates to death in the punishment block.",
        killed(exact(3), stance="denied", victims="inmates", sources=("The prisons service",)),
        total=1,
    ),
    case(
        "A rebel commander rejected accusations that his fighters had abducted 20 schoolgirls, calling them "
        '"a fairy tale from the capital".',
        abducted(exact(20), stance="denied", victims="schoolgirls"),
        total=1,
    ),
    case(
        "Reports that the singer Tomas Reiholt had died in a motorway crash are untrue, his agent told the newspaper.",
        killed(exact(1), stance="denied", sources=("his agent",)),
        total=1,
    ),
    case(
        "The mining company says no workers died in the flooding of Shaft 4. The union insists that six were killed.",
        killed(none(), sources=("The mining company",)),
        killed(exact(6), stance="asserted", sources=("The union",)),
        total=2,
        events="aa",
    ),
    case(
        "Asked about the burnt hamlet, the colonel shook his head. It was not true, he said, that his men had shot "
        "civilians there.",
        killed(indefinite(2), stance="denied", victims="civilians"),
        total=1,
    ),
)
