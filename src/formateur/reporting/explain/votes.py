"""How the votes came about: the model, and what moved a list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from math import hypot

from formateur.language import Amount, message, message_many
from formateur.reporting.explain.polls import polls_step
from formateur.reporting.explain.steps import Said, Step, list_name, list_of, noted, said
from formateur.reporting.schema import ListPart
from formateur.reporting.schema_account import UncertaintyPart
from formateur.reporting.view.words import Words
from formateur.votes import model_in_words


def votes_steps(words: Words, lists: Sequence[str] = ()) -> Iterator[Step]:
    """Lead the votes of some lists back to the polls, or to the official result."""
    if words.document.basis == "result":
        yield _result_step(words, lists)
        return
    yield _model_step(words)
    if told := [part for part in map(partial(list_of, words), lists) if part.uncertainty]:
        yield moved_step(words, told)
    yield polls_step(words, lists)


def _result_step(words: Words, lists: Sequence[str]) -> Step:
    """Give the official result of some lists, or of all."""
    told = (
        said(
            words,
            message(
                "{list}: {share} of the votes, {seats}",
                list=list_name(words, one.id),
                share=Amount(one.result.share / 100, 2, percent=True),
                seats=message_many("{count} seat", "{count} seats", one.result.seats),
            ),
            one.result.source,
        )
        for one in words.document.lists
        if one.result and (one.id in lists or not lists)
    )
    return Step(
        id=".".join(("result", "+".join(lists))) if lists else "result",
        title=said(words, message("The official result")),
        said=(*noted(words, "basis"), *told),
    )


def _model_step(words: Words) -> Step:
    return Step(
        id="model",
        title=said(words, message("From polls to votes")),
        said=(
            said(
                words,
                message(
                    "Model of the votes: {model}.", model=model_in_words(words.document.estimator)
                ),
            ),
            *noted(words, "basis"),
        ),
    )


def moved_step(words: Words, lists: Sequence[ListPart]) -> Step:
    """Say what moved the votes of lists away from the polls, and what makes them unsure."""
    return Step(
        id=f"moved.{'+'.join(one.id for one in lists)}",
        title=said(words, message("What moves the votes, and how sure they are")),
        said=tuple(
            each for one in lists if one.uncertainty for each in _moved(words, one, one.uncertainty)
        ),
    )


def _moved(words: Words, one: ListPart, own: UncertaintyPart) -> Iterator[Said]:
    name = list_name(words, one.id)
    yield said(
        words,
        message(
            "{list}: the previous result moves it by {previous} percentage points (weight "
            "{weight}), its own record with polls in earlier elections by {record}.",
            list=name,
            previous=words.points(own.previous),
            weight=words.weight(own.previous_weight),
            record=words.points(own.record),
        ),
    )
    yield said(
        words,
        message(
            "{list} is unsure by {all} points (standard deviation): {polls} through sampling and "
            "houses, {movement} through opinion that moves until the vote, {shared} through the "
            "error that all polls share.",
            list=name,
            all=Amount(hypot(own.polls, own.movement, own.shared), 1),
            polls=Amount(own.polls, 1),
            movement=Amount(own.movement, 1),
            shared=Amount(own.shared, 1),
        ),
    )
