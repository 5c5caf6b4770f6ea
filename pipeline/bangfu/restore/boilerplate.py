"""What a page puts around a report: menus, buttons, paths, copyright notes, teasers, advertisements.

It stays in the clean text and is set apart, so that no sentence is cut from it. Names and bylines
(``责任编辑：X``) are data and never set apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from bangfu import lexicon
from bangfu.article import Span


def boilerplate(text: str) -> tuple[Span, ...]:
    """Spans that belong to the page: whole lines, and some pieces of lines.

    >>> text = "设为首页 | 加入收藏\\n捐赠仪式\\n村小学昨天收到图书。\\n上一篇：没有了"
    >>> [text[s.start : s.end] for s in boilerplate(text)]
    ['设为首页 | 加入收藏', '上一篇：没有了']
    """
    lines = [line for whole in text.split("\n") if (line := whole.strip())]
    notes = [i for i, line in enumerate(lines) if _is_note(line)] if _NOTED.search(text) else []
    last_edge = len(lines) - 10
    of_page = [
        i
        for i, line in enumerate(lines)
        if "。" not in line and len(line) <= _LONGEST and _is_of_page(line, i < 6 or i >= last_edge)
    ]
    whole = {*notes, *of_page, *_repeated(lines), *_other_articles(lines, notes)}
    spans = [Span(*hit.span()) for i, hit in enumerate(_LINE.finditer(text)) if i in whole] if whole else []
    for hit in _PIECE.finditer(text):
        label = _LABEL.search(text, max(0, hit.start() - 6), hit.start()) if hit["label"] is not None else hit
        if label:
            spans.append(Span(label.start(), hit.end()))
    return _merged(text, sorted(spans)) if spans else ()


def _merged(text: str, spans: list[Span]) -> tuple[Span, ...]:
    """Spans without overlaps; those with only white space between are one."""
    merged: list[Span] = []
    for span in spans:
        if merged and not text[merged[-1].end : span.start].strip():
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)


# Pieces of the page inside of a line: in brackets, or behind a label, told by its colon and then by itself.
_PIECE = re.compile(
    r"[【\[（(:：](?:(?<=[【\[（(])(?=[\s字打关收返分推纠评复加我详更全责编])(?:\s*(?:字体|字号)[^】\]）)\n]{0,20}[】\]）)]"
    r"|\s*(?:打印|关闭|收藏|返回|分享|推荐|纠错|评论|复制链接|加入收藏|我要评论)[^】\]）)\n]{0,8}[】\]]"
    r"|(?:详细|更多|详情|全文)[】\]]|\s*(?:责任编辑|责编|编辑)\s*[:：]?\s*[）)])"
    r"|(?P<label>(?<=次数.|浏览.|点击.|阅读.|访问.|查看.|人气.|览量.|击量.|读量.|问量.|击率.|击数.|读数.)\s*\d+\s*(?:人?次)?"
    r"|(?<=享到.|享至.)[^\n。]{0,60}|(?<=字体.|字号.)\s*大\s*中\s*小|(?<=链接.|地址.|网址.)\s*[!-~]+))"
)
_LABEL = re.compile(
    r"(?:(?:浏览|点击|阅读|访问|查看|人气)(?:次数|量|数|率)?|次数|分享[到至]|字体|字号|(?:原文|本文)(?:链接|地址|网址))\Z"
)


_CREDIT = re.compile(r"[（(【\[]?(?:责任编辑|责编|编辑|记者|作者|通讯员|审核|校对)\s*[:：/]\s*[^\s）)】\]]")


_LONGEST = 1000
"""Characters of a line of keywords."""

_LINE = re.compile(r"[^\s\u3000](?:[^\n]*[^\s\u3000])?")


def _is_of_page(line: str, edge: bool) -> bool:
    """Whether a line without a full stop is no part of a report; advertisements stand at an edge of it."""
    if len(line) > 200:
        return edge and _is_spam(line)
    short = len(line) <= 80 and line[-1] not in "！？；，”…" and (len(line) <= 20 or _PARTED.search(line))
    if short and (_is_menu(line) or _PAGE_NUMBER.fullmatch(line) or _EMPTY_CREDIT.fullmatch(line)):
        return True
    return edge and (_is_list_of_places(line) or _is_spam(line) or _is_keywords(line))


def _is_note(line: str) -> bool:
    """Whether a line is a note on copyright, liability or registration."""
    return len(line) <= 400 and (_NOTE_HEAD.match(line) or _NOTE_INSIDE.search(line)) is not None


_NOTED = re.compile(
    "[权载许©oOI声网注](?:(?<=[版授]权)|(?<=转载)|(?<=许)可|(?<=©)|(?<=声)明|(?<=注)明"
    "|(?<=[oO])(?:pyright|PYRIGHT)|(?<=I)CP|(?<=公网)安备)"
)
"""Words without one of which no text has a note: a quick test."""
_PARTED = re.compile("[|｜>›»＞ \u3000：:]")
_SEPARATOR = re.compile(r"[\s|｜>›»＞/·,，、:：\[\]【】()（）-]+")
_BREADCRUMB = re.compile(
    r"(?:您?(?:当前|现在|所在)?(?:的|所在)?位置)[:：是]|.{0,12}(?:[>›»＞]{1,2}[^>›»＞。！？]{1,30}){2,}"
    r"|[\u4e00-\u9fff]{2,10}(?:网|首页|频道|在线)\s*[>›»＞]\s*[\u4e00-\u9fff]{2,8}\Z"
)
_PAGE_NUMBER = re.compile(
    r"第\s*\d{1,3}\s*页(?:[\s,，/]*共\s*\d{1,3}\s*页)?|共\s*\d{1,3}\s*页(?:[\s,，/]*第\s*\d{1,3}\s*页)?"
    r"|[-—–·]\s*\d{1,3}\s*[-—–·]|\d{1,3}\s*/\s*\d{1,3}|\[?1\]?(?:\s+\[?\d{1,2}\]?){1,9}|-{1,5}"
)
_EMPTY_CREDIT = re.compile(
    r"[（(【\[]?(?:责任编辑|责编|编辑|作者|来源|审核|校对|编审|稿源)\s*[:：]?\s*[）)】\]]?"
)
_NOTE_HEAD = re.compile(
    r"[（(【\[]?(?:版权(?:声明|说明|所有|与免责)|免责(?:声明|条款)|特别声明[:：]|郑重声明[:：]|Copyright|©"
    r"|凡(?:本网|注明|转载|署名)|本(?:网站?|文)(?:所有|版权|由.{0,20}整理))",
    re.I,
)
_NOTE_INSIDE = re.compile(
    r"[版未转引IiCc公](?:(?<=版)权归.{2,30}所有|(?<=未)经.{0,20}(?:授权|许可|同意).{0,12}(?:转载|使用|复制)"
    r"|(?:(?<=转)载|(?<=引)用).{0,12}(?:请|须|务必)注明|(?<=[Ii])(?:CP|cp)[备证]|(?<=公)网安备"
    r"|(?<=[Cc])(?:opyright|OPYRIGHT)\s*(?:©|\([cC]\)|20))"
)
_TEASER = re.compile(r"\[(?:详细|更多|详情|全文)\]|【(?:详细|更多|详情)】")


def _is_menu(line: str) -> bool:
    """Whether a line is a menu, a path of sections or a row of buttons."""
    if _BREADCRUMB.match(line):
        return True
    kinds = lexicon.mapping("navigation")
    words = [word for word in _SEPARATOR.split(line) if word]
    if not words:
        return len(line) > 2 or line in "-|>»"
    known = [kinds[word] for word in words if word in kinds]
    if words[0] in kinds and kinds[words[0]] in ("next", "related") and (len(words) > 1 or len(line) < 8):
        return kinds[words[0]] == "next" or len(words) > 1 or line == words[0]
    if len(known) == len(words):
        # Names of sections alone may be a headline; one word alone must be a button.
        sections = known.count("section")
        return sections < len(known) and (len(known) > 1 or known[0] == "share" or words[0] in _BUTTONS)
    return "|" in line and len(words) >= 4 and len(known) * 2 >= len(words)


_BUTTONS = ("设为首页", "加入收藏", "返回首页", "网站首页", "返回列表", "返回顶部", "返回", "网站地图", "RSS")


def _is_spam(line: str) -> bool:
    return len(set(_spam().findall(line))) >= 2


def _is_keywords(line: str) -> bool:
    """Whether a line is nothing but four short words or more between bars, none of them a credit."""
    words = _BAR.split(line) if line.count("|") + line.count("｜") >= 3 else []
    return bool(words) and all(len(w) <= 12 and not _NO_KEYWORD.search(w) for w in words)


_BAR = re.compile("[|｜]")
_NO_KEYWORD = re.compile(r"[，。！？；：:]|^\s*[文图摄编责记来作审监视统校设制策]|\s(?:文|图|编辑|审核)\s*$")


@lru_cache(maxsize=1)
def _spam() -> re.Pattern[str]:
    return re.compile("|".join(re.escape(word) for word in sorted(lexicon.words("spam"))))


_PLACE = re.compile(r"[\u3400-\u9fff]{1,7}[县市区旗州镇乡盟]")


def _is_list_of_places(line: str) -> bool:
    """Whether a line is nothing but the names of ten places or more, parted by blanks."""
    words = line.split() if line.count(" ") + line.count("\u3000") >= 9 else []
    return len(words) >= 10 and sum(_PLACE.fullmatch(w) is not None for w in words) * 5 >= len(words) * 4


def _repeated(lines: list[str]) -> Iterator[int]:
    """Lines of running text that repeat an earlier one."""
    if len(set(lines)) == len(lines):
        return
    seen: set[str] = set()
    for i, line in enumerate(lines):
        if len(line) >= 20 and line in seen and "，" in line:
            yield i
        seen.add(line)


def _other_articles(lines: list[str], notes: list[int]) -> Iterator[int]:
    """The lines from a heading or note on behind which there are only teasers of other articles."""
    kinds = lexicon.mapping("navigation")
    short = (i for i, line in enumerate(lines) if len(line) <= 12)
    ends = sorted({*notes, *(i for i in short if kinds.get(lines[i].strip("：:>》【】[] ")) == "related")})
    if not ends:
        return
    last_teaser = max((i for i, line in enumerate(lines) if _TEASER.search(line)), default=-1)
    last_long = max((i for i, line in enumerate(lines) if len(line) > 45 or "。" in line), default=-1)
    begin = next((i for i in ends if last_teaser > i or last_long <= i), len(lines))
    yield from (i for i in range(begin, len(lines)) if not _CREDIT.match(lines[i]))
