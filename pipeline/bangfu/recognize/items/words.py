"""Words of noun phrases around a number: their tags, whether they are nouns, people or bodies."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate

from bangfu import dictionary
from bangfu.lexicon import mapping, members, words

WINDOW = 28
"""Characters on either side of a number within which its noun stands."""

Tokens = tuple[tuple[str, str], ...]
"""Words with their parts of speech."""

END = re.compile(r"[，。；：！？\n,;:!?）)》…]|——")
_NOUN_FLAG = ("n", "a", "b", "j", "vn", "l", "s", "f", "i", "z", "g", "h", "k", "eng", "t")
_NOT_NOUN = frozenset(("ad", "f", "tg", "ag"))
OF_PEOPLE = frozenset(("名", "位", "人"))
"""Units that count nobody but people."""
LINK = frozenset(("、", "和", "与", "及", "或", "暨", "以及"))
QUOTES = frozenset('“”‘’"《》（）()·—-＋+')
_LINE = re.compile("一[线流类]|[一二三四五]级|[0-9]+[A-Z]")
_LOOSE = LINK | {"等", "的", "之"}
_BODY = re.compile("[台港侨央国民外药房车农]企(?!业)|希望(?:小学|中学|学校|书屋|图书室|厨房|之家)")
SOCIETIES = frozenset(
    (
        *("国际", "社会", "慈善", "行业", "民间", "公益", "基层", "媒体", "经济"),
        *("党", "团", "群团", "非政府", "环保", "青年", "妇女"),
    )
)
"""What stands before 组织 where it is a noun."""
_WORD = re.compile(r"\w")
_PERSON = re.compile(
    r"(?:[人员师生童者长手兵民友官客属胞]|人士|[村乡校队名军牙]医|(?<!合作)伙伴|(?:企业|歌唱|艺术|科学|[作画行]|摄影|评论|文学|音乐|书法|政治|军事|革命|活动|思想|慈善|实业|探险|收藏|理论|教育)家|侨商|客商|采购商|参展商|经销商|华侨|乡亲|干部|专家|教授|[男女]孩|姑娘|小伙|同伴|同仁|老乡|(?<!总)人口|骨干|代表|劳动力|人才|孩子|妇女|同志|模范|青年|少年|同学|院士|博士|硕士|工匠"
    r"|主播|粉丝|观众|用户|对象|书记|村官|儿|户|群众|力量|医护|子女|学子|男子|女子|[妈奶爸爷]|[父母]亲|[父母][子女]|夫[妻妇]|兄弟|姐妹|姐弟|兄妹|师徒|搭档|徒弟|弟子|学徒|[士宾警]|领导|主任|得主|冠军|英雄|司机|[总首]相|总统|大使|警察|义工|个人|教练|候选|个体|[员职民义护技矿志]工|学[姐妹长弟]|教职工|民众|百姓|车主|同事|常委|政要|首脑|[法检]?察官|法官|英烈|烈士|嘉宾|分子|[^泥女]娃|娃娃|^娃)$"
)
_AGENT = re.compile(
    r"(?:企业|公司|部门|部委|单位|机构|国家|城市|省份|队伍|[^全]军|[县市区省州镇乡村队团国校院行厂店商社])$"
)
PEOPLE = frozenset(("人", "人次", "人（次）", "人(次)", "人·次"))
"""Units that name what they count: a person; the noun may be missing."""
ANYBODY = OF_PEOPLE | PEOPLE
"""Units whose nouns tell of people or of what they do."""


def of_class(kind: str) -> frozenset[str]:
    """The words of one class of ``item_words``.

    >>> "主任" in of_class("of_body")
    True
    """
    return members("item_words", kind)


def stops(word: str) -> bool:
    return word in words("item_stops")


@lru_cache(maxsize=4096)
def tag(text: str) -> tuple[tuple[str, str], ...]:
    tokens = dictionary.tag(text, guess=True)
    if "企" in text or "希望" in text:
        tokens = _fused(text, tokens)
    tokens = _known(tokens)
    return tuple(_households(tokens) if "户" in text else tokens)


def _fused(text: str, tokens: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """台企, 希望小学: bodies that a tagger cuts in two are one word each."""
    for match in reversed(list(_BODY.finditer(text))):
        ends = list(accumulate(len(word) for word, _ in tokens))
        first = bisect_right(ends, match.start())
        last = bisect_right(ends, match.end() - 1)
        start = ends[first] - len(tokens[first][0])
        ahead, behind = text[start : match.start()], text[match.end() : ends[last]]
        tokens[first : last + 1] = [
            *(dictionary.tag(ahead) if ahead else []),
            (match[0], "n"),
            *(dictionary.tag(behind) if behind else []),
        ]
    return tokens


_PLACES = frozenset("县村校乡镇省市区厂店")
_ADVERBS = frozenset("均已都将也仍还为")
"""What a tagger joins to a place before it: 脱贫|县均."""
_FUNCTION = frozenset("将以把从仅均对向来赴到人员村县乡镇")
"""What a guess at an unknown word may have begun with: 将分, 以海铁."""
_ACTS = frozenset("设捐办建添购挖装栽携")
"""The same, where the word is longer: 设展位, 捐无创."""
_PREFIXED = _FUNCTION | _ACTS
_MOST_PARTS = 5
"""Of so many words a tagger may make one of ours."""


def _known(tokens: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The tokens with the tags that our lexicon gives, words joined that it holds as one."""
    known, beginnings, leads = mapping("item_tags"), _beginnings(), words("item_leads")
    out: list[tuple[str, str]] = []
    at = 0
    while at < len(tokens):
        word, flag = tokens[at]
        size = 1
        if word in beginnings:
            joint = word
            for k in range(at + 1, min(at + _MOST_PARTS, len(tokens))):
                joint += tokens[k][0]
                if joint in known:
                    word, size = joint, k - at + 1
        if size == 1 and word[-1] in _ADVERBS and len(word) == 2 and word[0] in _PLACES:
            out += [(word[0], "n"), (word[1], "d")]
        elif (
            size == 1
            and len(word) > 1 + (word[0] in _ACTS)
            and (word[0] in _PREFIXED or word[-1] == "有")
            and not (word[0] in "人村县乡镇员" and word[-1] in "化性式类均")
            and word not in known
        ):
            out += [(part, known.get(part, f)) for part, f in dictionary.tag(word)]
        else:
            acts = flag[0] == "n" and word in leads and len(dictionary.tag(word)) > 1
            out.append((word, "v" if acts else known.get(word, flag)))
        at += size
    return out


@lru_cache(maxsize=1)
def _beginnings() -> frozenset[str]:
    """What the words of our lexicon begin with."""
    return frozenset(word[:end] for word in words("item_tags") for end in range(1, len(word)))


def _households(tokens: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """种植|户, 脱贫|户: those households are one word each, also where a tagger joins 户 to what follows."""
    whole: list[tuple[str, str]] = []
    for word, flag in tokens:
        if whole and word[0] == "户" and whole[-1][0] in of_class("keeper"):
            whole[-1] = (whole[-1][0] + "户", "n")
            word = word[1:]
        if word:
            whole.append((word, flag))
    return whole


@lru_cache(maxsize=4096)
def is_noun(word: str, flag: str) -> bool:
    if word in words("item_nouns"):
        return True
    if flag == "m":
        return bool(_LINE.fullmatch(word))
    return (
        flag.startswith(_NOUN_FLAG)
        and flag not in _NOT_NOUN
        and word[-1] not in "在了着到"
        and not stops(word)
    )


def joined(taken: list[str]) -> str | None:
    first, last = 0, len(taken)
    while first < last and taken[first] in _LOOSE:
        first += 1
    while last > first and taken[last - 1] in _LOOSE:
        last -= 1
    phrase = "".join(taken[first:last]).strip("、（( —-")
    if phrase.isalnum():
        return phrase
    if phrase.count("（") != phrase.count("）"):
        # 广义货币（M: what stands in brackets was cut.
        phrase = phrase.partition("（")[0] or phrase.strip("（）")
    if phrase.count("《") != phrase.count("》"):
        # 纪录片《长河: the title runs on outside of the window.
        phrase = phrase.partition("《")[0] or phrase.strip("《》")
    if phrase.count("“") != phrase.count("”"):
        phrase = phrase.strip("“”") if "“" not in phrase.strip("“”") else phrase
        if "“" not in phrase:
            # 散乱污”企业: the front mark was left outside; the noun behind is the whole that remains.
            phrase = phrase.rpartition("”")[2]
    return phrase if _WORD.search(phrase) else None


@lru_cache(maxsize=4096)
def is_person(phrase: str) -> bool:
    """Whether a noun phrase ends as words for people do.

    >>> is_person("退休教师"), is_person("学校")
    (True, False)
    """
    phrase = phrase.rstrip("”’等）")
    return _PERSON.search(phrase) is not None and not phrase.endswith("机器人")


@lru_cache(maxsize=4096)
def is_agent(word: str) -> bool:
    """Whether those counted can act themselves: what follows is then what they do."""
    return is_person(word) or bool(_AGENT.search(word))
