"""Properties of the actor resolver that hold for any mentions, and of the tables that it reads."""

from __future__ import annotations

from collections import defaultdict

from hypothesis import given, settings
from hypothesis import strategies as st

from claimx.normalize.actors import ActorMention, resolve_actors
from claimx.normalize.actors.acronyms import find_definitions, long_form
from claimx.normalize.actors.known import name_key
from claimx.normalize.actors.spelling import fold
from claimx.normalize.actors.tables import read_table
from claimx.schema.labels import ACTOR_TYPES

WORDS = (
    "the a another two of for and in said police army Iraqi Syrian local Taliban fighters forces gunmen witness "
    "spokesman ministry health officials John Smith Col. Green Valley Front (IS) Isis coalition US-led residents , "
    "group sources report unidentified men hospital newspaper Daily UN agency 's - \" THE ARMY"
).split()
phrases = st.lists(st.sampled_from(WORDS), min_size=1, max_size=8).map(" ".join)
anything = st.text(max_size=40) | phrases
# Definite mentions of every kind that stand for themselves and not for what was mentioned before.
specific = st.sampled_from(
    (
        "the Taliban|the Green Valley Front|the Iraqi army|the Springfield police|Ryan Dale|Reuters|al-Shabaab|U.N.|"
        "the health ministry|the Syrian Observatory for Human Rights|the US-led coalition|the Lake County Sheriff's "
        "Office"
    ).split("|")
)


@given(st.lists(anything, max_size=12), st.text(max_size=200) | phrases)
@settings(max_examples=400, deadline=None)
def test_any_mentions_resolve(mentions: list[str], text: str) -> None:
    actors = resolve_actors(mentions, text)
    assert len(actors) == len(mentions)
    assert actors == resolve_actors(mentions, text)
    assert {actor.type for actor in actors} <= set(ACTOR_TYPES)
    # Numbered from a1 in the order of first appearance, and one name and type for an id.
    assert list(dict.fromkeys(actor.id for actor in actors)) == [f"a{n + 1}" for n in range(len(set(actors)))]
    assert len({actor.id for actor in actors}) == len(set(actors))


@given(specific, st.lists(phrases, max_size=4), st.lists(phrases, max_size=4))
@settings(max_examples=300, deadline=None)
def test_case_and_article_do_not_matter(mention: str, before: list[str], between: list[str]) -> None:
    bare = mention.removeprefix("the ")
    forms = [mention, mention.upper(), bare, f"The {bare}"]
    actors = resolve_actors([*before, forms[0], *between, *forms[1:]])
    at = len(before)
    assert len({actors[at], *actors[at + 1 + len(between) :]}) == 1


@given(
    phrases.filter(lambda p: p.split()[0] == "the" and not {"a", "another", "some", ",", "of", "for"} & set(p.split()))
)
@settings(max_examples=200, deadline=None)
def test_a_definite_mention_at_once_repeated_is_the_same(mention: str) -> None:
    first, second = resolve_actors([mention, mention])
    assert first == second or not any(map(str.isalpha, mention)) or first.name == mention


@given(st.permutations(["Boko Haram", "Reuters", "the Kenyan police", "doctors", "the United Nations", "a gunman"]))
@settings(max_examples=50, deadline=None)
def test_unrelated_mentions_keep_name_and_type_in_any_order(mentions: list[str]) -> None:
    actors = resolve_actors(mentions)
    assert [actor.id for actor in actors] == ["a1", "a2", "a3", "a4", "a5", "a6"]
    assert {(m, a.name, a.type) for m, a in zip(mentions, actors, strict=True)} == {
        ("Boko Haram", "Boko Haram", "armed_group"),
        ("Reuters", "Reuters", "media"),
        ("the Kenyan police", "Kenyan police", "police"),
        ("doctors", "doctors", "medical"),
        ("the United Nations", "United Nations", "un"),
        ("a gunman", "gunman", "unknown"),
    }


@given(st.lists(st.tuples(phrases, st.integers(0, 300)), max_size=8), st.randoms())
@settings(max_examples=100, deadline=None)
def test_the_order_of_located_mentions_does_not_matter(pairs: list[tuple[str, int]], random) -> None:
    # One mention a place: which of two at one offset comes first is the caller's word.
    mentions = [ActorMention(text, start) for start, text in {start: text for text, start in pairs}.items()]
    shuffled = random.sample(mentions, len(mentions))
    straight = dict(zip(mentions, resolve_actors(mentions), strict=True))
    assert dict(zip(shuffled, resolve_actors(shuffled), strict=True)) == straight


@given(st.text(max_size=300))
@settings(max_examples=200, deadline=None)
def test_any_text_may_be_searched_for_definitions(text: str) -> None:
    assert all(short and long for short, long in find_definitions(text).items())


def test_long_forms() -> None:
    assert long_form("GVF", "the Valley Front") == ""
    assert long_form("GVF", "fighters of the Green Valley Front") == "Green Valley Front"
    assert long_form("SFs", "the Security Forces") == "Security Forces"
    assert long_form("US", "troops in Kunduz") == ""


def test_the_table_of_known_actors_is_sound() -> None:
    owners = defaultdict(set)
    for name, kind, aliases, country in read_table("known_actors.tsv"):
        assert kind in ACTOR_TYPES
        assert country == "" or (len(country) == 2 and country.isupper())
        for alias in filter(None, (name, *aliases.split("|"))):
            assert alias == alias.strip()
            owners[name_key(alias)].add(name)
    assert "" not in owners
    # Names that two actors share are told apart by the countries that the document mentions.
    shared = {key for key, names in owners.items() if len(names) > 1}
    assert shared == {name_key("Maoist"), "rsf", "jem"}


def test_the_table_of_nouns_is_sound() -> None:
    seen = set()
    for _, actor_type, kind, listed in read_table("nouns.tsv"):
        assert actor_type in ACTOR_TYPES
        assert kind in {"body", "staff", "people", "voice", "part", "office", "rank", "adj"}
        for form in (form for forms in listed.split("|") for form in forms.split("/")):
            assert form == fold(form) or " " in form
            assert form not in seen
            seen.add(form)
