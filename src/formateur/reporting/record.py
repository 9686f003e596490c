"""What the parts of all documents are made of."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Record(BaseModel):
    """Base of the parts of a document: nothing but its fields, and nothing changes."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Spread(Record):
    """Mean and quantiles over the draws."""

    mean: float
    q05: float
    q25: float
    q50: float
    q75: float
    q95: float
