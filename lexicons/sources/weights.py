"""Writes the weights of a model as a lexicon: shared by the scripts that train one."""

from __future__ import annotations

from pathlib import Path

from bangfu.lexicon import table


def write(path: Path, header: str, weights: dict[str, float]) -> None:
    """Write weights by column and value, sorted, and forget the lexicons read before."""
    lines = [
        f"{key}\t{weight:.2f}\n"
        for key, weight in weights.items()
        if key.count("\t") == 1 and key.replace("\t", "").isprintable()
    ]
    path.write_text(header + "".join(sorted(lines)), "utf-8")
    table.cache_clear()
