import pytest

from claimx.archives.fields import FieldNames
from tests.archives.writing import delimited, jsonl, parquet, read, reasons, write

WRITERS = [(".jsonl", jsonl), (".csv", delimited), (".parquet", parquet)]


@pytest.mark.parametrize(("extension", "writer"), WRITERS)
def test_names_given(tmp_path, extension, writer):
    file = write(
        tmp_path, "n" + extension, writer([{"lede": "Three died.", "pub": "2019-05-31", "text": "no", "key": 7}])
    )
    (article,) = read(file, FieldNames(text="lede", date="pub", id="key", title="text"))
    assert (article.text, article.published.isoformat(), article.id, article.title) == (
        "Three died.",
        "2019-05-31",
        "7",
        "no",
    )


@pytest.mark.parametrize(("extension", "writer"), WRITERS)
def test_a_name_given_must_be_there(tmp_path, extension, writer):
    file = write(tmp_path, "n" + extension, writer([{"text": "Three died."}]))
    ((position, reason),) = reasons(read(file, FieldNames(date="pub")))
    assert "it has no field 'pub': it has 'text'" in reason
    assert position == (0 if extension == ".jsonl" else None)


@pytest.mark.parametrize("names", [("Body", "Publication_Date"), ("content", "date"), ("TEXT", "PubDate")])
def test_usual_names(tmp_path, names):
    file = write(tmp_path, "n.jsonl", jsonl([{"other": 1, names[0]: "Three died.", names[1]: "2019-05-31"}]))
    (article,) = read(file)
    assert (article.text, str(article.published), article.id) == ("Three died.", "2019-05-31", f"{file.path}#0")


def test_no_text_at_all(tmp_path):
    ((_, reason),) = reasons(read(write(tmp_path, "n.jsonl", jsonl([{"a": 1}]))))
    assert reason == "none of its fields is a text: it has 'a'"
