"""Which sentence a token stands in, told by punctuation: how far a role lies from its claim is counted in sentences.

spaCy's tokenizer keeps the full stop of "U.S." and "Mr." in the token, so a full stop that is a token of its own ends a
sentence in nearly all news text; so does a line break.
"""

import numpy as np
from spacy.tokens import Doc

from claimx.encoder.words import token_words

_ENDS = frozenset((".", "!", "?", "...", "…"))


def sentence_numbers(doc: Doc) -> np.ndarray:
    """The sentence that each token stands in, numbered from 0, shape (n_tokens,)."""
    ends = np.fromiter((word in _ENDS or "\n" in word for word in token_words(doc)), dtype=np.int64, count=len(doc))
    return np.cumsum(ends) - ends
