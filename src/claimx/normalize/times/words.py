"""The vocabulary of English time expressions: names of months, weekdays, seasons, units and numbers."""


def listed(text: str) -> list[str]:
    """The words of ``text`` in order: a list that reads as a sentence."""
    return text.split()


def words(text: str) -> frozenset[str]:
    """The words of ``text`` as a set."""
    return frozenset(listed(text))


MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
            "august aug", "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip

WEEKDAYS = {
    name: number
    for number, names in enumerate(
        ("monday mon", "tuesday tue tues", "wednesday wed weds", "thursday thu thur thurs", "friday fri",
         "saturday sat", "sunday sun")
    )
    for whole in names.split()
    for name in (whole, whole + "s" if whole.endswith("day") else whole)
}  # fmt: skip

# Names that are also common words: read as dates only with a capital or beside another piece of a date.
AMBIGUOUS = frozenset({"may", "march", "mar", "sun", "sat", "mon", "wed", "fall", "spring"})

# Four digits between these are a year where nothing says otherwise; others are clock times or plain numbers.
FIRST_YEAR, LAST_YEAR = 1700, 2100

SEASONS = {"spring": 0, "summer": 1, "autumn": 2, "fall": 2, "winter": 3}

NUMBERS = {
    word: value
    for value, word in enumerate(
        listed("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen twenty")
    )
} | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
     "dozen": 12, "a": 1, "an": 1}  # fmt: skip

ORDINALS = {
    word: value
    for value, word in enumerate(
        listed(
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
            "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
        ),
        start=1,
    )
} | {"thirtieth": 30}
ORDINAL_ENDINGS = frozenset({"st", "nd", "rd", "th", "d"})  # "2d week": the wire services' 2nd

DECADE_NAMES = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70,
    "eighties": 80, "nineties": 90,
}  # fmt: skip

UNITS = {
    "minute": "minute", "min": "minute", "moment": "minute", "second": "minute", "hour": "hour", "hr": "hour",
    "day": "day", "night": "day", "week": "week", "fortnight": "fortnight", "month": "month",
    "quarter": "quarter", "semester": "half", "year": "year", "yr": "year", "decade": "decade",
    "century": "century",
}  # fmt: skip
UNITS |= {word + "s": unit for word, unit in UNITS.items()} | {"centuries": "century"}

# Which one of several: the one before, the running one, the one to come.
DIRECTIONS = {"last": -1, "past": -1, "this": 0, "current": 0, "next": 1, "coming": 1, "upcoming": 1}

VAGUE = frozenset({"few", "several", "some", "many", "recent", "couple"})

DAYPARTS = words(
    "morning mornings afternoon afternoons evening evenings night nights nighttime noon midday midnight "
    "dawn dusk dark daybreak sunrise sunset nightfall afterward afterwards hours hour"
)

# Words that say how near, how early or in what relation, and leave the day itself as it is.
HEDGES = words(
    "about around approximately approx roughly some nearly almost over more less than least at most up "
    "just exactly shortly only fewer under under within circa ca early late"
)

# Words that an expression may have beside its dates without being any less understood.
FILLERS = HEDGES | words(
    "on in at during over of the throughout through for within around by into before after as between and or "
    "a an one all alone single whole entire date day period time very same earlier later local "
    "hrs gmt utc est edt et pt pst pdt cst cdt ct mt ist , . - – — ( ) : ; ' ’ \" “ ” [ ]"
)
