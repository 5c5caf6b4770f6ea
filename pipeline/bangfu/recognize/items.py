"""What a number counts: the noun phrase behind it, from part-of-speech tags of a short window."""

from __future__ import annotations

import re
from functools import lru_cache

import rjieba

from bangfu.lexicon import table, words

WINDOW = 28
"""Characters on either side of a number within which its noun stands."""

END = re.compile(r"[，。；：！？\n,;:!?）)》…]|——")
_CLOSE = re.compile(END.pattern + "|（|被(?!子)")
_NOUN_FLAG = ("n", "a", "b", "j", "vn", "l", "s", "f", "i", "z", "g", "h", "k", "eng", "t")
_NOT_NOUN = frozenset(("ad", "f", "tg", "ag"))
LINK = frozenset(("、", "和", "与", "及", "或", "暨", "以及"))
QUOTES = frozenset('“”‘’"《》（）()·—-＋+')
_IS = re.compile(r"(?:(?:是(?!否|不)|系(?!否|不|列|统))|为(?!了))")
_INSIDE = re.compile("(?:当?中|里|内|以?外)(?:有|包括|的|$).*")
_ASIDE = re.compile("^（.{1,3}）")
_LIGHT_FIRST = re.compile(
    "^(?:实现|顺利|成功|稳定|得到|先后|正式|共同|亲自|直接|同时|当[天场日]|陆续|分别|如期)+"
)
_HEADED = frozenset((*"地分前原新老大小副总中", "特别"))
_SIZED = re.compile(
    r"(?:各[类种级式]|多种|上述|一刻钟|[\d一二三四五六七八九十百]+[多余]?周?岁(?:以[上下])?的?|[百千]?[万亿]+(?:[^\d，。；、：的]{0,3}级(?!人)|[元亩头吨斤人兆](?=.))|[\d.]+万?(?:吨级|千伏|[平立]方米|米|公里|亩|吨|兆瓦|万千瓦|千瓦|度|天|年|强|[A-Z]+))+"
)
_ABLE = frozenset(("能", "能够", "可以", "需要", "具有", "具备", "拥有", "带有", "配有", "装有"))
_LINE = re.compile("一[线流级类]|[0-9]+[A-Z]")
_WORD = re.compile(r"\w")
_PERSON = re.compile(
    r"(?:[人员师生童者长手兵民友官客属胞]|人士|(?:企业|歌唱|艺术|科学|[作画行]|摄影|评论|文学|音乐|书法|政治|军事|革命|活动|思想|慈善|实业|探险|收藏|理论|教育)家|侨商|华侨|乡亲|干部|专家|教授|骨干|代表|劳动力|人才|孩子|妇女|同志|模范|青年|少年|同学|院士|博士|硕士|工匠"
    r"|主播|粉丝|观众|用户|对象|书记|村官|儿|户|群众|力量|医护|子女|学子|男子|女子|[妈奶爸爷]|[父母]亲|[士宾警]|领导|主任|得主|冠军|英雄|司机|[总首]相|总统|大使|警察|义工|个人|教练|候选|个体)$"
)


def stops(word: str) -> bool:
    return word in words("item_stops")


@lru_cache(maxsize=4096)
def tag(text: str) -> tuple[tuple[str, str], ...]:
    return tuple(rjieba.tag(text))


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
    phrase = "".join(taken).strip("、和与及或等的之（( —-")
    if phrase.count("《") != phrase.count("》"):
        # 纪录片《长河: the title runs on outside of the window.
        phrase = phrase.partition("《")[0] or phrase.strip("《》")
    if phrase.count("“") != phrase.count("”"):
        phrase = phrase.strip("“”") if "“" not in phrase.strip("“”") else phrase
        if "“" not in phrase:
            # 散乱污”企业: the front mark was left outside; the noun behind is the whole that remains.
            phrase = phrase.rpartition("”")[2]
    return phrase if _WORD.search(phrase) else None


def is_person(phrase: str) -> bool:
    """Whether a noun phrase ends as words for people do.

    >>> is_person("退休教师"), is_person("学校")
    (True, False)
    """
    return bool(_PERSON.search(phrase.rstrip("”’等）")))


def has_name(phrase: str) -> bool:
    """Whether a tagger sees a name of a person, a place or a body in a phrase.

    >>> has_name("北京"), has_name("时间")
    (True, False)
    """
    return any(flag[:2] in ("nr", "ns", "nt", "j") for _, flag in tag(phrase))


def word_starts(phrase: str) -> frozenset[int]:
    """The offsets at which the words of a phrase begin, and the one at its end.

    >>> sorted(word_starts("捐赠图书"))
    [0, 2, 4]
    """
    at, starts = 0, []
    for word, _ in tag(phrase):
        starts.append(at)
        at += len(word)
    starts.append(at)
    return frozenset(starts)


def after(clean: str, at: int, limit: int, unit: str | None = None) -> tuple[str | None, str | None]:
    """The noun phrase that begins at ``at``, and the phrase there where it begins with a verb.

    ``unit`` decides whether a possessor counts (98所学校 of 98所学校的改造) or what it owns
    (200台患者的手术).

    >>> after("一批优秀教师到帮扶地区支教", 2, 13), after("3.2万人摆脱贫困", 5, 9, "人")
    (('优秀教师', None), (None, '摆脱贫困'))
    """
    window = clean[at : min(limit, at + WINDOW)]
    if is_ := _IS.match(window):
        window = window[is_.end() :]
    elif window[:1] == "的":
        window = window[1:]
    window = _ASIDE.sub("", window)
    if cut := _CLOSE.search(window, 1):
        window = window[: cut.start()]
    if window[:1] in "，。；：！？、）)》":
        return None, None
    window = _SIZED.sub("", window)
    if unit in PEOPLE or unit == "次":
        window = _LIGHT_FIRST.sub("", window)
    if not window or _INSIDE.fullmatch(window):
        return None, None
    tokens = tag(window)
    taken: list[str] = []
    nouns = 0
    verb_first = ended = quoted = False
    for i, (word, flag) in enumerate(tokens):
        if word in QUOTES:
            if word == "“" and nouns and _is_agent(taken[-1]):
                break
            taken.append(word)
            quoted = word == "“"
        elif quoted:
            taken.append(word)
            nouns += 1
            ended = True
        elif word in ("的", "之"):
            led = (
                tokens[0][1] == "p"
                or tokens[0][0] in _ABLE
                or (verb_first and _is_clause(tokens, i, "".join(taken), unit))
                or _describes("".join(taken), tokens[i - 1], unit)
            )
            if not taken or (nouns and not led):
                break
            taken.append(word)
            nouns = 0
            verb_first = False
        elif nouns and word in words("item_trailing") and _acts(tokens, i, unit):
            break
        elif word in LINK or word == "等":
            follow = tokens[i + 1] if i + 1 < len(tokens) else ("", "")
            if not nouns or not (word == "等" or is_noun(*follow) or _leads_to_de(tokens, i)):
                break
            taken.append(word)
        elif is_noun(word, flag) or (flag == "ad" and i + 1 < len(tokens) and is_noun(*tokens[i + 1])):
            taken.append(word)
            nouns += 1
            ended = True
        elif not i and word in _HEADED and len(tokens) > 1 and is_noun(*tokens[1]):
            taken.append(word)
        elif flag.startswith("v") and not stops(word):
            if (nouns and word in words("nominal_verbs") and not is_person("".join(taken))) or (
                nouns and _in_compound(tokens, i, taken[-1])
            ):
                ended = True
            elif nouns and not _leads_to_de(tokens, i) and not _compound(tokens, i, "".join(taken), unit):
                break
            else:
                ended = False
            verb_first = verb_first or not taken
            taken.append(word)
        elif _leads_to_de(tokens, i) and (i == 0 or not stops(word)) and flag not in ("x", "m"):
            taken.append(word)
        else:
            break
    if len(taken) > 1 and tokens[len(taken) - 1][1] in ("b", "ad") and not stops(taken[-1]):
        # 人口历史性地摆脱贫困: an adverb that a tagger takes for an adjective.
        taken.pop()
    if nouns > 1 and not verb_first:
        _trim(taken, tokens, unit)
    phrase = joined(taken)
    if phrase is None:
        return None, None
    if verb_first and (unit in PEOPLE or not ended):
        return None, phrase
    return phrase, None


PEOPLE = frozenset(("人", "人次", "人（次）", "人(次)", "人·次"))
"""Units that name what they count: a person; the noun may be missing."""

_OWNER = frozenset(("台", "场", "次", "例", "项", "件", "起", "种", "场次"))


_AGENT = re.compile(
    r"(?:企业|公司|部门|单位|机构|国家|城市|省份|队伍|[县市区省州镇乡村队军团国校院行厂店商社])$"
)
_ACTIONS = frozenset(("场", "次", "场次", "起"))


def _is_agent(word: str) -> bool:
    """Whether those counted can act themselves: what follows is then what they do."""
    return is_person(word) or bool(_AGENT.search(word))


def _is_clause(tokens: tuple[tuple[str, str], ...], i: int, phrase: str, unit: str | None) -> bool:
    """优化营商环境的|硬举措: a verb with its object in front of 的 describes, unless it is a noun (共建国家的…)."""
    return (
        tokens[0][1] == "v"
        and unit not in _OWNER
        and not _is_agent(phrase)
        and is_noun(*tokens[i + 1])
        and not tokens[i + 1][1].startswith("v")
        if i + 1 < len(tokens)
        else False
    )


@lru_cache(maxsize=1)
def _compounds() -> dict[str, str]:
    return dict((row[0], row[1]) for row in table("compound_verbs"))


def _in_compound(tokens: tuple[tuple[str, str], ...], i: int, last: str) -> bool:
    """生态治理分区, 国际组织: a verb inside of a compound noun, or its head, and not what its subject does."""
    place = _compounds().get(tokens[i][0])
    if place is None or _is_agent(last):
        return False
    follow = tokens[i + 1] if i + 1 < len(tokens) else None
    if follow is None or follow[0] in LINK:
        return place == "head"
    return is_noun(*follow) or follow[0] in _compounds() or (place == "head" and follow[0] == "等")


def _acts(tokens: tuple[tuple[str, str], ...], i: int, unit: str | None) -> bool:
    """Whether the word at ``i`` leads to what those counted do: 签署国|全面生效."""
    follow = tokens[i + 1] if i + 1 < len(tokens) else ("", "")
    return unit not in _ACTIONS and (follow[1].startswith("v") or follow[0] == "或")


def _trim(taken: list[str], tokens: tuple[tuple[str, str], ...], unit: str | None) -> None:
    """Drop what is said of the thing counted and no part of its name: 方队|载歌载舞, 航天员|状态|良好."""
    whole = list(taken)
    while len(taken) > 1 and taken[-1] not in QUOTES:
        word, flag = tokens[len(taken) - 1]
        if not (
            _is_predicate(word, flag) or (word in words("item_trailing") and unit not in _ACTIONS)
        ) or taken[-2] in ("的", "之", *LINK):
            break
        taken.pop()
    if unit in PEOPLE and not _is_agent(taken[-1]):
        # 2人伤势严重: no noun that 人 could count stands in front of what is said.
        taken[:] = whole
    if unit in ("名", "位") and not is_person("".join(taken)):
        for k in range(len(taken) - 1, 0, -1):
            if is_person(taken[k - 1]) and taken[k] not in ("的", "之"):
                # 三名航天员身心状态良好: what a person has is not counted by 名.
                del taken[k:]
                return


def _is_predicate(word: str, flag: str) -> bool:
    if flag in ("i", "z"):
        return len(word) > 2
    if flag == "a":
        return word not in words("item_nouns")
    if flag != "l" or len(word) != 4:
        return False
    first, last = tag(word[:2])[0], tag(word[2:])[-1]
    return (
        word.startswith(("各具", "各有"))
        or first[1] in ("v", "d", "ad")
        or not last[1].startswith(("n", "vn"))
    )


def _describes(phrase: str, last: tuple[str, str], unit: str | None) -> bool:
    """Whether the words before 的 describe what is counted, and are not counted themselves."""
    if unit in ("名", "位", "人"):
        return not is_person(phrase)
    if unit in _OWNER:
        return not last[1].startswith("n") or is_person(phrase)
    return not last[1].startswith("n") or last[1] in ("nr",)


def _compound(tokens: tuple[tuple[str, str], ...], i: int, phrase: str, unit: str | None) -> bool:
    """乡村支教教师: a verb between nouns, where only the last of them is a person."""
    if i + 1 >= len(tokens) or unit not in ("名", "位") or is_person(phrase):
        return False
    return is_noun(*tokens[i + 1]) and is_person(tokens[i + 1][0])


def _leads_to_de(tokens: tuple[tuple[str, str], ...], i: int) -> bool:
    """Whether a 的 with a noun behind it follows within a few words: what stands here modifies that noun."""
    for j in range(i + 1, min(i + 12, len(tokens) - 1)):
        word, flag = tokens[j]
        if word == "的":
            return is_noun(*tokens[j + 1]) or tokens[j + 1][1].startswith("v")
        if flag in ("p", "r", "m", "ul") or stops(word):
            return False
    return False
