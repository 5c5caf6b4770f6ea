"""One self-contained HTML page about the tables of a run."""

from bangfu.report.page import write_report

__all__ = ["write_report"]
