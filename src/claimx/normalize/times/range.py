"""Ranges: "since 2014", "from 2008 to 2012", "between 12 and 15 May", "by the end of 2016", and lists."""

from datetime import date

from claimx.normalize.times.anchor import Anchor
from claimx.normalize.times.arithmetic import days_after
from claimx.normalize.times.clock import skip_clock
from claimx.normalize.times.point import read_point, share_year, skip_daytime
from claimx.normalize.times.span import (
    IMPOSSIBLE,
    SOME_YEAR,
    UNKNOWN,
    Match,
    Span,
    Unit,
    edtf_between,
    edtf_of,
    hull,
    until,
)
from claimx.normalize.times.tokens import Tokens, skip, take, word_at
from claimx.normalize.times.words import DAYPARTS, FILLERS, HEDGES

_TO = frozenset({"to", "until", "till", "through", "thru", "-", "–", "—", "up"})
_LIST = frozenset({",", "and", "or", "&"})
_UNTIL = (("by",), ("until",), ("till",), ("up", "to"), ("up", "until"), ("as", "of"), ("as", "at"))


def read_range(tokens: Tokens, i: int, anchor: Anchor) -> Match | None:
    """The range, list or single date at place ``i``, or None."""
    return (
        _read_since(tokens, i, anchor)
        or _read_between(tokens, i, anchor)
        or _read_until(tokens, i, anchor)
        or _read_side(tokens, i, anchor)
        or _read_joined(tokens, i, anchor)
    )


def _read_since(tokens: Tokens, i: int, anchor: Anchor) -> Match | None:
    """Read "since 2014", "since the ceasefire of 3 May", "so far this year", "since the war began"."""
    after = take(tokens, i, "so", "far") or take(tokens, i, "thus", "far") or take(tokens, i, "to", "date")
    if after is None and word_at(tokens, i) == "since":
        after = i + 1
    if after is None:
        return _read_beginning(tokens, i, anchor)
    match = _first_date(tokens, after, anchor)
    if match is None and word_at(tokens, i) == "since":
        day = anchor.published or anchor.before.day
        if after < skip(tokens, skip_daytime(tokens, skip(tokens, after, HEDGES)), FILLERS) == len(tokens) and day:
            return Match(Span(day, anchor.published, edtf_of(day, anchor.published)), len(tokens))  # "since dawn"
        # "since 30000": a year that there is not.
        named = any(token.word not in FILLERS | {"year"} and not token.word.isdecimal() for token in tokens[after:])
        return Match(until(anchor.published) if named or after == len(tokens) else UNKNOWN, len(tokens))
    if match is None or (match.span.duration and word_at(tokens, i) != "since"):
        return None
    return Match(_from(match.span, anchor.published), match.end)


def _read_beginning(tokens: Tokens, i: int, anchor: Anchor) -> Match | None:
    """Read "starting in the 1950s", "which began on 3 May": from that date on."""
    if word_at(tokens, i) not in ("starting", "beginning", "began", "begun"):
        return None
    match = read_point(tokens, skip(tokens, i + 1, {"in", "on", "from", "about", "around", "the"}), anchor)
    if match is None or match.span.duration:
        return None
    return Match(_from(match.span, anchor.published), match.end)


def _from(span: Span, published: date | None) -> Span:
    """From the start of ``span`` (from its turn: "since mid-2013") to publication."""
    start = span.turn or span.earliest
    if span is IMPOSSIBLE:
        return span
    if start is None:
        return Span(edtf=edtf_between(span.edtf, SOME_YEAR)) if span.in_year else until(published)
    if published and start > published:
        return UNKNOWN
    return Span(start, published, edtf_of(start, published))


def _first_date(tokens: Tokens, i: int, anchor: Anchor) -> Match | None:
    """The first date at or after ``i``, past the words of a clause ("since the war began in 2011")."""
    for j in range(i, len(tokens)):
        match = read_point(tokens, j, anchor)
        if match and (j == i or not match.span.duration) and (match.span.dated or match.span.in_year or j == i):
            return match
    return None


def _read_between(tokens: Tokens, i: int, anchor: Anchor) -> Match | None:
    """Read "between 2006 and 2012", "from 1 May to 3 June", "from 2013 on"."""
    word = word_at(tokens, i)
    if word not in ("between", "from"):
        return None
    left = _read_end(tokens, i + 1, anchor, {"about", "around", "the"})
    if left is None or left.span.duration:
        return None
    joint = skip(tokens, skip_daytime(tokens, left.end), {","})
    right = None
    joined = word_at(tokens, joint) in (_TO if word == "from" else {"and", "to", "-", "–"})
    if joined:
        right = _read_end(tokens, joint + 1, anchor, {"to", "at", "about"})
    if right is None:
        told = skip(tokens, skip_daytime(tokens, skip(tokens, joint + 1, FILLERS)), FILLERS)
        if joined and word == "between" and told < len(tokens) and not word_at(tokens, told).isdecimal():
            return Match(_from(left.span, anchor.published), len(tokens))  # "and the signing of the truce"
        onward = word_at(tokens, left.end) in ("on", "onward", "onwards")
        if onward or (word == "from" and left.end == len(tokens)):
            return Match(_from(left.span, anchor.published), left.end + onward)
        return left
    return Match(_over(left.span, right.span), right.end)


def _read_end(tokens: Tokens, i: int, anchor: Anchor, passed: set[str]) -> Match | None:
    """The date at one end of a range, past its time of day ("2200 on 3 May") and the words ``passed``."""
    dated = skip(tokens, skip_daytime(tokens, i), {"on", ","})
    match = read_point(tokens, dated, anchor) if dated > i else read_point(tokens, i, anchor)
    match = match or read_point(tokens, skip(tokens, i, passed), anchor)
    return match or read_point(tokens, skip(tokens, i, FILLERS | DAYPARTS), anchor)  # "the early hours of Sunday"


def _over(left: Span, right: Span) -> Span:
    """From the start of ``left`` to the end of ``right``."""
    left, right = share_year(left, right)
    start, end = left.turn or left.earliest, right.turn or right.latest
    if start is None:
        return Span(edtf=None if end else edtf_between(left.edtf, right.edtf))
    if end is None:  # it has an end, and we cannot know it
        return Span(start, None, f"{start.isoformat()}/")
    return Span(start, end, edtf_of(start, end)) if start <= end else UNKNOWN


def _read_until(tokens: Tokens, i: int, anchor: Anchor) -> Match | None:
    """Read "by the end of 2016", "until March", "as of 21 July"; "till 15 June this year" has a start too."""
    for words in _UNTIL:
        after = take(tokens, i, *words)
        if after is None:
            continue
        match = _first_date(tokens, after, anchor)
        if match is None or match.span.duration:
            return None
        if words[0] == "by" and match.span.unit == Unit.DAY and not match.span.calendar:
            return match  # "by yesterday evening 12 had died" is told of that day
        end = match.span.turn or match.span.latest
        if end is None:
            return Match(Span(edtf=edtf_between(SOME_YEAR, match.span.edtf) if match.span.in_year else None), match.end)
        this_year = any(take(tokens, j, "this", "year") for j in range(after, match.end))
        return Match(until(end, date(end.year, 1, 1) if this_year else None), match.end)
    return None


def _read_side(tokens: Tokens, i: int, anchor: Anchor) -> Match | None:
    """Read "before 2016", "after 3 May", "following the attack on Wednesday"; a mere event has no date."""
    word = word_at(tokens, i)
    if word not in ("after", "following", "before", "prior"):
        return None
    if word_at(tokens, i + 1) in DAYPARTS or skip_clock(tokens, i + 1):
        return None
    match = _first_date(tokens, i + 1, anchor)
    if match is None or match.span.duration:
        return Match(UNKNOWN, len(tokens)) if skip(tokens, i + 1, FILLERS) < len(tokens) else None
    if word not in ("before", "prior"):
        return Match(_from(match.span, anchor.published), match.end)
    return Match(until(days_after(match.span.earliest, -1)) if match.span.earliest else UNKNOWN, match.end)


def _read_joined(tokens: Tokens, i: int, anchor: Anchor) -> Match | None:
    """One date, or several joined by "and", "or", "to", a comma or a dash."""
    match = read_point(tokens, i, anchor)
    if match is None:
        return None
    spans, end, ranged = [match.span], match.end, False
    if word_at(tokens, end) in ("onward", "onwards"):
        return Match(_from(match.span, anchor.published), end + 1)
    while True:
        j = skip_daytime(tokens, end)
        joint = skip(tokens, j, _LIST | _TO)
        ranged = ranged or any(token.word in _TO for token in tokens[j:joint])
        match = None
        if joint > j:
            match = read_point(tokens, joint, anchor)
            match = match or read_point(tokens, skip(tokens, joint, {"on", "in", "early", "late"}), anchor)
        if match is None or match.span.duration or spans[-1].duration:
            return Match(_joined(spans, ranged), end)
        if _restates(spans[-1], match.span, [token.word for token in tokens[j:joint]]):
            spans.pop()
        spans.append(match.span)
        end = match.end


def _restates(told: Span, named: Span, joint: list[str]) -> bool:
    """Whether ``named`` only says which day ``told`` is: "today, 15 May"."""
    days = told.unit == named.unit == Unit.DAY and told.dated
    return days and joint == [","] and named.calendar and not told.calendar


def _joined(spans: list[Span], ranged: bool) -> Span:
    if len(spans) == 1:
        return spans[0]
    for k in range(len(spans) - 1, 0, -1):
        spans[k - 1], spans[k] = share_year(spans[k - 1], spans[k])
    if ranged:
        return _over(spans[0], spans[-1])
    return agreed(spans)


def agreed(spans: list[Span]) -> Span:
    """The narrower of dates that overlap ("yesterday, 13 November"), the hull of those that do not."""
    if IMPOSSIBLE in spans:
        return IMPOSSIBLE
    both = [s for s in spans if s.earliest and s.latest]
    if not both and all(s.in_year and s.edtf for s in spans) and spans[0].edtf != spans[-1].edtf:
        return Span(edtf=edtf_between(spans[0].edtf, spans[-1].edtf))
    if not both:
        return max(spans, key=lambda s: (s.earliest is not None, s.latest is not None, s.edtf is not None))
    earliest = max(s.earliest for s in both if s.earliest)
    latest = min(s.latest for s in both if s.latest)
    if earliest <= latest:
        return min(both, key=lambda s: (s.latest or date.max) - (s.earliest or date.min))
    return hull(both)
