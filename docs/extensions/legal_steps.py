"""Directives ``legal-steps`` and ``built-in-laws``: the law engine's reference, made from it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from docutils import nodes
from numpydoc.docscrape import NumpyDocString
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from formateur.law import builtin_laws, load_law
from formateur.law.steps import STEPS, TABLED, table_of


class LegalSteps(SphinxDirective):
    """Insert one section per step: what it does, its variants, the keys of its table."""

    def run(self) -> list[nodes.Node]:
        """Return the sections."""
        variants: dict[type, list[str]] = {}
        for name, step in STEPS.items():
            variants.setdefault(type(step), []).append(name)
        sections = [_fixed(kind, names) for kind, names in variants.items()]
        sections += [_tabled(name, kind) for name, kind in TABLED.items()]
        return self.parse_text_to_nodes("\n\n".join(sections), allow_section_headings=True)


class BuiltInLaws(SphinxDirective):
    """Insert a table of the laws that come with Formateur."""

    def run(self) -> list[nodes.Node]:
        """Return the table."""
        rows = ["| id | law | from | left out |", "|---|---|---|---|"]
        for name in builtin_laws():
            law = load_law(name)
            begin = max(law.seats[0].since, law.allocation[0].since)
            limits = " ".join(law.limits.split())
            rows.append(f"| `{name}` | {law.name} | {_day(begin)} | {limits} |")
        return self.parse_text_to_nodes("\n".join(rows))


def _fixed(kind: type, names: Iterable[str]) -> str:
    title = sorted({name.partition(":")[0] for name in names})
    listed = "\n".join(f"- `{name}`" for name in names)
    heading = ", ".join(f"`{name}`" for name in title)
    return f"### {heading}\n\n{_text(kind)}\n\nIn a law file:\n\n{listed}"


def _tabled(name: str, kind: type) -> str:
    keys = "\n".join(
        f"| `{one.name}` | {' '.join(one.desc)} |"
        for one in NumpyDocString(kind.__doc__ or "")["Attributes"]
    )
    table = f"\n\n| key | |\n|---|---|\n{keys}" if keys else ""
    return f"### `{name}`\n\n{_text(kind)} Its numbers: `[[{table_of(name)}]]`.{table}"


def _text(kind: type) -> str:
    parsed = NumpyDocString(kind.__doc__ or "")
    told = [*parsed["Summary"], "", *parsed["Extended Summary"]]
    return "\n".join(told).strip().replace("``", "`")


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the directives."""
    app.add_directive("legal-steps", LegalSteps)
    app.add_directive("built-in-laws", BuiltInLaws)
    return {"parallel_read_safe": True}
