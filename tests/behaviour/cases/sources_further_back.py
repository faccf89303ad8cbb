"""The teller stands a sentence or more before the claim, and plainly governs it."""

from tests.behaviour.case import case
from tests.behaviour.number import about, at_least, exact, none
from tests.behaviour.told import abducted, either, injured, killed

CASES = (
    case(
        "The health ministry issued a bulletin at noon. It said that 21 people had died of cholera in Sofala.",
        killed(exact(21), sources=("The health ministry",)),
        total=1,
    ),
    case(
        "Ivo Radman, who leads the mountain rescue team, spoke to reporters at the trailhead. Two hikers were dead, "
        "he said, and a third had frostbite.",
        killed(
            exact(2),
            victims="hikers",
            sources=either(("Ivo Radman",), ("Ivo Radman, who leads the mountain rescue team",)),
        ),
        injured(exact(1), sources=either(("Ivo Radman",), ("Ivo Radman, who leads the mountain rescue team",))),
        total=2,
    ),
    case(
        "The United Nations mission said it had sent a team to Pinga. It added that at least 30 villagers had been "
        "killed there with machetes.",
        killed(at_least(30), sources=("The United Nations mission",), victims="villagers"),
        total=1,
    ),
    case(
        "A statement from the presidency blamed smugglers. Four customs officers were shot dead at the crossing, "
        "according to the text, and a lorry was burnt.",
        killed(
            exact(4),
            sources=either(("A statement from the presidency",), ("the presidency",)),
            victims="customs officers",
        ),
        total=1,
    ),
    case(
        "Nurse Claire Obuya has kept a diary of the siege. Some 90 patients died for want of oxygen in the first "
        "month alone, she writes.",
        killed(about(90), sources=either(("Nurse Claire Obuya",), ("Claire Obuya",))),
        total=1,
    ),
    case(
        "Colonel Paulo Teves described the operation as a success. No hostages were harmed, he told the station.",
        injured(none(), sources=("Colonel Paulo Teves",)),
        total=1,
    ),
    case(
        "The Observatory of Prisons published its yearly report on Thursday. It makes grim reading.\n\nIn the "
        "northern jails alone, it found, 64 inmates died of tuberculosis.",
        killed(exact(64), sources=("The Observatory of Prisons",), victims="inmates"),
        total=1,
    ),
    case(
        "Residents of Abala described what happened. Men in turbans came at dusk and took away seven girls, they said.",
        abducted(exact(7), victims="girls", sources=("Residents of Abala",), perpetrators=("Men in turbans",)),
        total=1,
    ),
)
