from datetime import date, datetime

import pyarrow as pa
import pytest

from claimx.archives.limits import Limits
from tests.archives.writing import RECORDS, STORY, parquet, read, reasons, texts, write


@pytest.mark.parametrize(
    ("column", "day"),
    [
        (pa.array([date(2019, 5, 31)]), date(2019, 5, 31)),
        (pa.array([datetime(2019, 5, 31, 23)], pa.timestamp("ns", "Asia/Damascus")), date(2019, 6, 1)),
        (pa.array([1559296800123456789], pa.timestamp("ns")), date(2019, 5, 31)),
        (pa.array(["2019-05-31T10:00:00Z"]), date(2019, 5, 31)),
        (pa.array(["2019-05-31"]).dictionary_encode(), date(2019, 5, 31)),
        (pa.array([1559296800]), date(2019, 5, 31)),
        (pa.array([float("nan")]), None),
        (pa.array([None], pa.string()), None),
        (pa.array([None], pa.timestamp("ms")), None),
    ],
)
def test_dates(tmp_path, column, day):
    (article,) = read(write(tmp_path, "n.parquet", parquet(pa.table({"text": [STORY], "date": column}))))
    assert article.published == day and article.repairs == ()


@pytest.mark.parametrize(
    "column", [pa.array([10**14], pa.timestamp("s")), pa.array([{"year": None}]), pa.array([[None]])]
)
def test_dates_beyond_reading_do_not_lose_the_article(tmp_path, column):
    (article,) = read(write(tmp_path, "n.parquet", parquet(pa.table({"text": [STORY], "date": column}))))
    assert article.published is None and "cannot be read" in article.repairs[0]


@pytest.mark.parametrize(
    ("column", "reason"),
    [
        (pa.array([None], pa.string()), "the text is null"),
        (pa.array([""]), "the text is empty"),
        (pa.array([[None]], pa.list_(pa.string())), "the text is not a string but a list"),
        (pa.array([{"a": None}]), "the text is not a string but an object"),
        (pa.array([1.5]), "the text is not a string but a number"),
        (pa.array(["x" * 101]), "a cell of 101 bytes, longer than the bound"),
    ],
)
def test_texts_that_are_none(tmp_path, column, reason):
    file = write(tmp_path, "n.parquet", parquet(pa.table({"text": column})))
    assert reasons(read(file, limits=Limits(record_bytes=100))) == [(0, reason)]


def test_strings_that_are_not_utf_8_after_all(tmp_path):
    broken = pa.Array.from_buffers(pa.string(), 1, pa.array(["Señor Peña murió.".encode("cp1252")]).buffers())
    (article,) = read(write(tmp_path, "n.parquet", parquet(pa.table({"text": broken}))))
    assert article.text == "Señor Peña murió." and "not UTF-8" in article.repairs[0]


def test_a_damaged_row_group_does_not_take_the_others_with_it(tmp_path):
    import io

    import pyarrow.parquet

    data = bytearray(parquet(row_group_size=3))
    group = pyarrow.parquet.ParquetFile(io.BytesIO(data)).metadata.row_group(1)
    numbers = [n for n in range(group.num_columns) if group.column(n).path_in_schema == "text"]
    column = group.column(numbers[0])
    start = column.dictionary_page_offset or column.data_page_offset
    data[start : start + column.total_compressed_size] = b"\xff" * column.total_compressed_size
    records = read(write(tmp_path, "n.parquet", bytes(data)))
    ((position, reason),) = reasons(records)
    assert position is None and reason.startswith("rows 3 to 5 cannot be read")
    assert texts(records) == [record["text"] for number, record in enumerate(RECORDS) if number not in (3, 4, 5)]
    assert [r.position for r in records] == [0, 1, 2, None, 6]


@pytest.mark.parametrize("data", [b"", b"PAR1", b"PAR1" + b"x" * 100 + b"PAR1", parquet()[:-20], b"x" * 1000])
def test_no_parquet_at_all(tmp_path, data):
    ((position, reason),) = reasons(read(write(tmp_path, "n.parquet", data)))
    assert position is None and "Parquet" in reason


def test_one_compressed_as_a_whole_is_unpacked_only_so_far(tmp_path):
    import gzip

    file = write(tmp_path, "n.parquet.gz", gzip.compress(b"\0" * 1_000_000))
    assert reasons(read(file, limits=Limits(parquet_bytes=100_000))) == [(None, "unpacks to more than 100,000 bytes")]
