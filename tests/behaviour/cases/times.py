"""When it happened: the days that the expression means, given the publication date."""

from tests.behaviour.case import case
from tests.behaviour.number import at_least, exact
from tests.behaviour.told import abducted, injured, killed

# 14 June 2019 was a Friday, 8 November 2021 a Monday.
CASES = (
    case(
        "A lorry ploughed into a queue at a bus stop in Kumasi on Wednesday, killing seven people.",
        killed(exact(7), time="Wednesday", when=("2019-06-12", "2019-06-12")),
        published="2019-06-14",
    ),
    case(
        "Four glaziers died yesterday when a lift cable snapped at a building site in Minsk.",
        killed(exact(4), time="yesterday", when=("2019-06-13", "2019-06-13")),
        published="2019-06-14",
    ),
    case(
        "Bandits killed 16 villagers in Zurmi last month, a local councillor said on Thursday.",
        killed(exact(16), time="last month", when=("2019-05-01", "2019-05-31")),
        published="2019-06-14",
    ),
    case(
        "In 2017 the strait claimed 214 lives.",
        killed(exact(214), when=("2017-01-01", "2017-12-31")),
        published="2019-06-14",
    ),
    case(
        "At least 950 farmers have been murdered in land disputes since 2014, church lawyers say.",
        killed(at_least(950), time="since 2014", when=("2014-01-01", "2019-06-14")),
        published="2019-06-14",
    ),
    case(
        "Two hot-air balloons touched above Cappadocia on 3 March 2018 and one of them fell. A Danish couple died.",
        killed(when=("2018-03-03", "2018-03-03")),
    ),
    case(
        "An oil worker was abducted in Bayelsa on 9 May. No ransom has been asked.",
        abducted(exact(1), time="9 May", when=(None, None)),
    ),
    case(
        "Three days ago a grenade thrown into a barber's shop in Bujumbura injured eight customers.",
        injured(exact(8), time="Three days ago", when=("2021-11-05", "2021-11-05")),
        published="2021-11-08",
    ),
    case(
        "A roof collapse has killed five worshippers in Ibadan.",
        killed(exact(5), time=None),
        published="2021-11-08",
    ),
    case(
        "Police in Durres said on Monday that a father of three had been shot dead on Saturday night.",
        killed(exact(1), when=("2021-11-06", "2021-11-06")),
        published="2021-11-08",
    ),
    case(
        "Between 2015 and 2018 landmines wounded 430 people in the valley.",
        injured(exact(430), when=("2015-01-01", "2018-12-31")),
        published="2021-11-08",
    ),
    case(
        "A gale tore the roof off a sports hall in Vigo this morning. A caretaker was killed.",
        killed(exact(1), victims="caretaker", when=("2021-11-08", "2021-11-08")),
        published="2021-11-08",
    ),
)
