"""The fifth room: mentions to rows: whose title at which institution, who paid whom for what."""

from bangfu.link.rows import link

__all__ = ["link"]
