"""Sentences in a document: English templates and what goes into them."""

from __future__ import annotations

from datetime import date as Day  # noqa: N812 - a field is called `date`

from pydantic import Field

from formateur.language import Amount, Message, Value
from formateur.reporting.record import Record


class DayPart(Record):
    """A day in a sentence."""

    date: Day


class AmountPart(Record):
    """A number in a sentence, with a fixed count of decimals."""

    value: float
    places: int
    percent: bool = Field(description="A share of 1, written in percent.")
    sign: bool = Field(description="A difference: a plus is written too.")


class MessagePart(Record):
    """A sentence, as the catalogues of translations know it."""

    template: str = Field(description="In English, with `{names}` of its values.")
    plural: str = Field(description="For counts other than one; empty where nothing is counted.")
    count: int
    values: dict[str, ValuePart]


class EachPart(Record):
    """Words in a sentence that are joined: A, B and C."""

    each: list[ValuePart]


ValuePart = str | int | DayPart | AmountPart | MessagePart | EachPart


def written(said: Message) -> MessagePart:
    """Write a sentence down in a document."""
    return MessagePart(
        template=said.text,
        plural=said.plural,
        count=said.count,
        values={key: _written(one) for key, one in said.values.items()},
    )


def read(part: MessagePart) -> Message:
    """Read a sentence of a document."""
    values = {key: _read(one) for key, one in part.values.items()}
    return Message(part.template, part.plural, part.count, values)


def _written(value: Value) -> ValuePart:
    match value:
        case Amount():
            return AmountPart(
                value=value.value, places=value.places, percent=value.percent, sign=value.sign
            )
        case Message():
            return written(value)
        case Day():
            return DayPart(date=value)
        case tuple():
            return EachPart(each=[_written(one) for one in value])
        case _:
            return value


def _read(value: ValuePart) -> Value:
    match value:
        case AmountPart():
            return Amount(value.value, value.places, value.percent, value.sign)
        case MessagePart():
            return read(value)
        case DayPart():
            return value.date
        case EachPart():
            return tuple(_read(one) for one in value.each)
        case _:
            return value
