"""Reports of several sentences or paragraphs: every claim of theirs, no other, and what belongs together."""

from tests.behaviour.case import case
from tests.behaviour.number import about, at_least, between, exact, indefinite, more_than, none
from tests.behaviour.told import abducted, injured, killed, missing

CASES = (
    case(
        "Four workers were killed on Thursday when a boiler burst at a paper mill in Kotka, the fire brigade said. "
        "Thirteen others were taken to hospital with burns.\n\n"
        "The mill, which employs 340 people, had been inspected in March. Its manager, Juha Salmela, said that "
        "production would not start again before the cause was known. In 2011 a fire at the same mill killed a "
        "welder.",
        killed(exact(4), victims="workers", sources=("the fire brigade",)),
        injured(exact(13)),
        killed(exact(1), victims="welder"),
        total=3,
        events="aab",
    ),
    case(
        "Heavy shelling resumed around Bakhra on Sunday after a lull of nine days. Doctors at the town's only hospital "
        "said they had received 16 bodies by noon, seven of them children.\n\n"
        "A spokesman for the army denied that its guns had fired. He said that rebels had shelled their own people, "
        "killing about ten.\n\n"
        "The two sides are to meet again in Muscat next week.",
        killed(exact(16), sources=("Doctors at the town's only hospital",)),
        killed(exact(7), category="child", subset_of=0),
        killed(about(10), perpetrators=("rebels",)),
        total=3,
    ),
    case(
        "A 17-year-old is being held over the death of Connor Blythe, 19, who was stabbed in the stairwell of a block "
        "of flats in Paisley.\n\n"
        "Officers found a kitchen knife in a drain nearby. They have asked anyone who was in Gauze Street between ten "
        "and midnight to come forward. The procurator fiscal has been told.",
        killed(exact(1), count=None, cause_type="stabbing"),
        total=1,
    ),
    case(
        "Cholera has killed at least 118 people in the lakeside districts since the end of September, the health "
        "minister told reporters on Tuesday. Clinics have treated 6,200 patients.\n\n"
        "She said that 21 of the dead were under five. Aid groups believe that the real toll may be between 300 and "
        "400, since many families bury their dead without telling the authorities.",
        killed(at_least(118), scope="cumulative", sources=("the health minister",)),
        killed(exact(21), subset_of=0),
        killed(between(300, 400), stance="possible", sources=("Aid groups",)),
        total=3,
        events="aaa",
    ),
    case(
        "Armed men stopped two lorries on the Birao road at daybreak and led away nine employees of a water charity. "
        "Three were let go some hours later because they could not keep up; one of them had been shot in the foot.\n\n"
        "It was the charity's worst day since 2018, when two of its drivers were murdered. A spokeswoman said that it "
        "would suspend its work in the prefecture.",
        abducted(exact(9), perpetrators=("Armed men",)),
        injured(exact(1)),
        killed(exact(2), victims="its drivers"),
        events="aab",
        total=3,
    ),
    case(
        "The earth shook for 40 seconds. In Chandragiri the school came down, but lessons had ended and nobody was "
        "inside. In Lele, further south, nine people died beneath the roof of a wedding hall, and rescuers are looking "
        "for the bride's grandmother, who is missing.\n\n"
        "More than 200 people have been hurt in the valley as a whole, the home ministry said. Offices will stay shut "
        "until Monday.",
        killed(exact(9), victims="people", locations=("Lele",)),
        missing(exact(1), victims="bride's grandmother"),
        injured(more_than(200), victims="people", sources=("the home ministry",)),
        total=3,
        events="aaa",
    ),
    case(
        "Police fired on a crowd outside the electoral commission on Friday, and several demonstrators were wounded. "
        "The opposition said that two of its supporters had died. The commander of the riot squad said that no live "
        "rounds had been used and nobody had been killed.\n\n"
        "Turnout in the election was 61 per cent.",
        injured(indefinite(2), victims="demonstrators", perpetrators=("Police",)),
        killed(exact(2), sources=("The opposition",), category="person"),
        killed(none(), sources=("The commander of the riot squad",)),
        total=3,
        events="aaa",
    ),
    case(
        "The trawler Nordhav went down in seconds, its cook told an inquiry in Tromso. Of the crew of eleven he alone "
        "reached the raft.\n\n"
        "Three bodies have been washed ashore. The other seven men are missing. A surveyor told the inquiry that the "
        "hull had been altered without leave, and that such changes could sink any ship. The owners deny it.",
        killed(exact(3)),
        missing(exact(7), victims="men"),
        total=2,
        events="aa",
    ),
)
