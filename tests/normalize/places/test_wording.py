import pytest

from claimx.normalize.places.context import containers_nearby, is_name
from claimx.normalize.places.wording import readings


def first_that_is(text, key):
    return next((reading for reading in readings(text) if reading.key == key), None)


@pytest.mark.parametrize(
    ("text", "key", "kinds", "part"),
    [
        ("Borno state", "borno", ("admin1", "country"), False),
        ("the city of Sinjar", "sinjar", ("city",), False),
        ("the province of Helmand", "helmand", ("admin1", "admin2"), False),
        ("northern Mali", "mali", (), True),
        ("the outskirts of Benghazi", "benghazi", (), True),
        ("south-eastern Turkey", "turkey", (), True),
        ("near Bamako", "bamako", (), True),
        ("Nairobi's", "nairobi", (), False),
        ("St. Louis", "saint louis", (), False),
        ("Fort Worth", "ft worth", (), False),
        ("Juba airport", "juba", (), True),
        ("Lake Victoria", "lake victoria", (), False),
    ],
)
def test_the_name_is_found_within_the_words(text, key, kinds, part):
    reading = first_that_is(text, key)
    assert reading is not None and reading.kinds == kinds and reading.part is part


def test_the_most_literal_reading_comes_first():
    assert next(readings("South Sudan")).key == "south sudan"
    assert next(readings("Columbus, Ohio")).container == "Ohio"
    assert next(readings("Columbus (Ohio)")).container == "Ohio"


@pytest.mark.parametrize("text", ["", "the hospital", "Market", "!!!", "x" * 10_000, "北京"])
def test_words_that_name_nothing_have_no_reading(text):
    assert all(reading.key not in ("", "hospital", "market") for reading in readings(text))
    assert len(list(readings(text))) <= 12


def test_the_containing_place_is_read_beside_the_location():
    text = "A fire in Athens, Ohio, and another in Iraq's Anbar province."
    start = text.index("Athens")
    assert containers_nearby(text, start, start + 6)[0] == "Ohio"
    start = text.index("Anbar")
    assert "Iraq" in containers_nearby(text, start, start + 5)


def test_small_letters_are_a_name_only_in_a_text_without_capitals():
    assert is_name("Kano", "A bomb in Kano.")
    assert not is_name("the hospital", "A bomb at the hospital in Kano.")
    assert not is_name("mosque", "A bomb at the mosque in Kano.")
    assert is_name("kano", "a bomb went off in kano")
    assert not is_name("the mosque", "a bomb went off in the mosque")
