"""URLs and local paths, told apart."""

import re

# Two letters at least: C:\ is a drive of Windows.
_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+(://|::)")


def is_url(path: str) -> bool:
    """Whether it is a URL, which fsspec opens, rather than a local path."""
    return _URL.match(path) is not None
