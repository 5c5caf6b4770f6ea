"""The first room: files and bytes to sources with raw text."""

from bangfu.read.reject import Reject
from bangfu.read.unit import Unit
from bangfu.read.units import read_unit, units
from bangfu.read.walk import sources

__all__ = ["Reject", "Unit", "read_unit", "sources", "units"]
