"""``formateur polls``: each poll, whether it was used, and why not."""

from __future__ import annotations

from formateur.cli.options import AsOf, ElectionArgument, Format, Lang, Model, Output
from formateur.cli.terminal import show, sign_of_life, write_data
from formateur.settings import DEFAULT_LANGUAGE, DEFAULT_MODEL


def polls(
    election: ElectionArgument,
    as_of: AsOf = None,
    form: Output = Format.text,
    model: Model = DEFAULT_MODEL,
    lang: Lang = DEFAULT_LANGUAGE,
) -> None:
    """Show each poll known on a day, whether it is used, and why not."""
    from formateur import api
    from formateur.language import open_language
    from formateur.reporting.poll_table import polls_as_csv, polls_as_json, polls_as_text

    language = open_language(lang)
    with sign_of_life("weighing the polls"):
        made = api.forecast(election, as_of=as_of, draws=1, model=model)
        document = api.report(made).document
    if form is Format.text:
        show(polls_as_text(document, language))
    else:
        write_data(polls_as_csv(document) if form is Format.csv else polls_as_json(document))
