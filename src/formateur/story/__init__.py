"""News stories held against the figures of their day: clean, place and date, find claims, judge."""

from formateur.story.check import Forecaster, check_story
from formateur.story.decoding import decode
from formateur.story.schema import StoryDocument, story_schema

__all__ = ["Forecaster", "StoryDocument", "check_story", "decode", "story_schema"]
