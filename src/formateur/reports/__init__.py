"""What the verbs return: documents, ready to be written for people or programs."""

from formateur.reports.answers import (
    AllocationReport,
    CalendarReport,
    ChangesReport,
    EventsReport,
    MotionReport,
)
from formateur.reports.forecast import Report
from formateur.reports.story import StoryReport

__all__ = [
    "AllocationReport",
    "CalendarReport",
    "ChangesReport",
    "EventsReport",
    "MotionReport",
    "Report",
    "StoryReport",
]
