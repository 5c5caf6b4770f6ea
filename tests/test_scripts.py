"""Scripts that make lexicons and measure: what they import of the package is there."""

from __future__ import annotations

import ast
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import pytest

TOP = Path(__file__).resolve().parents[1]
SCRIPTS = sorted([*TOP.glob("lexicons/sources/*.py"), *TOP.glob("benchmarks/*.py")])


def test_there_are_scripts_of_both_kinds() -> None:
    assert {path.parent.name for path in SCRIPTS} == {"sources", "benchmarks"}


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
def test_a_script_imports_only_what_is_there(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("bangfu"):
            module = str(node.module)
            for name in node.names:
                assert hasattr(import_module(module), name.name) or find_spec(f"{module}.{name.name}")
