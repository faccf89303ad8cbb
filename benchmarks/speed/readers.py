"""What is measured: claimx, its bare encoder, spaCy's small pipeline, a pipeline of transformers."""

import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import spacy
import torch
from spacy.language import Language

import claimx
from claimx.encoder.batch import WindowBatch

Reader = Callable[[list[str]], object]


def claimx_reader(nlp: Language, *, filtered: bool) -> Reader:
    """``claimx.pipe``."""

    def read(texts: list[str]) -> object:
        return sum(len(claims) for claims in claimx.pipe(texts, model=nlp, filtered=filtered))

    return read


def bare_encoder(nlp: Language, texts: list[str], threads: int) -> Reader:
    """The encoder alone, on the very batches that ``claimx.pipe`` makes of the texts.

    Args:
        nlp: the model.
        texts: the texts; the reader ignores those that it is called with.
        threads: 1 for one batch after another with all of torch's threads; more for so many batches at a time with one
            of torch's threads each, as claimx reads.
    """
    encoder = nlp.get_pipe("claimx_transformer").network.encoder
    batches: list[WindowBatch] = []
    read_pieces = encoder.read_pieces

    def noted(batch: WindowBatch) -> torch.Tensor:
        batches.append(batch)
        return read_pieces(batch)

    encoder.read_pieces = noted
    try:
        claimx_reader(nlp, filtered=False)(texts)
    finally:
        del encoder.read_pieces

    @torch.inference_mode()
    def forward(batch: WindowBatch) -> None:
        encoder.read_pieces(batch)

    def read(_: list[str]) -> object:
        if threads == 1:
            return [forward(batch) for batch in batches]
        before = torch.get_num_threads()
        torch.set_num_threads(max(before // threads, 1))
        try:
            with ThreadPoolExecutor(threads) as executor:
                return list(executor.map(forward, batches))
        finally:
            torch.set_num_threads(before)

    return read


def spacy_reader(name: str, *, only_entities: bool) -> Reader:
    """A trained spaCy pipeline, whole or only what finds entities."""
    nlp = spacy.load(name)
    if only_entities:
        nlp.select_pipes(enable=["tok2vec", "ner"])
    return lambda texts: sum(len(doc.ents) for doc in nlp.pipe(texts, batch_size=64))


def transformers_reader(nlp: Language) -> Reader:
    """A token-classification pipeline of transformers over the same encoder (its classifier is not trained)."""
    from transformers import BertConfig, BertForTokenClassification, PreTrainedTokenizerFast, pipeline

    component = nlp.get_pipe("claimx_transformer")
    bert = component.network.encoder.transformer
    with tempfile.TemporaryDirectory() as folder:
        component.tokenizer.save(folder)
        tokenizer = PreTrainedTokenizerFast(
            tokenizer_file=str(Path(folder) / "tokenizer.json"),
            pad_token="[PAD]",
            cls_token="[CLS]",
            sep_token="[SEP]",
            unk_token="[UNK]",
            mask_token="[MASK]",
            model_max_length=512,
        )
    config = BertConfig(**{**bert.config.record, "num_labels": 9})
    model = BertForTokenClassification(config)
    model.bert.load_state_dict(bert.state_dict(), strict=False)
    classify = pipeline("token-classification", model=model.eval(), tokenizer=tokenizer, batch_size=16, device="cpu")
    return lambda texts: sum(len(found) for found in classify(texts))
