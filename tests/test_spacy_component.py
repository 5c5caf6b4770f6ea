"""The spaCy component: entities in the offsets of the text that spaCy was given."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

from bangfu.errors import UsageError

RAW = "記者何小滿報(bào)道：雲溪市教育局向青石縣第一小學捐(juān)贈3萬(wàn)元、圖書300冊，惠及11.5%的学生。"


@pytest.fixture(scope="module")
def nlp() -> Language:
    nlp = spacy.blank("zh")
    nlp.add_pipe("bangfu")
    return nlp


def _ents(doc: Doc) -> list[tuple[str, str]]:
    return [(ent.text, ent.label_) for ent in doc.ents]


def test_entities_stand_in_the_raw_text(nlp: Language) -> None:
    doc = nlp(RAW)
    assert doc.text == RAW
    assert ("3萬(wàn)元", "MONEY") in _ents(doc)
    assert ("300冊", "QUANTITY") in _ents(doc)
    assert ("11.5%", "PERCENT") in _ents(doc)
    article = doc._.bangfu
    for span in doc.spans["bangfu"]:
        table, _, place = span.id_.partition(":")
        row = getattr(article, table)[int(place)]
        assert (span.start_char, span.end_char) == article.text.to_raw(row.start, row.end)


def test_there_is_one_span_a_row(nlp: Language) -> None:
    doc = nlp(RAW)
    article = doc._.bangfu
    tables = ("people", "roles", "institutions", "counts", "money")
    assert len(doc.spans["bangfu"]) == sum(len(getattr(article, table)) for table in tables) > 2


def test_a_name_is_marked_wherever_it_stands(nlp: Language) -> None:
    doc = nlp("青石县第一小学校长田小禾说，学校变了。田小禾还说，青石县第一小学今年捐赠5万元。")
    assert [text for text, label in _ents(doc) if label == "PERSON"] == ["田小禾", "田小禾"]


def test_tokens_of_several_characters_are_taken_whole() -> None:
    nlp = spacy.blank("zh", config={"nlp": {"tokenizer": {"segmenter": "jieba"}}})
    nlp.add_pipe("bangfu")
    doc = nlp("企业向学校捐赠3万元，惠及学生200余名。")
    assert any("3万" in text for text, label in _ents(doc) if label == "MONEY")
    assert all(ent.text == doc.text[ent.start_char : ent.end_char] for ent in doc.ents)


def test_entities_found_before_stay_where_they_do_not_overlap() -> None:
    nlp = spacy.blank("zh")
    ruler: Any = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "PLACE", "pattern": "青石"}, {"label": "WRONG", "pattern": "万元"}])
    nlp.add_pipe("bangfu")
    assert _ents(nlp("青石人捐赠3万元。")) == [("青石", "PLACE"), ("3万元", "MONEY")]


@pytest.mark.parametrize("text", ["", " \n", "\u3000"])
def test_an_empty_text_has_no_article(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert doc._.bangfu is None
    assert not doc.ents


def test_pipe_gives_the_same_as_calls(nlp: Language) -> None:
    texts = [RAW, "捐赠5万元。", ""]
    assert [_ents(doc) for doc in nlp.pipe(texts)] == [_ents(nlp(text)) for text in texts]


def test_a_doc_keeps_its_entities_and_spans_through_bytes(nlp: Language) -> None:
    doc = nlp(RAW)
    (back,) = DocBin(docs=[doc], store_user_data=True).get_docs(nlp.vocab)
    assert _ents(back) == _ents(doc)
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert [s.id_ for s in again.spans["bangfu"]] == [s.id_ for s in doc.spans["bangfu"]]
    assert again._.bangfu == doc._.bangfu


def test_a_saved_pipeline_loads_with_its_settings(tmp_path: Path) -> None:
    nlp = spacy.blank("zh")
    nlp.add_pipe("bangfu", config={"min_confidence": 0.7})
    nlp.to_disk(tmp_path / "model")
    loaded = spacy.load(tmp_path / "model")
    component: Any = loaded.get_pipe("bangfu")
    assert component.settings.min_confidence == 0.7
    assert _ents(loaded(RAW)) == _ents(nlp(RAW))


def test_a_setting_out_of_range_is_an_error() -> None:
    with pytest.raises(UsageError, match="min_confidence"):
        spacy.blank("zh").add_pipe("bangfu", config={"min_confidence": 3.0})


def test_the_factory_is_found_without_an_import() -> None:
    import subprocess
    import sys

    code = "import spacy; n = spacy.blank('zh'); n.add_pipe('bangfu'); print(n('捐赠3万元。').ents)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "(3万元,)\n"
