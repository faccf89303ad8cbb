"""Whether bytes are a text of Western Europe in Windows-1252, by far the most frequent encoding after UTF-8.

In a text of few letters beyond ASCII, as English news is, a statistical guess cannot tell "Peña" (Windows-1252) from
"Peńa" (Windows-1250). What can be told is where such letters stand: other alphabets have many in a row, and other
Latin ones turn into signs in the middle of words ("zginê³o").
"""

import re

_LETTERS = "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜŒßàáâãäåæçèéêëìíîïñòóôõöøùúûüœÿ"
_SIGNS = "‘’“”–—…«»¡¿€£§°ºª·¼½¾²³©®™†•\u00a0\u00ad"
_ALL = re.compile(f"[\x00-\x7f{_LETTERS}{_SIGNS}]*")
# Three in a row; a sign inside a word, other than an apostrophe, a dash or the like; a power of no unit.
_ODD = re.compile(f"[{_LETTERS}]{{3}}|[A-Za-z{_LETTERS}][¡¿€£§°ºª¼½¾©†][A-Za-z{_LETTERS}]|[^\\Wm\\d][²³]")


def is_western(raw: bytes) -> bool:
    """Whether they read as such a text."""
    try:
        text = raw.decode("cp1252")
    except UnicodeDecodeError:
        return False
    return _ALL.fullmatch(text) is not None and _ODD.search(text) is None
