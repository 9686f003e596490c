"""``formateur backtest``: past elections forecast again, with what was known on the day."""

from __future__ import annotations

import typer

from formateur.cli.backtest_government import government

backtest = typer.Typer(help="Forecast past elections again, with what was known on the day.")


@backtest.callback()
def _backtest() -> None:
    """Forecast past elections again, with what was known on the day."""


backtest.command()(government)
