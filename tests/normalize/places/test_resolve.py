import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimx.errors import InvalidTextError
from claimx.normalize.places import Place, PlaceMention, resolve_places


def one(*mentions, text=""):
    return resolve_places(list(mentions), text)[0]


@pytest.mark.parametrize(
    ("mentions", "name", "country", "kind"),
    [
        (["Nairobi"], "Nairobi", "KE", "city"),
        (["al-Raqqah", "Syria"], "Ar Raqqah", "SY", "city"),
        (["Idlib province"], "Idlib", "SY", "admin1"),
        (["Douma", "Damascus"], "Dūmā", "SY", "city"),
        (["Aleppo"], "Aleppo", "SY", "city"),
        (["Eastern Ghouta"], "Eastern Ghouta", "SY", "region"),
        (["Kupwara district"], "Kupwara", "IN", "admin2"),
        (["Rapides Parish"], "Rapides Parish", "US", "admin2"),
        (["northern Mali"], "Mali", "ML", "country"),
        (["the Syrian city"], "Syria", "SY", "country"),
        (["the Peruvian capital"], "Lima", "PE", "city"),
        (["Syrian"], "Syria", "SY", "country"),
        (["U.S."], "United States", "US", "country"),
        (["DRC"], "Democratic Republic of the Congo", "CD", "country"),
        (["Calif."], "California", "US", "admin1"),
        (["Calcutta"], "Kolkata", "IN", "city"),
        (["KANDAHAR", "AFGHANISTAN"], "Kandahār", "AF", "city"),
        (["Deir al-Zour", "Syria"], "Deir ez-Zor", "SY", "city"),
        (["outskirts of Mogadishu"], "Mogadishu", "SO", "city"),
    ],
)
def test_names_are_found_in_the_forms_that_news_uses(mentions, name, country, kind):
    place = one(*mentions)
    assert (place.name, place.country_code, place.kind) == (name, country, kind)


@pytest.mark.parametrize(
    ("mentions", "text", "area"),
    [
        (["Paris", "Texas"], "", "Texas"),
        (["Paris, Texas"], "", "Texas"),
        (["Springfield", "Chicago", "Illinois"], "", "Illinois"),
        (["London", "Toronto", "Ontario"], "", "Ontario"),
        ([PlaceMention("Athens", 10)], "A fire in Athens, Ohio, killed a man.", "Ohio"),
        ([PlaceMention("Columbus", 0)], "Columbus, GA", "Georgia"),
        (["Georgia", "Atlanta", "Macon"], "", "Georgia"),
    ],
)
def test_the_rest_of_the_document_settles_what_a_name_means(mentions, text, area):
    assert one(*mentions, text=text).admin_area == area


def test_georgia_is_the_country_beside_tbilisi():
    assert one("Georgia", "Tbilisi", "Gori").kind == "country"


def test_a_name_has_one_sense_in_a_document():
    places = resolve_places(["Tripoli", "Beirut", "Lebanon", "the Tripoli", "Sidon"])
    assert places[0] == places[3]
    assert places[0].country_code == "LB"


@pytest.mark.parametrize(
    "words", ["", "the hospital", "Qwertyuiopolis", "???", "home", "a" * 100_000, "\x00", "北京市"]
)
def test_what_the_gazetteer_does_not_know_is_unresolved(words):
    place = one(words, "Nairobi", text="A clash in Nairobi.")
    assert place == Place() and not place.resolved


def test_a_unique_name_is_surer_than_one_of_many():
    unique, many = one("Ouagadougou"), one("Springfield")
    assert unique.confidence > 0.8 > many.confidence > 0


def test_no_mention_gives_no_place():
    assert resolve_places([]) == []


@pytest.mark.parametrize("mention", [None, 3, PlaceMention(None)])
def test_what_is_no_text_is_refused(mention):
    with pytest.raises(InvalidTextError, match="location"):
        resolve_places([mention])


NAMES = ["Paris", "London", "Aleppo", "Springfield", "Georgia", "the south", "Bari", "Victoria", "Santiago", "xyzzy"]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(NAMES), st.text(max_size=30)), max_size=12), st.text(max_size=80))
def test_any_strings_are_answered_one_by_one(words, text):
    places = resolve_places(words, text)
    assert len(places) == len(words)
    for place in places:
        assert place.resolved == (place.latitude is not None)
        if place.resolved:
            assert -90 <= place.latitude <= 90 and -180 <= place.longitude <= 180
            assert 0 < place.confidence <= 1
    assert places == resolve_places(words, text)


@settings(max_examples=40, deadline=None)
@given(st.permutations(["Paris", "Texas", "Dallas", "Houston", "Springfield"]))
def test_the_order_of_the_mentions_does_not_matter(words):
    ordered = dict(zip(sorted(words), resolve_places(sorted(words)), strict=True))
    assert all(
        ordered[word].geonames_id == place.geonames_id for word, place in zip(words, resolve_places(words), strict=True)
    )


@given(st.text(alphabet=string.printable, max_size=40))
def test_offsets_beyond_the_text_do_no_harm(text):
    assert len(resolve_places([PlaceMention("Lima", 500), PlaceMention("Cuzco", 0)], text)) == 2
