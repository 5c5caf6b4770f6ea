"""The gazetteer."""

from __future__ import annotations

import pytest

from bangfu import lexicon
from bangfu.recognize.places import NOWHERE, codes_of, gazetteer, is_place, place_of


@pytest.mark.parametrize(
    ("form", "code"),
    [
        ("云南省", "530000"),
        ("云南", "530000"),
        ("大理州", "532900"),
        ("阿鲁科尔沁旗", "150421"),
        ("察右中旗", "150927"),
        ("科左后旗", "150522"),
        ("积石山县", "622927"),
        ("巴音郭楞州", "652800"),
        ("前郭县", "220721"),
        ("香港", "810000"),
    ],
)
def test_full_and_short_forms_lead_to_a_code(form: str, code: str) -> None:
    assert gazetteer().codes[form] == (code,)


def test_a_short_form_that_is_also_a_province_is_the_province() -> None:
    assert place_of(["海南"]).adcode == "460000"


def test_a_chain_settles_a_shared_name() -> None:
    assert place_of(["福州", "鼓楼区"]).adcode == "350102"
    assert place_of(["江苏省", "徐州市", "鼓楼区"]).adcode == "320302"


def test_a_shared_name_alone_stays_empty() -> None:
    assert place_of(["鼓楼区"]) == NOWHERE


def test_a_city_and_its_county_of_one_name_are_the_city() -> None:
    assert (place_of(["恩施"]).adcode, place_of(["恩施"]).county) == ("422800", None)


def test_the_context_of_the_article_settles_a_shared_name() -> None:
    assert place_of(["鼓楼区"], codes_of(["河南省"])).city == "开封市"


def test_words_that_are_no_place_change_nothing() -> None:
    assert place_of(["中国", "贵州", "学校"]).adcode == "520000"
    assert place_of([]) == NOWHERE


def test_every_code_of_a_form_has_a_name_and_is_placed() -> None:
    known = gazetteer()
    assert all(code in known.names for codes in known.codes.values() for code in codes)
    nature = lexicon.words("places_nature")
    assert all(place_of([f]).province or len(known.codes[f]) > 1 for f in known.codes if f not in nature)


def test_foreign_countries_and_cities_are_places_without_a_code() -> None:
    assert is_place("肯尼亚")
    assert place_of(["肯尼亚"]) == NOWHERE


def test_ordinary_words_are_no_places() -> None:
    assert not any(is_place(word) for word in ("学校", "互相", "希望", "老师"))


def test_a_lake_or_a_mountain_places_a_body_only_behind_its_province() -> None:
    assert place_of(["太湖"]) == NOWHERE
    assert place_of(["安徽省", "太湖"]).adcode == "340825"
    assert place_of(["太湖县"]).adcode == "340825"
