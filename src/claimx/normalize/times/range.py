"""Ranges: "since 2014", "from 2008 to 2012", "between 12 and 15 May", "by the end of 2016", and lists."""

from datetime import date

from claimx.normalize.times.anchor import Anchor
from claimx.normalize.times.arithmetic import days_after
from claimx.normalize.times.clock import skip_clock
from claimx.normalize.times.point import read_point, share_year, skip_daytime
from claimx.normalize.times.span import IMPOSSIBLE, UNKNOWN, Match, Span, Unit, edtf_of, hull, until
from claimx.normalize.times.tokens import Tokens, skip, take, word_at
from claimx.normalize.times.words import DAYPARTS, FILLERS

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
        return None
    match = _first_date(tokens, after, anchor)
    if match is None and word_at(tokens, i) == "since":
        return Match(until(anchor.published), len(tokens))
    if match is None or (match.span.duration and word_at(tokens, i) != "since"):
        return None
    return Match(_from(match.span, anchor.published), match.end)


def _from(span: Span, published: date | None) -> Span:
    """From the start of ``span`` (from its turn: "since mid-2013") to publication."""
    start = span.turn or span.earliest
    if span is IMPOSSIBLE:
        return span
    if start is None:
        return Span(edtf=f"{span.edtf}/.." if span.edtf else None) if span.in_year else until(published)
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
    left = read_point(tokens, i + 1, anchor)
    left = left or read_point(tokens, skip(tokens, i + 1, {"about", "around", "the"}), anchor)
    if left is None or left.span.duration:
        return None
    joint = skip(tokens, skip_daytime(tokens, left.end), {","})
    right = None
    if word_at(tokens, joint) in (_TO if word == "from" else {"and", "to", "-", "–"}):
        right = read_point(tokens, skip(tokens, joint + 1, {"to", "at", "about"}), anchor)
    if right is None:
        onward = word_at(tokens, left.end) in ("on", "onward", "onwards")
        if onward or (word == "from" and left.end == len(tokens)):
            return Match(_from(left.span, anchor.published), left.end + onward)
        return left
    return Match(_over(left.span, right.span), right.end)


def _over(left: Span, right: Span) -> Span:
    """From the start of ``left`` to the end of ``right``."""
    left, right = share_year(left, right)
    start, end = left.turn or left.earliest, right.turn or right.latest
    if start is None or end is None:
        both = left.in_year and right.in_year and left.edtf and right.edtf
        return Span(edtf=f"{left.edtf}/{right.edtf}" if both else None)
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
        if words[0] in ("by", "as") and match.span.unit == Unit.DAY and not match.span.calendar:
            return match  # "by yesterday evening 12 had died" is told of that day
        end = match.span.turn or match.span.latest
        if end is None:
            return Match(Span(edtf=f"/{match.span.edtf}" if match.span.in_year else None), match.end)
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
        spans.append(match.span)
        end = match.end


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
        return Span(edtf=f"{spans[0].edtf}/{spans[-1].edtf}")
    if not both:
        return max(spans, key=lambda s: (s.earliest is not None, s.latest is not None, s.edtf is not None))
    earliest = max(s.earliest for s in both if s.earliest)
    latest = min(s.latest for s in both if s.latest)
    if earliest <= latest:
        return min(both, key=lambda s: (s.latest or date.max) - (s.earliest or date.min))
    return hull(both)
