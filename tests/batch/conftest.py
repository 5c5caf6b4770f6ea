"""A small crawl of invented notices, cut into several shards, for the tests of the batch."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from bangfu.batch import engine, shard
from bangfu.batch.work import Job

TOWNS = ("青岭", "白沙河", "石桥", "东坪", "柳树沟", "双河", "大湾", "松林", "南坡", "云台")
KINDS = ("中心小学", "第二中学", "卫生院", "职业技术学校")
NAMES = ("王小梅", "李建业", "赵文博", "陈思源", "刘海燕", "周立新", "孙志远")


def notice(i: int) -> str:
    """The text of the i-th notice: all differ, all have rows."""
    town, kind, name = TOWNS[i % 10], KINDS[i % 4], NAMES[i % 7]
    return (
        f"{town}镇{kind}收到第{i}号捐助\n"
        f"近日，江州爱心基金会向{town}镇{kind}捐赠现金{3 + i}万元、图书{100 + 7 * i}册。"
        f"校长{name}说，学校有学生{200 + i}人，教师{20 + i % 9}名，{'新添的书架已经装好，' * (i % 5)}"
        f"孩子们{'下课后都爱到阅览室去' if i % 2 else '在操场边搭起了小小的读书角'}。"
        f"据介绍，基金会今年已在{TOWNS[(i * 3) % 10]}县投入{50 + i}万元，"
        f"资助{'困难学生' if i % 3 else '乡村教师'}{30 + i}名。"
    )


def files_of(folder: Path) -> dict[str, bytes]:
    """The tables and run.json of an output folder."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()}


@pytest.fixture
def small_shards(monkeypatch: pytest.MonkeyPatch) -> None:
    """Shards of about five notices."""
    monkeypatch.setattr(shard, "SHARD_BYTES", 3_000)
    monkeypatch.setattr(shard, "UNIT_BYTES", 2_000)


@pytest.fixture
def tables_of() -> Callable[[Path], dict[str, bytes]]:
    """The tables and run.json of an output folder."""
    return files_of


@pytest.fixture
def crawl(tmp_path: Path, small_shards: None) -> Path:
    """Forty notices: twenty files, twenty records; and three things that cannot be read."""
    folder = tmp_path / "crawl"
    (folder / "pages").mkdir(parents=True)
    for i in range(20):
        (folder / "pages" / f"n{i:02}.txt").write_text(notice(i), "utf-8")
    (folder / "pages" / "empty.txt").write_bytes(b"")
    records = [{"id": f"r{i:02}", "title": f"捐助{i}", "text": notice(i)} for i in range(20, 40)]
    lines = [json.dumps(record, ensure_ascii=False) for record in records]
    lines[7:7] = ["{broken", json.dumps({"id": "nothing"})]
    (folder / "records.jsonl").write_text("\n".join(lines) + "\n", "utf-8")
    return folder


@pytest.fixture
def text_of() -> Callable[[int], str]:
    """The text of the i-th notice."""
    return notice


QUICK = """
import os, re, signal, time
from decimal import Decimal
from bangfu.article import Article, Count, Document, Span, Text

def process(source, settings, lap):
    text = source.raw
    if "HANG" in text:
        time.sleep(600)
    if "DIE" in text:
        os.kill(os.getpid(), signal.SIGKILL)
    if "GROW" in text:
        held = b"x" * 900_000_000
        time.sleep(600)
    if "FAULT" in text:
        raise ZeroDivisionError("a fault of ours")
    time.sleep(float(os.environ.get("QUICK_SLEEP", "0")))
    document = Document(source, Text.untouched(text), (Span(0, len(text)),))
    counts = tuple(
        Count(start=m.start(), end=m.end(), rule="digits", text=m.group(), value=Decimal(m.group()))
        for m in re.finditer("[0-9]+", text)
    )
    lap("digits")
    return Article(document, counts=counts)
"""
"""Stages that need no lexicon and fail as they are told to."""


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Workers process articles with the stages of :data:`QUICK`."""
    (tmp_path / "lib").mkdir()
    (tmp_path / "lib" / "quick_stages.py").write_text(QUICK, "utf-8")
    monkeypatch.syspath_prepend(tmp_path / "lib")
    monkeypatch.setattr(engine, "Job", partial(Job, process="quick_stages:process"))
