"""The draws themselves, for work outside Formateur."""

from __future__ import annotations

import io

import numpy as np

from formateur.forecasting import Forecast


def draws_as_csv(forecast: Forecast) -> bytes:
    """Return one row per draw: ``votes.LIST`` in percent, then ``seats.LIST``."""
    votes, seats = forecast.votes, forecast.parliament
    header = ["draw", *(f"votes.{x}" for x in votes.lists), *(f"seats.{x}" for x in seats.lists)]
    number = np.arange(len(votes))[:, None]
    table = np.hstack([number, 100 * votes.values, seats.values])
    formats = ["%d", *["%.4f"] * len(votes.lists), *["%d"] * len(seats.lists)]
    out = io.BytesIO()
    np.savetxt(out, table, fmt=formats, delimiter=",", header=",".join(header), comments="")
    return out.getvalue()


def draws_as_npz(forecast: Forecast) -> bytes:
    """Return a NumPy archive: votes (share) and seats, both (draws, lists), and their lists."""
    out = io.BytesIO()
    np.savez_compressed(
        out,
        votes=forecast.votes.values,
        votes_lists=np.array(forecast.votes.lists),
        seats=forecast.parliament.values,
        seats_lists=np.array(forecast.parliament.lists),
        run=np.array(forecast.run),
    )
    return out.getvalue()
