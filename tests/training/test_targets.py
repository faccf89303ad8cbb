import spacy

from claimx.encoder.windows import Window
from claimx.heads.bio import begin, inside
from claimx.heads.mention_types import ENTITY_TYPES
from claimx.schema.labels import OUTCOMES
from claimx.training.targets import (
    IGNORED,
    anchor_token,
    claim_window_target,
    entity_window_target,
    token_span,
)


def test_anchors_stand_apart_and_roles_keep_their_words(news):
    passage = news["airstrike-contested"]
    doc = spacy.blank("en").make_doc(passage.text)
    window = Window(0, 0, len(doc), 0, len(doc))
    target = claim_window_target(doc, window, passage.claims, 0.1)
    assert len(target.claims) == len(passage.claims)
    cells = [(claim.anchor, claim.outcome) for claim in target.claims]
    assert len(set(cells)) == len(cells)
    for answer, claim in zip(target.claims, passage.claims, strict=True):
        assert OUTCOMES[answer.outcome] == claim.outcome
        first, last = answer.single[0]
        assert claim.trigger.text in doc[first : last + 1].text
        anchor = doc[answer.anchor].text
        assert anchor in (claim.count.text or claim.victims.text or claim.trigger.text)


def test_claims_belong_to_the_window_that_owns_their_anchor(news):
    passage = news["airstrike-contested"]
    doc = spacy.blank("en").make_doc(passage.text)
    half = len(doc) // 2
    windows = [Window(0, 0, half + 20, 0, half), Window(0, half - 20, len(doc), half, len(doc))]
    told = [claim.index for window in windows for claim in claim_window_target(doc, window, passage.claims, 0.1).claims]
    assert sorted(told) == list(range(len(passage.claims)))
    early = [i for i, claim in enumerate(passage.claims) if anchor_token(doc, claim) < half]
    assert [c.index for c in claim_window_target(doc, windows[0], passage.claims, 0.1).claims] == early


def test_what_is_not_annotated_is_not_punished():
    window = Window(0, 0, 4, 0, 4)
    target = entity_window_target(window, [(1, 3, "LOCATION")], {"ACTOR", "LOCATION"})
    place = ENTITY_TYPES.index("LOCATION")
    assert target.entities.tolist() == [0, begin(place), inside(place), 0]
    assert target.entity_types == {"ACTOR", "LOCATION"}
    assert (target.entity_kinds == IGNORED).all()
    assert (target.tag_weights == 0).all()
    assert not target.has_claims


def test_a_claim_tells_the_kind_of_an_entity_and_not_its_bounds(news):
    passage = news["airstrike-contested"]
    doc = spacy.blank("en").make_doc(passage.text)
    target = claim_window_target(doc, Window(0, 0, len(doc), 0, len(doc)), passage.claims, 0.1)
    first, past = token_span(doc, passage.claims[0].locations[0].start, passage.claims[0].locations[0].end)
    assert (target.entity_kinds[first:past] == ENTITY_TYPES.index("LOCATION")).all()
    assert (target.entities == IGNORED).all()
