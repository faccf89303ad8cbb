import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimx.encoder.shapes import SHAPES, token_shapes


@pytest.fixture(scope="module")
def tokenizer(nlp):
    return nlp.get_pipe("claimx_transformer").tokenizer


def test_pieces_spell_their_tokens(nlp, tokenizer):
    doc = nlp.make_doc("Paramilitaries shelled Deir ez-Zor; 1,300 civilians died.")
    (pieces,) = tokenizer([doc])
    names = [tokenizer.tokenizer.id_to_token(int(i)) for i in pieces.ids]
    spelled = ["" for _ in doc]
    for name, token in zip(names, pieces.token, strict=True):
        spelled[token] += name.removeprefix("##")
    assert spelled == [token.text.lower() for token in doc]


def test_long_texts_are_not_cut_short(nlp, tokenizer):
    doc = nlp.make_doc("killed " * 3000)
    (pieces,) = tokenizer([doc])
    assert len(pieces.ids) >= 3000


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_every_piece_has_a_token_and_they_rise_together(nlp, tokenizer, text):
    doc = nlp.make_doc(text)
    (pieces,) = tokenizer([doc])
    assert len(pieces.first) == len(doc) + 1
    assert pieces.first[-1] == len(pieces.ids)
    assert (np.diff(pieces.token) >= 0).all()
    assert (np.diff(pieces.first) >= 0).all()
    if len(pieces.token):
        assert 0 <= pieces.token[0] <= pieces.token[-1] < len(doc)


def test_shapes(nlp):
    doc = nlp.make_doc("the Army USA 1,300 McRae ,")
    assert [SHAPES[i] for i in token_shapes(doc)] == ["lower", "title", "upper", "digits", "mixed", "other"]
