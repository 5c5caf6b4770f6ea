"""Money: numbers with a currency, in yuan or in their own currency."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from bangfu.article import Document, Money
from bangfu.lexicon import mapping, table, words
from bangfu.recognize.numbers import Quantity, Value, approximators

_HAN = "一-鿿"
_HAN_SIGN = re.compile(f"[{_HAN}]")
_NEAR = 60
_CHANGED = frozenset("了贵宜涨降差")
_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {str(i): i for i in range(10)} | {"两": 2}
_SPOKEN = re.compile(rf"(?![{_HAN}])|[钱一每的/／以起左上人整不多余]|$")
_EACH = re.compile(
    "(?:每|一(?!人))(?:[人月天年斤亩碗次节只头晚张份户瓶盒袋杯件吨枚支套桌餐趟]|公斤|小时|个(?!人)月?|平方?米|学期)"
)
_RATE = re.compile(f"{_EACH.pattern}(?:[只就才约近得要是]|不到|大约|能挣|可得|补助|补贴)?$")
_PAID = re.compile(
    "(?:[卖花付挣赚欠垫凑补奖罚扣赔捐攒涨降贵掏值省得给添]|便宜|只要|才要|拿出|收入|[贴塞])[了过到出满够给]?(?:[你我他她]们?|人家|老人|对方)?$"
)
_LISTED_GIVER = re.compile("(?:个人|先生|女士|会长|老板|公司|商会|企业|集团|校友|老师|乡贤|书记|同志)[：:]$")
_SUM = re.compile(
    r"[^，。；、\d]{0,4}?(?:[款钱费薪]|工资|资金|补[助贴]|红包|[押奖租定佣]金|收入|[价利]|缺口)"
)
_PIECES = re.compile("(?:[^老]板|屏幕?|[牌匾砖毯碑]|玻璃|电池|手表|香皂|毛巾)(?:共计?|各|约)?$")
_PIECE = re.compile("板|屏|牌|匾|砖|毯|碑|玻璃|电池|手表|香皂|毛巾|[田土草山荒]地|石|瓦|煤|冰|饼|布|糖|肉")
_HANDLED = re.compile("[捐收卖挣赚花付欠凑垫领存交罚奖]|钱|款|工资")
_MANY_PIECES = 100
_FAR = 24
_GAVE = re.compile("(?:[添捐投凑垫奖补借欠赔赚花掏筹缺差]|拿出|追加|认捐)了?$")
_SMALL = re.compile("[一二两三四五六七八九][千百](?:[零一二三四五六七八九][百十]?)?[多余]?")
_SPENT = re.compile("(?:[花赚挣欠垫交省留剩付捐]|补助|补贴|工资)了?$")
"""花了六千多, 留了五百: small sums without their unit, near another amount."""
_BETWEEN = re.compile(r"\s?(?:[-–~～—－]|至|到)\s?")
_LABEL = re.compile(
    r"(?:国内生产总值|工业增加值|GDP|村|镇|户|县|级|乡|企业|产业|工程|大关|时代|俱乐部|园区|湖|粮)"
)
_THING = re.compile(r"的(?!人|群众|学生|教师|老师|农民|村民|观众|粉丝|用户)")


@lru_cache(maxsize=1)
def _units() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Regexes of units behind a number, signs in front of it, words that speak of money, small coins."""
    behind = [w for w, _, place in table("currencies") if place != "sign"]
    front = [w for w, _, place in table("currencies") if place != "unit"]
    longest = sorted(behind, key=len, reverse=True)
    unit = "|".join(
        {
            "元": "元(?!旦|月|素|宵|首|老|宝|气|朝|代|件|帅|曲|组|结构)",
            "块": "块",
            "日圆": "日圆(?!满)",
            "日元": "日元(?!旦)",
        }.get(w, re.escape(w))
        for w in longest
    )
    digit = "[1-9一二两三四五六七八九]"
    tail = (
        rf"(?:(?<=[元块])(?P<jiao>{digit})(?:[角毛](?:(?P<fen>{digit})分)?钱?"
        rf"|(?<=块{digit})(?=[，。；、！？”）涨降提到升跌卖收起]|$|{_EACH.pattern})))?"
    )
    speak = "|".join(sorted(words("money_nouns"), key=len, reverse=True))
    return (
        re.compile(rf"\s?(?=[{re.escape(''.join(sorted({w[0] for w in behind})))}])(?P<unit>{unit}){tail}"),
        re.compile(rf"(?:{'|'.join(map(re.escape, sorted(front, key=len, reverse=True)))})\s?$"),
        re.compile(rf"(?:{speak})"),
        re.compile(r"\s?(?:毛钱|角钱|分钱|毛(?=[，。；一]))"),
    )


@lru_cache(maxsize=1)
def _sign_ends() -> frozenset[str]:
    """The last characters of the signs in front of a number: most numbers stand behind none of them."""
    return frozenset(word[-1] for word, _, place in table("currencies") if place != "unit")


@lru_cache(maxsize=1)
def after_amount() -> re.Pattern[str]:
    """What says behind a number and its unit how near it is: 左右, 以上."""
    _, after = approximators()
    return re.compile("|".join(sorted(after, key=len, reverse=True)))


def as_decimal(value: Value) -> Decimal:
    """A value as an exact Decimal (fractions rounded to six places).

    >>> as_decimal(Fraction(3, 4)), as_decimal(Decimal("20000.0"))
    (Decimal('0.75'), Decimal('20000'))
    """
    if isinstance(value, int):
        return Decimal(value)
    if isinstance(value, Fraction):
        return Decimal(value.numerator) / Decimal(value.denominator)
    number = Decimal(value)
    return number.quantize(Decimal(1)) if number == number.to_integral_value() else number.normalize()


def find_money(document: Document, numbers: tuple[Quantity, ...]) -> tuple[Money, ...]:
    """Every amount of money within the sentences of ``document``, in text order, without its parties.

    ``cny`` and ``cny_max`` are yuan. Amounts in other currencies have ``amount``, ``amount_max`` and
    ``currency`` (ISO 4217).

    >>> from bangfu.article import Source, Span, Text
    >>> from bangfu.recognize.numbers import find_numbers
    >>> text = "投入4万至6万元，另有约3万美元。"
    >>> document = Document(Source("a", text), Text.untouched(text), (Span(0, len(text)),))
    >>> rows = find_money(document, find_numbers(text))
    >>> [(m.text, int(m.cny or m.amount), m.cny_max, m.currency) for m in rows]
    [('4万至6万元', 40000, Decimal('60000'), 'CNY'), ('约3万美元', 30000, None, 'USD')]
    """
    clean = document.clean
    found: list[Money] = []
    for q in numbers:
        if q.low is None or q.kind != "number" or q.vague or (found and q.start < found[-1].end):
            continue
        near = bool(found) and q.start - found[-1].end < _NEAR
        row = _amount(clean, q, near)
        if row is None or document.sentence_at(row.start, row.end) < 0:
            continue
        if found and row.currency == found[-1].currency and _joins(clean, found[-1], row):
            found[-1] = _join(clean, found[-1], row)
        else:
            found.append(row)
    return tuple(found)


def _amount(clean: str, q: Quantity, near: bool) -> Money | None:
    unit, sign, _, coins = _units()
    start, end = q.start, q.end
    rule = "money:unit"
    if q.low is None or q.high is None or q.low < 0:
        return None
    code = ""
    if start and (clean[start - 1] in _sign_ends() or clean[start - 1].isspace()):
        ahead = sign.search(clean, max(0, start - 4), start)
        if ahead:
            start, code, rule = ahead.start(), _code(ahead[0].strip()), "money:sign"
    match = unit.match(clean, end)
    if match:
        word = match["unit"]
        own = _code(word)
        if code and code != own and own != "CNY":
            return None
        code = code if code and own == "CNY" else own
        if not _speaks_of_money(clean, q, word, match.end()):
            return None
        end = match.end()
        low, high = as_decimal(q.low), as_decimal(q.high)
        if match["jiao"]:
            if low != high:
                return None
            low = high = low + Decimal(_DIGITS[match["jiao"]]) / 10
            if match["fen"]:
                low = high = low + Decimal(_DIGITS[match["fen"]]) / 100
    elif coin := coins.match(clean, end):
        if clean[q.core : q.end] == "一" and clean[q.core - 1 : q.core] not in _CHANGED:
            return None  # 没拿一分钱, 花好每一分钱: no amount, but all or nothing
        parts = Decimal(100) if "分" in coin[0] else Decimal(10)
        low, high = as_decimal(q.low) / parts, as_decimal(q.high) / parts
        code, end = "CNY", coin.end()
    else:
        if not code:
            if not _bare_amount(clean, q, near):
                return None
            code, rule = "CNY", "money:bare"
        low, high = as_decimal(q.low), as_decimal(q.high)
    approx = q.approx
    if clean[end : end + 1] in "多余" and clean[end : end + 1]:
        approx, end = "over", end + 1
    if more := after_amount().match(clean, end):
        approx, end = approximators()[1][more[0]], more.end()
    text = clean[start:end]
    top = high if high != low else None
    if code == "CNY":
        return Money(start=start, end=end, rule=rule, text=text, cny=low, cny_max=top, approx=approx)
    return Money(
        start=start,
        end=end,
        rule=rule,
        text=text,
        amount=low,
        amount_max=top,
        currency=code,
        approx=approx,
    )


def _code(word: str) -> str:
    return mapping("currencies")[word]


def _speaks_of_money(clean: str, q: Quantity, word: str, end: int) -> bool:
    """Weed out 二元结构, 三块牌子, 亿元村: forms of 元 and 块 that are no amounts."""
    numeral = clean[q.core : q.end]
    if word == "块":
        return _is_price(clean, q, end)
    if word in ("元", "圆"):
        if (
            len(numeral) == 1
            and not numeral.isdigit()
            and numeral not in "百千万亿"
            and not _SPOKEN.match(clean, end)
        ):
            return False
        # 3个万亿元台阶, 亿元村: so large a thing, not so large an amount.
        if (
            numeral.strip("百千万亿") == ""
            and q.approx is None
            and (_LABEL.match(clean, end) or clean[q.core - 1 : q.core] == "个")
        ):
            return False
    return True


def _is_price(clean: str, q: Quantity, end: int) -> bool:
    """卖12块, 每人300块, 3块6, 8万块的尾款: 块 stands for 元, and does not count pieces (3块牌子)."""
    speaks = _units()[2]
    if clean[end - 1] != "块" or _EACH.match(clean, end):
        return True
    if (q.low or 0) <= _MANY_PIECES and _PIECES.search(clean, max(0, q.start - 6), q.start):
        return False
    if clean[end : end + 1] == "的":
        return _SUM.match(clean, end + 1) is not None
    if _HAN_SIGN.match(clean, end):
        return False
    if _LISTED_GIVER.search(clean, max(0, q.start - 4), q.start):
        return True
    near = clean[max(0, q.start - _FAR) : q.start]
    if (q.low or 0) >= _MANY_PIECES and _HANDLED.search(near) and not _PIECE.search(near):
        return True
    return any(
        sign.search(clean, max(0, q.start - 12), q.start) is not None for sign in (speaks, _RATE, _PAID)
    )


def _bare_amount(clean: str, q: Quantity, near: bool) -> bool:
    """总投资1200万, 约20万的课程: amounts whose 元 is left out, only where the clause speaks of money.

    ``near`` says that an amount stands not far in front: 攒下7万元，又添了10万.
    """
    numeral = clean[q.core : q.end]
    if (
        near
        and numeral[0] in _DIGITS
        and _SMALL.fullmatch(numeral)
        and _SPENT.search(clean, max(0, q.start - 5), q.start)
    ):
        return not clean[q.end : q.end + 1] or clean[q.end : q.end + 1] in "，。；！？”"
    if ("万" not in numeral and "亿" not in numeral) or numeral[0] in "万亿千百":
        return False
    before = clean[max(0, q.start - 8) : q.start]
    cut = max(before.rfind(c) for c in "，。；：！？、\n")
    before = before[cut + 1 :]
    after = clean[q.end : q.end + 1]
    money = _units()[2].search(before)
    if near and (not after or after in "，。；！？”") and _GAVE.search(before):
        return True
    if not money:
        return False
    if _THING.match(clean, q.end):
        return True
    ends = not after or after in "，。；、！？：）)\n " or after in "用来作为以进建购助支并投给在"
    return ends and len(before) - money.end() <= 3


def _joins(clean: str, a: Money, b: Money) -> bool:
    """4万元至6万元: one range in two amounts."""
    if b.start - a.end > 2 or b.start <= a.end or a.approx or b.approx:
        return False
    first = a.cny if a.currency == "CNY" else a.amount
    second = b.cny if b.currency == "CNY" else b.amount
    if a.cny_max or b.cny_max or a.amount_max or b.amount_max:
        return False
    if first is None or second is None or first >= second:
        return False
    return (
        bool(_BETWEEN.fullmatch(clean, a.end, b.start)) and clean[max(0, a.start - 1) : a.start] not in "从由"
    )


def _join(clean: str, a: Money, b: Money) -> Money:
    return Money(
        start=a.start,
        end=b.end,
        rule="money:range",
        text=clean[a.start : b.end],
        cny=a.cny,
        cny_max=b.cny,
        amount=a.amount,
        amount_max=b.amount,
        currency=a.currency,
    )
