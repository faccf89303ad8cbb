"""Archives written for the tests."""

import csv
import gzip
import io
import json

from backports import zstd

from claimx.archives.archive_file import ArchiveFile
from claimx.archives.kinds import kind_of
from claimx.archives.read import read_file

STORY = "Shelling of the Karsu market killed at least 12 people on Friday, the regional health office said. "
RECORDS = [
    {
        "id": f"a{n}",
        "title": f"Day {n}",
        "text": f"{STORY}{n} more were injured, “doctors” añadieron.",
        "date": f"2019-05-{n + 1:02}",
    }
    for n in range(7)
]


def jsonl(records=RECORDS):
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records).encode()


def delimited(records=RECORDS, delimiter=","):
    out = io.StringIO()
    writer = csv.DictWriter(out, list(records[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(records)
    return out.getvalue().encode()


def parquet(records=RECORDS, row_group_size=3, **kwargs):
    import pyarrow
    import pyarrow.parquet

    out = io.BytesIO()
    table = records if isinstance(records, pyarrow.Table) else pyarrow.Table.from_pylist(records)
    pyarrow.parquet.write_table(table, out, row_group_size=row_group_size, **kwargs)
    return out.getvalue()


def page(text=None, title="A day in Karsu", published="2019-05-31T10:00:00Z", charset="utf-8"):
    text = f"<p>{STORY * 4}</p>" if text is None else text
    day = f'<meta property="article:published_time" content="{published}">' if published else ""
    return (
        f'<!DOCTYPE html><html><head><meta charset="{charset}"><title>{title}</title>{day}</head>'
        f"<body><nav><a href='/'>Home</a></nav><article><h1>{title}</h1>{text}</article></body></html>"
    )


def warc_record(number, body, kind="response", headers="Content-Type: text/html; charset=utf-8\r\n", status="200 OK"):
    payload = f"HTTP/1.1 {status}\r\n{headers}\r\n".encode() + body
    return (
        (
            f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{number:012}>\r\n"
            f"WARC-Target-URI: https://news.example/{number}\r\nWARC-Date: 2021-01-01T00:00:00Z\r\n"
            f"Content-Type: application/http; msgtype={kind}\r\nContent-Length: {len(payload)}\r\n\r\n"
        ).encode()
        + payload
        + b"\r\n\r\n"
    )


def warc_records(count=4):
    return [warc_record(n, page(f"<p>{STORY * 4}Page {n}.</p>").encode()) for n in range(count)]


def compressed(data, extension):
    return {"": bytes, ".gz": gzip.compress, ".zst": zstd.compress}[extension](data)


def write(folder, name, data):
    """Write a file and describe it as list_files would."""
    path = folder / name
    path.write_bytes(data)
    format, compression = kind_of(name)
    return ArchiveFile(str(path), format, compression, len(data))


def read(file, fields=None, limits=None, start=0):
    return list(read_file(file, fields, limits, start))


def reasons(records):
    return [(record.position, record.reason) for record in records if hasattr(record, "reason")]


def texts(records):
    return [record.text for record in records if hasattr(record, "text")]
