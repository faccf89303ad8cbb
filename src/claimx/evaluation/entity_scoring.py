"""Score named entities against gold: spans and types must be exact, as in the CoNLL-2003 shared task."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from pydantic import Field
from spacy.language import Language

from claimx.corpora.conll import TaggedSentence, join_sentences
from claimx.evaluation.agreement import Agreement
from claimx.evaluation.score_value import Score
from claimx.schema.quote import Record


class EntityReport(Record):
    """How well the entities that a pipeline finds agree with gold ones."""

    micro: Score = Field(description="All entities together.")
    by_type: dict[str, Score] = Field(description="The entities of each type.")


def score_entities(
    gold: Sequence[TaggedSentence], nlp: Language, labels: Mapping[str, str] | None = None
) -> EntityReport:
    """Let a pipeline find the entities (``doc.ents``) of sentences, one at a time, and score them.

    Types that no gold sentence has are not scored.

    Args:
        gold: sentences with their entities; the text that the pipeline reads is their tokens, set apart by spaces.
        nlp: any spaCy pipeline that finds entities.
        labels: the gold type that each of its labels stands for; None where they are the same. Labels left out
            are not scored.
    """
    texts, entities = zip(*(join_sentences([sentence]) for sentence in gold), strict=True) if gold else ((), ())
    types = sorted({kind for spans in entities for *_, kind in spans})
    agreeing, predicted, true = Counter[str](), Counter[str](), Counter[str]()
    for doc, spans in zip(nlp.pipe(texts), entities, strict=True):
        named = ((ent.start_char, ent.end_char, _type(ent.label_, labels)) for ent in doc.ents)
        found = {entity for entity in named if entity[2] in types}
        agreeing.update(_types(found & set(spans)))
        predicted.update(_types(found))
        true.update(_types(set(spans)))
    scores = {kind: Agreement(agreeing[kind], predicted[kind], true[kind]) for kind in types}
    return EntityReport(
        micro=Score.of(sum(scores.values(), start=Agreement())),
        by_type={kind: Score.of(counts) for kind, counts in scores.items()},
    )


def _type(label: str, labels: Mapping[str, str] | None) -> str | None:
    return label if labels is None else labels.get(label)


def _types(entities: Iterable[tuple[int, int, str | None]]) -> list[str]:
    return [str(kind) for *_, kind in entities]
