"""The byline of a page: who wrote, sent in, edited, and where it first stood."""

from __future__ import annotations

import re

_WHO = (
    r"(?:(?:本报|本网|特约|见习|实习|首席|全媒体)?(?:记者|通讯员)|作者|来源|供稿|撰[稿文]|文字|摄影|图片|责任编辑"
    r"|责编|编辑|审核|校对|编审|监制)"
)
_BLANK = "[ \u3000]*"
_INFO = re.compile(rf"(?:^|(?<=[ \u3000|｜\]】）)>0-9])){_WHO}{_BLANK}[:：][^\n]{{1,100}}", re.M)
_LONE = re.compile(rf"^{_BLANK}((?:本报|本网)?(?:记者|通讯员)[ \u3000:：][^\n，。]{{2,40}})$", re.M)
_DATELINE = re.compile(
    rf"^{_BLANK}((?:[^\n（(。，]{{1,20}}(?:讯|电|消息)|本报记者){_BLANK}[（(][^\n（()）]{{2,60}}[)）])", re.M
)
_EDITOR = re.compile(rf"[（(【\[]{_BLANK}({_WHO}{_BLANK}[:：]?[^\n）)】\]]{{2,60}})[）)】\]]")


def byline_of(plain: str) -> tuple[str | None, str | None]:
    """The byline in the visible text of a page (a line a block), and the line of it that stands alone.

    The byline joins, in the page's order and without repetition: the line with labels (来源：… 作者：…), the
    dateline (某报讯（记者 …）) and the editor in brackets at the end. The second value is the labelled line,
    which the extraction of main text leaves out.

    >>> byline_of("2023-05-06 来源：云杉日报 作者：林青山\\n云杉日报讯（记者 何小禾）学校开学。")
    ('来源：云杉日报 作者：林青山 云杉日报讯（记者 何小禾）', '来源：云杉日报 作者：林青山')
    """
    info: list[str] = []
    for match in _INFO.finditer(plain):
        begin = plain.rfind("\n", 0, match.start()) + 1
        line = " ".join(match[0].split())
        # A label deep in a sentence is prose (he said, the editor: ...), not a byline.
        if match.start() - begin <= 60 and "。" not in line and "（" not in plain[begin : match.start()]:
            info.append(line)
    lone = [" ".join(match[1].split()) for match in _LONE.finditer(plain)]
    rest = [" ".join(match[1].split()) for p in (_DATELINE, _EDITOR) for match in p.finditer(plain)]
    stand_alone = list(dict.fromkeys(info[:3] or lone[:1]))
    parts: list[str] = []
    for part in (*stand_alone, *rest[:3]):
        if not any(part in other for other in parts):
            parts.append(part)
    return " ".join(parts) or None, " ".join(stand_alone) or None
