"""Properties of the time normaliser, over any date, any format and any text."""

import calendar
import re
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from claimx.normalize.times import TimeValue, document_date, resolve_time

MONTHS = calendar.month_name[1:]

FORMATS = (
    "{d} {month} {y}", "{month} {d}, {y}", "{MONTH} {d} {y}", "the {d}{th} of {month}, {y}", "{month} {d}{th}, {y}",
    "{y}-{m:02}-{d:02}", "{y}/{m:02}/{d:02}", "{d}-{abbr}-{y}", "{d} {abbr}. {y}", "{d:02} {ABBR} {y}",
    "{y} {month} {d}", "on {weekday}, {month} {d}, {y}", "{weekday} {d} {month} {y}", "{month} the {d}{th}, {y}",
    "about 3:15 p.m. on {d} {month} {y}", "at 2130 on {d} {month} {y}", "the night of {month} {d}, {y}",
)  # fmt: skip


def written(day: date, form: str) -> str:
    month = MONTHS[day.month - 1]
    ending = {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th") if day.day not in (11, 12, 13) else "th"
    weekday = calendar.day_name[day.weekday()]
    return form.format(
        d=day.day, m=day.month, y=day.year, month=month, MONTH=month.upper(), abbr=month[:3], ABBR=month[:3].upper(),
        th=ending, weekday=weekday,
    )  # fmt: skip


DIGIT_FORMATS = ("{d}/{m}/{y}", "{m}/{d}/{y}", "{d:02}.{m:02}.{y}")
STATED = ("{d} {month} {y}", "{month} {d}, {y}", "{y}-{m:02}-{d}", "since {d} {month} {y}")
YEARS = ("in {}", "{}", "12 May {}", "May {}", "since {}", "year {:,}", "{}s")

news_dates = st.dates(date(1900, 1, 1), date(2099, 12, 31))
any_published = st.none() | news_dates


@given(news_dates, st.sampled_from(FORMATS), any_published)
@settings(max_examples=600, deadline=None)
def test_a_date_parses_back_however_it_is_written_and_whenever_it_is_read(day, form, published):
    value = resolve_time(written(day, form), published)
    assert (value.earliest, value.latest, value.edtf) == (day, day, day.isoformat())


@given(news_dates.filter(lambda day: day.day > 12), st.sampled_from(DIGIT_FORMATS))
@settings(max_examples=30, deadline=None)
def test_a_date_in_digits_that_can_be_read_one_way_parses_back(day, form):
    assert resolve_time(written(day, form)).earliest == day


@given(news_dates, st.sampled_from(["{d} {month}", "{month} {d}", "{MONTH} {d}", "the {d}{th} of {month}"]), st.data())
@settings(max_examples=200, deadline=None)
def test_a_date_without_its_year_parses_back_for_a_year(day, form, data):
    published = day + timedelta(days=data.draw(st.integers(0, 364)))
    value = resolve_time(written(day, form), published)
    assert (value.earliest, value.latest) == (day, day)
    assert resolve_time(written(day, form)) == TimeValue(None, None, f"XXXX-{day:%m-%d}")


@given(news_dates, st.integers(0, 6))
@settings(deadline=None)
def test_a_weekday_is_the_last_one_until_publication(published, ago):
    day = published - timedelta(days=ago)
    for form in ("{}", "on {}", "{} night", "the early hours of {}", "late {}"):
        assert resolve_time(form.format(calendar.day_name[day.weekday()]), published).earliest == day


@given(news_dates, news_dates, st.sampled_from(["between {} and {}", "from {} to {}", "{} to {}", "{} until {}"]))
@settings(deadline=None)
def test_any_two_dates_make_a_range(a, b, form):
    first, last = sorted((a, b))
    texts = (written(day, "{d} {month} {y}") for day in (first, last))
    value = resolve_time(form.format(*texts))
    assert (value.earliest, value.latest) == (first, last)


@given(news_dates, news_dates)
@settings(deadline=None)
def test_since_runs_to_publication(a, b):
    first, published = sorted((a, b))
    value = resolve_time("since " + written(first, "{month} {d}, {y}"), published)
    assert (value.earliest, value.latest) == (first, published)


@given(st.dates(date(1969, 1, 1), date(2068, 12, 31)))
def test_wire_datelines_parse_back(day):
    assert document_date(f"LIMA, {day.day} {MONTHS[day.month - 1][:3].upper()} {day:%y} (ABC) -- X") == day


missing_days = st.tuples(st.integers(1, 12), st.integers(1900, 2099)).flatmap(
    lambda month: st.tuples(st.integers(calendar.monthrange(month[1], month[0])[1] + 1, 99), st.just(month))
)


@given(missing_days, st.sampled_from(STATED))
@settings(deadline=None)
def test_a_day_that_its_month_lacks_is_unresolved(missing, form):
    day, (month, year) = missing
    text = form.format(d=day, m=month, y=year, month=MONTHS[month - 1])
    assert resolve_time(text, date(2021, 6, 16)) == TimeValue()


@given(st.integers(2500, 10**9), st.sampled_from(YEARS))
@settings(deadline=None)
def test_a_year_that_is_none_is_unresolved(year, form):
    assert resolve_time(form.format(year), date(2021, 6, 16)) == TimeValue()


WORDS = (
    "since from to between and by the last past early mid late end of first half months days years ago week "
    "2014 12 May MAY March Friday 3rd 30,000 1980s later earlier same next until before after so far weekend "
    "yesterday summer night 9 p.m. , - ( ' Easter century 99 0600 at in decade few two half starting onwards on"
)
expressions = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(WORDS.split()), max_size=9).map(" ".join))

# The Library of Congress's EDTF as far as it is used here: level 1 intervals, seasons, "~" and "X"; level 2 "XXXX-05".
_DATE = r"(?:\d{4}|\d{3}X|XXXX)(?:-\d\d(?:-\d\d)?)?"
_EDTF = re.compile(rf"{_DATE}~?|{_DATE}/{_DATE}|\d[\d-]*/(?:\.\.)?|/\d[\d-]*")


@settings(max_examples=1000, deadline=None)
@given(expressions, st.none() | st.dates(), st.none() | st.dates(), st.none() | expressions)
def test_any_text_gives_an_ordered_span_and_valid_edtf(text, published, reference, context):
    value = resolve_time(text, published, reference, context)
    assert value.earliest is None or value.latest is None or value.earliest <= value.latest
    assert value.edtf is not None or (value.earliest is None and value.latest is None)
    assert value.edtf is None or _EDTF.fullmatch(value.edtf), value.edtf
    assert value == resolve_time(text, published, reference, context)
    document_date(text)
