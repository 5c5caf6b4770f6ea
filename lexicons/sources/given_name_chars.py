"""Count the characters of given names in jieba's dictionary: python lexicons/sources/given_name_chars.py

Names are the words tagged nr of two or three characters that begin with a surname of lexicons/surnames.txt.
Writes lexicons/given_name_chars.txt.
"""

from __future__ import annotations

import math
from collections import Counter
from pathlib import Path

import jieba

from bangfu.lexicon import words

OUT = Path(__file__).resolve().parents[1] / "given_name_chars.txt"
HEADER = """\
# How much likelier a character is inside a given name than in running text.
# columns: character, natural log-odds as the first of two characters, natural log-odds as the last
# source: counted over the names (nr) of jieba's dictionary, https://github.com/fxsjy/jieba; licence: MIT
"""
COMMON = 20_000  # a character of running text is listed even where no name holds it


def main() -> None:
    first, last, text = Counter[str](), Counter[str](), Counter[str]()
    dictionary = Path(jieba.__file__).with_name("dict.txt")
    for line in dictionary.read_text("utf-8").splitlines():
        word, frequency, tag = line.split()
        if tag == "nr" and word[0] in words("surnames") and len(word) in (2, 3):
            last[word[-1]] += 1
            if len(word) == 3:
                first[word[1]] += 1
        for char in word:
            text[char] += int(frequency)

    def odds(names: Counter[str], char: str) -> str:
        name = (names[char] + 0.3) / names.total()
        return f"{math.log(name) - math.log((text[char] + 3000) / text.total()):.1f}"

    kept = sorted(
        char
        for char in first | last
        if "\u4e00" <= char <= "\u9fff" and (first[char] + last[char] >= 2 or text[char] > COMMON)
    )
    lines = [f"{char}\t{odds(first, char)}\t{odds(last, char)}\n" for char in kept]
    OUT.write_text(HEADER + "".join(lines), "utf-8")


if __name__ == "__main__":
    main()
