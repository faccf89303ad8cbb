"""The words of quantity expressions, by the part that they play in the grammar of :mod:`.grammar`.

Every phrase is written in lower case and without hyphens. Floors are those of guidelines section 3.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from claimx.normalize.counts.tokens import Token

Phrases = Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]


def _phrases(table: Mapping[str, Iterable[str]]) -> Phrases:
    """Index phrases by their first word, longest first, each with the class that the table gives it."""
    index: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for kind, phrases in table.items():
        for phrase in phrases:
            words = tuple(phrase.split())
            index.setdefault(words[0], []).append((words, kind))
    return {first: tuple(sorted(entries, key=lambda e: -len(e[0]))) for first, entries in index.items()}


def match(phrases: Phrases, tokens: Sequence[Token], start: int, stop: int) -> tuple[str, int] | None:
    """Find the longest phrase of a table that begins at a token.

    Args:
        phrases: the table.
        tokens: the expression's tokens.
        start: the index of the token to begin at.
        stop: the index to stop before.

    Returns:
        The phrase's class and the index of the first token after it, or None.
    """
    for words, kind in phrases.get(tokens[start].text, ()):
        end = start + len(words)
        if end <= stop and all(tokens[start + i].text == word for i, word in enumerate(words)):
            return kind, end
    return None


#: What stands before a quantity and bounds or loosens it.
BEFORE = _phrases(
    {
        "at_least": (
            "at least",
            "at the least",
            "at the very least",
            "no fewer than",
            "no less than",
            "not fewer than",
            "not less than",
            "a minimum of",
            "minimum of",
            "minimum",
            "as few as",
            "as little as",
            ">=",
        ),
        "more_than": (
            "more than",
            "many more than",
            "greater than",
            "higher than",
            "larger than",
            "over",
            "above",
            "upwards of",
            "upward of",
            "in excess of",
            "exceeding",
            "exceeds",
            "exceeded",
            "surpassing",
            "surpassed",
            "topping",
            "topped",
            "beyond",
            "north of",
            ">",
        ),
        "at_most": (
            "up to",
            "upto",
            "as many as",
            "as much as",
            "as high as",
            "no more than",
            "not more than",
            "not exceeding",
            "at most",
            "at the most",
            "a maximum of",
            "maximum of",
            "maximum",
            "max",
            "<=",
        ),
        "less_than": ("fewer than", "less than", "lower than", "under", "below", "south of", "<"),
        "about": (
            "about",
            "around",
            "round about",
            "roughly",
            "approximately",
            "approx",
            "approaching about",
            "circa",
            "ca",
            "c",
            "some",
            "an estimated",
            "estimated at",
            "estimated",
            "est",
            "in the region of",
            "in the order of",
            "on the order of",
            "in the vicinity of",
            "in the neighborhood of",
            "in the neighbourhood of",
            "somewhere around",
            "something like",
            "more or less",
            "give or take",
            "perhaps",
            "maybe",
            "~",
        ),
        "nearly": (
            "nearly",
            "almost",
            "close to",
            "closer to",
            "near to",
            "near",
            "nearing",
            "approaching",
            "towards",
            "toward",
            "virtually",
            "practically",
            "not quite",
            "not far off",
            "not far short of",
            "just short of",
            "short of",
            "just shy of",
            "shy of",
        ),
    }
)

#: The same, after the quantity.
AFTER = _phrases(
    {
        "at_least": (
            "or more",
            "and more",
            "or even more",
            "or possibly more",
            "or perhaps more",
            "or maybe more",
            "and possibly more",
            "and perhaps more",
            "possibly more",
            "perhaps more",
            "maybe more",
            "if not more",
            "or above",
            "or over",
            "or greater",
            "and above",
            "and over",
            "and up",
            "and upwards",
            "or upwards",
            "upwards",
            "and counting",
            "plus",
            "+",
            "at least",
            "at the least",
            "at the very least",
            "at a minimum",
            "at minimum",
            "minimum",
        ),
        "at_most": (
            "or fewer",
            "or less",
            "and fewer",
            "and under",
            "or under",
            "or below",
            "possibly fewer",
            "perhaps fewer",
            "if not fewer",
            "at most",
            "at the most",
            "at the very most",
            "at a maximum",
            "at maximum",
            "maximum",
            "max",
            "tops",
        ),
        "about": (
            "or so",
            "or thereabouts",
            "odd",
            "ish",
            "give or take",
            "more or less",
            "approximately",
            "roughly",
        ),
    }
)

#: What joins the ends of a range. The class "bound" does so only before a bound of its own ("but fewer than
#: 50").
JOINTS = _phrases(
    {
        "range": (
            "to",
            "or",
            "-",
            "possibly",
            "perhaps",
            "maybe",
            "probably",
            "potentially",
            "if not",
            "even",
            "or even",
            "or possibly",
            "or perhaps",
            "or maybe",
            "or probably",
            "to possibly",
            "to perhaps",
            "to maybe",
            "and possibly",
            "and perhaps",
            "and maybe",
            "and even",
            "but possibly",
            "but perhaps",
        ),
        "bound": ("and", "but", "yet"),
    }
)

#: Words that say that nobody was hit.
NOBODY = frozenset(
    ("no none nobody nothing neither nil nought naught not never without any anyone anybody noone").split()
)
#: "hardly any" is not nobody, and yet tells no floor.
HARDLY = frozenset(["hardly", "barely", "scarcely"])

#: Words that are a number though no numeral.
FIXED = {
    "both": 2,
    "couple": 2,
    "pair": 2,
    "duo": 2,
    "twin": 2,
    "twins": 2,
    "double": 2,
    "trio": 3,
    "triple": 3,
    "triplets": 3,
    "threesome": 3,
    "foursome": 4,
    "quartet": 4,
    "quadruple": 4,
    "quintuple": 5,
    "quintet": 5,
    "someone": 1,
    "somebody": 1,
}

#: Words for a plurality of unknown size, which a multiplier may follow ("several hundred").
MANY = frozenset(
    (
        "many several few numerous multiple various countless innumerable uncounted untold sundry unspecified "
        "unknown undisclosed undetermined lots plenty loads"
    ).split()
)
#: Words for the larger part of a whole, with the whole untold or told after "of".
MAJORITY = frozenset(["most", "mostly", "mainly", "largely", "predominantly", "chiefly", "majority", "bulk"])
#: Nouns for a group of unknown size, or of the size that follows: "a group of 12".
COLLECTIVES = frozenset(
    (
        "number numbers lot group groups string series handful host crowd crowds batch cluster clutch slew "
        "raft spate multitude multitudes amount minority proportion section squad platoon company battalion "
        "patrol team unit crew band gang party contingent convoy busload truckload boatload masses swathe "
        "range variety quantity"
    ).split()
)

#: What a word counts to when no number follows it: 1 exactly, or a plurality (None).
FALLBACKS: dict[str, int | None] = {
    "a": 1,
    "an": 1,
    "another": 1,
    "further": 1,
    "single": 1,
    "lone": 1,
    "sole": 1,
    "solitary": 1,
    "other": None,
    "others": None,
    "some": None,
    "more": None,
    "rest": None,
    "remainder": None,
    "remaining": None,
    "all": None,
    "every": None,
    "everyone": None,
    "everybody": None,
    "each": None,
    "these": None,
    "those": None,
}
#: The articles before an ordinal that is one person more, not a running total: "a third victim".
ONE_MORE = frozenset(["a", "an", "another", "yet"])
#: Those of the fallbacks that a count of the whole may follow after "of": "all of the 12".
WHOLE = frozenset(["all", "every", "each"])

#: Determiners of a noun phrase that tells its number by being singular or plural: "his wife", "the victims".
DETERMINERS = frozenset(["the", "this", "that", "his", "her", "its", "their", "my", "our", "your"])

#: Words that may stand between "a" or "another" and its number: "a further 12", "a very large number".
TRANSPARENT = frozenset(
    (
        "total toll death tally figure count sum combined overall additional extra added reported reportedly "
        "confirmed official provisional preliminary full good great greater large larger huge vast very "
        "considerable significant substantial sizable sizeable small big wide whole mere bare meagre record "
        "whopping staggering massive shocking grim astonishing stunning appalling horrifying unprecedented "
        "conservative rough net different separate unidentified unnamed unconfirmed uncertain indeterminate "
        "growing rising overwhelming little bit well just only at yet still also even so far way slightly too "
        "last next previous initial final latest likely probable possible possibly remaining and"
    ).split()
)

#: What follows a quantity without changing it.
TRAILING = frozenset(["more", "others", "other", "else", "additional", "further", "people", "persons", ")"])

#: What loosens a round number that it is tied to by a hyphen: "20-some".
LOOSENING = frozenset(["some", "something"])

#: Words after a number that make it a rate or a share, which counts no people.
RATES = frozenset(["%", "percent", "per", "pct", "percentage", "/"])

#: Words that make the whole expression no count.
AVERAGES = frozenset(["average", "averages", "averaged", "averaging", "mean", "median"])
#: What stands before a sum of money.
CURRENCIES = frozenset(["$", "£", "€", "¥", "₹", "usd", "eur", "gbp"])

#: Words that end a noun phrase.
NOUN_ENDS = frozenset(
    (
        "of who whom whose which that in at on from with were was are is be been have has had and or as by "
        "for to than during after before near into"
    ).split()
)

_IRREGULAR_PLURALS = frozenset(("people persons men women children police personnel dead wounded injured").split())


def is_plural(word: str) -> bool:
    """Tell by its form whether a noun is plural, as well as English spelling allows.

    Args:
        word: the noun in lower case.

    Returns:
        Whether it looks like a plural.
    """
    if word in _IRREGULAR_PLURALS or word.endswith(("men", "people", "children")):
        return True
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "'s"))
