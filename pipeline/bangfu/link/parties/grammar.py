"""The words and numbers of which the patterns around an amount are made."""

from __future__ import annotations

from bangfu.lexicon import members
from bangfu.patterns import Grammar

pattern = Grammar(
    "party_words",
    {
        "han": "[一-鿿]",
        # 12余, 三十多: how many, in front of what is counted
        "number": r"(?:\d+|{numeral}+)[余多]?",
        # 1.5万余: a figure with its magnitude
        "figure": r"[\d.,]+[万余多]*",
        "people": "(?:{unit}|人)",
        # 青禾公司|全额|承担, 甲市|按1:1的比例|出: between who pays and the verb
        "how": r"(?:{how_paid}|按[\d:：]{1,9}(?:的?比例)?|通过[^，。；]{2,16}?|每[^每，。；]{1,2}){0,3}",
        # 首批, 第二批
        "batch": "(?:[首上这]一?批|第{numeral}+批)",
    },
)
"""Makes a pattern of classes of ``party_words`` and these pieces: ``pattern("{number}名{pupil}")``."""


def of_class(kind: str) -> frozenset[str]:
    """The words of one class of ``party_words``.

    >>> "花费" in of_class("spends")
    True
    """
    return members("party_words", kind)
