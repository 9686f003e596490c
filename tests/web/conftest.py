"""Lends the running server to the tests of this folder."""

from web_serving import serving

__all__ = ["serving"]
