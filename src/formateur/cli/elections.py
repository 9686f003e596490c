"""``formateur elections``: what is built in."""

from __future__ import annotations

from formateur.cli.terminal import show


def elections() -> None:
    """List the built-in elections."""
    from rich.table import Table

    from formateur import api
    from formateur.folder import find_election, read_election

    table = Table("id", "election", "vote", box=None, pad_edge=False)
    for column in ("polls", "statements", "events", "motions"):
        table.add_column(column, justify="right")
    for name in api.elections():
        one = read_election(find_election(name))
        counts = (one.polls, one.statements, one.events, one.motions)
        table.add_row(one.id, one.name, str(one.date), *(str(len(facts)) for facts in counts))
    show(table)
