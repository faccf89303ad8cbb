import pytest
import spacy
from spacy.tokens import Span

from claimx.corpora.conll import TaggedSentence, join_sentences
from claimx.evaluation.entity_scoring import score_entities
from claimx.reports.entity_table import entity_table

GOLD = [
    TaggedSentence(("The", "mayor", "of", "Homs", "left", "on", "Monday"), ((3, 4, "LOCATION"), (6, 7, "TIME"))),
    TaggedSentence(("Hezbollah", "lost", "Homs"), ((0, 1, "ACTOR"), (2, 3, "LOCATION"))),
]


def reader(*entities):
    """A pipeline that finds the given ``(word, label)`` in every text."""
    nlp = spacy.blank("en")

    @spacy.Language.component(f"known_{abs(hash(entities))}")
    def known(doc):
        doc.ents = [Span(doc, t.i, t.i + 1, label) for t in doc for word, label in entities if t.text == word]
        return doc

    nlp.add_pipe(f"known_{abs(hash(entities))}")
    return nlp


def test_exact_spans_and_types_count():
    report = score_entities(GOLD, reader(("Homs", "LOCATION"), ("Monday", "TIME"), ("Hezbollah", "LOCATION")))
    assert (report.micro.predicted, report.micro.gold) == (4, 4)
    assert report.micro.f1 == pytest.approx(0.75)
    assert report.by_type["TIME"].f1 == 1.0
    assert report.by_type["ACTOR"].recall == 0.0
    assert report.by_type["LOCATION"].precision == pytest.approx(2 / 3)


def test_labels_of_other_pipelines_are_read_as_ours():
    nlp = reader(("Homs", "GPE"), ("Monday", "DATE"), ("left", "VERB"))
    report = score_entities(GOLD, nlp, {"GPE": "LOCATION", "DATE": "TIME"})
    assert report.micro.precision == 1.0
    assert report.micro.recall == 0.75


def test_types_without_gold_are_not_scored():
    report = score_entities(GOLD, reader(("Homs", "LOCATION"), ("mayor", "NUMBER")))
    assert report.micro.precision == 1.0
    assert "NUMBER" not in report.by_type


def test_sentences_are_joined_with_their_spans():
    text, spans = join_sentences(GOLD)
    assert text == "The mayor of Homs left on Monday\nHezbollah lost Homs"
    assert [(text[start:end], kind) for start, end, kind in spans] == [
        ("Homs", "LOCATION"),
        ("Monday", "TIME"),
        ("Hezbollah", "ACTOR"),
        ("Homs", "LOCATION"),
    ]


def test_the_table_has_a_row_for_each_type_and_all():
    table = entity_table(score_entities(GOLD, reader(("Homs", "LOCATION"))), "a model")
    assert table.row_count == 4
