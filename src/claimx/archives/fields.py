"""The names under which records of an archive keep text, title, date and id."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from claimx.archives.faults import UnreadableRecord

_TEXTS = ("text", "body", "content", "article", "article_text", "full_text", "fulltext", "maintext", "article_body")
_TITLES = ("title", "headline", "article_title")
_DATES = (
    "published",
    "date",
    "pub_date",
    "publication_date",
    "published_at",
    "date_published",
    "publish_date",
    "date_publish",
    "pubdate",
    "published_date",
)
_IDS = ("id", "article_id", "doc_id", "document_id", "uuid", "guid", "url", "link")


@dataclass(frozen=True, slots=True)
class Columns:
    """The names that one record, or one table, has for each field; None for a field that it does not have."""

    text: str
    title: str | None
    date: str | None
    id: str | None

    def names(self) -> list[str]:
        """The names in use, each once."""
        return list(dict.fromkeys(name for name in (self.text, self.title, self.date, self.id) if name is not None))

    def values(self, record: Mapping[str, object]) -> tuple[object, object, object, object]:
        """Text, title, date and id of a record; None for a field that it does not have."""
        title, published, id = (record[name] if name is not None else None for name in (self.title, self.date, self.id))
        return record[self.text], title, published, id


@dataclass(frozen=True, slots=True)
class FieldNames:
    """Where to find what; None tries the usual names in order, in whatever case they are written.

    Attributes:
        text: the article's text; usual names are text, body, content, article and the like.
        title: its headline; title, headline.
        date: its publication date; published, date, pub_date, publication_date and the like.
        id: its id; id, article_id, doc_id, url and the like.
    """

    text: str | None = None
    title: str | None = None
    date: str | None = None
    id: str | None = None

    def columns(self, present: Collection[str]) -> Columns:
        """Choose among the names that are there.

        Args:
            present: the keys of a record, or the columns of a table.

        Raises:
            UnreadableRecord: a name given is not among them, or no usual name of a text is.
        """
        text = _chosen(self.text, _TEXTS, present)
        if text is None:
            raise UnreadableRecord(f"none of its fields is a text: it has {_listed(present)}")
        return Columns(
            text,
            _chosen(self.title, _TITLES, present),
            _chosen(self.date, _DATES, present),
            _chosen(self.id, _IDS, present),
        )


def _chosen(given: str | None, usual: tuple[str, ...], present: Collection[str]) -> str | None:
    if given is not None:
        if given not in present:
            raise UnreadableRecord(f"it has no field {given!r}: it has {_listed(present)}")
        return given
    for name in usual:
        if name in present:
            return name
    folded: dict[str, str] = {}
    for name in present:
        folded.setdefault(name.strip().casefold(), name)
    return next((folded[name] for name in usual if name in folded), None)


def _listed(present: Collection[str], most: int = 8) -> str:
    names = [name for name, _ in zip(present, range(most), strict=False)]
    return (", ".join(map(repr, names)) or "none") + (", …" if len(present) > most else "")
