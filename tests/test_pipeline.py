"""The public functions: extract, normalize, Pipeline."""

from __future__ import annotations

import subprocess
import sys

import pytest

import bangfu
from bangfu import Pipeline, RejectError, Settings, Source
from tests.growth import grows_less


def test_extract_takes_text_or_bytes() -> None:
    raw = "校长王小明说，企业捐赠了30万元。"
    for given_ in (raw, raw.encode(), raw.encode("gb18030")):
        article = bangfu.extract(given_)
        assert [m.cny for m in article.money] == [300000]
        assert [p.name for p in article.people] == ["王小明"]


def test_an_article_without_an_id_is_named_by_its_text() -> None:
    assert bangfu.extract("支教").source.doc_id == bangfu.extract("支教").source.doc_id
    assert bangfu.extract("支教").source.doc_id != bangfu.extract("义诊").source.doc_id
    assert bangfu.extract("支教", doc_id="a").source.doc_id == "a"


def test_normalize_gives_the_text_back_with_its_offsets() -> None:
    text = bangfu.normalize("推進京津冀協同發(fā)展")
    assert text.clean == "推进京津冀协同发展"
    assert text.raw[slice(*text.to_raw(7, 9))] == "發(fā)展"


@pytest.mark.parametrize("empty", ["", " \n\t", "　"])
def test_an_empty_article_is_rejected(empty: str) -> None:
    with pytest.raises(RejectError, match="empty"):
        bangfu.extract(empty)


def test_an_article_longer_than_the_limit_is_rejected() -> None:
    with pytest.raises(RejectError, match="max_chars=10"):
        bangfu.extract("支教" * 10, settings=Settings(max_chars=10))


def test_a_pipeline_streams_articles_in_order() -> None:
    sources = [Source(str(i), f"捐赠{i}万元。") for i in (3, 1, 2)]
    assert [[m.text for m in a.money] for a in Pipeline().stream(sources)] == [
        ["3万元"],
        ["1万元"],
        ["2万元"],
    ]


def test_tables_come_as_frames() -> None:
    frames = bangfu.extract("记者 王小明").tables()
    assert list(frames["people"]["name"]) == ["王小明"]
    assert {"people", "roles", "institutions", "counts", "money", "articles", "repairs"} <= set(frames)


def test_nothing_heavy_is_imported_before_it_is_used() -> None:
    heavy = {"pandas", "spacy", "jieba", "rjieba", "opencc", "trafilatura", "pyarrow", "lxml", "numpy"}
    code = "import sys, bangfu; print(','.join(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert not heavy & set(loaded.strip().split(","))


def test_every_public_name_can_be_imported() -> None:
    for name in bangfu.__all__:
        assert getattr(bangfu, name) is not None
    assert dir(bangfu) == sorted(bangfu.__all__)
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        bangfu.nonsense  # noqa: B018


def test_title_and_byline_take_the_repairs_of_the_text_with_the_settings_of_the_run() -> None:
    source = Source("a", "捐赠3万元。", title="協(xié)同\u3000", byline="記者 李\u3000明")
    document = Pipeline()(source).document
    assert (document.title, document.byline) == ("协同", "记者 李明")
    strict = Pipeline(Settings(min_confidence=0.99))(source).document
    assert strict.byline == "记者 李\u3000明"


def test_an_article_without_title_and_byline_has_none() -> None:
    document = Pipeline()(Source("a", "捐赠3万元。", title="")).document
    assert (document.title, document.byline) == (None, None)


@pytest.mark.parametrize(
    ("text", "unit"),
    [("记者{}。", "王明    "), ("县教育局拨付5亿元{}对危房进行改造", "并先后")],
)
def test_what_can_be_cut_in_many_ways_takes_time_by_its_length(text: str, unit: str) -> None:
    # Four times as long, and thousands of times the work where every cut is tried.
    assert grows_less(lambda times: bangfu.extract(text.format(unit * times)), 4, 16, than=40)
