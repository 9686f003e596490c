"""``formateur allocate``: official votes in, seats under the law out."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from formateur.cli.options import Changes, Format, Lang, Output, Seed
from formateur.cli.terminal import show, sign_of_life, write_data
from formateur.law_changes import parse_changes
from formateur.settings import DEFAULT_LANGUAGE, DEFAULT_SEED

CaseArgument = Annotated[
    Path,
    typer.Argument(
        metavar="CASE_DIR",
        readable=False,
        help="A folder with votes.csv and case.json.",
        show_default=False,
    ),
]

OtherLaw = Annotated[
    str | None,
    typer.Option(
        "--law",
        metavar="ID|FILE",
        help="Another law than that of the case: a built-in id, or a law file.",
        show_default=False,
    ),
]


def allocate(
    case: CaseArgument,
    *,
    form: Output = Format.text,
    lang: Lang = DEFAULT_LANGUAGE,
    law: OtherLaw = None,
    changes: Changes = None,
    seed: Seed = DEFAULT_SEED,
) -> None:
    """Give out the seats of an election from its votes, with an account of every step."""
    wanted = parse_changes(changes or ())
    from formateur import api
    from formateur.language import open_language

    language = open_language(lang)
    with sign_of_life("counting"):
        report = api.allocate(case, law=law, changes=wanted, seed=seed)
    for note in report.document.notes:
        sys.stderr.write(f"formateur: warning: {note}\n")
    if form is Format.json:
        write_data(report.to_json())
    elif form is Format.csv:
        write_data(report.to_csv())
    else:
        from formateur.reporting.allocation_text import render_allocation_text

        show(render_allocation_text(report.document, language))
