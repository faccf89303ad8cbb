import numpy as np
import torch

from claimx.encoder.batch import collate_windows
from claimx.encoder.sentences import sentence_numbers
from claimx.encoder.shapes import DIGITS, LOWER, TITLE, UPPER, token_shapes
from claimx.encoder.windows import cut_windows
from claimx.training.hidden_words import HiddenWords, hide_pieces
from claimx.training.letter_case import vary_case
from claimx.training.targets import IGNORED


def batch_of(nlp, text):
    tokenizer = nlp.get_pipe("claimx_transformer").tokenizer
    doc = nlp.make_doc(text)
    (pieces,) = tokenizer([doc])
    windows = cut_windows(0, pieces, 400, 100)
    return collate_windows(
        windows, [pieces], [token_shapes(doc)], [sentence_numbers(doc)], tokenizer.special, 400
    ), tokenizer.special


def test_some_pieces_of_the_text_are_hidden_and_told(nlp):
    batch, special = batch_of(nlp, "Rescuers pulled 14 bodies from the river on Sunday. " * 20)
    ids, hidden = hide_pieces(batch, special.mask, 0.3, torch.Generator().manual_seed(0))
    changed = ids != batch.piece_ids
    assert torch.equal(changed, hidden != IGNORED)
    assert torch.equal(hidden[changed], batch.piece_ids[changed])
    assert (ids[changed] == special.mask).all()
    assert 0.2 < changed.float().mean() < 0.4
    assert ids[0, 0] == special.cls


def test_nothing_is_hidden_without_a_mask_piece(nlp):
    batch, _ = batch_of(nlp, "Two fishermen are missing.")
    ids, hidden = hide_pieces(batch, None, 0.3, torch.Generator())
    assert torch.equal(ids, batch.piece_ids)
    assert (hidden == IGNORED).all()


def test_guessing_is_learned_and_leaves_the_embeddings_alone():
    torch.manual_seed(0)
    embeddings = torch.nn.Embedding(50, 16)
    words = HiddenWords(embeddings)
    assert all(p is not embeddings.weight for p in words.parameters())
    states, hidden = torch.randn(2, 5, 16), torch.full((2, 5), IGNORED)
    hidden[0, 1], hidden[1, 3] = 7, 9
    optimizer = torch.optim.Adam(words.parameters(), 0.05)
    first = words(states, hidden).item()
    for _ in range(50):
        optimizer.zero_grad()
        loss = words(states, hidden)
        loss.backward()
        optimizer.step()
    assert loss.item() < first / 5


def test_letter_case_varies_and_digits_do_not():
    shapes = np.array([TITLE, LOWER, DIGITS, UPPER])
    random = np.random.default_rng(0)
    seen = {tuple(vary_case(shapes, 1.0, random).tolist()) for _ in range(20)}
    assert seen == {(LOWER, LOWER, DIGITS, LOWER), (UPPER, UPPER, DIGITS, UPPER)}
    assert vary_case(shapes, 0.0, random) is shapes
