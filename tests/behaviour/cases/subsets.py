"""Some of the victims told apart: a claim of their own that is part of the whole one."""

from tests.behaviour.case import case
from tests.behaviour.number import at_least, exact, indefinite
from tests.behaviour.told import abducted, either, injured, killed, missing

CASES = (
    case(
        "12 people, including three children, were killed when a boat carrying mourners sank on the Ubangi.",
        killed(exact(12), victims="people", subset_of=-1),
        killed(exact(3), victims="children", subset_of=0),
        total=2,
        events="aa",
    ),
    case(
        "Nineteen farm labourers died in the crash near Palapye. Seven of them were women.",
        killed(exact(19), victims="farm labourers", subset_of=-1),
        killed(exact(7), subset_of=0),
        total=2,
        events="aa",
    ),
    case(
        "The shells wounded 26 civilians, among them a midwife on her way to a birth.",
        injured(exact(26), victims="civilians", subset_of=-1),
        injured(exact(1), victims=either("midwife", "midwife on her way to a birth"), subset_of=0),
        total=2,
    ),
    case(
        "At least 44 bodies have been recovered from the hotel, including those of two Norwegian tourists.",
        killed(at_least(44), subset_of=-1),
        killed(exact(2), victims="Norwegian tourists", subset_of=0),
        total=2,
    ),
    case(
        "Five of the eight fishermen missing since Saturday's squall are brothers.",
        missing(exact(8), victims="fishermen", subset_of=-1),
        missing(exact(5), subset_of=0),
        total=2,
    ),
    case(
        "Gunmen took 31 people off the night coach, four of whom hold foreign passports.",
        abducted(exact(31), victims="people", subset_of=-1),
        abducted(exact(4), subset_of=0),
        total=2,
    ),
    case(
        "The gas leak killed nine residents of the block and two firemen. Three of the residents were under five.",
        killed(exact(9), subset_of=-1),
        killed(exact(2), victims="firemen", subset_of=-1),
        killed(exact(3), subset_of=0),
        total=3,
        events="aaa",
    ),
    case(
        "Some 1,500 people have died in the epidemic, most of them children.",
        killed(subset_of=-1, victims="people"),
        killed(indefinite(2), subset_of=0),
        total=2,
    ),
    case(
        "Nine people were injured in the pile-up on the A7, two of them critically.",
        injured(exact(9), victims="people", subset_of=-1),
        injured(exact(2), subset_of=0),
        total=2,
    ),
    case(
        "Four police officers were killed by the blast at the market gate. Eleven traders died with them.",
        killed(exact(4), victims="police officers", subset_of=-1),
        killed(exact(11), victims="traders", subset_of=-1),
        total=2,
        events="aa",
    ),
)
