"""``formateur elections``: what is built in."""

from __future__ import annotations

from formateur.cli.options import Lang
from formateur.cli.terminal import show
from formateur.settings import DEFAULT_LANGUAGE


def elections(lang: Lang = DEFAULT_LANGUAGE) -> None:
    """List the built-in elections."""
    from rich.table import Table

    from formateur import api
    from formateur.folder import find_election, read_election
    from formateur.language import open_language

    language = open_language(lang)
    say = language.say
    table = Table(box=None, pad_edge=False)
    table.add_column("id", no_wrap=True)  # to be copied, in a narrow terminal too
    table.add_column(say("election"))
    table.add_column(say("vote"))
    for column in (say("polls"), say("statements"), say("events"), say("motions")):
        table.add_column(column, justify="right")
    for name in api.elections():
        one = read_election(find_election(name))
        counts = (one.polls, one.statements, one.events, one.motions)
        called = one.names.get(language.code, one.name)
        numbers = (language.number(len(facts)) for facts in counts)
        table.add_row(one.id, called, language.short_day(one.date), *numbers)
    show(table)
