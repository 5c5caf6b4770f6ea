"""The same records in every format, for the tests of reading."""

from __future__ import annotations

import csv
import gzip
import io
import json
from pathlib import Path
from typing import Any

TEXT = "云杉县第{}小学迎来了{}名支教老师。\n“孩子们高兴坏了。”校长说，\t还收到了图书，共计三百册。"


def records(count: int) -> list[dict[str, Any]]:
    """Records with every field, of different lengths."""
    return [
        {
            "id": f"r{i}",
            "url": f"https://example.org/{i}",
            "title": f"支教第{i}期",
            "date": f"2023-05-{i % 28 + 1:02}",
            "byline": "记者 林青山",
            "text": TEXT.format(i, i + 1) * (i % 5 + 1),
        }
        for i in range(count)
    ]


def write(path: Path, rows: list[dict[str, Any]], encoding: str = "utf-8") -> Path:
    """Write records in the format that the suffix names, gzipped where it ends with .gz."""
    name = path.name.removesuffix(".gz")
    if name.endswith(".jsonl"):
        data = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode(encoding)
    elif name.endswith(".json"):
        data = json.dumps(rows, ensure_ascii=False, indent=1).encode(encoding)
    elif name.endswith((".csv", ".tsv")):
        out = io.StringIO(newline="")
        writer = csv.DictWriter(out, list(rows[0]), delimiter="\t" if name.endswith(".tsv") else ",")
        writer.writeheader()
        writer.writerows(rows)
        data = out.getvalue().encode(encoding)
    elif name.endswith(".parquet"):
        data = parquet(rows)
    else:
        data = warc(rows, gzipped=path.name.endswith(".gz"))
        path.write_bytes(data)
        return path
    path.write_bytes(gzip.compress(data) if path.name.endswith(".gz") else data)
    return path


def parquet(rows: list[dict[str, Any]], group: int = 7) -> bytes:
    """A Parquet file of small row groups."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    out = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(rows), out, row_group_size=group)
    return out.getvalue()


def warc(rows: list[dict[str, Any]], gzipped: bool = False, status: str = "200 OK") -> bytes:
    """A WARC of one response a record, with the requests that crawlers keep beside them."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    out = io.BytesIO()
    writer = WARCWriter(out, gzip=gzipped)
    for row in rows:
        page = (
            f"<html><head><title>{row['title']}</title></head><body><h1>{row['title']}</h1>"
            f"<p>{row['text']}</p></body></html>"
        )
        headers = StatusAndHeaders(
            status, [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1"
        )
        asked = StatusAndHeaders("GET / HTTP/1.1", [("Host", "example.org")], is_http_request=True)
        writer.write_record(
            writer.create_warc_record(
                row["url"], "response", payload=io.BytesIO(page.encode()), http_headers=headers
            )
        )
        writer.write_record(writer.create_warc_record(row["url"], "request", http_headers=asked))
    return out.getvalue()
