"""Places that no gazetteer lists, read from the article: 霞澳县 is one word, wherever the dictionary cuts it.

A name is one to three characters and a level (县, 镇). Where its left edge is sure (a mark, a function
word, a known place) the form is learned, and found in the whole article.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Container, Sequence
from functools import lru_cache

from bangfu import lexicon
from bangfu.recognize.institutions.repeated import (
    EDGED,
    HEADS,
    PROPER,
    TAKING,
    edged_form,
    repeated_forms,
    with_its_half,
)
from bangfu.recognize.institutions.shapes import PLACE_TAG, shaped_spans
from bangfu.recognize.institutions.streets import street_spans
from bangfu.recognize.institutions.towns import listed_town, village_end
from bangfu.recognize.institutions.worded import worded_places
from bangfu.recognize.places import gazetteer

_HAN = re.compile("[\u4e00-\u9fff]+")
_EVEN = re.compile("(?<![\u4e00-\u9fff])连(?=[\u4e00-\u9fff]{3,14}?[也都])")
_LEVEL = re.compile("[县旗镇乡市区州村]")
# Of these, names are learned; 州 ends too many short forms (杭州) to be cut by shape alone.
_LEARNED = frozenset("县旗镇乡市区村")
# What stands behind a level in one word of the dictionary: 镇|党委, 县|委, 乡|中心; not 市|民, 乡|村.
_BEHIND = ("党", "直", "委", "政", "中", "小", "人", "教", "卫", "妇", "联")
# Single characters that stand before a name, and in none.
_OUTSIDE = frozenset(
    "但记由在向从对与为给把被受将到于据经使让是继至及并赴任和或再又就才却的了着过去来往进入驻抵访离回返以就等某该本全各两"
    "邻外我他她你们每哪原现时说称请率带近另还又也都均已曾不有无这那此其之个位名所第一二三四五六七八九十几多数"
    "县市旗镇乡区州省村新老贫富副城郊后前里内间年月号元人里和及地帮替咱跑跟催陪职暨"
)
# Of these too, but for names of two characters.
_LIKE = frozenset("比如系同除请起")
_LANDSCAPE = frozenset("山湖河江桥庄沟湾岭峰泉溪洲坪坝坡塘潭寨屯堡口关店铺畈垭岗墩营树坎")
# Mongolian and Tibetan words for lakes, plains and the like, in names of four.
_STEPPE = frozenset(
    {"淖尔", "诺尔", "塔拉", "浩特", "布拉格", "高勒", "图雅", "乌拉", "宝力格", "草原", "拉姆", "雪山"}
)
# Characters that write Mongolian, Tibetan and Turkic names: 白音|查干|镇, 吐曼|塔勒|乡.
_SYLLABLES = frozenset(
    "阿巴白布查达德多额尔尕嘎干格根古哈浩赫吉加卡喀康克库拉勒里玛麦曼孟米木那纳尼诺努帕恰且仁色沙松苏塔特提吐托瓦温乌锡雅亚依音"
    "扎泽孜兹珠卓宗佐垒吾斯萨热日普奇其切桑曲朗措错姆莫朵图鲁克英艾买力江热甫敦珂贡觉洛隆彦淖宝伊敏斡济兰毕阔孔霍牙尤皮坎奥坡丹耶喇茨察隅"
)
# Listed places of three characters that the cut of the words may cross; 县级 tells of none.
_CROSSED = frozenset("市县旗")
_TOWNS = frozenset("镇乡")
_DATED = frozenset("年月日")
_GRADES = frozenset("级域直内外")
_PREPOSITIONS = frozenset("由在向从对与为给把被受将到据经使让是的了")
# Before a county of one character: 受|岚县, 率|岚县.
_BEFORE_COUNTIES = _PREPOSITIONS | frozenset("达当接率携陪邀应称系任驻抵赴离去往来同和及或请派访")
_OPENING = frozenset({"nr", "nrfg", "ns", "nz"})
_SIZES = frozenset("大小多高低长短远近")
_OPENERS_OF_NAMES = frozenset("临扶奉靖宁")  # verbs otherwise
_NOUNS = frozenset("nagjxbz")
_TAKING_OFFICE = frozenset("挂担兼调出就升转接赴历改派")
# What somebody does with a body that only its level tells.
_VISITED = frozenset("去访往找跑帮请送接叫见看走")
_ENTERED = frozenset("来到回进住守管上下")
_OFFICE = frozenset("原任")
_JOINTS = frozenset("和与及跟")
_LED = re.compile("(?:^原|[^\u4e00-\u9fff][原任]|[现曾历兼担改升调转接出志]任)$")
"""What an office of a place stands behind, where the dictionary may see other words: 原文."""
_LONGEST = 4
_LONGEST_PLACE = 6


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    return lexicon.words("places_common")


def unlisted_spans(
    text: str,
    words: Sequence[str],
    starts: Sequence[int],
    tag: Callable[[int], str],
    tag_of: Callable[[str], str],
    is_word: Callable[[str], bool],
) -> list[tuple[int, int, str]]:
    """Spans, with their tags, of unlisted places, numbers of teams (第三批) and hidden 与, in text order."""
    codes = gazetteer().codes
    ends: list[int] = []
    divisions: set[int] = set()
    found: list[tuple[int, int, str]] = []
    seen: Counter[str] = Counter()
    for match in _LEVEL.finditer(text):
        offset = match.start()
        i = bisect_right(starts, offset) - 1
        word, start = words[i], starts[i]
        led = _led_place(text, offset, codes)
        if led is not None and (start > led or offset + 1 != starts[i + 1]):
            found.append((led, offset + 1, PLACE_TAG))
            continue
        if start > offset - 2 and match.group() in _CROSSED and text[offset - 2 : offset + 1] in codes:
            left = bisect_right(starts, offset - 2) - 1
            if (starts[left] == offset - 2 or not is_word(words[left])) and text[
                offset + 1 : offset + 2
            ] not in _GRADES:
                found.append((offset - 2, offset + 1, PLACE_TAG))  # 山西晋|城市
                continue
        if match.group() in _TOWNS:
            begin = listed_town(text, offset, words, starts, tag, is_word)
            if begin is not None:
                found.append((begin, offset + 1, PLACE_TAG))
                seen[text[begin : offset + 1]] += 1
                ends.append(offset + 1)
                continue
        edged = edged_form(text, offset, is_word, tag_of) if match.group() in EDGED else ""
        if edged:
            seen[edged] += 1
            ends.append(offset + 1)
            continue
        if offset + 1 != starts[i + 1] and not _opens(word, offset - start, is_word):
            continue
        if len(word) > 2 and word in codes:
            divisions.add(offset + 1)
            continue
        ends.append(offset + 1)
        if match.group() not in _LEARNED and not (
            match.group() == "州" and text[offset - 2 : offset] != "自治" and HEADS.match(text, offset + 1)
        ):
            continue
        form = _form(text, i, offset, words, starts, tag, is_word)
        if form:
            seen[form] += 1
    seen += repeated_forms(text, ends, is_word, tag_of)
    found += shaped_spans(text, words, starts, tag_of, is_word)
    found += [(begin, end, PLACE_TAG) for begin, end in (*street_spans(text), *worded_places(text))]
    if seen:
        for end in ends:
            begin = _start(text, end, seen)
            if begin is not None:
                before = text[begin] in _BEFORE_COUNTIES and text[begin + 1 : end] in codes
                before = before and text[end - 1] == "县"
                found.append((begin + before, end, PLACE_TAG))  # 受|岚县
    for end in sorted({end for _, end, tagged in found if tagged == PLACE_TAG} | divisions):
        stop = village_end(text, end, words, starts, tag, is_word)
        if stop is not None:
            found.append((end, stop, PLACE_TAG))
    return sorted(found)


def _led_place(text: str, offset: int, codes: Container[str]) -> int | None:
    """Where a listed place begins that ends with a level and stands behind 原 or 任: 原|文县, 任|云和县."""
    for begin in range(offset - 1, max(0, offset - _LONGEST_PLACE) - 1, -1):
        if text[begin - 1 : begin] in _OFFICE and _LED.search(text, max(0, begin - 2), begin):
            return begin if text[begin : offset + 1] in codes else None
    return None


def _opens(word: str, k: int, is_word: Callable[[str], bool]) -> bool:
    """Whether the level at ``k`` can end a name though its word goes on: 县|委, 县|总工会, 县红 (no word)."""
    if not is_word(word):
        return True
    if k == 1 and word[:2] in gazetteer().codes:
        return word.startswith(_BEHIND, 2)  # 南县|教育局
    return k == 0 and (word.startswith(_BEHIND, 1) or (len(word) > 3 and is_word(word[1:])))


def _form(
    text: str,
    i: int,
    offset: int,
    words: Sequence[str],
    starts: Sequence[int],
    tag: Callable[[int], str],
    is_word: Callable[[str], bool],
) -> str:
    """The name that ends with the level at ``offset``, as far as words of no other meaning reach."""
    if text[offset - 1] in _JOINTS:
        return ""  # 云岭|和|县教育局
    begin = offset
    if starts[i] < offset:
        word = words[i]
        half = words[i - 1] if i else ""
        if len(half) == 2 and half[0] in _PREPOSITIONS and not is_word(half):
            half = half[1]
        if (
            len(word) == 2
            and len(half) == 1
            and _HAN.fullmatch(half)
            and half not in _OUTSIDE | _SIZES
            and is_word(word)
        ):
            # 锡|城市, 柳|山区|第一小学: a proper character before a common word.
            sort = tag(i - 1)
            if (word in _common() and sort in _OPENING) or (
                (sort[0] in _NOUNS or half in _OPENERS_OF_NAMES) and HEADS.match(text, offset + 1)
            ):
                return half + word
        if len(word) < 4 and is_word(word) and tag(i) != "ns":
            return ""
        begin = _begin_of(text, _edge(word, starts[i], is_word))
        if begin > starts[i]:
            return _checked(text[begin : offset + 1])
    j = i - 1
    while j >= 0 and offset - starts[j] <= _LONGEST:
        word = words[j]
        if word[0] < "\u4e00" or word[-1] > "\u9fff" or word in _OUTSIDE:
            break
        if word == "日" and text[starts[j] - 1 : starts[j]].isdigit():
            break
        sort = tag(j)
        if len(word) > 1:
            sounds = (
                (sort[0] in "nx" or not is_word(word))
                and offset - starts[j] > 2
                and _SYLLABLES.issuperset(text[starts[j] : offset])
            )
            proper = sort in PROPER or not is_word(word) or sounds
            last = text[begin] if begin < offset else word[-1]
            land = word in _STEPPE or (sort[0] == "n" and last in _LANDSCAPE)
            if not (proper or land) or word in gazetteer().codes:
                break
            joined = land or sounds or text[begin:offset] in _STEPPE
            if offset - starts[j] > 3 and begin < offset and not joined:
                break
            edge = _edge(word, starts[j], is_word)
            if edge > starts[j]:
                begin = edge
                break
        elif offset - starts[j] > 3 or sort[0] in "pcudr" or (sort[0] == "v" and offset - begin > 1):
            break
        begin = starts[j]
        j -= 1
    return _checked(text[with_its_half(text, _begin_of(text, begin)) : offset + 1])


def _begin_of(text: str, begin: int) -> int:
    """Where a name begins that is joined with the end of a date or an adverb: 5月|岩寨乡, 连|岩寨乡也."""
    if _EVEN.match(text, begin):
        return begin + 1
    return begin + (text[begin : begin + 1] in _DATED and text[begin - 1 : begin].isdigit())


def _checked(form: str) -> str:
    """The form if it is long enough to be a name by itself."""
    if form[1:2] == "任" and form[0] in _TAKING_OFFICE:
        form = form[2:]  # 挂任|云阜县
    if "为" in form[1:-1] and form not in gazetteer().codes:
        form = form[form.rindex("为") + 1 :]  # 左一为|乡卫生院
    plain = form[-2:] in _common() or _OUTSIDE.issuperset(form[:-1])
    plain = plain or form[:-1] in lexicon.words("institution_heads")  # 卫生室|村医
    plain = plain or (form[-2:-1] == "上" and form[-3:-2] in TAKING)  # 拉上|旗医院
    plain = plain or (form[-1:] == "州" and form[-2:] in gazetteer().codes)  # 派往|贵州
    whose = len(form) > 3 and lexicon.mapping("surnames").get(form[0]) == "3"
    visits = form[-2:-1] in _VISITED or (whose and form[-2:-1] in _ENTERED)  # 张敏找|村委会, 张敏来|县医院
    plain = plain or (visits and form not in gazetteer().codes)
    if len(form) > 3 and form[0] in _LIKE:
        form = form[1:]  # 如|雪巴乡, but 如意镇
    return form if 3 <= len(form) <= _LONGEST + 1 and not plain else ""


def _edge(word: str, start: int, is_word: Callable[[str], bool]) -> int:
    """Where a name begins in a word that the tagger guessed: behind the function words (由|英东)."""
    edge = 0
    if not is_word(word):
        # 图为|岚川县: a caption, which the tagger takes into the name.
        edge = 2 if word.startswith("图为") or (len(word) > 4 and word[1] in _PREPOSITIONS) else 0
        while edge < len(word) - 1 and word[edge] in _OUTSIDE:
            edge += 1
    return start + edge


def _start(text: str, end: int, seen: Counter[str]) -> int | None:
    """Where the learned name that ends here begins: the one seen most often, of those the longest."""
    best: tuple[int, int] | None = None
    for length in range(3, _LONGEST + 2):
        times = seen.get(text[end - length : end], 0) if length <= end else 0
        if times and (best is None or times >= best[0]):
            best = (times, end - length)
    return best[1] if best else None
