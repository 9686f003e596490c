"""Answers of the other verbs, ready to be written for people or programs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from formateur.reporting.allocation_schema import AllocationDocument
    from formateur.reporting.calendar_document import CalendarDocument
    from formateur.reporting.changes_schema import ChangesDocument
    from formateur.reporting.events_document_schema import EventsDocument
    from formateur.reporting.motion_document import MotionDocument


@dataclass(frozen=True, slots=True)
class ChangesReport:
    """What changed between two days, ready to be written for people or programs."""

    document: ChangesDocument

    def to_json(self) -> str:
        """Return the document of changes as JSON text."""
        return self.document.to_json()

    def to_csv(self) -> str:
        """Return the figures as CSV text, one figure a row."""
        from formateur.reporting.changes_csv import render_changes_csv

        return render_changes_csv(self.document)


@dataclass(frozen=True, slots=True)
class EventsReport:
    """What the events of a campaign did, ready to be written for people or programs."""

    document: EventsDocument

    def to_json(self) -> str:
        """Return the document of events as JSON text."""
        return self.document.to_json()

    def to_csv(self) -> str:
        """Return the figures as CSV text, one figure a row."""
        from formateur.reporting.events_csv import render_events_csv

        return render_events_csv(self.document)


@dataclass(frozen=True, slots=True)
class MotionReport:
    """What becomes of a motion, ready to be written for people or programs."""

    document: MotionDocument

    def to_json(self) -> str:
        """Return the document of the motion as JSON text."""
        return self.document.to_json()

    def to_csv(self) -> str:
        """Return the figures as CSV text, one figure a row."""
        from formateur.reporting.motion_csv import render_motion_csv

        return render_motion_csv(self.document.motion)


@dataclass(frozen=True, slots=True)
class CalendarReport:
    """The calendar of an election, ready to be written for people or programs."""

    document: CalendarDocument

    def to_json(self) -> str:
        """Return the document of the calendar as JSON text."""
        return self.document.to_json()

    def to_csv(self) -> str:
        """Return the steps and terms as CSV text, one a row."""
        from formateur.reporting.calendar_csv import render_calendar_csv

        return render_calendar_csv(self.document)


@dataclass(frozen=True, slots=True)
class AllocationReport:
    """The seats of an election, ready to be written for people or programs."""

    document: AllocationDocument

    def to_json(self) -> str:
        """Return the allocation document as JSON text."""
        return self.document.to_json()

    def to_csv(self) -> str:
        """Return the seats as CSV text, one place and party a row."""
        from formateur.reporting.allocation_csv import render_allocation_csv

        return render_allocation_csv(self.document)
