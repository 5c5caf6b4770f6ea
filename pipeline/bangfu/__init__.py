"""bangfu 帮扶: crawled Chinese assistance news to tables, every row traceable to its source characters.

>>> import bangfu
>>> [row.text for row in bangfu.extract("某公司向学校捐赠图书300册、现金5万元。").money]
['5万元']
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bangfu.article import Article as Article
    from bangfu.article import Source as Source
    from bangfu.article import Text as Text
    from bangfu.batch import run as run
    from bangfu.errors import BangfuError as BangfuError
    from bangfu.errors import RejectError as RejectError
    from bangfu.pipeline import Pipeline as Pipeline
    from bangfu.pipeline import extract as extract
    from bangfu.pipeline import normalize as normalize
    from bangfu.settings import Settings as Settings
    from bangfu.tables import Tables as Tables

__version__ = "0.2.0"

_HOME = {
    "Article": "bangfu.article",
    "BangfuError": "bangfu.errors",
    "Pipeline": "bangfu.pipeline",
    "RejectError": "bangfu.errors",
    "Settings": "bangfu.settings",
    "Source": "bangfu.article",
    "Tables": "bangfu.tables",
    "Text": "bangfu.article",
    "extract": "bangfu.pipeline",
    "normalize": "bangfu.pipeline",
    "run": "bangfu.batch",
}

__all__ = [
    "Article",
    "BangfuError",
    "Pipeline",
    "RejectError",
    "Settings",
    "Source",
    "Tables",
    "Text",
    "__version__",
    "extract",
    "normalize",
    "run",
]


def __getattr__(name: str) -> Any:
    # Public names load on first use, so that `import bangfu` and `bangfu --version` stay quick.
    if name in _HOME:
        from importlib import import_module

        value = getattr(import_module(_HOME[name]), name)
        globals()[name] = value
        return value
    raise AttributeError(f"module 'bangfu' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
