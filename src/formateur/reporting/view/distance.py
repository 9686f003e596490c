"""How far the vote is."""

from __future__ import annotations

from formateur.language import Message, message, message_many


def distance(days: int) -> Message:
    """Say how far the vote is; negative days are after it."""
    if days == 0:
        return message("the day of the vote")
    if days > 0:
        return message_many("{count} day before the vote", "{count} days before the vote", days)
    return message_many("{count} day after the vote", "{count} days after the vote", -days)
