"""What a document as a whole tells about the actors in it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from claimx.normalize.actors.acronyms import find_definitions
from claimx.normalize.actors.countries import country_names
from claimx.normalize.actors.spelling import plain


class Document:
    """A document's text, the acronyms that it defines and the countries that it mentions.

    Args:
        text: the document; may be empty.
        mentions: the texts of its mentions, which may define acronyms as well.
    """

    def __init__(self, text: str, mentions: Sequence[str] = ()) -> None:
        self.text = text
        self._mentions = mentions
        self._countries: dict[str, bool] = {}
        #: The long form of every folded acronym.
        self.definitions: dict[str, str] = {}
        for mention in mentions:
            if "(" in mention or "[" in mention or "," in mention:
                self.definitions.update(find_definitions(mention))
        self.definitions.update(find_definitions(text))

    @cached_property
    def is_shouted(self) -> bool:
        """Whether the document is written in capitals throughout."""
        whole = self.text or " ".join(self._mentions)
        return whole.isupper() or sum(map(str.islower, whole)) < sum(map(str.isupper, whole)) // 4

    @cached_property
    def _words(self) -> frozenset[str]:
        folded = plain(" ".join((self.text, *self._mentions))).casefold()
        return frozenset(folded.replace("'s", " ").replace(",", " ").replace(".", " ").split())

    def mentions_country(self, code: str) -> bool:
        """Tell whether the document names a country or its people.

        Args:
            code: the country's ISO 3166 code, or an empty string.

        Returns:
            Whether it does; names of more than one word count when all their words are there.
        """
        if code not in self._countries:
            names = country_names(code) if code else ()
            self._countries[code] = any(self._words.issuperset(name.split()) for name in names)
        return self._countries[code]
