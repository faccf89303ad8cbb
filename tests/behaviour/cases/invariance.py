"""What must not matter: whose name, which place, which case, which wording round about."""

from tests.behaviour.number import at_least, exact, more_than
from tests.behaviour.told import abducted, injured, killed
from tests.behaviour.twin import ALL, swapped, twin

CASES = (
    swapped(
        "Katherine Miller was shot dead outside her bakery on Monday, police said.",
        {"Katherine Miller": "Oluwaseun Adebayo"},
        killed(exact(1), sources=("police",)),
    ),
    swapped(
        "At least 16 people were killed in an air strike on a market in Aleppo, a monitoring group said.",
        {"Aleppo": "Stuttgart"},
        killed(at_least(16), cause_type="airstrike"),
    ),
    swapped(
        "Israeli soldiers wounded nine protesters near the fence, medics said.",
        {"Israeli": "Canadian"},
        injured(exact(9), victims="protesters"),
    ),
    swapped(
        "A bus carrying Hindu pilgrims fell into a gorge, killing 22 of them.",
        {"Hindu": "Methodist"},
        killed(exact(22)),
    ),
    swapped(
        "Gunmen kidnapped an engineer from a camp near Tabuk on Thursday.",
        {"engineer": "accountant"},
        abducted(exact(1), perpetrators=("Gunmen",)),
    ),
    twin(
        "Rebels killed seven farmers in Beni on Tuesday, the governor said.",
        "REBELS KILLED SEVEN FARMERS IN BENI ON TUESDAY, THE GOVERNOR SAID.",
        [killed(exact(7), victims="farmers", perpetrators=("Rebels",), sources=("the governor",))],
    ),
    twin(
        "More than 80 people were injured when two trains collided in Pune, railway officials said.",
        "more than 80 people were injured when two trains collided in pune, railway officials said.",
        [injured(more_than(80), victims="people")],
    ),
    twin(
        "Twelve firefighters died in the forest blaze near Coimbra.",
        "12 firefighters died in the forest blaze near Coimbra.",
        [killed(exact(12), victims="firefighters")],
        shared=tuple(field for field in ALL if field != "count"),
    ),
    twin(
        "Soldiers shot dead three looters in Port Sudan.",
        "Three looters were shot dead by soldiers in Port Sudan.",
        [killed(exact(3), victims="looters", perpetrators=("Soldiers",))],
    ),
    twin(
        "Eight people died when a boat sank on the river Niger.",
        "Eight people died when a boat sank on the river Niger. The price of rice has risen by a tenth this month.",
        [killed(exact(8), victims="people")],
    ),
    twin(
        "Two boys drowned in a quarry near Usti on Sunday, police said.",
        "Police said two boys drowned in a quarry near Usti on Sunday.",
        [killed(exact(2), victims="boys", sources=("police",))],
    ),
)
