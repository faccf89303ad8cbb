"""Spans of time for people."""


def span_of_time(seconds: float) -> str:
    """``0:03:20``, or ``2 d 4:00:00`` where it takes days."""
    minutes, second = divmod(round(seconds), 60)
    hours, minute = divmod(minutes, 60)
    days, hour = divmod(hours, 24)
    clock = f"{hour}:{minute:02}:{second:02}"
    return f"{days} d {clock}" if days else clock
