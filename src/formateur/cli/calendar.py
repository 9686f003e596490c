"""``formateur calendar``: what is past, what is due by law, what may follow."""

from __future__ import annotations

from formateur.cli.options import AsOf, ElectionArgument, Format, Lang, Output
from formateur.cli.terminal import show, write_data
from formateur.settings import DEFAULT_LANGUAGE


def calendar(
    election: ElectionArgument,
    *,
    as_of: AsOf = None,
    form: Output = Format.text,
    lang: Lang = DEFAULT_LANGUAGE,
) -> None:
    """Say what is past, what is due by law and by when, and when the country may vote again."""
    from formateur import questions
    from formateur.language import open_language

    language = open_language(lang)
    report = questions.calendar(election, as_of=as_of)
    if form is Format.json:
        write_data(report.to_json())
    elif form is Format.csv:
        write_data(report.to_csv())
    else:
        from formateur.reporting.calendar_text import render_calendar_text

        show(render_calendar_text(report.document, language))
