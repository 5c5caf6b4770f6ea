"""The reference pages tell what the code does: the columns of the tables and the options of the commands."""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from typing import Any

import pytest

import bangfu
from bangfu.cli import parser
from bangfu.tables import FORMATS, ROW_TABLES, TABLES
from bangfu.tables.csv_file import number_text
from bangfu.tables.records import article_records

DOCS = Path(__file__).resolve().parents[1] / "docs"
COMMON = "The common columns"


def _sections(page: str) -> dict[str, str]:
    parts = re.split(r"^## (.+)$", (DOCS / page).read_text("utf-8"), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def _rows(section: str) -> list[list[str]]:
    """The cells of a section's Markdown table, without its head."""
    lines = [line for line in section.splitlines() if line.startswith("|")]
    rows = [re.split(r"(?<!\\)\|", line)[1:-1] for line in lines[2:]]
    return [[cell.strip().strip("`") for cell in row] for row in rows]


def _documented(table: str) -> list[list[str]]:
    sections = _sections("tables.md")
    return _rows(sections[table]) + (_rows(sections[COMMON]) if table in ROW_TABLES else [])


@pytest.mark.parametrize("table", TABLES)
def test_the_page_on_tables_lists_the_columns_of_the_schema(table: str) -> None:
    assert tuple((row[0], row[1]) for row in _documented(table)) == TABLES[table].columns
    assert all(row[2] for row in _documented(table))


def test_the_page_on_tables_lists_the_formats() -> None:
    assert tuple(row[0] for row in _rows(_sections("tables.md")["Formats"])) == FORMATS


def _examples() -> dict[str, dict[str, Any]]:
    """The first record of each table of the article on the page."""
    page = (DOCS / "tables.md").read_text("utf-8")
    quoted = re.search(r"^> (.+)$", page, flags=re.MULTILINE)
    assert quoted
    records = article_records(bangfu.extract(quoted[1], "a"))
    return {table: rows[0] for table, rows in records.items()}


@pytest.mark.parametrize("table", [name for name in TABLES if name != "rejects"])
def test_the_examples_on_the_page_are_what_comes_out(table: str) -> None:
    record = _examples()[table]
    own = _rows(_sections("tables.md")[table])
    rows = own + (_rows(_sections("tables.md")[COMMON]) if table == "money" else [])
    for column, kind, _, example in rows:
        if column in ("sha256", "rule", "score", "confidence"):
            continue
        value = record[column]
        shown = number_text(value) if kind == "number" else "" if value is None else str(value)
        assert example == (shown.lower() if kind == "bool" else shown), f"{table}.{column}"


def _commands() -> dict[str, argparse.ArgumentParser]:
    for action in parser()._actions:
        if isinstance(action, argparse._SubParsersAction):
            return dict(action.choices)
    raise AssertionError("the parser has no commands")


def test_the_page_on_the_command_line_has_a_part_for_each_command() -> None:
    named = [title.removeprefix("bangfu ") for title in _sections("cli.md") if title.startswith("bangfu ")]
    assert named == list(_commands())


@pytest.mark.parametrize("command", _commands())
def test_the_page_on_the_command_line_lists_the_options_of_the_parser(command: str) -> None:
    rows = _rows(_sections("cli.md")[f"bangfu {command}"])
    documented = {word for row in rows for word in re.findall(r"(?<![\w-])--?[a-z][a-z-]*", row[0])}
    options = {
        word
        for action in _commands()[command]._actions
        for word in action.option_strings
        if word not in ("-h", "--help")
    }
    assert documented == options
