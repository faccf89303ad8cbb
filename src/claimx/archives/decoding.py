"""Bytes to text: UTF-8 wherever it is UTF-8; whatever else they are read as is said."""

import codecs
import re
from functools import lru_cache

from claimx.archives.lines import byte_order
from claimx.archives.western import is_western

# Only encodings that keep ASCII as it is: the markup and punctuation around a text have been read already.
_GUESSES = "cp1250 cp1251 cp1253 cp1254 cp1255 cp1256 koi8_r gb18030 big5 shift_jis euc_jp euc_kr".split()
_OTHERS = (
    "cp1252 cp1257 cp1258 iso8859_2 iso8859_5 iso8859_6 iso8859_7 iso8859_8 iso8859_15 koi8_u mac_roman cp874 tis_620"
).split()
# What the web means by a name, as its standard (https://encoding.spec.whatwg.org) has it.
_MEANT = {"ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030"}
_DECLARABLE = {codecs.lookup(name).name for name in (*_GUESSES, *_OTHERS)}
_SAMPLE = 32_768
_SIGN = re.compile(r"[^\W\d_][¡¿€£§°ºª¼½¾©®†¤¦¨¬¯´¶¸±¹²³][^\W\d_]")
_NOT_ASCII = re.compile(rb"[\x80-\xff]")


def decoded(raw: bytes, declared: str | None = None) -> tuple[str, str | None]:
    """Decode the bytes of a text.

    Args:
        raw: its bytes.
        declared: the encoding that its file or server declares, tried where the bytes are not UTF-8.

    Returns:
        The text, and what was done to read it where it is not UTF-8, else None.
    """
    marked = byte_order(raw)
    if marked is not None:
        return _replacing(raw, marked)
    raw = raw.removeprefix(codecs.BOM_UTF8)
    try:
        return raw.decode("utf-8"), None
    except UnicodeDecodeError:
        pass
    mostly = _mostly_utf8(raw)
    if mostly is not None:
        return mostly
    name = _meant(declared) if declared else None
    if name:
        try:
            return raw.decode(name), f"not UTF-8: read as {name}, as it declares"
        except UnicodeDecodeError:
            pass
    guess = _guess(raw)
    if guess:
        try:
            return raw.decode(guess), f"not UTF-8: read as {guess}"
        except UnicodeDecodeError:
            pass
    return raw.decode("utf-8", "replace"), "not UTF-8, nor any other encoding known: broken bytes replaced"


def _replacing(raw: bytes, encoding: str) -> tuple[str, str | None]:
    try:
        return raw.decode(encoding), None
    except UnicodeDecodeError:
        return raw.decode(encoding, "replace"), f"broken {encoding.upper()}: bytes replaced"


def _mostly_utf8(raw: bytes) -> tuple[str, str] | None:
    """UTF-8 with some broken bytes: other encodings hardly ever hold a valid sequence, so that a few tell it."""
    text = raw.decode("utf-8", "replace")
    broken = text.count("\ufffd") - raw.count(b"\xef\xbf\xbd")
    whole = sum(map(len, re.findall("[^\x00-\x7f\ufffd]+", text)))
    if broken > 0 and whole >= 3 * broken:
        return text, f"broken UTF-8: {broken} bytes replaced"
    return None


@lru_cache(maxsize=256)
def _meant(declared: str) -> str | None:
    try:
        name = codecs.lookup(declared.strip()).name
    except (LookupError, ValueError):
        return None
    name = _MEANT.get(name, name)
    return name if name in _DECLARABLE else None


def _guess(raw: bytes) -> str | None:
    if is_western(raw):
        return "cp1252"
    from charset_normalizer import from_bytes

    first = _NOT_ASCII.search(raw)
    start = max(0, first.start() - _SAMPLE // 2) if first else 0
    found = list(from_bytes(raw[start : start + _SAMPLE], cp_isolation=list(_GUESSES), enable_fallback=False))
    # Best first; but one that has signs in the middle of words is worse than the next that has not.
    return next((match.encoding for match in [*(m for m in found if not _SIGN.search(str(m))), *found]), None)
