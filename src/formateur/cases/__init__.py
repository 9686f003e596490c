"""Allocation cases: the official votes of one election and its facts, counted under its law."""

from formateur.cases.count import CountedCase, count_case
from formateur.cases.read import Case, check_case, is_case, read_case

__all__ = ["Case", "CountedCase", "check_case", "count_case", "is_case", "read_case"]
