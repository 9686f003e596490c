"""A site of files: every page prepared, for any host, with no server behind it."""

from formateur.web.site.build import build_site
from formateur.web.site.plan import Plan

__all__ = ["Plan", "build_site"]
