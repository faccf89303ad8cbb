"""Repairs of a text that was decoded wrongly before it came into the archive."""

import re

from claimx.archives.faults import UnreadableRecord
from claimx.archives.mojibake import without_mojibake

_SURROGATES = re.compile("[\ud800-\udfff]")


def repaired(text: str) -> tuple[str, list[str]]:
    """Repair mojibake, lone surrogates and NULs; a text that has none of them stays as it is, character by character.

    Returns:
        The text, and what was done to it.

    Raises:
        UnreadableRecord: it is full of NULs: no text, or one in another encoding.
    """
    repairs = []
    nulls = text.count("\0")
    if nulls:
        if nulls * 10 > len(text):
            raise UnreadableRecord("more than a tenth of it are NUL characters: not a text")
        text = text.replace("\0", " ")
        repairs.append(f"{nulls} NUL characters replaced by spaces")
    if text.isascii():
        return text, repairs
    text, lone = _SURROGATES.subn("\ufffd", text)
    if lone:
        repairs.append(f"{lone} lone surrogates replaced")
    mended = without_mojibake(text)
    if mended != text:
        repairs.append("mojibake repaired")
        text, lone = _SURROGATES.subn("\ufffd", mended)
    return text, repairs
