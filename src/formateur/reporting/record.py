"""What all parts of the documents have in common."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Record(BaseModel):
    """Base of the parts of a document: nothing but its fields, and nothing changes."""

    model_config = ConfigDict(extra="forbid", frozen=True)
