"""What must matter: one word changed, and the answer changes in that respect alone."""

from tests.behaviour.number import at_least, exact, indefinite, none
from tests.behaviour.told import injured, killed, missing
from tests.behaviour.twin import ALL, twin


def _all_but(*names: str) -> tuple[str, ...]:
    return tuple(field for field in ALL if field not in names)


CASES = (
    twin(
        "The landslide killed five people in Ratnapura.",
        "The landslide killed 50 people in Ratnapura.",
        [killed(exact(5))],
        [killed(exact(50))],
        shared=_all_but("number", "count"),
    ),
    twin(
        "The grenade killed six shopkeepers in Peshawar.",
        "The grenade wounded six shopkeepers in Peshawar.",
        [killed(exact(6), victims="shopkeepers")],
        [injured(exact(6), victims="shopkeepers")],
        shared=_all_but("outcome"),
    ),
    twin(
        "Nineteen tourists were killed in the cable car accident.",
        "Nineteen tourists were reportedly killed in the cable car accident.",
        [killed(exact(19), stance="asserted")],
        [killed(exact(19), stance="alleged")],
        shared=_all_but("stance"),
    ),
    twin(
        "The army says that its guns killed four shepherds.",
        "The army denies that its guns killed four shepherds.",
        [killed(exact(4), victims="shepherds", sources=("The army",), stance="acknowledged")],
        [killed(exact(4), victims="shepherds", sources=("The army",), stance="denied")],
        shared=_all_but("stance"),
    ),
    twin(
        "The blast killed three nurses in Idlib.",
        "The blast killed at least three nurses in Idlib.",
        [killed(exact(3))],
        [killed(at_least(3))],
        shared=_all_but("number", "count"),
    ),
    twin(
        "A gas explosion injured some guests at a hotel in Palermo.",
        "A gas explosion injured no guests at a hotel in Palermo.",
        [injured(indefinite(2), victims="guests")],
        [injured(none(), victims="guests")],
        shared=_all_but("number", "count"),
    ),
    twin(
        "The fire has killed 200 people.",
        "The fire could kill 200 people.",
        [killed(exact(200))],
        then_total=0,
        shared=(),
    ),
    twin(
        "Villagers killed two rustlers at Marsabit.",
        "Rustlers killed two villagers at Marsabit.",
        [killed(exact(2), victims="rustlers", perpetrators=("Villagers",))],
        [killed(exact(2), victims="villagers", perpetrators=("Rustlers",))],
        shared=("outcome", "number", "locations", "stance", "scope", "unit"),
    ),
    twin(
        "Eleven sailors are dead after the storm off Hokkaido.",
        "Eleven sailors are missing after the storm off Hokkaido.",
        [killed(exact(11), victims="sailors")],
        [missing(exact(11), victims="sailors")],
        shared=_all_but("outcome"),
    ),
    twin(
        "A storm killed nine people in Luzon on Sunday.",
        "Storms have killed nine people in Luzon since 2020.",
        [killed(exact(9), scope="incident")],
        [killed(exact(9), scope="cumulative")],
        shared=("outcome", "number", "victims", "locations", "stance", "unit"),
    ),
    twin(
        "Dogs mauled three children in Tirana, killing one of them.",
        "Dogs mauled three sheep in Tirana, killing one of them.",
        [killed(exact(1))],
        then_total=0,
        shared=(),
    ),
)
