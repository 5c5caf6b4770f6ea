"""HTML in small pieces. Text enters a page through :func:`esc` only."""

from __future__ import annotations

import html
from collections.abc import Iterable, Sequence

from bangfu.tables.csv_file import number_text
from bangfu.visible import visible


class Html(str):
    """A string that is markup already: :func:`esc` leaves it as it is."""

    __slots__ = ()


def esc(value: object) -> Html:
    """Any cell as HTML: markup and unseen characters in it show as they are written.

    >>> esc("<b>&\\x00"), esc(None), esc(3.0), esc(Html("<b>"))
    ('&lt;b&gt;&amp;&lt;U+0000&gt;', '', '3', '<b>')
    """
    if isinstance(value, Html):
        return value
    if value is None:
        return Html("")
    text = number_text(value) if isinstance(value, float) else str(value)
    return Html(html.escape(visible(text)))


def yuan(value: float | None) -> Html:
    """An amount with its thousands parted.

    >>> yuan(18310000.0), yuan(1.5), yuan(None)
    ('18,310,000', '1.5', '')
    """
    if value is None:
        return Html("")
    return Html(f"{int(value):,}" if value.is_integer() else f"{int(value):,}{number_text(value % 1)[1:]}")


def section(anchor: str, title: str, *parts: str) -> Html:
    """A part of the page with its heading."""
    return Html(f'<section id="{anchor}"><h2>{esc(title)}</h2>\n{"".join(parts)}</section>\n')


def table(
    header: Sequence[str], rows: Iterable[Sequence[object]], numeric: Sequence[int] = (), empty: str = "none"
) -> Html:
    """A table; ``numeric`` are the places of columns that stand to the right.

    >>> "<tr><td>&lt;x&gt;</td></tr>" in table(["a"], [["<x>"]])
    True
    """
    place = [' class="n"' if i in numeric else "" for i in range(len(header))]
    head = "".join(f"<th{p}>{esc(h)}</th>" for p, h in zip(place, header, strict=True))
    body = "".join(
        "\n<tr>" + "".join(f"<td{p}>{esc(c)}</td>" for p, c in zip(place, row, strict=True)) + "</tr>"
        for row in rows
    )
    if not body:
        return Html(f'<p class="dim">{esc(empty)}</p>\n')
    return Html(
        f'<div class="wide"><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>\n'
    )


def short(text: str, columns: int = 24) -> str:
    """The text cut to so many columns, a wide character taking two, any other a little more than one.

    >>> short("国家山野资源委员会办公室", 12), short("international")
    ('国家山野资…', 'international')
    """
    room = 10 * columns
    for i, character in enumerate(text):
        room -= 20 if ord(character) > 0x2E7F else 12
        if room < 0:
            return text[: max(i - 1, 0)] + "…"
    return text


def bars(rows: Sequence[tuple[str, float, str]], empty: str = "none") -> Html:
    """A bar chart of (name, size, what to write behind the bar), as SVG."""
    if not rows:
        return Html(f'<p class="dim">{esc(empty)}</p>\n')
    most = max(size for _, size, _ in rows) or 1.0
    lines = []
    for i, (name, size, label) in enumerate(rows):
        y, length = i * 24, max(2, round(320 * size / most))
        lines.append(
            f'<text x="172" y="{y + 16}" text-anchor="end">{esc(short(name))}</text>'
            f'<rect x="180" y="{y + 4}" width="{length}" height="16" rx="2"/>'
            f'<text x="{186 + length}" y="{y + 16}" class="l">{esc(label)}</text>'
        )
    return Html(
        f'<svg class="bars" role="img" viewBox="0 0 640 {24 * len(rows)}" width="640"'
        f' height="{24 * len(rows)}">{"".join(lines)}</svg>\n'
    )
