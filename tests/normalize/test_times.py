"""Time expressions: tables of invented ones by construction."""

import subprocess
import sys
from datetime import date, datetime

import pytest

from claimx.normalize.times import TimeValue, document_date, resolve_time

WEDNESDAY = date(2021, 6, 16)
MARCH = date(2020, 3, 10)


def days(value: TimeValue) -> tuple[str | None, str | None]:
    return tuple(day.isoformat() if day else None for day in (value.earliest, value.latest))


def span(text: str) -> tuple[str | None, str | None]:
    """The pair that "2020-01-02..2020-02-03", "2020-01-02.." or one day alone stands for."""
    start, _, end = text.partition("..")
    return (start or None, end or None) if ".." in text else (text, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("today", "2021-06-16"),
        ("TONIGHT", "2021-06-16"),
        ("this morning", "2021-06-16"),
        ("early today", "2021-06-16"),
        ("right now", "2021-06-16"),
        ("a few minutes ago", "2021-06-16"),
        ("yesterday", "2021-06-15"),
        ("YESTERDAY AT 1830", "2021-06-15"),
        ("at dawn yesterday", "2021-06-15"),
        ("last night", "2021-06-15"),
        ("late last night and early this morning", "2021-06-15..2021-06-16"),
        ("overnight", "2021-06-15..2021-06-16"),
        ("the day before yesterday", "2021-06-14"),
        ("the night before last", "2021-06-14"),
        ("today, 15 June", "2021-06-15"),
        ("since dawn", "2021-06-16"),
        ("tomorrow", "2021-06-17"),
    ],
)
def test_days_around_publication(text, expected):
    assert days(resolve_time(text, WEDNESDAY)) == span(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on Friday", "2021-06-11"),
        ("Wednesday", "2021-06-16"),
        ("WEDNESDAY EVENING", "2021-06-16"),
        ("last Wednesday", "2021-06-09"),
        ("last Friday", "2021-06-11"),
        ("this past Sunday", "2021-06-13"),
        ("Friday night", "2021-06-11"),
        ("the early hours of Friday", "2021-06-11"),
        ("about 2:15 a.m. on Monday", "2021-06-14"),
        ("shortly before midnight Thursday", "2021-06-10"),
        ("overnight Saturday", "2021-06-12"),
        ("Tuesday of last week", "2021-06-08"),
        ("last week on Tuesday", "2021-06-08"),
        ("a week ago Saturday", "2021-06-05"),
        ("a week ago on Saturday", "2021-06-05"),
        ("two Sundays ago", "2021-06-06"),
        ("two weekends ago", "2021-06-05..2021-06-06"),
        ("the weekend before last", "2021-06-05..2021-06-06"),
        ("the day before last Friday", "2021-06-10"),
        ("from 2 p.m. Tuesday until 6 a.m. Wednesday", "2021-06-15..2021-06-16"),
        ("between Saturday night and the early hours of Sunday", "2021-06-12..2021-06-13"),
        ("next Friday", "2021-06-18"),
        ("Monday and Tuesday", "2021-06-14..2021-06-15"),
        ("from Thursday to Saturday", "2021-06-10..2021-06-12"),
        ("between Tuesday and Thursday", "2021-06-08..2021-06-10"),
        ("over the weekend", "2021-06-12..2021-06-13"),
        ("last weekend", "2021-06-12..2021-06-13"),
        ("the weekend of May 8", "2021-05-08"),
    ],
)
def test_weekdays(text, expected):
    assert days(resolve_time(text, WEDNESDAY)) == span(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("this week", "2021-06-14..2021-06-16"),
        ("last week", "2021-06-07..2021-06-13"),
        ("last month", "2021-05-01..2021-05-31"),
        ("earlier this month", "2021-06-01..2021-06-16"),
        ("this year", "2021-01-01..2021-06-16"),
        ("so far this year", "2021-01-01..2021-06-16"),
        ("last year", "2020-01-01..2020-12-31"),
        ("next month", "2021-07-01..2021-07-31"),
        ("last April", "2021-04-01..2021-04-30"),
        ("last June", "2020-06-01..2020-06-30"),
        ("last summer", "2020-06-01..2020-08-31"),
        ("this summer", "2021-06-01..2021-06-16"),
        ("the summer before last", "2019-06-01..2019-08-31"),
        ("the week before last", "2021-05-31..2021-06-06"),
        ("the year before last", "2019-01-01..2019-12-31"),
        ("the year to date", "2021-01-01..2021-06-16"),
        ("two years ago this month", "2019-06-01..2019-06-30"),
        ("November last year", "2020-11-01..2020-11-30"),
        ("on 3 February of this year", "2021-02-03"),
    ],
)
def test_calendar_units_around_publication(text, expected):
    assert days(resolve_time(text, WEDNESDAY)) == span(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("three days ago", "2021-06-13"),
        ("about two weeks ago", "2021-06-02"),
        ("5 MONTHS AGO", "2021-01-01..2021-01-31"),
        ("a year ago", "2020-06-01..2020-06-30"),
        ("four years ago", "2017-01-01..2017-12-31"),
        ("two and a half years ago", "2018-12-01..2018-12-31"),
        ("twelve years ago today", "2009-06-16"),
        ("two and a half years ago today", "2018-12-16"),
        ("half a century ago", "1971-01-01..1971-12-31"),
        ("more than three weeks ago", "..2021-05-26"),
        ("the past five months", "2021-01-16..2021-06-16"),
        ("over the past five months", "2021-01-16..2021-06-16"),
        ("in the last 24 hours", "2021-06-15..2021-06-16"),
        ("the last 48 hours", "2021-06-14..2021-06-16"),
        ("in the past year", "2020-06-16..2021-06-16"),
        ("the past couple of weeks", "2021-06-02..2021-06-16"),
        ("in a month", "2021-05-16..2021-06-16"),
        ("for a decade", "2011-06-16..2021-06-16"),
        ("the last month", "2021-05-16..2021-06-16"),
        ("for nine days", "2021-06-07..2021-06-16"),
        ("the eight-year conflict", "2013-06-16..2021-06-16"),
        ("a fourth day", "2021-06-13..2021-06-16"),
        ("in recent months", "..2021-06-16"),
        ("a two-week siege that ended on Sunday", "2021-05-30..2021-06-13"),
        ("12 months to April 2019", "2018-05-01..2019-04-30"),
        ("three years from mid-2011", "2011-07-01..2014-07-01"),
        ("during a seven-month campaign in 2018", "2018-01-01..2018-12-31"),
    ],
)
def test_lengths_of_time(text, expected):
    assert days(resolve_time(text, WEDNESDAY)) == span(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12 May", "2021-05-12"),
        ("MAY 12", "2021-05-12"),
        ("May 12, 2019", "2019-05-12"),
        ("the 12th of May 2019", "2019-05-12"),
        ("8 February", "2021-02-08"),
        ("23 NOV", "2020-11-23"),
        ("Sept. 9", "2020-09-09"),
        ("17 JUN", "2020-06-17"),
        ("on the 14th", "2021-06-14"),
        ("the 20th", "2021-05-20"),
        ("the night of 7 MAY", "2021-05-07"),
        ("Saturday, May 8", "2021-05-08"),
        ("yesterday, 15 June", "2021-06-15"),
        ("6 APRIL AT 1930", "2021-04-06"),
        ("29 February", "2020-02-29"),
        ("3 and 4 June", "2021-06-03..2021-06-04"),
        ("1, 2, AND 3 MARCH", "2021-03-01..2021-03-03"),
        ("28 February to 2 March", "2021-02-28..2021-03-02"),
        ("between 12 and 15 May", "2021-05-12..2021-05-15"),
        ("May 12-15, 2017", "2017-05-12..2017-05-15"),
        ("Christmas Day", "2020-12-25"),
        ("Good Friday", "2021-04-02"),
        ("May Day", "2021-05-01"),
        ("the Fourth of July", "2020-07-04"),
        ("Thanksgiving", "2020-11-26"),
        ("Memorial Day weekend", "2021-05-29..2021-05-31"),
        ("Easter weekend", "2021-04-02..2021-04-05"),
        ("Holy Week", "2021-03-28..2021-04-03"),
        ("around 2100 on 12 May", "2021-05-12"),
        ("FROM 2145 ON 3 MAY UNTIL 0130 4 MAY", "2021-05-03..2021-05-04"),
        ("the week of 12 May", "2021-05-10..2021-05-16"),
        ("the week beginning 12 May", "2021-05-12..2021-05-18"),
        ("the week ending 12 May", "2021-05-06..2021-05-12"),
        ("the second Sunday of May", "2021-05-09"),
        ("Easter Sunday 2016", "2016-03-27"),
        ("in August", "2020-08-01..2020-08-31"),
        ("April and May", "2021-04-01..2021-05-31"),
        ("one July evening", "2020-07-01..2020-07-31"),
        ("in early March", "2021-03-01..2021-03-10"),
        ("late November", "2020-11-21..2020-11-30"),
        ("the last days of May", "2021-05-25..2021-05-31"),
        ("the second week of April", "2021-04-08..2021-04-14"),
        ("spring", "2021-03-01..2021-05-31"),
    ],
)
def test_dates_without_a_year_are_the_most_recent(text, expected):
    assert days(resolve_time(text, WEDNESDAY)) == span(expected)


@pytest.mark.parametrize(
    ("text", "expected", "edtf"),
    [
        ("12 MAY 89", "1989-05-12", "1989-05-12"),
        ("3 JAN 04", "2004-01-03", "2004-01-03"),
        ("2018-07-09", "2018-07-09", "2018-07-09"),
        ("25/12/2016", "2016-12-25", "2016-12-25"),
        ("7 de abril de 2015", "2015-04-07", "2015-04-07"),
        ("July of 2011", "2011-07-01..2011-07-31", "2011-07"),
        ("2011-07", "2011-07-01..2011-07-31", "2011-07"),
        ("in 2017", "2017-01-01..2017-12-31", "2017"),
        ("in early 2017", "2017-01-01..2017-04-30", "2017-01/2017-04"),
        ("mid-2016", "2016-05-01..2016-08-31", "2016-05/2016-08"),
        ("the first half of 2012", "2012-01-01..2012-06-30", "2012-01/2012-06"),
        ("the first seven months of 2012", "2012-01-01..2012-07-31", "2012-01/2012-07"),
        ("the third quarter of 2012", "2012-07-01..2012-09-30", "2012-07/2012-09"),
        ("the last three months of 2012", "2012-10-01..2012-12-31", "2012-10/2012-12"),
        ("the first 19 days of March 2012", "2012-03-01..2012-03-19", "2012-03-01/2012-03-19"),
        ("summer of 2014", "2014-06-01..2014-08-31", "2014-22"),
        ("spring of 2014", "2014-03-01..2014-05-31", "2014-21"),
        ("the first three-and-a-half months of 2015", "2015-01-01..2015-04-15", "2015-01-01/2015-04-15"),
        ("the last Friday of March 2019", "2019-03-29", "2019-03-29"),
        ("Labor Day weekend 2019", "2019-08-31..2019-09-02", "2019-08-31/2019-09-02"),
        ("the Second World War", "1939-09-01..1945-09-02", "1939-09-01/1945-09-02"),
        ("9/11", "2001-09-11", "2001-09-11"),
        ("the late 19th century", "1867-01-01..1900-12-31", "1867/1900"),
        ("between 2012 and August of this year", "2012-01-01..", "2012-01-01/"),
        ("winter 2014", "2014-12-01..2015-02-28", "2014-24"),
        ("the 1980s", "1980-01-01..1989-12-31", "198X"),
        ("late 1990s", "1997-01-01..1999-12-31", "1997/1999"),
        ("the '70s", "1970-01-01..1979-12-31", "197X"),
        ("the 19th century", "1801-01-01..1900-12-31", "1801/1900"),
        ("from 2008 to 2012", "2008-01-01..2012-12-31", "2008/2012"),
        ("between 2006 and 2012", "2006-01-01..2012-12-31", "2006/2012"),
        ("2003-2009", "2003-01-01..2009-12-31", "2003/2009"),
        ("the 2014-15 winter", "2014-01-01..2015-12-31", "2014/2015"),
        ("between March and May 2011", "2011-03-01..2011-05-31", "2011-03/2011-05"),
        ("from November to February 2011", "2010-11-01..2011-02-28", "2010-11/2011-02"),
        ("between the start of 2015 and mid-October", "2015-01-01..2015-10-15", "2015-01-01/2015-10-15"),
        ("since 2014", "2014-01-01..", "2014-01-01/.."),
        ("by the end of 2016", "..2016-12-31", "/2016-12-31"),
        ("before 2016", "..2015-12-31", "/2015-12-31"),
    ],
)
def test_dates_with_a_year_need_no_publication_date(text, expected, edtf):
    assert days(resolve_time(text)) == span(expected)
    assert resolve_time(text).edtf == edtf


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("since 2014", "2014-01-01..2021-06-16"),
        ("since March", "2021-03-01..2021-06-16"),
        ("since mid-2013", "2013-07-01..2021-06-16"),
        ("since New Year", "2021-01-01..2021-06-16"),
        ("since the beginning of the new year", "2021-01-01..2021-06-16"),
        ("starting in the 1950s", "1950-01-01..2021-06-16"),
        ("which began in March", "2021-03-01..2021-06-16"),
        ("2014 onwards", "2014-01-01..2021-06-16"),
        ("from 2014 to the present", "2014-01-01..2021-06-16"),
        ("between 25 October and the signing of the truce", "2020-10-25..2021-06-16"),
        ("as of today", "..2021-06-16"),
        ("since the beginning of the year", "2021-01-01..2021-06-16"),
        ("since the weekend", "2021-06-12..2021-06-16"),
        ("SINCE THE TRUCE SIGNED ON 4 MAY", "2021-05-04..2021-06-16"),
        ("since the dam burst", "..2021-06-16"),
        ("so far in 2021", "2021-01-01..2021-06-16"),
        ("following the riot on Monday", "2021-06-14..2021-06-16"),
        ("till 20 May this year", "2021-01-01..2021-05-20"),
        ("the first six months of last year", "2020-01-01..2020-06-30"),
    ],
)
def test_open_ranges_end_at_publication(text, expected):
    assert days(resolve_time(text, WEDNESDAY)) == span(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a day earlier", "2020-03-09"),
        ("the day before", "2020-03-09"),
        ("the next day", "2020-03-11"),
        ("THE SAME DAY", "2020-03-10"),
        ("that evening", "2020-03-10"),
        ("two days later", "2020-03-12"),
        ("a week earlier", "2020-03-03"),
        ("the following month", "2020-04-01..2020-04-30"),
        ("that same month", "2020-03-01..2020-03-31"),
        ("the year before", "2019-01-01..2019-12-31"),
        ("May the following year", "2021-05-01..2021-05-31"),
        ("a decade earlier", "2010-01-01..2010-12-31"),
        ("since then", "2020-03-10..2021-06-16"),
        ("around 9:40 p.m.", "2020-03-10"),
        ("three days after 5 May 2018", "2018-05-08"),
    ],
)
def test_relative_to_another_date(text, expected):
    assert days(resolve_time(text, WEDNESDAY, reference=MARCH)) == span(expected)


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "30 February", "31 April", "32 May", "May 32", "February 30, 2016", "2017-13-01",
        "year 30,000", "in 30000",
        "12 May 30000", "May 30,000", "since the year 30,000", "summer of 30000", "in 1453", "12 May 1453",
        "xyzzy", "the ceasefire", "27th of Ramadan", "every week",
        "annually", "in a single day", "since 30 February",
        "several days after the wedding", "two months before the election", "the first week of the operation",
        "the same period last year", "5/6/2016", "9" * 500, "4 years " * 100, "９" * 9, "½ ² ③",
    ],
)  # fmt: skip
def test_nonsense_and_events_stay_unresolved(text):
    assert resolve_time(text, WEDNESDAY) == TimeValue()
    assert not resolve_time(text, WEDNESDAY).resolved


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("12 May", "XXXX-05-12"),
        ("Thursday, May 6", "XXXX-05-06"),
        ("Christmas", "XXXX-12-25"),
        ("until May", "XXXX/XXXX-05"),
        ("since 3 and 4 June", "XXXX-06-03/XXXX"),
        ("MARCH", "XXXX-03"),
        ("3 and 4 June", "XXXX-06-03/XXXX-06-04"),
        ("since 4 July", "XXXX-07-04/XXXX"),
        ("25 February last year", "XXXX-02-25"),
        ("Friday", None),
        ("yesterday", None),
        ("last month", None),
        ("two days later", None),
        ("10 p.m.", None),
        ("in the past week", None),
    ],
)
def test_without_any_date_to_start_from(text, edtf):
    assert resolve_time(text) == TimeValue(None, None, edtf)


def test_passage_gives_dateline_and_reference():
    passage = "QUITO, 21 MAR 88 (XYZ) -- [TEXT] ON 18 MARCH GUNMEN FIRED AT A BUS. TWO DAYS LATER A BOMB WENT OFF."
    assert days(resolve_time("18 MARCH", context=passage)) == ("1988-03-18",) * 2
    assert days(resolve_time("TWO DAYS LATER", context=passage)) == ("1988-03-20",) * 2
    late = "A fire broke out around 4 a.m., police said. It was put out on Sunday."
    assert days(resolve_time("around 4 a.m.", WEDNESDAY, context=late)) == ("2021-06-13",) * 2
    undated = "The blast was on Friday. Five more died the same day."
    assert resolve_time("the same day", context=undated) == TimeValue()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("LA PAZ, 8 FEB 89 -- [TEXT] TODAY", date(1989, 2, 8)),
        ("Big fire in the port\nOSLO (NORWAY), 30 SEP 91 (ABC) -- [TEXT] TODAY", date(1991, 9, 30)),
        ("KABUL, May 12, 2019 (XYZ) - A bomb", date(2019, 5, 12)),
        ("LA PAZ, NO DATE (ABC) -- [TEXT] ON 3 MARCH 1989", None),
        ("LA PAZ, 12 NOV (EFE) -- [TEXT]", None),
        ("KABUL (XYZ) - A bomb went off on 5 May 2019 - the third", None),
        ("The men, who on Friday, 3 May 2019 (a holiday) left home, were found.", None),
        ("", None),
    ],
)
def test_dateline(text, expected):
    assert document_date(text) == expected


def test_datetimes_count_as_their_day():
    assert days(resolve_time("yesterday", datetime(2021, 6, 16, 23, 59))) == ("2021-06-15",) * 2


def test_values_are_frozen():
    with pytest.raises(AttributeError):
        resolve_time("2014").earliest = None  # type: ignore[misc]


def test_dateparser_is_not_imported_until_needed():
    code = "import sys, claimx.normalize.times as t; t.resolve_time('May 5, 2019'); print('dateparser' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout == "False\n"
