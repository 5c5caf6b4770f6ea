"""The words and numbers of which the patterns around an amount are made."""

from __future__ import annotations

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
        # 首批, 第二批
        "batch": "(?:[首上这]一?批|第{numeral}+批)",
    },
)
"""Makes a pattern of classes of ``party_words`` and these pieces: ``pattern("{number}名{pupil}")``."""
