import pytest

from claimx.archives.limits import Limits
from tests.archives.writing import read, reasons, texts, write


def test_quotes_and_line_breaks_in_cells(tmp_path):
    data = '\r\nid,text,date\r\n1,"He said ""three"", then\r\nleft.",2019-05-31\r\n\r\n2,Two; dead,\r\n'
    one, two = read(write(tmp_path, "n.csv", data.encode()))
    assert (one.text, one.id, str(one.published)) == ('He said "three", then\r\nleft.', "1", "2019-05-31")
    assert (two.text, two.position, two.published) == ("Two; dead", 1, None)


@pytest.mark.parametrize("delimiter", [",", ";", "|", "\t"])
def test_delimiters_are_told_by_the_header(tmp_path, delimiter):
    data = f"id{delimiter}text{delimiter}title\nx{delimiter}Six died.{delimiter}\n"
    (article,) = read(write(tmp_path, "n.csv", data.encode()))
    assert (article.id, article.text, article.title) == ("x", "Six died.", None)


def test_rows_that_are_no_articles(tmp_path):
    data = 'id,text\n1,a,b\n2\n3,"a"b\n4,\n,\n5,Five died.\n6,"never closed\n7,x\n'
    records = read(write(tmp_path, "n.csv", data.encode()))
    assert reasons(records) == [
        (0, "3 cells in a row under a header of 2"),
        (1, "1 cells in a row under a header of 2"),
        (2, "not CSV: ',' expected after '\"'"),
        (3, "the text is empty"),
        (4, "the text is empty"),
        (6, "a quote is not closed: 2 lines to the end of the file are in it"),
    ]
    assert texts(records) == ["Five died."]


def test_a_quote_never_closed_takes_no_more_than_the_bound(tmp_path):
    data = "id,text\n1,a\n" + '2,"open\n' + "3,Shelling killed three.\n" * 100
    records = read(write(tmp_path, "n.csv", data.encode()), limits=Limits(record_bytes=1000))
    assert reasons(records) == [(1, "longer than the bound: is a quote never closed?")]
    assert len(texts(records)) > 55


def test_long_lines(tmp_path):
    data = "id,text\n1," + "x" * 5000 + "\n2,Two died.\n"
    records = read(write(tmp_path, "n.csv", data.encode()), limits=Limits(record_bytes=1000))
    assert reasons(records) == [(0, "a line of 5,002 bytes, longer than the bound")] and texts(records) == ["Two died."]


def test_each_row_is_decoded_by_itself(tmp_path):
    data = "id,text\n1,Señora Peña dijo que murieron 3.\n".encode("cp1252") + "2,Señor “Peña”.\n".encode()
    one, two = read(write(tmp_path, "n.csv", data))
    assert one.text == "Señora Peña dijo que murieron 3." and "not UTF-8: read as" in one.repairs[0]
    assert two.text == "Señor “Peña”." and two.repairs == ()


@pytest.mark.parametrize(("data", "told"), [(b"a,b\n1,2\n", "the header: none of its fields"), (b'a,"b\n', "quote")])
def test_a_header_without_a_text(tmp_path, data, told):
    ((position, reason),) = reasons(read(write(tmp_path, "n.csv", data)))
    assert position is None and told in reason


def test_an_empty_file_has_no_rows(tmp_path):
    assert read(write(tmp_path, "n.csv", b"")) == read(write(tmp_path, "m.csv", b"\n\n")) == []
