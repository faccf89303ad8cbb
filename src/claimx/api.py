"""The calls that most users need: :func:`load` a model, :func:`extract` claims from a text, :func:`pipe` many texts."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from claimx.errors import ModelDamagedError
from claimx.normalize.probability import probability
from claimx.normalize.publication import publication_date
from claimx.pipeline.text import readable_text, text_doc

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from claimx.schema.claim import Claim


def load(path: "str | Path | None" = None, *, precision: str | None = None) -> "Language":
    """Load a claimx model as a spaCy ``Language``.

    Args:
        path: a model folder, as ``claimx train`` writes it; None for the default model that comes with claimx.
        precision: ``"auto"`` reads in the number format that the machine is fastest with (``docs/speed.md``), which
            can move a confidence by a few hundredths; ``"float32"`` reads alike on every machine, at half the speed;
            None does what the model's own configuration says, which is ``"auto"`` unless it was changed.

    Returns:
        The pipeline: ``nlp(text)`` gives a Doc with ``doc.ents``, ``doc.spans["mentions"]`` and ``doc._.claims``.

    Raises:
        InvalidPrecisionError: there is no such precision.
        ModelNotFoundError: there is no such folder.
        ModelDamagedError: the folder is not a claimx model, or its files are missing or cut short.
    """
    from claimx.pipeline.model_folder import load_model

    return load_model(path, precision)


def _pipeline(model: "str | Path | Language | None") -> "Language":
    if model is None or isinstance(model, (str, Path)):
        return load(model)
    if "claimx_assembler" not in getattr(model, "pipe_names", ()):
        raise ModelDamagedError(f"not a claimx pipeline or model folder: {model!r}")
    return model


def extract(
    text: str,
    published: "str | date | None" = None,
    *,
    min_confidence: float | None = None,
    model: "str | Path | Language | None" = None,
) -> "list[Claim]":
    """Read the casualty claims of a text.

    Args:
        text: news text of any length; every offset in the claims indexes it.
        published: its publication date (ISO 8601, ``date`` or ``datetime``), against which "on Friday" and the
            like are resolved; None where it is not known.
        min_confidence: least :attr:`Claim.confidence` of a claim to return, from 0 to 1. None keeps to the model's own
            least confidence, chosen for the best balance of precision and recall (about 0.4); a lower one finds more
            claims, of which more are wrong.
        model: a model folder or a loaded pipeline; None for the default model, which is loaded once.

    Returns:
        The claims in the order of the text; empty where it makes none.

    Raises:
        InvalidTextError: ``text`` is not a ``str``.
        InvalidDateError: ``published`` is not a date.
        InvalidConfidenceError: ``min_confidence`` is not a number from 0 to 1.
        ModelNotFoundError: there is no such model folder.
        ModelDamagedError: the model cannot be loaded.
    """
    text = readable_text(text)
    day = publication_date(published)
    least = probability(min_confidence)
    nlp = _pipeline(model)
    if not text.strip():
        return []
    return list(nlp(text_doc(nlp, text, day, least))._.claims)


def pipe(
    texts: "Iterable[str | tuple[str, str | date | None]]",
    *,
    min_confidence: float | None = None,
    model: "str | Path | Language | None" = None,
    filtered: bool = False,
    batch_size: int = 256,
    threads: int | None = None,
) -> "Iterator[list[Claim]]":
    """Read the casualty claims of many texts, in batches and on all cores, which takes less time than one by one.

    While it runs, torch's own threads are divided among those that read.

    Args:
        texts: the texts, or pairs of a text and its publication date; any iterable, read as it is needed.
        min_confidence: as for :func:`extract`.
        model: as for :func:`extract`.
        filtered: whether to pass over what the model's filter finds no sign of a casualty in. It takes a fraction of
            the time where few texts tell of casualties, and loses one or two claims in a hundred (``docs/filter.md``).
        batch_size: texts that are shared out together: texts of like length share the encoder's batches.
        threads: how many texts are read at once; None for one a core.

    Yields:
        The claims of each text, in the order of the texts.

    Raises:
        InvalidTextError: a text is neither a ``str`` nor a pair that begins with one.
        InvalidDateError: a publication date is not a date.
        InvalidConfidenceError, ModelNotFoundError, ModelDamagedError: as for :func:`extract`.
    """
    least = probability(min_confidence)
    nlp = _pipeline(model)

    def docs() -> "Iterator[Doc]":
        for each in texts:
            text, day = each if isinstance(each, tuple) and len(each) == 2 else (each, None)
            yield text_doc(nlp, text, day, least, filtered=filtered)

    from claimx.pipeline.engine import Engine

    for doc in Engine(nlp, threads).pipe(docs(), batch_size):
        yield list(doc._.claims)
