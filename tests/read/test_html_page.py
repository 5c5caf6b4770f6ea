"""Web pages: their main text, and what stands around it."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bangfu.article import Source
from bangfu.errors import RejectError
from bangfu.read import Reject, sources
from bangfu.read.byline import byline_of
from bangfu.read.html_page import parse
from bangfu.settings import Settings

HEAD = (
    '<meta http-equiv="Content-Type" content="text/html; charset={charset}">'
    "<title>云杉县迎来支教老师_云杉新闻网</title>"
)
BODY = """
<div class="nav"><a href="/">首页</a> &gt; <a href="/n">新闻</a> &gt; <a href="/e">教育</a></div>
<div class="main"><h1>云杉县迎来第三批支教老师</h1>
<div class="info">2023-05-06 10:20 来源：云杉日报 作者：林青山 何小禾 责任编辑：周见微</div>
<div class="content"><p>　　云杉日报讯（记者 林青山 通讯员 何小禾）5月4日，
云杉县第一小学迎来了来自海州市的12名<b>支教</b>老师。</p>
<p>　　“孩子们需要你们。”校长高远说。海州市<a href="/h">教育局</a>向学校捐赠图书3000册、资金20万元。</p>
<p style="text-align:center"><img src="a.jpg"></p><p style="text-align:center">图为支教老师在上课。</p>
<p>　　据了解，支教老师将在云杉县工作一年，承担语文、数学、英语等学科的教学任务，
并开展教研活动，带动当地教师成长。</p></div></div>
<div class="related"><h3>相关阅读</h3><ul><li><a href="/1">某县开展义诊活动</a></li>
<li><a href="/2">某校收到图书</a></li></ul></div>
<script>var title = "脚本里的字";</script>
<div class="footer">版权所有 云杉新闻网 ICP备00000号</div>"""


def page(charset: str = "utf-8", body: str = BODY) -> str:
    return f"<!DOCTYPE html><html><head>{HEAD.format(charset=charset)}</head><body>{body}</body></html>"


def test_the_main_text_is_kept_and_the_frame_is_left_out() -> None:
    text = parse(page()).text
    assert "海州市教育局向学校捐赠图书3000册" in text
    assert "12名支教老师" in text
    for outside in ("首页", "相关阅读", "版权所有", "脚本里的字"):
        assert outside not in text


def test_title_date_and_byline_are_data() -> None:
    found = parse(page())
    assert (found.title, found.date) == ("云杉县迎来第三批支教老师", "2023-05-06")
    assert found.byline == (
        "来源：云杉日报 作者：林青山 何小禾 责任编辑：周见微 云杉日报讯（记者 林青山 通讯员 何小禾）"
    )


def test_title_and_byline_stand_before_the_text_as_lines() -> None:
    lines = parse(page()).text.split("\n")
    assert lines[:2] == ["云杉县迎来第三批支教老师", "来源：云杉日报 作者：林青山 何小禾 责任编辑：周见微"]
    assert lines[2].startswith("云杉日报讯")
    assert lines.count("云杉县迎来第三批支教老师") == 1


@pytest.mark.parametrize(
    ("charset", "codec"), [("gb2312", "gb18030"), ("utf-8", "utf-8"), ("gb2312", "utf-8")]
)
def test_a_page_is_decoded_by_its_header_or_in_spite_of_it(tmp_path: Path, charset: str, codec: str) -> None:
    (tmp_path / "a.html").write_bytes(page(charset).encode(codec))
    (source,) = sources([tmp_path], Settings())
    assert isinstance(source, Source)
    assert (source.doc_id, source.encoding, source.lossy) == ("a", codec, False)
    assert source.raw == parse(page()).text
    assert source.title == "云杉县迎来第三批支教老师"


def test_a_page_too_short_for_trafilatura_gives_all_of_its_text() -> None:
    found = parse("<h1>简讯</h1><div>云杉县来了<b>三名</b>老师。<br>他们带来了图书。</div>")
    assert found.text == "简讯\n云杉县来了三名老师。\n他们带来了图书。"


def test_plain_text_under_an_html_suffix_is_text() -> None:
    assert parse("云杉县来了三名老师。").text == "云杉县来了三名老师。"


def test_an_xml_declaration_is_no_obstacle() -> None:
    assert parse(f'<?xml version="1.0" encoding="gb2312"?>{page()}').text == parse(page()).text


@pytest.mark.parametrize(
    "html", ["", "  ", "<html></html>", "<!-- -->", "<script>支教</script>", "<p>&nbsp;</p>"]
)
def test_a_page_without_text_is_a_reject(html: str) -> None:
    with pytest.raises(RejectError) as caught:
        parse(html)
    assert caught.value.stage == "read"


@pytest.mark.parametrize(
    "html",
    [
        "<p>" * 100_000 + "支教",
        "<div>" * 20_000 + "支教",
        "<b>支教" * 50_000,
        "<table><tr><td>支教" * 5_000,
        "<!--" * 100_000,
        "<script>" * 100_000,
        "&#xd800;支教&#0;" * 10_000,
        "<" * 300_000,
        "支教" * 300_000,
        "<a href='" + "x" * 1_000_000,
        "作者：" * 100_000,
        "（" * 300_000,
    ],
    ids=[
        "p",
        "div",
        "b",
        "table",
        "comment",
        "script",
        "entity",
        "less",
        "line",
        "attribute",
        "byline",
        "bracket",
    ],
)
def test_hostile_pages_end_soon(html: str) -> None:
    begin = time.perf_counter()
    try:
        found: object = parse(html).text
    except RejectError as error:
        found = error
    assert found
    assert time.perf_counter() - begin < 10


@settings(deadline=None)
@given(st.text(alphabet="<>/abp! -=\"'&;支教#x0\n", max_size=200))
def test_any_string_gives_text_or_a_reject(html: str) -> None:
    try:
        text = parse(html).text
    except RejectError as error:
        text = error.reason
    assert text.strip()


def test_a_page_over_the_bound_is_a_reject(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(page(), encoding="utf-8")
    (reject,) = sources([tmp_path], Settings(max_bytes=100))
    assert isinstance(reject, Reject)
    assert "more than 100 bytes" in reject.reason


@pytest.mark.parametrize(
    ("plain", "byline", "info"),
    [
        ("作者：林青山", "作者：林青山", "作者：林青山"),
        ("要闻\n记者 林青山 通讯员 何小禾\n正文。", "记者 林青山 通讯员 何小禾", "记者 林青山 通讯员 何小禾"),
        ("正文。\n（责任编辑：周见微）", "责任编辑：周见微", None),
        ("正文。[编辑:周见微]", "编辑:周见微", None),
        ("本报云杉5月4日电（记者林青山）正文。", "本报云杉5月4日电（记者林青山）", None),
        ("经费主要来源：县财政。", None, None),
        ("村民们都说：老师来了。", None, None),
        ("", None, None),
    ],
)
def test_a_byline_is_found_where_pages_put_it(plain: str, byline: str | None, info: str | None) -> None:
    assert byline_of(plain) == (byline, info)
