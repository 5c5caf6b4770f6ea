"""Write lexicons/pinyin_readings.txt from an installed pypinyin: run this file with Python.

Needed only to renew the lexicon; pypinyin is no dependency of bangfu.
"""

from __future__ import annotations

from importlib.metadata import version
from importlib.resources import files
from json import loads
from pathlib import Path

OUT = Path(__file__).resolve().parents[1] / "pinyin_readings.txt"

HEADER = """\
# Readings of Han characters: each syllable with its tone mark, and the characters that can be read so.
# columns: syllable, characters
# source: pinyin_dict of pypinyin {version}, U+4E00 to U+9FFF and what OpenCC also knows, written by
# lexicons/sources/pinyin_readings.py; licence: MIT, Copyright (c) 2016 mozillazg and contributors
"""


def main() -> None:
    """Turn character → readings into reading → characters."""
    known = {
        line[0]
        for name in ("TSCharacters.txt", "STCharacters.txt")
        for line in (files("opencc") / "dictionary" / name).read_text("utf-8").splitlines()
        if line
    }
    by_reading: dict[str, list[str]] = {}
    for code, readings in loads((files("pypinyin") / "pinyin_dict.json").read_text("utf-8")).items():
        char = chr(int(code))
        if "\u4e00" <= char <= "\u9fff" or char in known:
            for reading in readings.split(","):
                by_reading.setdefault(reading, []).append(char)
    lines = [f"{reading}\t{''.join(sorted(chars))}" for reading, chars in sorted(by_reading.items())]
    OUT.write_text(HEADER.format(version=version("pypinyin")) + "\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
