"""Copies as crawls hold them, through the real stages: mirrors are found, other notices are not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import bangfu
from bangfu.settings import Settings

TO_TRADITIONAL = str.maketrans("镇爱会现书说学员长们阅读据绍", "鎮愛會現書說學員長們閱讀據紹")


def test_copies_of_every_kind_are_found_and_other_notices_of_the_template_are_not(
    tmp_path: Path, text_of: Callable[[int], str]
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    original = text_of(7)
    variants = {
        "original": original,
        "v-exact": original,
        "v-traditional": original.translate(TO_TRADITIONAL),
        "v-pinyin": original.replace("捐赠", "捐赠(zèng)").replace("资助", "资(zī)助"),
        "v-headline": "图书和善款送到山里\n" + original.partition("\n")[2],
        "v-cut": original[: len(original) * 3 // 4],
        **{f"other-{i:02}": text_of(i) for i in (1, 2, 3, 17, 27, 37)},
    }
    for name, text in variants.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")
    tables = bangfu.run(folder, tmp_path / "out", workers=1)
    found = tables["articles"].set_index("doc_id")["duplicate_of"].dropna().to_dict()
    assert found == {name: "original" for name in variants if name.startswith("v-")}
    kept = bangfu.run(folder, tmp_path / "out", workers=1, settings=Settings(drop_duplicates=True))
    assert set(kept["money"]["doc_id"]) == {name for name in variants if not name.startswith("v-")}
