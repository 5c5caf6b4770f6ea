"""What is set apart as boilerplate, and what never is."""

from __future__ import annotations

import pytest

from bangfu.restore.boilerplate import boilerplate

REPORT = (
    "山村小学收到一批图书\n"
    "昨天上午，一家企业捐赠的2万册图书运到了村小学。校长王小明说，孩子们很高兴。\n"
    "据了解，这是该企业第3次捐赠，总价值达12.6万元。\n"
)

PAGE = [
    "首页 > 新闻 > 国内",
    "当前位置：首页 > 教育资讯 > 正文",
    "您现在的位置： 首页>>新闻中心>>教育",
    "> 新闻 > 国内",
    "设为首页 | 加入收藏 | 网站地图 | RSS地图",
    "设为首页|加入收藏|联系我们",
    "上一篇：没有了",
    "下一篇：某县举行捐赠仪式",
    "上一页 1 2 3 下一页",
    "返回列表",
    "分享按钮",
    "分享到：微信 微博 QQ空间",
    "【打印】 【关闭】",
    "（责任编辑：）",
    "第1页 共3页",
    "- 2 -",
    "1/3",
    "版权所有：某某网 未经许可不得转载",
    "版权声明：凡注明“来源：某某网”的所有作品，版权归某某网所有。",
    "凡本网注明“来源：某某网”的作品，转载请注明出处。",
    "Copyright © 2001-2024 某某网 All Rights Reserved",
    "热门推荐：集运转运代购，免费注册送彩金，全网最低价",
    "论文代写|期刊发表|毕业设计|职称评定",
    "国产精品在线视频_亚洲视频免费观看_久久网站",
    "日韩亚洲电影,国产午夜视频," * 20 + "首页",
    "某某教育网 > 支教",
    "河东区 河西区 南山县 北山县 东湖县 西湖县 青石县 白水县 红旗镇 云溪市 大岭乡",
]

DATA = [
    "（责任编辑：王小明）",
    "责任编辑：王小明",
    "记者 王小明 通讯员 李大江",
    "来源：某某日报",
    "关键词：教育扶贫",
    "教育 科技",
    "国产高清设备捐赠给午夜急诊",
    "每年捐款 > 3万元",
    "文 | 王小明 图 | 李大江 编辑 | 赵兰 审核 | 张林",
    "新闻",
    "授权发布：某某条例",
    "东湖县、西湖县、青石县各捐赠3万元。",
    "第2批教师共40名",
    "图为捐赠仪式现场",
    "发布时间：2023-05-06 作者：王小明",
    "——来自某县的报道",
    "学校获得转载授权后，向3000名学生发放图书。",
]


@pytest.mark.parametrize("line", PAGE)
@pytest.mark.parametrize("place", ["head", "tail"])
def test_a_line_of_the_page_is_set_apart_and_the_report_is_not(line: str, place: str) -> None:
    text = f"{line}\n{REPORT}" if place == "head" else f"{REPORT}{line}"
    assert [text[s.start : s.end] for s in boilerplate(text)] == [line]


@pytest.mark.parametrize("line", DATA)
@pytest.mark.parametrize("place", ["head", "tail"])
def test_a_line_of_the_report_is_not_set_apart(line: str, place: str) -> None:
    text = f"{line}\n{REPORT}" if place == "head" else f"{REPORT}{line}"
    assert boilerplate(text) == ()


def test_teasers_behind_a_copyright_note_belong_to_it() -> None:
    tail = (
        "版权声明：未经许可不得转载。\n-\n某县召开会议\n某县昨天召开会议，投入3万元。[详细]\n责任编辑：王小明"
    )
    text = REPORT + tail
    assert [text[s.start : s.end] for s in boilerplate(text)] == [tail.rsplit("\n", 1)[0]]


def test_a_list_of_other_articles_is_set_apart_with_its_heading() -> None:
    tail = "相关阅读\n某县举行捐赠仪式\n又有30名教师赴藏支教"
    assert [(REPORT + tail)[s.start : s.end] for s in boilerplate(REPORT + tail)] == [tail]


def test_a_heading_of_other_articles_in_front_of_the_report_takes_nothing_with_it() -> None:
    text = "推荐阅读\n" + REPORT
    assert all(span.end <= len("推荐阅读") for span in boilerplate(text))


@pytest.mark.parametrize(
    "piece", ["[详细]", "浏览次数：1234次", "【字体：大 中 小】", "（责任编辑：）", "【打印本页】"]
)
def test_a_piece_of_the_page_inside_of_a_line_is_set_apart(piece: str) -> None:
    text = f"来源：某某日报 {piece}\n{REPORT}"
    assert [text[s.start : s.end] for s in boilerplate(text)] == [piece]


def test_a_paragraph_that_stands_twice_is_set_apart_once() -> None:
    twice = REPORT + REPORT.split("\n")[1]
    assert [(s.start, s.end) for s in boilerplate(twice)] == [(len(REPORT), len(twice))]
