"""Refusals as answers: a status, and in words what is wrong and what to do."""

from __future__ import annotations

from http import HTTPStatus
from typing import Literal

from pydantic import Field

from formateur.errors import FormateurError
from formateur.reporting.record import Record
from formateur.web.rendered import Refusal

STATUS = {
    "UsageError": HTTPStatus.BAD_REQUEST,
    "LawError": HTTPStatus.UNPROCESSABLE_ENTITY,
    "NotEnoughPollsError": HTTPStatus.NOT_FOUND,
    "DataError": HTTPStatus.SERVICE_UNAVAILABLE,
}
"""A folder that cannot be used is the operator's to mend: the reader may come back."""


class ProblemDocument(Record):
    """Why there is no answer, after RFC 9457."""

    type: Literal["about:blank"] = "about:blank"
    title: str = Field(description="The status in words.")
    status: int
    detail: str = Field(description="What is wrong, what is allowed and what to do.")


class Problem(Exception):  # noqa: N818 - the word of RFC 9457
    """An answer that is a refusal.

    Parameters
    ----------
    detail
        In words for people.
    retry_after
        Seconds after which asking again may help; 0 where it does not.
    """

    def __init__(self, status: HTTPStatus, detail: str, retry_after: int = 0) -> None:
        super().__init__(detail)
        self.status, self.detail, self.retry_after = status, detail, retry_after

    @property
    def document(self) -> ProblemDocument:
        """It as data."""
        return ProblemDocument(
            title=self.status.phrase, status=self.status.value, detail=self.detail
        )


def problem_of(refused: Refusal | FormateurError) -> Problem:
    """Return what a reader is told when Formateur refuses."""
    if isinstance(refused, FormateurError):
        refused = Refusal(type(refused).__name__, str(refused))
    status = STATUS[refused.kind]
    return Problem(status, refused.detail, 60 if status is HTTPStatus.SERVICE_UNAVAILABLE else 0)
