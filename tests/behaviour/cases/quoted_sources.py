"""Who tells it, named in the sentence itself; one or several, or nobody."""

from tests.behaviour.case import case
from tests.behaviour.number import at_least, exact
from tests.behaviour.told import abducted, either, injured, killed, killed_or_injured

CASES = (
    case(
        "Three people were stabbed to death in a flat in Malmo, police said.",
        killed(exact(3), sources=("police",)),
        total=1,
    ),
    case(
        "Police and witnesses said that eleven worshippers were shot dead as they left the chapel.",
        killed(exact(11), sources=("Police", "witnesses")),
    ),
    case(
        "At least 70 villagers were burnt alive, according to Solange Mbaye of the Sahel Rights Observatory.",
        killed(
            at_least(70),
            victims="villagers",
            sources=either(("Solange Mbaye of the Sahel Rights Observatory",), ("Solange Mbaye",)),
        ),
        total=1,
    ),
    case(
        "The state news agency reported that an explosion in a grain silo had killed two inspectors in Rosario.",
        killed(exact(2), sources=("The state news agency",)),
        total=1,
    ),
    case(
        "A landslide killed six road menders in Bhutan on Wednesday.",
        killed(exact(6), sources=()),
        total=1,
    ),
    case(
        '"I saw soldiers shoot four boys against the wall," said Amina Yusuf, who sells tea at the bus station.',
        killed_or_injured(
            exact(4),
            victims="boys",
            sources=either(("Amina Yusuf",), ("Amina Yusuf, who sells tea at the bus station",)),
        ),
        total=1,
    ),
    case(
        "Medics at the Red Cross hospital told El Heraldo that 16 miners had been injured.",
        injured(exact(16), victims="miners", sources=("Medics at the Red Cross hospital", "El Heraldo")),
        total=1,
    ),
    case(
        "The Interior Ministry put the dead at nine. The Human Rights Centre in Tbilisi counted 14.",
        killed(exact(9), sources=("The Interior Ministry",)),
        killed(exact(14), sources=either(("The Human Rights Centre",), ("The Human Rights Centre in Tbilisi",))),
        total=2,
        events="aa",
    ),
    case(
        "Two nuns were kidnapped near Jos at the weekend, their order announced.",
        abducted(exact(2), victims="nuns", sources=("their order",)),
        total=1,
    ),
    case(
        "A fire in a psychiatric ward has killed five patients, the fire brigade's spokesman and a nurse at the "
        "hospital both confirmed.",
        killed(exact(5), sources=("the fire brigade's spokesman", "a nurse at the hospital")),
        total=1,
    ),
)
