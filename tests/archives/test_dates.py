from datetime import date, datetime

import pytest

from claimx.archives.dates import read_date

DAY = date(2019, 5, 31)


@pytest.mark.parametrize(
    "value",
    [
        DAY,
        datetime(2019, 5, 31, 23, 59),
        "2019-05-31",
        " 2019-05-31 ",
        "2019-05-31T10:00:00Z",
        "2019-05-31T23:30:00-05:00",
        "2019-05-31 10:00:00.000",
        "2019-05-31 10:00:00 +0000",
        "2019-05-31 10:00:00 UTC",
        "2019/05/31",
        "2019.5.31",
        "2019/05/31 10:00",
        "20190531",
        20190531,
        20190531.0,
        "20190531100000",
        201905311000,
        1559296800,
        "1559296800",
        1559296800.25,
        1559296800000,
        1559296800000000,
        "Fri, 31 May 2019 10:00:00 GMT",
        "Fri, 31 May 2019 10:00:00 +0200",
        "31 May 2019",
        "May 31, 2019",
        "May 31, 2019 at 10:00 a.m.",
        "Friday, May 31st 2019, 10:00 AM EDT",
        "10:00 GMT, 31 May 2019",
        "31/05/2019",
        "05/31/2019 10:00",
        "31.05.2019",
        "31 de mayo de 2019",
        "31 mai 2019 à".removesuffix(" à"),
    ],
)
def test_dates_that_are_told(value):
    assert read_date(value) == (DAY, None)


@pytest.mark.parametrize("value", [None, float("nan"), "", "  ", "NaN", "nan", "null", "None", "NaT", "N/A"])
def test_no_date_is_none(value):
    assert read_date(value) == (None, None)


@pytest.mark.parametrize(
    "value",
    [
        "foo",
        "5/6/2019",  # May or June
        "yesterday",
        "May 2019",
        "2019",
        2019,
        0,
        -1559296800,
        12345,
        2019053110,  # a year, month, day and hour, or a second in 2033
        "2019-02-30",
        "20190230",
        "0001-01-01",
        "9999-12-31",
        float("inf"),
        1e300,
        True,
        {"year": 2019},
        [None],
        "x" * 100_000,
        "31 May 2019 or 1 June 2019",
        b"x",
    ],
)
def test_dates_that_cannot_be_read(value):
    day, wrong = read_date(value)
    assert day is None and wrong.startswith("the date '") and wrong.endswith("' cannot be read") and len(wrong) < 100
