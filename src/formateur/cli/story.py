"""``formateur story``: which claims of a news story hold."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from formateur.cli.options import Draws, Lang, Seed
from formateur.cli.terminal import show, sign_of_life, write_data
from formateur.errors import UsageError
from formateur.settings import DEFAULT_DRAWS, DEFAULT_LANGUAGE, DEFAULT_SEED


class StoryFormat(StrEnum):
    """What is written to the standard output."""

    text = "text"
    json = "json"
    html = "html"


FileArgument = Annotated[
    str,
    typer.Argument(
        metavar="FILE|-",
        help="A news story in English or Spanish, plain text or HTML; - reads standard input.",
        show_default=False,
    ),
]
Day = Annotated[
    str | None,
    typer.Option(
        "--date",
        metavar="DAY",
        help="The day of the story, like 2019-09-14. By default it is read from the story.",
        show_default=False,
    ),
]
ElectionOption = Annotated[
    str | None,
    typer.Option(
        "--election",
        metavar="ELECTION|DIR",
        help="The election it is about. By default it is read from the story.",
        show_default=False,
    ),
]
Form = Annotated[StoryFormat, typer.Option("--format", help="Form of the output.")]


def story(
    file: FileArgument,
    *,
    day: Day = None,
    election: ElectionOption = None,
    draws: Draws = DEFAULT_DRAWS,
    seed: Seed = DEFAULT_SEED,
    form: Form = StoryFormat.text,
    lang: Lang = DEFAULT_LANGUAGE,
) -> None:
    """Hold the claims of a news story against the figures of its day."""
    data = _read(file)
    from formateur import stories
    from formateur.language import open_language

    language = open_language(lang)
    with sign_of_life("holding the story against the figures of its day"):
        report = stories.check_story(data, day=day, election=election, draws=draws, seed=seed)
    if form is StoryFormat.json:
        write_data(report.to_json())
    elif form is StoryFormat.html:
        write_data(report.to_html(language=language))
    else:
        from formateur.story.text import render_story_text

        show(render_story_text(report.document, language))


def _read(file: str) -> bytes:
    """Read a story whole; one byte more than is allowed is enough to refuse it."""
    from formateur.story.decoding import MOST_BYTES

    if file == "-":
        return sys.stdin.buffer.read(MOST_BYTES + 1)
    try:
        with Path(file).open("rb") as stream:
            return stream.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise UsageError(
            f"{file} cannot be read: {why}. Name a file that holds a story, or - to pipe it in."
        ) from None
