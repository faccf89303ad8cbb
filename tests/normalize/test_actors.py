"""Tests of the actor resolver: little documents by kind of link, acronym definitions, bad input."""

from __future__ import annotations

import pytest

from claimx.errors import InvalidTextError
from claimx.normalize.actors import ActorMention, ResolvedActor, resolve_actors
from claimx.schema.labels import ACTOR_TYPES


def located(text: str, mentions: list[str]) -> list[ActorMention]:
    """Locate mentions in a text, each after the one before it."""
    found, at = [], 0
    for mention in mentions:
        at = text.index(mention, at)
        found.append(ActorMention(mention, at))
        at += len(mention)
    return found


# Mentions, the cluster of each as a letter, and its type; where one type is given, all have it.
TABLE: dict[str, tuple[list[str], str, str]] = {
    "spellings of one group": (["IS", "Isis", "Daesh", "Da’esh", "ISIL", "the Islamic State"], "aaaaaa", "armed_group"),
    "coalition": (["the US-led coalition against the Islamic State (IS) group", "the coalition"], "aa", "coalition"),
    "coalition and group": (
        ["the coalition against Isis", "Isis", "coalition jets"],
        "aba",
        "coalition armed_group coalition",
    ),
    "two coalitions": (["the Saudi-led coalition", "the US-led coalition"], "ab", "coalition"),
    "nato": (["Nato", "ISAF", "the alliance"], "abb", "coalition"),
    "romanisations": (["al-Qaeda", "Al Qaida", "al-Qa'ida"], "aaa", "armed_group"),
    "more romanisations": (["Lashkar-e-Taiba", "Lashkar e Toiba LeT militants", "LeT"], "aaa", "armed_group"),
    "shabaab": (["al-Shabaab", "Al Shabab fighters", "Shabaab"], "aaa", "armed_group"),
    "branches of a network": (["al-Qaeda", "AQAP", "al-Qaeda in the Arabian Peninsula"], "abb", "armed_group"),
    "fighters are the group": (
        ["Taliban fighters", "the Taliban", "a Taliban spokesman", "members of the Taliban"],
        "aaaa",
        "armed_group",
    ),
    "a group's victims are not": (["Taliban victims' families", "the Taliban"], "ab", "witness armed_group"),
    "affiliate": (["an affiliate of Isis", "Isis"], "ab", "unknown armed_group"),
    "shouted wire": (
        ["THE FARABUNDO MARTI NATIONAL LIBERATION FRONT [FMLN]", "FMLN TROOPS", "THE GUERRILLAS"],
        "aaa",
        "armed_group",
    ),
    "spanish names": (["Sendero Luminoso", "the Shining Path"], "aa", "armed_group"),
    "translated name": (
        ["the Army of National Freedom (Ejercito de Liberacion Nacional - ELN)", "the ELN"],
        "aa",
        "armed_group",
    ),
    "maoists": (
        ["Communist Party of India (Maoist) cadres", "CPI-Maoist", "the Maoists", "Naxals"],
        "aaaa",
        "armed_group",
    ),
    "factions": (["NSCN-IM militants", "NSCN (K)"], "ab", "armed_group"),
    "cartels": (["the Zetas", "Los Zetas", "the Sinaloa Cartel", "the cartel"], "aabb", "armed_group"),
    "maras": (["MS-13", "Mara Salvatrucha", "Barrio 18"], "aab", "armed_group"),
    "the group": (["Boko Haram", "the army", "the group"], "aba", "armed_group state_forces armed_group"),
    "the militants": (["Hamas", "the militants"], "aa", "armed_group"),
    "the militants before the group": (["the militants", "Boko Haram"], "aa", "armed_group"),
    "unlisted gang": (["the Verdes gang", "Verdes", "the gang"], "aaa", "armed_group"),
    "people's army": (["the Hill Peoples Army", "the Nepalese army"], "ab", "armed_group state_forces"),
    "police": (["police", "local police", "the police", "Police sources"], "aaaa", "police"),
    "two police forces": (["Iraqi police", "Syrian police", "the police"], "abb", "police"),
    "police first": (["Police", "the Springfield Police Department", "police"], "aaa", "police"),
    "sheriff": (["the Hill County Sheriff's Office", "sheriff's deputies", "Deputies"], "aaa", "police"),
    "nationals": (["the Syrian army", "the army", "Syrian troops"], "aaa", "state_forces"),
    "nearest army": (["the Syrian army", "the Iraqi army", "the army"], "abb", "state_forces"),
    "listed army": (["the IDF", "the Israeli army", "Israeli soldiers"], "aaa", "state_forces"),
    "aircraft": (["Russian aircraft", "Russian jets", "Turkish jets"], "aab", "state_forces"),
    "branches": (["the army", "the navy", "the air force"], "abc", "state_forces"),
    "part of an army": (["the army's fourth brigade", "the army"], "ab", "state_forces"),
    "government forces": (["government forces", "the government"], "ab", "state_forces government"),
    "regime": (["Assad's regime", "the regime", "the Syrian government"], "aaa", "government"),
    "ministries": (["the health ministry", "the interior ministry", "the ministry"], "abb", "government"),
    "ministry officials": (
        ["Interior Ministry sources", "the Interior Ministry", "a spokesman for the ministry"],
        "aaa",
        "government",
    ),
    "ministry by initials": (["the Ministry of Defence", "the MoD"], "aa", "government"),
    "officials": (
        ["officials", "hospital officials", "the Foreign Minister Ana Ruiz"],
        "abc",
        "government medical government",
    ),
    "country": (["Turkey", "Turkish officials"], "ab", "government"),
    "medical": (["doctors", "medics", "the Lake County coroner", "paramedics"], "abcd", "medical"),
    "monitors": (["the Syrian Observatory for Human Rights", "SOHR", "the Observatory"], "aaa", "monitor"),
    "monitor by description": (["a UK-based monitoring group", "the monitoring group"], "aa", "monitor"),
    "two monitors": (["Airwars", "Amnesty International", "the rights group"], "abb", "monitor"),
    "activists": (["activists", "local activists", "residents"], "abc", "monitor witness witness"),
    "un": (
        ["the United Nations", "U.N.", "UNHCR", "the UN refugee agency", "Unicef", "the UN's children's fund"],
        "aabbcc",
        "un",
    ),
    "media": (["Reuters", "AFP", "state television", "the Valley Herald", "a local newspaper"], "abcde", "media"),
    "news agency": (["Sana", "the news agency"], "aa", "media"),
    "person": (["Col. Ryan Dale, a coalition spokesman", "Dale", "Mr Dale"], "aaa", "coalition"),
    "title": (["police chief John Smith", "Smith", "the police chief"], "aaa", "police"),
    "surname first": (["Dale", "Ryan Dale"], "aa", "unknown"),
    "two of a surname": (["John Smith", "Jane Smith"], "ab", "unknown"),
    "office and name": (["Tobias Marlow, the foreign minister", "Marlow"], "aa", "government"),
    "shouted person": (["COLONEL JUAN PEDRO LEMOS", "LEMOS"], "aa", "state_forces"),
    "spokesman of a group": (["TTP spokesman Omar Zaman", "the TTP", "Zaman"], "aba", "armed_group"),
    "rank run together": (
        ["Deputy Superintendent Police Omar Zaman", "Local Police sources", "Zaman"],
        "aba",
        "police",
    ),
    "name after an office": (["The spokesman of the outfit, Omar ul Zaman", "Zaman"], "aa", "unknown"),
    "coordinated": (["Syrian police and hospital officials", "Syrian police"], "ab", "police"),
    "a country's people": (["the Guatemalans", "Guatemala", "the Philippines"], "abc", "unknown government government"),
    "gunmen": (["gunmen", "unidentified gunmen", "the gunmen"], "aaa", "unknown"),
    "other noun": (["two gunmen", "the attackers", "police"], "aab", "unknown unknown police"),
    "other number": (["two gunmen", "three gunmen"], "ab", "unknown"),
    "other noun, indefinite": (["gunmen", "militants"], "ab", "unknown armed_group"),
    "lone gunman": (["a gunman", "a gunman", "the gunman", "another gunman"], "aaab", "unknown"),
    "witnesses": (["a witness", "another witness", "witnesses", "Witnesses"], "abcc", "witness"),
    "two lone witnesses": (["a witness", "a witness"], "ab", "witness"),
    "relatives": (["his brother", "residents", "local residents"], "abb", "witness"),
    "death squads": (["DEATH SQUADS", "the death squads"], "aa", "armed_group"),
    "law enforcement agencies": (["the FBI", "FBI agents", "the DEA"], "aab", "police"),
}


@pytest.mark.parametrize(("mentions", "clusters", "types"), TABLE.values(), ids=TABLE.keys())
def test_clusters_and_types(mentions: list[str], clusters: str, types: str) -> None:
    actors = resolve_actors(mentions)
    letters = dict(zip(clusters, (actor.id for actor in actors), strict=True))
    assert [actor.id for actor in actors] == [letters[c] for c in clusters]
    assert len(set(letters.values())) == len(letters)
    expected = types.split()
    assert [actor.type for actor in actors] == (expected * len(mentions) if len(expected) == 1 else expected)
    assert {actor.type for actor in actors} <= set(ACTOR_TYPES)


@pytest.mark.parametrize(
    ("mentions", "name"),
    [
        (["Daesh"], "Islamic State"),
        (["the police", "the Springfield police"], "Springfield police"),
        (["Dale", "Col. Ryan Dale, a coalition spokesman"], "Ryan Dale"),
        (["THE GREEN VALLEY FRONT"], "Green Valley Front"),
        (["the army", "THE SALVADORAN ARMY"], "Salvadoran Army"),
        (
            ["the US-led coalition against the Islamic State (IS) group"],
            "US-led coalition against the Islamic State group",
        ),
        (["two gunmen", "the attackers"], "gunmen"),
        (["members of the Hill Front"], "Hill Front"),
        (["???"], "???"),
    ],
)
def test_canonical_names(mentions: list[str], name: str) -> None:
    assert {actor.name for actor in resolve_actors(mentions)} == {name}


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        (
            "The Valley Relief Committee (VRC) counted them. The VRC said so.",
            ["The Valley Relief Committee", "The VRC"],
        ),
        ("The VRC (Valley Relief Committee) counted them.", ["The VRC", "Valley Relief Committee"]),
        ("VRC, the Valley Relief Committee, counted them.", ["VRC", "Valley Relief Committee"]),
        ("Hill Popular Liberation Army [HPLA] MEN FLED. THE HPLA DENIED IT.", ["Hill Popular Liberation Army", "HPLA"]),
        ("Lake County Sheriff's Office (LCSO) deputies came; LCSO said.", ["Lake County Sheriff's Office", "LCSO"]),
        # A definition in the text comes before the table: this SDF is not the Syrian one.
        ("The State Defense Foundation (SDF) and SDF spokesmen", ["The State Defense Foundation", "SDF spokesmen"]),
    ],
)
def test_acronym_definitions(text: str, mentions: list[str]) -> None:
    actors = resolve_actors(located(text, mentions), text)
    assert len(set(actors)) == 1
    assert actors[0].name != "Syrian Democratic Forces"


def test_acronym_defined_elsewhere_in_the_text_serves_a_group_of_fighters() -> None:
    text = "The Front for a Green Valley (FGV) was founded in 1990. Police said FGV fighters fled."
    front, police, fighters = resolve_actors(
        located(text, ["The Front for a Green Valley", "Police", "FGV fighters"]), text
    )
    assert front == fighters != police


def test_country_of_an_army_decides_a_shared_name() -> None:
    assert resolve_actors(["the Maoists"], "In Nepal the Maoists fled.")[0].name == "Communist Party of Nepal (Maoist)"
    assert resolve_actors(["the Maoists"], "In India the Maoists fled.")[0].name == "Communist Party of India (Maoist)"


@pytest.mark.parametrize(
    ("text", "mention", "kind"),
    [
        ("Six died in Russian air strikes.", "Russian", "state_forces"),
        ("Russia said that six died.", "Russia", "government"),
        ("Ryan Dale, a coalition spokesman, denied it.", "Ryan Dale", "coalition"),
        ("It was denied by police spokesman Ryan Dale.", "Ryan Dale", "police"),
        ("Ryan Dale, police said, fled.", "Ryan Dale", "unknown"),
    ],
)
def test_words_about_a_mention(text: str, mention: str, kind: str) -> None:
    assert resolve_actors([ActorMention(mention, text.index(mention))], text)[0].type == kind


def test_one_quote_of_many_claims_is_one_actor() -> None:
    actors = resolve_actors(
        [ActorMention("a witness", 10), ActorMention("a witness", 10), ActorMention("a witness", 90)]
    )
    assert [actor.id for actor in actors] == ["a1", "a1", "a2"]


def test_ids_follow_the_document_and_results_the_mentions() -> None:
    actors = resolve_actors(
        [ActorMention("the army", 80), ActorMention("police", 5), ActorMention("the Iraqi army", 40)]
    )
    assert [actor.id for actor in actors] == ["a2", "a1", "a2"]


@pytest.mark.parametrize(
    "text", ["", " ", "...", "(", "12", "\x00", "police\x07", "a" * 100_000, "the " * 25_000, "\ud800"]
)
def test_odd_mentions_stay_alone(text: str) -> None:
    first, odd, again, last = resolve_actors(["police", text, text, "police"])
    assert first == last == ResolvedActor("a1", "police", "police")
    assert (odd.id, odd.name, odd.type) == ("a2", text, "unknown")
    assert again.id == "a3"


@pytest.mark.parametrize(
    ("mentions", "text"),
    [
        (["police", 3], ""),
        ([None], ""),
        (["police"], None),
        ("police", ""),
        ([ActorMention(b"police")], ""),
        ([ActorMention("a", "b")], ""),
    ],
)
def test_rejects_what_is_no_text(mentions: object, text: object) -> None:
    with pytest.raises(InvalidTextError, match="must be") as caught:
        resolve_actors(mentions, text)  # type: ignore[arg-type]
    assert "\n" not in str(caught.value)


def test_values_are_frozen_and_slotted() -> None:
    mention, actor = ActorMention("police"), ResolvedActor("a1", "police", "police")
    assert not hasattr(mention, "__dict__") and not hasattr(actor, "__dict__")
    with pytest.raises(AttributeError):
        mention.start = 3  # type: ignore[misc]
    with pytest.raises(AttributeError):
        actor.id = "a2"  # type: ignore[misc]


def test_no_mentions() -> None:
    assert resolve_actors([]) == []
