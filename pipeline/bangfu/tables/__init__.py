"""The sixth room: rows to tables, in memory and on disk."""

from bangfu.tables.schema import FORMATS, ROW_TABLES, TABLES
from bangfu.tables.stored import Tables

__all__ = ["FORMATS", "ROW_TABLES", "TABLES", "Tables"]
