"""Colours: sourced or neutral, readable on both grounds, told apart without colour vision."""

from __future__ import annotations

from itertools import combinations

import pytest

from formateur.folder import builtin_elections, open_election
from formateur.reporting.charts import contrast, ink_on, page_style, safe_colours
from formateur.reporting.charts.palette import (
    DARK,
    DOT,
    GROUND,
    HAS,
    INK,
    LIGHT,
    MARKS,
    NEUTRAL,
    SAFE,
    SOFT,
    TEXT,
    luminance,
    party_colour,
    party_edge,
    solid,
)


def colours() -> dict[str, str]:
    """Every colour of a list of a built-in election."""
    lists = [one for name in builtin_elections() for one in open_election(name)[0].lists]
    return {one.id: one.colour.value for one in lists if one.colour}


def test_some_lists_have_colours_and_each_has_its_source() -> None:
    for name in builtin_elections():
        lists = open_election(name)[0].lists
        given = [one.colour for one in lists if one.colour]
        assert len(given) >= 5, name
        assert all(colour.source.text for colour in given)


@pytest.mark.parametrize("colour", sorted({*colours().values(), NEUTRAL, *SAFE}))
def test_every_colour_can_be_written_on(colour: str) -> None:
    assert contrast(ink_on(colour), colour) >= TEXT


@pytest.mark.parametrize("list_id", sorted(colours()))
@pytest.mark.parametrize(("ground", "faint"), [(LIGHT, "edge-on-light"), (DARK, "edge-on-dark")])
def test_every_mark_stands_out_or_has_an_edge(list_id: str, ground: str, faint: str) -> None:
    colour = colours()[list_id]
    edged = faint in party_edge(list_id, colour)
    assert edged or contrast(colour, ground) >= MARKS


def test_edge_of_a_faint_colour_is_ink_on_its_ground_in_files_too() -> None:
    assert solid(party_edge("a", "#ffff00")) == solid(INK)
    assert solid(party_edge("a", "#000000")) == "#000000"
    assert solid(party_edge("a", "#2865fc")) == solid(party_colour("a", "#2865fc")) == "#2865fc"


def test_words_and_marks_of_charts_can_be_seen() -> None:
    ground = solid(GROUND)
    assert ground == LIGHT
    for words in (INK, SOFT):
        assert contrast(solid(words), ground) >= TEXT
    for marks in (DOT, HAS, NEUTRAL):
        assert contrast(solid(marks), ground) >= MARKS
    for bar in (HAS, SOFT):
        assert contrast(ground, solid(bar)) >= TEXT, "names are written on bars"


def test_contrast_is_that_of_the_guidelines() -> None:
    assert contrast("#000000", "#ffffff") == 21
    assert contrast("#ffffff", "#767676") == 4.54  # the grey that is just dark enough for text
    assert luminance("#ffffff") == pytest.approx(1)


def seen(colour: str, kind: str) -> tuple[float, float, float]:
    """Return linear red, green and blue as seen without one kind of cone.

    Viénot, Brettel, Mollon, *Digital video colourmaps* (1999), and Machado et al. (2009), full
    severity; kinds: ``protan``, ``deutan``, ``tritan``.
    """
    machado = {
        "protan": (0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216,
                   -0.003882, -0.048116, 1.051998),
        "deutan": (0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413,
                   -0.011820, 0.042940, 0.968881),
        "tritan": (1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602,
                   0.004733, 0.691367, 0.303900),
    }[kind]  # fmt: skip
    rgb = [int(colour[k : k + 2], 16) / 255 for k in (1, 3, 5)]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in rgb]
    rows = [machado[k : k + 3] for k in (0, 3, 6)]
    red, green, blue = (sum(a * b for a, b in zip(row, linear, strict=True)) for row in rows)
    return red, green, blue


@pytest.mark.parametrize("kind", ["protan", "deutan", "tritan"])
def test_safe_colours_differ_without_a_kind_of_cone(kind: str) -> None:
    for one, other in combinations(SAFE, 2):
        gaps = [a - b for a, b in zip(seen(one, kind), seen(other, kind), strict=True)]
        assert sum(gap**2 for gap in gaps) ** 0.5 > 0.05, (one, other)


def test_page_changes_colours_by_variables() -> None:
    style = page_style(("likud", "shas"))
    assert f"--party-likud:{SAFE[0]};--party-shas:{SAFE[1]};" in style
    assert "--edge:var(--ink)" in style
    assert party_colour("likud", "#104e8b") == "var(--party-likud,#104e8b)"
    many = safe_colours([str(k) for k in range(10)])
    assert list(many.values())[8:] == [NEUTRAL, NEUTRAL]
