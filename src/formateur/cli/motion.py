"""``formateur motion``: what becomes of a motion."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

import typer

from formateur.cli.options import AsOf, Draws, ElectionArgument, Format, Lang, Model, Output, Seed
from formateur.cli.terminal import show, sign_of_life, write_data
from formateur.control import visible
from formateur.errors import UsageError
from formateur.settings import DEFAULT_DRAWS, DEFAULT_LANGUAGE, DEFAULT_MODEL, DEFAULT_SEED

MotionArgument = Annotated[
    str,
    typer.Argument(metavar="MOTION", help="Id of a motion of motions.toml.", show_default=False),
]

Set = Annotated[
    list[str] | None,
    typer.Option(
        "--set",
        metavar="LIST=POSITION",
        help="As if the list stood there: support, oppose, abstain, split or unknown. Repeatable.",
        show_default=False,
    ),
]

Majority = Annotated[
    str | None,
    typer.Option(
        "--majority",
        metavar="NEEDED",
        help="As if this were needed: plain, absolute, a fraction such as 2/3, seats, or none.",
        show_default=False,
    ),
]


def motion(  # noqa: PLR0913 - one parameter for each option
    election: ElectionArgument,
    motion: MotionArgument,
    *,
    as_of: AsOf = None,
    said: Set = None,
    majority: Majority = None,
    draws: Draws = DEFAULT_DRAWS,
    seed: Seed = DEFAULT_SEED,
    model: Model = DEFAULT_MODEL,
    form: Output = Format.text,
    lang: Lang = DEFAULT_LANGUAGE,
) -> None:
    """Say what becomes of a motion: a majority, a government that brings it, who decides it."""
    from formateur import questions
    from formateur.language import open_language

    language = open_language(lang)
    positions = _positions(said or ())
    with sign_of_life("counting simulated votes"):
        report = questions.motion(
            election,
            motion,
            as_of=as_of,
            positions=positions,
            majority=majority,
            draws=draws,
            seed=seed,
            model=model,
        )
    if form is Format.json:
        write_data(report.to_json())
    elif form is Format.csv:
        write_data(report.to_csv())
    else:
        from formateur.reporting.motion_text import render_motion_text

        show(render_motion_text(report.document, language))


def _positions(words: Iterable[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for word in words:
        one, sign, position = (part.strip() for part in word.partition("="))
        if not (one and sign and position):
            raise UsageError(f"--set {visible(word)!r}: write LIST=POSITION, as in shas=support.")
        if one in found:
            raise UsageError(f"--set {visible(word)!r}: {one} is set twice. Set it once.")
        found[one] = position
    return found
