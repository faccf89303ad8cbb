"""Of whom: the kind of people that the noun names."""

from tests.behaviour.case import case
from tests.behaviour.number import exact
from tests.behaviour.told import abducted, either, injured, killed

CASES = (
    case(
        "A roadside mine killed three paratroopers and wounded a local journalist riding with them.",
        killed(exact(3), victims="paratroopers", category="military"),
        injured(
            exact(1), victims=either("local journalist", "local journalist riding with them"), category="journalist"
        ),
        total=2,
    ),
    case(
        "Six jihadists were killed when troops retook the village.",
        killed(exact(6), victims="jihadists", category="combatant"),
        total=1,
    ),
    case(
        "Two constables were stabbed to death in their patrol car in Pretoria.",
        killed(exact(2), victims="constables", category="police"),
        total=1,
    ),
    case(
        "The rocket killed 14 women and children sheltering in a bakery.",
        killed(
            exact(14),
            victims=either("women and children", "women and children sheltering in a bakery"),
            category="civilian",
        ),
        total=1,
    ),
    case(
        "A surgeon and two ambulance drivers were killed when a missile hit the field hospital.",
        killed(exact(1), victims="surgeon", category="aid_worker"),
        killed(exact(2), victims="ambulance drivers", category="aid_worker"),
        total=2,
    ),
    case(
        "Three girls drowned in an irrigation canal near Sukkur.",
        killed(exact(3), victims="girls", category="child"),
        total=1,
    ),
    case(
        "Assassins on a bridge in Tripoli shot dead a deputy minister and his bodyguard.",
        killed(exact(1), victims="deputy minister", category="official"),
        killed(exact(1), victims="his bodyguard"),
        total=2,
    ),
    case(
        "The mortar round killed four and wounded nine.",
        killed(exact(4), victims=None, category="unspecified"),
        injured(exact(9), victims=None, category="unspecified"),
        total=2,
    ),
    case(
        "Five residents of a care home in Turku died in the fire.",
        killed(
            exact(5),
            category="person",
            victims=either("residents of a care home", "residents", "residents of a care home in Turku"),
        ),
        total=1,
    ),
    case(
        "Gang members kidnapped two women outside a cinema in Cuernavaca.",
        abducted(exact(2), victims="women", category="woman"),
        total=1,
    ),
    case(
        "Eight relief workers were wounded when a drone hit their lorry.",
        injured(exact(8), victims="relief workers", category="aid_worker"),
        total=1,
    ),
)
