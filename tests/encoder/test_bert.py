import torch
from transformers import BertConfig, BertModel, RobertaConfig

from claimx.encoder.bert import read_bert


def test_it_gives_what_the_library_gives(tmp_path):
    torch.manual_seed(0)
    sizes = {"hidden_size": 48, "num_hidden_layers": 3, "num_attention_heads": 4, "intermediate_size": 96}
    theirs = BertModel(BertConfig(vocab_size=200, **sizes), add_pooling_layer=False).eval()
    theirs.config.save_pretrained(tmp_path)
    ours = read_bert(tmp_path).eval()
    ours.load_state_dict(theirs.state_dict())
    ids = torch.randint(0, 200, (3, 17))
    mask = torch.ones_like(ids)
    mask[1, 9:] = 0
    with torch.no_grad():
        expected = theirs(input_ids=ids, attention_mask=mask).last_hidden_state
        given = ours(ours.get_input_embeddings()(ids), attention_mask=mask).last_hidden_state
    assert torch.allclose(given[mask.bool()], expected[mask.bool()], atol=1e-5)
    ours.config.save_pretrained(tmp_path / "..")
    assert read_bert(tmp_path / "..").config.record == ours.config.record


def test_other_encoders_are_left_to_the_library(tmp_path):
    RobertaConfig(vocab_size=100).save_pretrained(tmp_path)
    assert read_bert(tmp_path) is None
