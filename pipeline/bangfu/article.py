"""The frozen data objects that pass from room to room.

Offsets are code points, end exclusive. ``start, end`` of mentions and rows are in *clean* text;
:meth:`Text.to_raw` gives the span of the *raw* text that they came from.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from decimal import Decimal
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from bangfu.alignment import Alignment, Edit

if TYPE_CHECKING:
    import pandas as pd

_START = attrgetter("start")


@dataclass(frozen=True, slots=True)
class Source:
    """One article as it was read: the first decoded string and what its format told about it."""

    doc_id: str
    raw: str
    path: str = ""
    title: str | None = None
    date: str | None = None
    byline: str | None = None
    url: str | None = None
    encoding: str = "utf-8"
    lossy: bool = False
    """Whether bytes were already lost when the raw text was decoded."""


@dataclass(frozen=True, slots=True)
class Step:
    """One restorer's edits, in the frame of the text that this restorer saw."""

    kind: str
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """Raw and clean text with the alignment between them.

    ``edits`` are in the frame of the raw text; ``steps`` can be replayed: applied in order to ``raw`` they
    give ``clean``. ``boilerplate`` are spans of clean text that belong to the page, not to its report.
    """

    raw: str
    clean: str
    alignment: Alignment
    edits: tuple[Edit, ...] = ()
    steps: tuple[Step, ...] = ()
    boilerplate: tuple[Span, ...] = ()
    lossy: bool = False

    @classmethod
    def untouched(cls, raw: str) -> Text:
        """A text that needs no repair.

        >>> Text.untouched("支教").to_raw(0, 2)
        (0, 2)
        """
        return cls(raw, raw, Alignment.identity(len(raw)))

    def to_raw(self, start: int, end: int) -> tuple[int, int]:
        """The raw span from which the clean span ``[start, end)`` came."""
        return self.alignment.to_raw(start, end)

    def to_clean(self, start: int, end: int) -> tuple[int, int]:
        """The clean span that the raw span ``[start, end)`` became."""
        return self.alignment.to_clean(start, end)

    @property
    def damage(self) -> tuple[str, ...]:
        """The kinds of repair that were made, sorted."""
        return tuple(sorted({edit.kind for edit in self.edits}))


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of clean text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Document:
    """A restored article cut into sentences: what every extractor reads.

    ``sentences`` are spans of clean text in order; they never overlap, and leave out only white space
    and boilerplate. ``title`` and ``byline`` are those of the source, restored; they have no offsets.
    """

    source: Source
    text: Text
    sentences: tuple[Span, ...]
    lang: str = "zh"
    title: str | None = None
    byline: str | None = None

    @property
    def clean(self) -> str:
        """The clean text."""
        return self.text.clean

    def sentence_at(self, start: int, end: int) -> int:
        """The index of the sentence that holds the clean span ``[start, end)``, or -1 where none does."""
        i = bisect_right(self.sentences, start, key=_START) - 1
        return i if i >= 0 and end <= self.sentences[i].end else -1


@dataclass(frozen=True, slots=True)
class Mention:
    """A span of clean text with a label, the rule or model that found it, and a score from 0 to 1."""

    start: int
    end: int
    text: str
    label: str
    rule: str
    score: float = 1.0
    value: Any = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What every row of the tables carries besides its own columns."""

    start: int
    end: int
    rule: str
    score: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Row):
    """A named individual, once an article, at its first full mention."""

    name: str
    mentions: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Role(Row):
    """A post or professional title that the text gives a named person."""

    person: str
    title: str
    department: str | None = None
    institution: str | None = None
    side: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Institution(Row):
    """A named organisation, once an article, in the longest form that the article uses."""

    name: str
    kind: str | None = None
    province: str | None = None
    city: str | None = None
    county: str | None = None
    adcode: str | None = None
    side: str | None = None
    mentions: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Count(Row):
    """A quantity of people, things or acts."""

    text: str
    value: Decimal
    value_max: Decimal | None = None
    unit: str | None = None
    item: str | None = None
    approx: str | None = None
    action: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Money(Row):
    """An amount of money; ``cny`` in yuan, or ``amount`` in another ``currency`` (ISO 4217).

    ``cny_max`` and ``amount_max`` are the upper ends of ranges.
    """

    text: str
    cny: Decimal | None = None
    cny_max: Decimal | None = None
    amount: Decimal | None = None
    amount_max: Decimal | None = None
    currency: str = "CNY"
    approx: str | None = None
    action: str | None = None
    payer: str | None = None
    payee: str | None = None
    purpose: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One article with all of its rows."""

    document: Document
    people: tuple[Person, ...] = ()
    roles: tuple[Role, ...] = ()
    institutions: tuple[Institution, ...] = ()
    counts: tuple[Count, ...] = ()
    money: tuple[Money, ...] = ()
    duplicate_of: str | None = field(default=None)

    @property
    def source(self) -> Source:
        """The article as it was read."""
        return self.document.source

    @property
    def text(self) -> Text:
        """Raw and clean text with their alignment."""
        return self.document.text

    def sentence_of(self, row: Row) -> str:
        """The sentence of clean text in which a row begins."""
        i = self.document.sentence_at(row.start, row.start + 1)
        span = row if i < 0 else self.document.sentences[i]
        return self.text.clean[span.start : span.end]

    def tables(self) -> dict[str, pd.DataFrame]:
        """One pandas frame a table, in the columns of docs/tables.md."""
        from bangfu.tables.frames import article_frames

        return article_frames(self)
