"""Write lexicons/common_characters.txt: ``python lexicons/sources/common_characters.py``."""

from __future__ import annotations

import math
from collections import Counter
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

OUT = Path(__file__).resolve().parents[1] / "common_characters.txt"

HEADER = """\
# Common Chinese characters, simplified and traditional, with how rare each is: what tells GB18030 from Big5.
# columns: character; minus the natural logarithm of its share of running text, rounded
# source: word frequencies of jieba {jieba} (dict.txt; MIT), traditional forms by STCharacters.txt of
# opencc-python-reimplemented {opencc} (Apache-2.0): written by lexicons/sources/common_characters.py;
# punctuation: own estimates
"""

PUNCTUATION = (
    "，3 。4 、4 “5 ”5 《6 》6 ：5 ；6 ？6 ！6 （5 ）5 —7 …7 ·7 ‧7 「6 」6 "
    "『8 』8 ．8 －8 〈9 〉9 【8 】8 ％8"
)
RAREST = 13
"""Characters below one in 400,000 tell nothing: junk is made of such."""


def main() -> None:
    """Count the characters of the dictionary's words by their frequencies."""
    counts: Counter[str] = Counter()
    for line in (files("jieba") / "dict.txt").read_text("utf-8").splitlines():
        word, frequency, _ = line.split(" ")
        for character in word:
            if "\u4e00" <= character <= "\u9fff":
                counts[character] += int(frequency)
    total = sum(counts.values())
    rarity = {character: round(-math.log(count / total)) for character, count in counts.items()}
    for line in (files("opencc") / "dictionary" / "STCharacters.txt").read_text("utf-8").splitlines():
        simple, _, traditional = line.partition("\t")
        for form in traditional.split():
            if simple in rarity and len(form) == 1:
                rarity[form] = min(rarity[simple], rarity.get(form, 99))
    rarity = {character: value for character, value in rarity.items() if value <= RAREST}
    rarity |= {entry[0]: int(entry[1:]) for entry in PUNCTUATION.split()}
    rarity["\u3000"] = 5  # the indent of every paragraph
    header = HEADER.format(jieba=version("jieba"), opencc=version("opencc-python-reimplemented"))
    body = "".join(f"{character}\t{rarity[character]}\n" for character in sorted(rarity))
    OUT.write_text(header + body, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
