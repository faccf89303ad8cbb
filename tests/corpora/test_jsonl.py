import json

import pytest

from claimx.corpora.jsonl import read_passages, write_passages
from claimx.errors import CorpusError
from tests.conftest import NEWS


def lines(tmp_path, *records):
    path = tmp_path / "corpus.jsonl"
    path.write_text("\n".join(r if isinstance(r, str) else json.dumps(r) for r in records), encoding="utf-8")
    return path


def test_the_news_corpus_covers_the_guidelines():
    passages = read_passages(NEWS)
    claims = [claim for passage in passages for claim in passage.claims]
    assert len(passages) >= 12
    assert {claim.outcome for claim in claims} == {"killed", "injured", "killed_or_injured", "missing", "abducted"}
    assert {claim.stance for claim in claims} == {"asserted", "acknowledged", "alleged", "possible", "denied"}
    assert any(not passage.claims for passage in passages)
    assert any(claim.count.value == 0 for claim in claims)
    assert any(claim.subset_of is not None for claim in claims)


def test_what_is_written_is_read_again(tmp_path):
    passages = read_passages(NEWS)
    write_passages(passages, tmp_path / "again.jsonl")
    assert read_passages(tmp_path / "again.jsonl") == passages


@pytest.mark.parametrize(
    ("records", "told"),
    [
        (["{"], ["line 1", "not JSON"]),
        ([{"id": "a", "text": "x"}, "", {"id": "a", "text": "y"}], ["line 3", "field id", "line 1"]),
        ([{"id": "a"}], ["line 1", "field text"]),
        ([{"id": "a", "text": "x", "published": "31 May"}], ["line 1", "field published"]),
        ([{"id": "a", "text": "x", "claims": [{"outcome": "dead"}]}], ["line 1", "field claims.0.outcome"]),
        (['{"id": "a", "text": "x \\ud800"}'], ["line 1", "field text", "surrogate"]),
        (["[" * 100000], ["line 1"]),
        (["", ""], ["holds no passages"]),
    ],
)
def test_errors_name_file_line_and_field(tmp_path, records, told):
    path = lines(tmp_path, *records)
    with pytest.raises(CorpusError) as error:
        read_passages(path)
    message = str(error.value)
    assert str(path) in message
    assert "\n" not in message
    for part in told:
        assert part in message


def test_a_missing_file_and_bytes_that_are_no_text(tmp_path):
    with pytest.raises(CorpusError, match="cannot be read"):
        read_passages(tmp_path / "none.jsonl")
    (tmp_path / "latin.jsonl").write_bytes(b'{"id": "\xe9"}')
    with pytest.raises(CorpusError, match="UTF-8"):
        read_passages(tmp_path / "latin.jsonl")
