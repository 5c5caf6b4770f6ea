"""The first room: files and bytes to sources with raw text."""
