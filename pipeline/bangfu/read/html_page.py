"""A web page: its main text, title, date, byline and address."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from bangfu.article import Source
from bangfu.errors import RejectError
from bangfu.read.byline import byline_of
from bangfu.read.decode import decode
from bangfu.read.streams import read_whole
from bangfu.read.unit import Unit
from bangfu.settings import Settings

MAX_PAGE = 20_000_000
"""Bytes of the largest page that is parsed: trafilatura refuses larger ones; a tree takes ten times that."""

_MAX_NODES, _MAX_DEPTH = 50_000, 200
"""Elements, and elements inside of each other, beyond which a page is no article: trafilatura takes 40 µs
for each of the first, and time quadratic in the second."""

_LEAST = 40
"""Characters below which trafilatura has found a notice rather than the report, if the page holds more."""

_XML = re.compile(r"\A\s*<\?xml[^>]{0,200}\?>")
_BLOCK = re.compile(
    "address|article|aside|blockquote|br|caption|center|d[dlt]|div|fig.*|foot.*|form|h[1-6]|head.*|hr|li|main|nav"
    "|[ou]l|option|p|pre|section|table|t[dhr]|title"
)
_SPACE = re.compile(r"\s+")
_HIDDEN = frozenset(("script", "style", "noscript", "template", "iframe", "object", "svg", "head"))


@dataclass(frozen=True, slots=True)
class Page:
    """What a page says: ``text`` is its main text behind the title and byline, one paragraph a line."""

    text: str
    title: str | None = None
    date: str | None = None
    byline: str | None = None
    url: str | None = None


def read_page(unit: Unit, settings: Settings) -> Iterator[Source]:
    """The article of an HTML file; ``raw`` is what :func:`parse` finds, not the file's source text.

    Raises :class:`RejectError` for a file that is empty, binary or too large, and for a page without text.
    """
    data = read_whole(unit.path, unit.compressed, min(settings.max_bytes, MAX_PAGE))
    decoded = decode(data)
    page = parse(decoded.text)
    yield Source(
        unit.doc_id,
        page.text,
        unit.name,
        title=page.title,
        date=page.date,
        byline=page.byline,
        url=page.url,
        encoding=decoded.encoding,
        lossy=decoded.lossy,
    )


def parse(html: str) -> Page:
    """The report on a page, by trafilatura; all text of the page where that finds none.

    The title and the byline (来源, 作者, 记者, 责任编辑 …) stand before the text as lines of their own,
    unless the main text holds them: so that their people and offsets are not lost. Raises
    :class:`RejectError` for a page without text; libxml2 reads none below 2,048 nested elements.

    >>> parse("<title>简讯</title><h1>简讯</h1><p>作者：李山</p><p>云杉县来了<b>三名</b>老师。</p>").text
    '简讯\\n作者：李山\\n云杉县来了三名老师。'
    """
    tree = _tree(_XML.sub("", html.replace("\0", "")))
    whole, usual = _plain(tree)
    heading = _tag(tree, "h1") or _tag(tree, "title")
    found = _extracted(tree) if usual else None
    text = (found.text or "").strip() if found else ""
    if len(text) < _LEAST and len(whole) > len("".join(text.split())):
        text = whole
    if not text:
        raise RejectError("read", "a page without text")
    title = (found.title if found else None) or heading
    byline, info = byline_of(whole)
    head = [line for line in (title, info) if line and line not in text]
    return Page(
        "\n".join([*head, text]),
        title=title,
        date=found.date if found else None,
        byline=byline or (found.author if found else None),
        url=found.url if found else None,
    )


def _tree(html: str) -> Any:
    from lxml.etree import LxmlError
    from lxml.html import HTMLParser, document_fromstring

    try:
        return document_fromstring(html, parser=HTMLParser(huge_tree=True))
    except (LxmlError, ValueError) as error:
        raise RejectError("read", f"broken HTML: {error or 'no markup'}") from error


def _plain(tree: Any) -> tuple[str, bool]:
    """The visible text, a line a block, and whether the tree is of a usual size.

    A walk over events, because pages may be nested deeper than Python recurses.
    """
    from lxml.etree import iterwalk

    parts: list[str] = []
    hidden = nodes = depth = deepest = 0
    for event, node in iterwalk(tree, events=("start", "end", "comment", "pi")):
        name = node.tag if isinstance(node.tag, str) else ""
        block = "\n" if _BLOCK.fullmatch(name) else ""
        if event == "start":
            nodes, depth = nodes + 1, depth + 1
            deepest = max(deepest, depth)
            hidden += name in _HIDDEN
            parts.append(block)
            written = node.text
        else:
            depth -= event == "end"
            hidden -= event == "end" and name in _HIDDEN
            parts.append(block)
            written = node.tail
        if written and not hidden:
            parts.append(_SPACE.sub(" ", written))
    lines = (line.strip() for line in "".join(parts).split("\n"))
    return "\n".join(line for line in lines if line), nodes <= _MAX_NODES and deepest <= _MAX_DEPTH


def _tag(tree: Any, name: str) -> str | None:
    node = next(tree.iter(name), None)
    return " ".join(node.text_content().split()) or None if node is not None else None


def _extracted(tree: Any) -> Any:
    """trafilatura's document, or None; what it raises on hostile pages counts as nothing found."""
    bare_extraction = _trafilatura()
    try:
        return bare_extraction(
            tree,
            with_metadata=True,
            include_comments=False,
            # Its default bound is today's date, which would make the result depend on the day.
            date_extraction_params={"max_date": "2099-12-31", "extensive_search": True},
        )
    except Exception:
        return None


@lru_cache(maxsize=1)
def _trafilatura() -> Any:
    import trafilatura

    # A page that gives nothing becomes a reject; a second report on stderr would only be noise.
    for name in ("trafilatura", "htmldate", "courlan"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    return trafilatura.bare_extraction
