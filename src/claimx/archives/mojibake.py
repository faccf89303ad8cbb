"""Mojibake, UTF-8 that was once read as another encoding, repaired by ftfy."""

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ftfy import TextFixerConfig


def without_mojibake(text: str) -> str:
    """The text with mojibake repaired; a text without any stays as it is, character by character."""
    suspect = _suspect()
    if suspect.search(text) is None:
        return text
    from ftfy import fix_encoding

    # Line by line: one article may quote another that came by another way.
    lines = text.split("\n")
    return "\n".join(fix_encoding(line, _config()) if suspect.search(line) else line for line in lines)


@cache
def _config() -> "TextFixerConfig":
    from ftfy import TextFixerConfig

    # The two steps left out guess at what was lost; they might alter a text that nothing is wrong with.
    return TextFixerConfig(restore_byte_a0=False, replace_lossy_sequences=False, explain=False)


@cache
def _suspect() -> re.Pattern[str]:
    """What every mojibake that ftfy repairs holds, and few other texts do; ftfy looks 100 times as long at a text.

    A byte that starts a UTF-8 sequence, then one that goes on with it, each as one of the encodings reads it; or a
    control character of those that Windows has quotes and dashes for.
    """
    from ftfy.chardata import CHARMAP_ENCODINGS

    starts = "".join({_read(byte, name) for byte in range(0xC0, 0xF5) for name in CHARMAP_ENCODINGS})
    others = "".join({_read(byte, name) for byte in range(0x80, 0xC0) for name in CHARMAP_ENCODINGS})
    return re.compile(f"[{re.escape(starts)}\x80-\x9f](?:[{re.escape(others)}]|(?<=[\x80-\x9f]))")


def _read(byte: int, encoding: str) -> str:
    return bytes([byte]).decode(encoding, "ignore")
