import json
import shutil

import pytest
import spacy

import claimx
from claimx.pipeline.model_folder import default_model_path

PIPES = ["claimx_filter", "claimx_transformer", "claimx_linker", "claimx_assembler"]


@pytest.fixture
def copy(tmp_path):
    return shutil.copytree(default_model_path(), tmp_path / "model")


def test_the_default_model_is_small_and_in_half_precision():
    folder = default_model_path()
    weights = [*folder.rglob("model.safetensors")]
    assert len(weights) == 3
    assert sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) <= 50_000_000
    for name in ("config.cfg", "meta.json", "training.json", "metrics.json", "README.md"):
        assert (folder / name).is_file()


def test_spacy_loads_what_to_disk_writes(nlp, tmp_path, news):
    nlp.to_disk(tmp_path / "model")
    again = spacy.load(tmp_path / "model")
    assert again.pipe_names == PIPES
    text = news["airstrike-contested"].text
    assert claimx.extract(text, model=again) == claimx.extract(text, model=nlp)


def test_components_are_found_by_name():
    blank = spacy.blank("en")
    for name in PIPES:
        blank.add_pipe(name)
    with pytest.raises(claimx.ModelDamagedError, match="no weights"):
        blank("Two people died.")
    blank.remove_pipe("claimx_transformer")
    with pytest.raises(claimx.ModelDamagedError, match="needs claimx_transformer"):
        blank("Two people died.")


def test_a_pipeline_goes_through_bytes(nlp):
    again = spacy.blank("en")
    for name in PIPES:
        again.add_pipe(name)
    again.from_bytes(nlp.to_bytes())
    text = "Two people were killed and six wounded in Homs."
    assert [c.outcome for c in claimx.extract(text, model=again)] == [
        c.outcome for c in claimx.extract(text, model=nlp)
    ]


def test_two_processes_give_what_one_gives(nlp):
    texts = ["Two people were killed in Homs.", "The council met.", "Six soldiers were wounded near Kidal."]
    one = [[c.outcome for c in doc._.claims] for doc in nlp.pipe(texts)]
    assert [[c.outcome for c in doc._.claims] for doc in nlp.pipe(texts, n_process=2, batch_size=1)] == one


def test_parts_of_the_pipeline_leave_docs_that_can_be_stored(nlp):
    with nlp.select_pipes(disable=["claimx_linker", "claimx_assembler"]):
        assert nlp("Two people were killed in Homs.").to_bytes()


def test_entities_that_stand_there_stay(nlp):
    doc = nlp.make_doc("Two people were killed in Homs.")
    doc.set_ents([spacy.tokens.Span(doc, 5, 6, label="CITY")])
    labels = {ent.text: ent.label_ for ent in nlp(doc).ents}
    assert labels["Homs"] == "CITY"
    assert labels["Two"] == "NUMBER"


def test_a_stream_gives_what_single_texts_give(nlp, news):
    texts = [passage.text for passage in list(news.values())[:6]] * 2
    one_by_one = [nlp(text)._.claims for text in texts]
    streamed = [doc._.claims for doc in nlp.pipe(texts, batch_size=5)]
    for alone, together in zip(one_by_one, streamed, strict=True):
        without = {"confidence", "confidences"}
        assert [c.model_dump(exclude=without) for c in alone] == [c.model_dump(exclude=without) for c in together]
        for a, b in zip(alone, together, strict=True):
            assert a.confidence == pytest.approx(b.confidence, abs=0.01)
            assert a.confidences == pytest.approx(b.confidences, abs=0.01)


def test_docs_travel_between_processes(nlp, news):
    passage = news["airstrike-contested"]
    doc = nlp(passage.text)
    again = spacy.tokens.Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert again._.claims == doc._.claims
    assert [ent.label_ for ent in again.ents] == [ent.label_ for ent in doc.ents]


def test_mentions_and_entities(nlp, news):
    doc = nlp(news["airstrike-contested"].text)
    assert {ent.label_ for ent in doc.ents} <= {"ACTOR", "NUMBER", "LOCATION", "TIME"}
    assert {"NUMBER", "LOCATION"} <= {ent.label_ for ent in doc.ents}
    assert {"VICTIM", "TRIGGER"} <= {span.label_ for span in doc.spans["mentions"]}


@pytest.mark.parametrize(
    "harm",
    [
        lambda folder: (folder / "meta.json").unlink(),
        lambda folder: (folder / "meta.json").write_text("{}"),
        lambda folder: (folder / "config.cfg").write_text("[nlp"),
        lambda folder: (folder / "claimx_transformer" / "model.safetensors").unlink(),
        lambda folder: (folder / "claimx_transformer" / "model.safetensors").write_bytes(b"short"),
        lambda folder: (folder / "claimx_transformer" / "config.json").unlink(),
        lambda folder: (folder / "claimx_transformer" / "tokenizer.json").write_text("{"),
        lambda folder: shutil.copy(
            folder / "claimx_transformer" / "model.safetensors", folder / "claimx_linker" / "model.safetensors"
        ),
        lambda folder: (folder / "claimx_linker" / "claimx.json").write_text('{"width": 8}'),
        lambda folder: (folder / "claimx_assembler" / "calibration.json").unlink(),
    ],
)
def test_a_damaged_model_is_named_in_one_line(copy, harm):
    harm(copy)
    with pytest.raises(claimx.ModelDamagedError) as error:
        claimx.load(copy)
    assert str(copy) in str(error.value)
    assert "\n" not in str(error.value)


def test_a_missing_model_and_a_strange_one(tmp_path):
    with pytest.raises(claimx.ModelNotFoundError, match="no such model folder"):
        claimx.load(tmp_path / "none")
    spacy.blank("en").to_disk(tmp_path / "other")
    with pytest.raises(claimx.ModelDamagedError, match="not a claimx model"):
        claimx.load(tmp_path / "other")


def test_the_metrics_are_those_of_the_model_card():
    folder = default_model_path()
    core = json.loads((folder / "metrics.json").read_text())["core"]["f1"]
    assert f"{core:.3f}" in (folder / "README.md").read_text()
