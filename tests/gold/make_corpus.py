"""Makes corpus/ from the clean articles beside this file: every format, encoding and kind of damage.

    python -m tests.gold.make_corpus [FOLDER]

The same clean texts give the same bytes. ``clean/`` holds what the authors wrote, ``annotations/`` the rows
that belong in the tables; a damaged copy must give the same rows.
"""

from __future__ import annotations

import csv
import gzip
import io
import json
import random
import sys
from pathlib import Path

import opencc
import pyarrow as pa
import pyarrow.parquet as pq
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from bangfu import lexicon
from tests.damage import noted_bytes
from tests.damage_encoding import read_as, shift_bytes

CLEAN = Path(__file__).parent / "clean"
CORPUS = Path(__file__).parents[2] / "corpus"

# id of the copy: id of the clean article that it repeats in another damage
COPIES = {
    "copy-bytes-as-gb18030": "children-heart-yunnan",
    "copy-masked": "teachers-gansu",
    "copy-full-width": "bank-shaanxi",
    "copy-headline": "books-ningxia",
    "copy-notes-on-bytes": "school-pairing-qinghai",
}


COUNTIES = "舒城县 庐江县 含山县 和县 无为县 南陵县 泾县 旌德县 绩溪县 太湖县 宿松县 望江县 岳西县 桐城市"
"""What spam pages list at their end to be found from everywhere."""


def clean(doc_id: str) -> str:
    """The article as its author wrote it."""
    return (CLEAN / f"{doc_id}.txt").read_text("utf-8")


def traditional(text: str) -> str:
    """As a mirror does it, character by character with the ambiguous ones left (后, 干, 里)."""
    single = opencc.OpenCC("s2t")
    return "".join(c if c in "后干里范准台面松" else single.convert(c) for c in text)


def pinyin_notes(text: str, seed: int, share: float = 1.0) -> str:
    """Put a reading behind characters that the mirror converted."""
    chance = random.Random(seed)
    reading = {c: row[0] for row in lexicon.table("pinyin_readings") for c in row[1]}
    chosen = {c for c in dict.fromkeys(text) if traditional(c) != c and chance.random() < share}
    return "".join(f"{traditional(c)}({reading[c]})" if c in chosen and c in reading else c for c in text)


def mirror_marks(text: str) -> str:
    """Full-width marks become ASCII ones, some of them doubled."""
    return text.translate(str.maketrans("，：；", ",:;")).replace(",", ",，", 12)


def broken_lines(text: str, seed: int) -> str:
    """Break long lines where a page ended, in the middle of a sentence."""
    chance = random.Random(seed)
    out = []
    for line in text.splitlines():
        while len(line) > 120:
            cut = chance.randrange(60, 90)
            while not ("\u4e00" <= line[cut - 1] <= "\u9fff" and "\u4e00" <= line[cut] <= "\u9fff"):
                cut += 1
            out.append(line[:cut] + "\n")
            line = line[cut:]
        out.append(line)
    return "\n".join(out) + "\n"


def spam_page(text: str) -> str:
    """Head, watermark and tail of a mirror that lives from search engines."""
    title, *body = text.splitlines()
    mark = "QZX山野资讯网"
    head = "设为首页 | 加入收藏 | 网站地图\n热门推荐:免费注册,全网最低价,代购转运\n\n > 新闻 > 国内\n"
    inside = "".join(f"<p>&nbsp;&nbsp;{line}{mark}</p>\n\n" for line in body)
    return f"{head}{title}\n{inside}上一篇: 没有了\n下一篇: 返回列表\n分享按钮\n{COUNTIES}\n"


def page(text: str, charset: str, author: str, date: str) -> str:
    """A news page with navigation, a byline and a footer."""
    title, *body = text.splitlines()
    paragraphs = "\n".join(f"<p>　　{line}</p>" for line in body)
    return f"""<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="{charset}"><title>{title}_山野新闻网</title>
<meta name="author" content="{author}"><meta property="og:title" content="{title}">
<meta property="article:published_time" content="{date}"></head>
<body><nav><ul><li><a href="/">首页</a></li><li><a href="/gn">国内</a></li></ul></nav>
<article><h1>{title}</h1><div class="content">
{paragraphs}
</div></article>
<footer><p>版权所有 山野新闻网 未经许可不得转载</p></footer>
<script>var tongji = "点击统计";</script></body></html>
"""


def full_width(text: str) -> str:
    """Digits and letters in full width, blanks in short names of people, look-alike code points."""
    wide = {ord(c): chr(ord(c) + 0xFEE0) for c in "0123456789."}
    return text.translate(wide).replace("西", "⻄", 2).replace("长", "⻓", 2)


def masked(text: str) -> str:
    """A word list of the host hides some words."""
    return text.replace("共选派", "**选派").replace("一千", "一千\u200b").replace("教师", "教\u00ad师", 3)


def warc(pages: dict[str, str]) -> bytes:
    """A crawl of some pages."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    for number, (url, html) in enumerate(pages.items(), 1):
        kind = [("Content-Type", "text/html; charset=utf-8")]
        headers = StatusAndHeaders("200 OK", kind, protocol="HTTP/1.1")
        record = writer.create_warc_record(
            url,
            "response",
            payload=io.BytesIO(html.encode()),
            http_headers=headers,
            warc_headers_dict={
                "WARC-Date": "2024-07-08T00:00:00Z",
                "WARC-Record-ID": f"<urn:uuid:00000000-0000-4000-8000-{number:012d}>",
            },
        )
        writer.write_record(record)
    return out.getvalue()


def record(doc_id: str, date: str, **more: str) -> dict[str, str]:
    """One record of a data set: title apart from the text."""
    title, text = clean(doc_id).split("\n", 1)
    return {"id": doc_id, "title": title, "date": date, "text": text.strip(), **more}


def build(folder: Path) -> None:
    """Write every file of the corpus."""

    def write(name: str, data: bytes | str) -> None:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data.encode() if isinstance(data, str) else data)

    write("medical-team-yunnan.txt", clean("medical-team-yunnan"))
    write("english-paired-assistance.txt", clean("english-paired-assistance"))
    write("teachers-gansu.txt", clean("teachers-gansu").encode("gb18030"))
    write("foundation-guizhou.html", page(clean("foundation-guizhou"), "utf-8", "记者 周牧", "2023-12-07"))
    write("elderly-clinic-hebei.htm", page(clean("elderly-clinic-hebei"), "gb2312", "", "").encode("gb18030"))
    write("hospital-tibet.txt", pinyin_notes(clean("hospital-tibet"), 4).replace("，", ","))
    one = record("vocational-xinjiang", "2024-09-02")
    write("vocational-xinjiang.json", json.dumps(one, ensure_ascii=False))
    write("alumni-hunan.txt", read_as(clean("alumni-hunan"), "utf-8", "latin-1"))
    taiwan = traditional(clean("school-pairing-qinghai")).translate(str.maketrans("爲羣着", "為群著"))
    write("school-pairing-qinghai.txt", taiwan.encode("big5"))
    lines = [
        json.dumps(record("overseas-chinese-guangxi", "2023-11-10"), ensure_ascii=False),
        '{"id": "cut-off", "title": "断掉的一行", "text": "这一行在抓取时断',
        json.dumps(record("tcm-training-sichuan", "2025-01-20", author="记者 陈杉"), ensure_ascii=False),
    ]
    write("crawl.jsonl", "\n".join(lines) + "\n")
    rows = [record("books-ningxia", "2024-03-18"), record("digital-classroom-inner-mongolia", "2023-05-24")]
    table = io.StringIO()
    writer = csv.DictWriter(table, rows[0].keys(), quoting=csv.QUOTE_ALL)
    writer.writeheader()
    writer.writerows(rows)
    write("mirror.csv", table.getvalue().encode("utf-8-sig"))
    shifted = shift_bytes(traditional(clean("flood-relief-henan")), 1)
    write("flood-relief-henan.txt.gz", gzip.compress(shifted.encode(), mtime=0))
    write("volunteer-jiangxi.txt", mirror_marks(clean("volunteer-jiangxi")))
    write("bank-shaanxi.txt", broken_lines(clean("bank-shaanxi"), 3))
    write("children-heart-yunnan.txt", spam_page(clean("children-heart-yunnan")))
    records = pa.Table.from_pylist(
        [record("broadcast-brief", "2025-02-11"), record("kindergarten-anhui", "2024-05-30", byline="查晓雯")]
    )
    sink = io.BytesIO()
    pq.write_table(records, sink)
    write("part-0001.parquet", sink.getvalue())
    html = page(clean("agri-experts-guizhou"), "utf-8", "", "2024-07-08")
    write("agri-experts-guizhou.html.gz", gzip.compress(html.encode(), mtime=0))
    html = page(clean("foundation-guizhou"), "utf-8", "", "2023-12-08")
    write("copies/crawl.warc.gz", warc({"https://news.example/2023/foundation.html": html}))

    misread = read_as(clean(COPIES["copy-bytes-as-gb18030"]), "utf-8", "gb18030")
    write("copies/copy-bytes-as-gb18030.txt", misread)
    write("copies/copy-masked.txt", masked(clean(COPIES["copy-masked"])))
    write("copies/copy-full-width.txt", full_width(clean(COPIES["copy-full-width"])))
    noted = noted_bytes(clean(COPIES["copy-notes-on-bytes"]), seed=4)
    write("copies/copy-notes-on-bytes.txt", noted)
    headline, rest = clean(COPIES["copy-headline"]).split("\n", 1)
    write(
        "copies/copy-headline.txt",
        "闽宁协作：" + headline[:4] + "进校园\n" + traditional(rest.replace("发起", "倡议")),
    )

    write("unreadable/scan.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8)
    write("unreadable/empty.txt", b"\n")


if __name__ == "__main__":
    build(Path(sys.argv[1]) if len(sys.argv) > 1 else CORPUS)
