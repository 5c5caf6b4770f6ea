"""Decoding: every encoding in which Chinese pages come, short, cut, mislabelled or not text at all."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bangfu.errors import RejectError
from bangfu.read.decode import decode

SIMPLIFIED = (
    "云杉县第一中学迎来了来自海州市的十二名支教老师。校长说：“孩子们高兴坏了。”老师们将承担语文、数学、英语等学科的教学任务，"
    "并开展教研活动、师徒结对等工作，带动当地教师成长。捐赠仪式上，企业向学校赠送图书和课桌椅，并设立助学金，帮助困难家庭的学生完成学业。"
)
TRADITIONAL = (
    "雲杉縣第一中學迎來了來自海州市的十二名支教老師。校長說：「孩子們高興壞了。」老師們將承擔語文、數學、英語等學科的教學任務，"
    "並開展教研活動、師徒結對等工作，帶動當地教師成長。捐贈儀式上，企業向學校贈送圖書和課桌椅，並設立助學金，幫助困難家庭的學生完成學業。"
)
ENGLISH = "Teachers from the coast came to the mountain school and stayed for three years."


def pieces(text: str, least: int) -> st.SearchStrategy[str]:
    """Stretches of a text."""
    starts = st.integers(0, len(text) - least)
    return st.builds(lambda start, length: text[start : start + length], starts, st.integers(least, 60))


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "gb18030", "gbk"])
@settings(deadline=None)
@given(text=pieces(SIMPLIFIED, 6))
def test_simplified_text_comes_back_from_every_encoding(codec: str, text: str) -> None:
    decoded = decode(text.encode(codec))
    assert (decoded.text, decoded.lossy) == (text, False)


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "gb18030", "big5", "big5hkscs", "cp950"])
@settings(deadline=None)
@given(text=pieces(TRADITIONAL, 6))
def test_traditional_text_comes_back_from_every_encoding(codec: str, text: str) -> None:
    decoded = decode(text.encode(codec))
    assert (decoded.text, decoded.lossy) == (text, False)


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
@settings(deadline=None)
@given(text=pieces(SIMPLIFIED, 12))
def test_utf16_needs_no_mark(codec: str, text: str) -> None:
    assert decode(text.encode(codec)).text == text


@settings(deadline=None)
@given(text=st.text(min_size=16, max_size=60).filter(lambda t: not any(c < " " or c == "\x7f" for c in t)))
def test_what_is_valid_utf8_is_read_as_such(text: str) -> None:
    assert decode(text.encode()).text == text.removeprefix("\ufeff")


@settings(deadline=None)
@given(data=st.binary(max_size=300))
def test_any_bytes_give_text_or_a_reject(data: bytes) -> None:
    try:
        decoded = decode(data)
    except RejectError as error:
        stage = error.stage
    else:
        stage = "decode"
        assert decoded.lossy or data.decode(decoded.encoding).removeprefix("\ufeff") == decoded.text
    assert stage == "decode"


@pytest.mark.parametrize(
    ("short", "codec"), [("支教", "gbk"), ("捐赠图书", "gbk"), ("支教老師", "big5"), ("義診", "big5")]
)
def test_a_headline_of_a_few_characters_is_enough(short: str, codec: str) -> None:
    assert decode(short.encode(codec)).text == short


def test_big5_is_preferred_over_gb18030_where_both_are_valid() -> None:
    data = TRADITIONAL[:24].encode("big5")
    data.decode("gb18030")  # valid, and nonsense
    assert decode(data).encoding == "cp950"


def test_characters_of_hong_kong_are_read_with_their_supplement() -> None:
    text = "嘅佢哋喺學校幫手，老師話好開心，同學哋都好鍾意。"
    decoded = decode(text.encode("big5hkscs"))
    assert (decoded.text, decoded.encoding) == (text, "big5hkscs")


@pytest.mark.parametrize("codec", ["utf-8", "gb18030"])
def test_a_text_cut_inside_of_its_last_character_loses_that_one_and_says_so(codec: str) -> None:
    decoded = decode(SIMPLIFIED.encode(codec)[:-1])
    assert (decoded.text, decoded.lossy) == (SIMPLIFIED[:-1], True)


def test_big5_cut_inside_of_its_last_character_loses_that_one_and_says_so() -> None:
    text = TRADITIONAL.rstrip("。")
    decoded = decode(text.encode("big5")[:-1])
    assert (decoded.text, decoded.lossy) == (text[:-1], True)


def test_a_bad_byte_in_the_middle_of_utf8_costs_one_character() -> None:
    head, tail = SIMPLIFIED[:20], SIMPLIFIED[20:]
    decoded = decode(head.encode() + b"\xff" + tail.encode())
    assert (decoded.text, decoded.encoding, decoded.lossy) == (f"{head}\ufffd{tail}", "utf-8", True)


@pytest.mark.parametrize("label", ["gb2312", "GBK", "gb_2312-80"])
def test_gb2312_in_a_header_means_gb18030(label: str) -> None:
    """镕 is in GBK and not in GB2312; 㑇 only in GB18030."""
    page = f'<html><head><meta charset="{label}"></head><body>镕㑇</body></html>'
    decoded = decode(page.encode("gb18030"))
    assert (decoded.text, decoded.encoding) == (page, "gb18030")


@pytest.mark.parametrize("declared", ["gb2312", "utf-8", "iso-8859-1", "x-unknown", "", None])
def test_a_wrong_label_does_not_overrule_a_clear_reading(declared: str | None) -> None:
    assert decode(TRADITIONAL.encode("big5"), declared).text == TRADITIONAL


def test_a_page_in_utf8_under_a_gb2312_header_is_utf8() -> None:
    page = f"<meta http-equiv='Content-Type' content='text/html; charset=gb2312'>{SIMPLIFIED}"
    assert decode(page.encode()).encoding == "utf-8"


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        ("学校の先生は子どもたちに本を読んで聞かせました。とても楽しい時間でした。", "shift_jis"),
        ("학교 선생님이 아이들에게 책을 읽어 주었습니다. 정말 즐거운 시간이었습니다.", "euc_kr"),
        ("Учитель читал детям книгу, и всем было очень интересно.", "cp1251"),
        ("À l’école, les élèves étaient très heureux de la leçon donnée là-bas.", "cp1252"),
    ],
)
def test_another_language_is_read_as_declared(text: str, codec: str) -> None:
    assert decode(text.encode(codec), codec).text == text


@pytest.mark.parametrize(
    "text", ["été", "Straße", "Привет", "naïve café", "½ ± ×", "مدرسة", "3·15", "·", "25°"]
)
def test_short_utf8_of_other_scripts_stays_utf8(text: str) -> None:
    assert decode(text.encode()).text == text


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7 \xe2\xe3", "PDF"),
        (b"PK\x03\x04\x14\x00", "ZIP"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"\xff\xd8\xff\xe0", "JPEG"),
        (bytes(range(256)) * 4, "binary"),
        (b"\x01\x02\x03\x04" * 20, "binary"),
        (SIMPLIFIED.encode() + b"\x00\x01", "NUL"),
    ],
)
def test_binary_data_is_refused_with_its_kind(data: bytes, what: str) -> None:
    with pytest.raises(RejectError, match=what) as caught:
        decode(data)
    assert caught.value.stage == "decode"


@pytest.mark.parametrize(("at", "right"), [(31, -100), (61, -100), (301, 150), (601, 300)])
def test_gbk_that_has_lost_a_byte_is_right_on_the_longer_side_of_the_gap(at: int, right: int) -> None:
    """The other side is read one byte off, up to the next ASCII character: that is for the repairs to see."""
    text = SIMPLIFIED * 3
    data = text.encode("gbk")
    decoded = decode(data[:at] + data[at + 1 :])
    assert decoded.encoding == "gb18030"
    assert decoded.text.startswith(text[:right]) if right > 0 else decoded.text.endswith(text[right:])


def test_gbk_cut_inside_of_its_first_character_loses_that_one_and_says_so() -> None:
    decoded = decode(SIMPLIFIED.encode("gbk")[1:])
    assert (decoded.text, decoded.lossy) == (SIMPLIFIED[1:], True)


def test_gbk_with_many_lost_bytes_is_refused() -> None:
    data = b"".join(c.encode("gbk") + b"\xff" for c in SIMPLIFIED)
    with pytest.raises(RejectError, match="encoding"):
        decode(data)


def test_the_encoding_named_decodes_the_bytes_again() -> None:
    for codec in ("utf-8", "utf-8-sig", "utf-16", "gb18030", "ascii"):
        data = (ENGLISH if codec == "ascii" else SIMPLIFIED).encode(codec)
        decoded = decode(data)
        assert data.decode(decoded.encoding) == decoded.text


def test_nothing_decodes_to_nothing() -> None:
    assert decode(b"").text == ""


def test_ten_megabytes_of_gbk_on_one_line_are_read() -> None:
    text = SIMPLIFIED * (5_000_000 // len(SIMPLIFIED))
    assert decode(text.encode("gbk")).text == text
