import json

import pytest

from claimx.corpora.jsonl import read_passages, write_passages
from claimx.corpora.standoff import attach, detach, read_standoff, write_standoff
from claimx.errors import CorpusError


def test_annotations_come_back_to_their_text(news, tmp_path):
    passages = list(news.values())
    write_standoff(passages, tmp_path / "a.jsonl")
    texts = [passage.model_copy(update={"claims": ()}) for passage in reversed(passages)]
    assert read_standoff(tmp_path / "a.jsonl", texts) == passages


def test_no_word_of_the_text_is_in_the_record(news):
    passage = max(news.values(), key=lambda p: len(p.claims))
    record = json.dumps(detach(passage))
    words = {word for word in passage.text.split() if len(word) > 8 and word.isalpha()}
    assert words
    assert not [word for word in words if word in record]
    assert passage.title is None or passage.title not in record


def test_another_text_is_refused(news, tmp_path):
    passage = next(iter(news.values()))
    other = passage.model_copy(update={"text": passage.text + " ", "claims": ()})
    with pytest.raises(CorpusError, match="not the one that was annotated"):
        attach(detach(passage), other)
    write_standoff([passage], tmp_path / "a.jsonl")
    with pytest.raises(CorpusError, match="line 1, field id"):
        read_standoff(tmp_path / "a.jsonl", [])
    record = detach(passage)
    del record["claims"][0]["trigger"]
    with pytest.raises(CorpusError, match="not a stand-off record"):
        attach(record, passage)


@pytest.mark.parametrize("line", ["[1]", '"x"', "3", '{"id": ["a"]}', "{}"])
def test_lines_that_are_no_records_are_named(news, tmp_path, line):
    (tmp_path / "a.jsonl").write_text(line)
    with pytest.raises(CorpusError, match=r"a\.jsonl, line 1"):
        read_standoff(tmp_path / "a.jsonl", news.values())


def test_gzipped_corpora_are_written_and_read(news, tmp_path):
    passages = list(news.values())
    write_passages(passages, tmp_path / "a.jsonl.gz")
    data = (tmp_path / "a.jsonl.gz").read_bytes()
    assert data[:2] == b"\x1f\x8b"
    assert read_passages(tmp_path / "a.jsonl.gz") == passages
    (tmp_path / "b.jsonl.gz").write_bytes(data[: len(data) // 2])
    with pytest.raises(CorpusError, match="cannot be read"):
        read_passages(tmp_path / "b.jsonl.gz")
    (tmp_path / "c.jsonl.gz").write_bytes(b"not gzip")
    with pytest.raises(CorpusError, match="cannot be read"):
        read_passages(tmp_path / "c.jsonl.gz")
