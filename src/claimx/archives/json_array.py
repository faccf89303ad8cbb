"""The elements of a JSON array, split before they are decoded and parsed.

A parser of streams stops at the first error, holds an element whatever its size, and reads UTF-8 only. Brackets, commas
and quotes are ASCII in whatever encoding; so the bytes between the commas are found first, and one element that is no
JSON, or not UTF-8, spoils no other.
"""

import re
from collections.abc import Iterable, Iterator

from claimx.archives.faults import DamagedFile
from claimx.archives.held import Held, TooLong
from claimx.archives.lines import as_utf8

_SPACE = re.compile(rb"[ \t\r\n]*+")
_TOKEN = re.compile(rb'["\[\]{},]')
# To the end of the string, or to a backslash that the chunk ends with.
_STRING = re.compile(rb'[^"\\]*+(?:\\.[^"\\]*+)*+', re.DOTALL)
_QUOTE, _OPEN = b'"['


def elements_of(chunks: Iterable[bytes], longest: int) -> Iterator[bytes | TooLong]:
    """Yield the bytes of each element; of several arrays after one another, those of each.

    Args:
        chunks: the bytes of the file, which begins with the array.
        longest: most bytes of an element to hold in memory.

    Raises:
        DamagedFile: from ``chunks``; or the array is not closed, or followed by something else. The element that the
            damage cut is not yielded.
    """
    held = Held(longest)
    depth = number = 0
    in_string = escaped = False
    for chunk in as_utf8(chunks):
        start = 0
        at, escaped = int(escaped), False
        while at < len(chunk):
            if in_string:
                at = _end(_STRING, chunk, at)
                if at == len(chunk):
                    break
                in_string = escaped = chunk[at] != _QUOTE
                at += 1
            elif not depth:
                at = _end(_SPACE, chunk, at)
                if at == len(chunk):
                    break
                if chunk[at] != _OPEN:
                    raise DamagedFile(f"what comes after the array of {number} elements is none")
                depth = 1
                start = at = at + 1
            else:
                token = _TOKEN.search(chunk, at)
                if token is None:
                    break
                at = token.end()
                sign = token[0]
                in_string = sign == b'"'
                depth += (sign in b"[{") - (sign in b"]}")
                if not depth or (depth == 1 and sign == b","):
                    held.add(chunk[start : token.start()])
                    start = at
                    element = held.take()
                    # None in "[]", nor behind the last comma of "[1, 2, ]".
                    if depth or isinstance(element, TooLong) or element.strip():
                        yield element
                        number += 1
        if depth:
            held.add(chunk[start:])
    if depth:
        raise DamagedFile(f"the array is not closed: what comes after {number} elements is cut short or not JSON")


def _end(pattern: re.Pattern[bytes], chunk: bytes, at: int) -> int:
    found = pattern.match(chunk, at)
    return found.end() if found else at
