"""It may be so: stance possible."""

from tests.behaviour.case import case
from tests.behaviour.number import at_least, at_most, exact, indefinite, more_than
from tests.behaviour.told import abducted, either, injured, killed

CASES = (
    case(
        "More than 40 miners are feared dead after a pit collapsed at Kolwezi, the provincial governor said.",
        killed(more_than(40), stance="possible", victims="miners", sources=("the provincial governor",)),
        total=1,
    ),
    case(
        "The strike on the bridge may have killed three passers-by, the air force said in a statement that gave no "
        "further details.",
        killed(exact(3), stance="possible", victims="passers-by", sources=("the air force",)),
        total=1,
    ),
    case(
        "Coastguards in Almeria say up to 25 people could have drowned when an inflatable boat broke up in the swell.",
        killed(at_most(25), stance="possible", sources=either(("Coastguards in Almeria",), ("Coastguards",))),
        total=1,
    ),
    case(
        "The two climbers, last seen below the north face, are presumed dead and the search has been called off.",
        killed(exact(2), stance="possible", victims="climbers"),
    ),
    case(
        "The coalition is assessing whether a raid on the cement works killed six civilians.",
        killed(exact(6), stance="possible", victims="civilians"),
        total=1,
    ),
    case(
        "Investigators believe that at least nine guests might have been injured by flying glass, but several left "
        "before anyone took names.",
        injured(at_least(9), stance="possible", victims="guests", sources=("Investigators",)),
        absent=("killed",),
    ),
    case(
        "An aid convoy has not been heard from since it left Tillaberi. Its five drivers may have been kidnapped, "
        "a relief official in Niamey said.",
        abducted(exact(5), stance="possible", victims="drivers", sources=("a relief official in Niamey",)),
    ),
    case(
        "Dozens of villagers are thought to have perished under the slide, which came down at supper time.",
        killed(indefinite(24), stance="possible", victims="villagers", category="person"),
        total=1,
    ),
    case(
        "Police found blood in the cabin and think that the lodger, Pavel Hruska, was probably murdered there.",
        killed(exact(1), stance="possible", sources=("Police",)),
        total=1,
    ),
)
