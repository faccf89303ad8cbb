import pytest

from claimx.corpora.conll import read_conll
from claimx.errors import CorpusError


def test_sentences_and_spans(tmp_path):
    path = tmp_path / "a.conll"
    path.write_text("The\tB-Organisation\nUN\tI-Organisation\nsaid\tO\nso\tB-MISC\n\nAleppo\tB-LOC\n", encoding="utf-8")
    first, second = read_conll(path)
    assert first.tokens == ("The", "UN", "said", "so")
    assert first.spans == ((0, 2, "ACTOR"),)
    assert second.spans == ((0, 1, "LOCATION"),)


def test_a_line_without_a_tag_is_named(tmp_path):
    path = tmp_path / "a.conll"
    path.write_text("The\tO\nUN Organisation\n", encoding="utf-8")
    with pytest.raises(CorpusError, match="line 2"):
        read_conll(path)
    with pytest.raises(CorpusError, match="cannot be read"):
        read_conll(tmp_path / "none.conll")
    path.write_text("Paris\tB-CITY\n", encoding="utf-8")
    with pytest.raises(CorpusError, match="no entity of a known type"):
        read_conll(path)
